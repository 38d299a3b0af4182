"""A database in which every quote became a contract, made at once."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from bench.many_quotes import fill
from quotes_db.connections import connect
from quotes_db.storage import FILE
from quotes_db.tables import LineRow, Row, SnapshotItemRow, SnapshotListRow, table_of

_SIGNED = (
    "UPDATE quote SET status = 'accepted', presented_on = date, answered_on = date,"
    " distributor_signed_on = date, customer_signed_on = date"
)
#: What a quote holds, each behind what it hangs on.
_HELD = (LineRow, SnapshotListRow, SnapshotItemRow)


def fill_signed(folder: Path, count: int, like: sqlite3.Connection) -> None:
    """Make that many quotes, each signed on its day, with what the one quote holds.

    `like` reads a database that holds that quote alone.
    """
    fill(folder, count)
    with closing(connect(folder / FILE)) as database:
        database.execute("PRAGMA synchronous = OFF")
        database.execute("BEGIN IMMEDIATE")
        database.execute(_SIGNED)
        for kind in reversed(_HELD):
            database.execute(f"DELETE FROM {table_of(kind).name}")
        for kind in _HELD:
            _copy(database, like, kind)
        database.execute("COMMIT")


def _copy(
    database: sqlite3.Connection, like: sqlite3.Connection, kind: type[Row]
) -> None:
    """Give each quote the rows that the one quote has."""
    table = table_of(kind)
    names = [each.name for each in table.columns if each.name != "quote_id"]
    columns = ", ".join(names)
    marks = ", ".join("?" * len(names))
    statement = (
        f"INSERT INTO {table.name} (quote_id, {columns}) SELECT id, {marks} FROM quote"
    )
    for row in like.execute(f"SELECT {columns} FROM {table.name}"):
        database.execute(statement, row)
