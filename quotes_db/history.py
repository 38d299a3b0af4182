"""The append-only history: who changed what, when, from what to what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlmodel import Session, col, select

from app.domain.price_list import PriceList
from app.ports import Event, Stamp
from quotes_db.columns import Stored, as_json
from quotes_db.items import item_row
from quotes_db.mapping import event, list_columns
from quotes_db.tables import (
    CustomerRow,
    EventRow,
    LineRow,
    PriceListRow,
    QuoteRow,
    SnapshotListRow,
    stored,
)

#: Rows by name, as they stand in the file; what is NULL there is absent.
State = Mapping[str, Any]

#: What the event itself says, or another row.
_BESIDE = {"serial", "quote_id", "customer_id", "edition", "changed_at", "changed_by"}


@dataclass(frozen=True, slots=True)
class Subject:
    """What an entry is about: a kind, an id, and how people name it."""

    entity: str
    id: str
    name: str


def record(
    session: Session, what: str, about: Subject, by: Stamp, before: State, after: State
) -> None:
    """Write an entry that holds only what differs."""
    was, became = difference(before, after)
    session.add(
        EventRow(
            at=by.at,
            who=by.who,
            what=what,
            entity=about.entity,
            entity_id=about.id,
            subject=about.name,
            before=as_json(was),
            after=as_json(became),
        )
    )


def events(session: Session) -> tuple[Event, ...]:
    """Return the history, the oldest first."""
    rows = session.exec(select(EventRow).order_by(col(EventRow.serial)))
    return tuple(map(event, rows))


def difference(
    before: State, after: State
) -> tuple[dict[str, object], dict[str, object]]:
    """Return what stands in either state alone, or in both with other values."""
    was: dict[str, object] = {}
    became: dict[str, object] = {}
    for key in sorted(before.keys() | after.keys()):
        old, new = before.get(key), after.get(key)
        if old == new:
            continue
        if isinstance(old, Mapping) and isinstance(new, Mapping):
            old, new = difference(old, new)
        if old is not None:
            was[key] = old
        if new is not None:
            became[key] = new
    return was, became


def price_list_state(row: PriceListRow) -> State:
    """Return an imported version as the history keeps it, without its items."""
    return {"price_list": _said(stored(row))}


def customer_state(row: CustomerRow) -> State:
    """Return a customer as the history keeps it."""
    return {"customer": _said(stored(row))}


def quote_state(
    row: QuoteRow, lines: Iterable[LineRow], prices: Iterable[PriceList]
) -> State:
    """Return a quote as the history keeps it: enough to bring it back."""
    return {
        "quote": _said(stored(row)),
        "lines": {line.line_id: _said(stored(line)) for line in lines},
        "prices": {
            f"{one.list_id} {one.version}": _prices_state(position, one)
            for position, one in enumerate(prices)
        },
    }


def archived_state(on: date | None) -> State:
    """Return a quote likewise as far as the archive changes it."""
    return {"quote": {} if on is None else {"archived_on": on.isoformat()}}


def _prices_state(position: int, one: PriceList) -> State:
    """Return a list as far as a quote depends on it."""
    row = SnapshotListRow(quote_id="", list_position=position, **list_columns(one))
    items = {item.sku: item_row(item, one.currency) for item in one.items}
    return {**_said(stored(row)), "items": items}


def _said(row: Mapping[str, Stored]) -> State:
    """Leave out what is NULL and what the event says itself."""
    return {
        name: value
        for name, value in row.items()
        if value is not None and name not in _BESIDE
    }
