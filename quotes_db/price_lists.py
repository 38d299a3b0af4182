"""The imported versions of price lists: every one is kept."""

from __future__ import annotations

from collections.abc import Sequence
from weakref import WeakValueDictionary

from sqlmodel import Session, col, select

from app.domain.price_list import PriceList
from app.domain.problems import RefusedError, error
from app.ports import ListRecord, Progress, Stamp
from quotes_db import history, mapping
from quotes_db.items import read_items, write_items
from quotes_db.tables import PriceItemRow, PriceListRow, table_of

_ITEMS = table_of(PriceItemRow)
#: Lists in use somewhere, by id, version and the fingerprint of their file.
Held = WeakValueDictionary[tuple[str, str, str], PriceList]


def records(session: Session) -> tuple[ListRecord, ...]:
    """Return every imported version, the oldest import first."""
    rows = session.exec(select(PriceListRow).order_by(col(PriceListRow.serial)))
    return tuple(map(mapping.list_record, rows))


def find(session: Session, list_id: str, version: str, held: Held) -> PriceList | None:
    """Return one version with its items in their order.

    A version never changes: one that somebody still holds is not read again.
    """
    row = _row(session, list_id, version)
    if row is None:
        return None
    name = list_id, version, row.file_fingerprint
    found = held.get(name)
    if found is None:
        items = read_items(session.connection(), _ITEMS, _key(row), row.currency)
        found = held[name] = mapping.price_list(row, items)
    return found


def add(
    session: Session,
    price_list: PriceList,
    source: str,
    by: Stamp,
    progress: Progress,
) -> None:
    """Keep a version; RefusedError where it is kept already."""
    list_id, version = price_list.list_id, price_list.version
    if _row(session, list_id, version):
        raise RefusedError(error("version_exists", list_id=list_id, version=version))
    row = mapping.price_list_row(price_list, source, by)
    session.add(row)
    session.flush()
    write_items(session.connection(), _ITEMS, _key(row), price_list, progress)
    after = history.price_list_state(row)
    about = history.Subject("price_list", list_id, f"{list_id} {version}")
    history.record(session, "price_list_added", about, by, {}, after)


def retire(
    session: Session, list_id: str, versions: Sequence[str], by: Stamp, *, back: bool
) -> None:
    """Take versions of a list out of use, or `back`; one that is so already stays."""
    for version in versions:
        row = _row(session, list_id, version)
        if row is None or (row.retired_at is None) == back:
            continue
        before = history.price_list_state(row)
        row.retired_at, row.retired_by = (None, None) if back else (by.at, by.who)
        session.flush()
        after = history.price_list_state(row)
        about = history.Subject("price_list", list_id, f"{list_id} {version}")
        what = "price_list_reinstated" if back else "price_list_retired"
        history.record(session, what, about, by, before, after)


def _row(session: Session, list_id: str, version: str) -> PriceListRow | None:
    return session.exec(
        select(PriceListRow).where(
            PriceListRow.list_id == list_id, PriceListRow.version == version
        )
    ).one_or_none()


def _key(row: PriceListRow) -> dict[str, str | int]:
    """Return what tells the row's items from others."""
    return {"list_serial": row.serial}
