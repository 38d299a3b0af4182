"""The prices that a quote keeps, whatever its lists become."""

from __future__ import annotations

from sqlalchemy import delete
from sqlmodel import Session, col, select

from app.domain.price_list import PriceList
from quotes_db.items import read_items, write_items
from quotes_db.mapping import list_columns, price_list
from quotes_db.tables import SnapshotItemRow, SnapshotListRow, table_of

_ITEMS = table_of(SnapshotItemRow)


def write_prices(
    session: Session, quote_id: str, prices: tuple[PriceList, ...]
) -> None:
    """Keep the rows of each list that a quote depends on."""
    for position, one in enumerate(prices):
        row = _row(quote_id, position, one)
        session.add(row)
        session.flush()
        write_items(session.connection(), _ITEMS, _key(row), one)


def read_prices(session: Session, quote_id: str) -> tuple[PriceList, ...]:
    """Return the lists that a quote keeps, in its order."""
    connection = session.connection()
    return tuple(
        price_list(row, read_items(connection, _ITEMS, _key(row), row.currency))
        for row in _rows(session, quote_id)
    )


def forget_prices(session: Session, quote_id: str) -> None:
    """Drop the lists that a quote kept."""
    session.execute(delete(_ITEMS).where(_ITEMS.c.quote_id == quote_id))
    for row in _rows(session, quote_id):
        session.delete(row)
    session.flush()


def _rows(session: Session, quote_id: str) -> list[SnapshotListRow]:
    """Return the lists that a quote keeps, their items apart."""
    wanted = select(SnapshotListRow).where(SnapshotListRow.quote_id == quote_id)
    return list(session.exec(wanted.order_by(col(SnapshotListRow.list_position))))


def _row(quote_id: str, position: int, one: PriceList) -> SnapshotListRow:
    return SnapshotListRow(
        quote_id=quote_id, list_position=position, **list_columns(one)
    )


def _key(row: SnapshotListRow) -> dict[str, str | int]:
    """Return what tells the row's items from others."""
    return {"quote_id": row.quote_id, "list_position": row.list_position}
