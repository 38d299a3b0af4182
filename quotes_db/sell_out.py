"""Reads what signed contracts sold: so many at a time, past rows of SQLModel."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Any, Final, NamedTuple

from app.domain.period import Period
from app.domain.proposal import (
    AnyLine,
    OptionLine,
    PackLine,
    RequestLine,
    SubscriptionLine,
)
from app.domain.sell_out import Sale, Ware
from quotes_db.item_columns import COLUMNS


class _Line(NamedTuple):
    """What is asked of a line: its columns."""

    section: str
    parent_line: str | None
    line_id: str
    quantity: int
    optional: int
    alternative_to: str
    sku: str
    texts: str

    @property
    def common(self) -> dict[str, Any]:
        """What every line has."""
        return {
            "id": self.line_id,
            "quantity": self.quantity,
            "optional": bool(self.optional),
            "alternative_to": self.alternative_to,
        }


#: W3, what `sold_on` says of a quote, as SQLite is asked it: max() of days is NULL
#: as soon as one of them is.
_ON: Final = "max(distributor_signed_on, customer_signed_on)"
_SOLD: Final = (
    f"status = 'accepted' AND credit_outcome IS NOT 'refused' AND {_ON} IS NOT NULL"
)
#: As one text: a thread that steps from row to row has to ask for its turn each time.
_SIGNED: Final = (
    f"SELECT json_group_array(serial) FROM quote WHERE {_SOLD}"  # noqa: S608  # texts of our own
    f" AND {_ON} BETWEEN ? AND ?"
)
_WHICH: Final = (
    f"FROM quote {{joined}} WHERE {_SOLD}"  # noqa: S608  # likewise
    " AND serial IN (SELECT value FROM json_each(?)) ORDER BY serial{ordered}"
)
_QUOTES: Final = f"SELECT serial, {_ON} {_WHICH.format(joined='', ordered='')}"
_LINES: Final = f"SELECT serial, {', '.join(_Line._fields)} " + _WHICH.format(
    joined="JOIN quote_line ON quote_id = quote.id", ordered=", position"
)
_ITEMS: Final = (
    f"SELECT serial, {', '.join(f'item.{name}' for name in Ware._fields)} "
    + _WHICH.format(
        joined="JOIN snapshot_item AS item ON quote_id = quote.id",
        ordered=", list_position, item.position",
    )
)
_COLUMNS: Final = {each.name: each for each in COLUMNS}
_serial: Final = itemgetter(0)
_Rows = dict[int, list[tuple[Any, ...]]]


def signed(database: sqlite3.Connection, period: Period) -> list[int]:
    """Return the serials of the quotes that count as sold in a period."""
    days = period.first.isoformat(), period.last.isoformat()
    found: list[int] = json.loads(database.execute(_SIGNED, days).fetchone()[0])
    return found


def sales(database: sqlite3.Connection, which: Sequence[int]) -> tuple[Sale, ...]:
    """Return what the quotes of these serials sold, as far as they still count."""
    asked = (json.dumps([*which]),)
    lines = _by_quote(database.execute(_LINES, asked))
    items = _by_quote(database.execute(_ITEMS, asked))
    return tuple(
        Sale(
            on=date.fromisoformat(day),
            lines=_heads(lines.get(serial, ())),
            wares={cells[0]: _ware(*cells) for cells in items.get(serial, ())},
        )
        for serial, day in database.execute(_QUOTES, asked).fetchall()
    )


def _by_quote(rows: Iterable[tuple[Any, ...]]) -> _Rows:
    """Return rows by their quote, whose serial they begin with."""
    return {serial: [row[1:] for row in own] for serial, own in groupby(rows, _serial)}


def _heads(rows: Iterable[tuple[Any, ...]]) -> tuple[AnyLine, ...]:
    """Make the lines that stand under no other, without what nobody reports (W4)."""
    heads: list[_Line] = []
    options: dict[str | None, list[OptionLine]] = {}
    for each in map(_Line._make, rows):
        if each.section == "options":
            option = OptionLine(**each.common, sku=each.sku)
            options.setdefault(each.parent_line, []).append(option)
        elif each.section != "partner_services":
            heads.append(each)
    return tuple(_head(each, options.get(each.line_id, ())) for each in heads)


def _head(line: _Line, options: Iterable[OptionLine]) -> AnyLine:
    """Make a line, with what stands under it."""
    if line.section == "packs":
        return PackLine(**line.common, sku=line.sku, options=tuple(options))
    if line.section == "subscriptions":
        return SubscriptionLine(**line.common, sku=line.sku)
    return RequestLine(**line.common, text=_read("name", line.texts))


@lru_cache(maxsize=4096)
def _ware(*cells: Any) -> Ware:  # noqa: ANN401 - as the columns hold them
    """Make what is asked of an item: the same row stands in many quotes."""
    return Ware(*map(_read, Ware._fields, cells))


def _read(name: str, cell: Any) -> Any:  # noqa: ANN401 - likewise
    """Read a cell of a column."""
    column = _COLUMNS[name]
    if cell is None:
        return column.absent
    return column.unpack(cell) if column.unpack else cell
