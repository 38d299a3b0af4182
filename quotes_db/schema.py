"""The schema of a new database, and the marks by which we know ours."""

from __future__ import annotations

import secrets
import sqlite3
import string
from contextlib import closing
from datetime import datetime
from typing import Final

from sqlmodel import Session

from quotes_db.engine import connect_in_memory, engine_over
from quotes_db.tables import InstallationRow, Row

#: 'WaaQ', which stands at byte 68 of the file.
APPLICATION_ID: Final = int.from_bytes(b"WaaQ", "big")
#: The newest migration, which the file keeps as its user_version.
REVISION: Final = 5
TRIGGERS: Final = tuple(
    f"CREATE TRIGGER {table}_never_{name} BEFORE {change} ON {table}"
    f" BEGIN SELECT RAISE(ABORT, '{why}'); END"
    for table, why in (
        ("event", "the history only grows"),
        ("issued_document", "what was handed over stays"),
    )
    for name, change in (("changes", "UPDATE"), ("goes", "DELETE"))
)
#: None that is read as a digit.
_LETTERS: Final = tuple(sorted({*string.ascii_uppercase} - {*"IO"}))


def new_database(now: datetime) -> bytes:
    """Return the bytes of a new database with nothing in it."""
    with closing(connect_in_memory()) as database:
        create(database, now)
        return database.serialize()


def create(database: sqlite3.Connection, now: datetime) -> None:
    """Make the newest schema; Alembic, slow to import, only changes older ones."""
    with engine_over(database).begin() as connection:
        Row.metadata.create_all(connection)
        for trigger in TRIGGERS:
            connection.exec_driver_sql(trigger)
        with Session(connection) as session:
            session.add(InstallationRow(letters=three_letters(), made_at=now))
            session.flush()
        mark(database, REVISION)


def mark(database: sqlite3.Connection, revision: int) -> None:
    """Say whose the file is and which migration it stands at."""
    database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    database.execute(f"PRAGMA user_version = {revision}")


def three_letters() -> str:
    """Draw what begins this installation's numbers where the seller has no prefix."""
    return "".join(secrets.choice(_LETTERS) for _ in range(3))
