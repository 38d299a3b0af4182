"""A price list as a file of its own format (CONTRACT, waas-prices/1)."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from app.domain.columns import cells, heading, is_confidential
from app.domain.price_list import PriceList
from app.pricelist.columns import COLUMNS, Holds, holds
from app.pricelist.layout import FORMAT
from app.tables.formula_signs import made_safe
from app.tables.writing import content_of, uncoded

#: Read as one thousand where a whole column looks so.
_TWO_READINGS = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The lines above a table, its columns and its rows, as finished texts."""

    heading: tuple[tuple[str, str], ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def as_csv(price_list: PriceList, *, internal: bool) -> bytes:
    """Write a list as CSV; commissions and costs only where `internal`."""
    sheet = _sheet(price_list, internal=internal)
    file = io.StringIO()
    writer = csv.writer(file, delimiter=";", quoting=csv.QUOTE_ALL)
    writer.writerows(sheet.heading)
    writer.writerow(sheet.columns)
    writer.writerows(sheet.rows)
    return file.getvalue().encode("utf-8-sig")


def as_xlsx(price_list: PriceList, *, internal: bool) -> bytes:
    """Write a list as a workbook; commissions and costs only where `internal`."""
    from openpyxl import Workbook  # noqa: PLC0415  # most commands write none

    sheet = _sheet(price_list, internal=internal)
    book = Workbook(write_only=True)
    table, meta = book.create_sheet("Prices"), book.create_sheet("Meta")
    table.freeze_panes = "B2"
    table.append(sheet.columns)
    numbers = [holds(column) in _NUMBERS for column in sheet.columns]
    for row in sheet.rows:
        table.append(
            _number(text) if number and text else uncoded(text) or None
            for text, number in zip(row, numbers, strict=True)
        )
    for key, text in sheet.heading:
        meta.append((key, uncoded(text)))
    return content_of(book)


_NUMBERS: Final = (Holds.PRICE, Holds.AMOUNT, Holds.WHOLE)


def _number(text: str) -> float | int:
    """Return a number that a spreadsheet can compute with; it has 15 digits."""
    return float(text) if "." in text else int(text)


def _sheet(price_list: PriceList, *, internal: bool) -> _Sheet:
    """Lay a list out in the order of its columns, safe to open anywhere."""
    items = [cells(item) for item in price_list.items]
    columns = tuple(
        column for column in _in_order(items) if internal or not is_confidential(column)
    )
    lines = {"format": FORMAT, **heading(price_list)}
    return _Sheet(
        heading=tuple((key, made_safe(text)) for key, text in lines.items()),
        columns=columns,
        rows=tuple(
            tuple(_plain(item.get(column, "")) for column in columns) for item in items
        ),
    )


def _in_order(items: Iterable[dict[str, str]]) -> list[str]:
    """Return every column that any item fills, in the order of the format."""
    found = {column for item in items for column in item}
    texts = sorted(found - COLUMNS.keys(), key=lambda name: (name[0] != "n", name))
    sku, kind, *others = (column for column in COLUMNS if column in found)
    return [sku, kind, *texts, *others]


def _plain(text: str) -> str:
    """Return a cell that has one reading and is no formula."""
    return f"{text}0" if _TWO_READINGS.fullmatch(text) else made_safe(text)
