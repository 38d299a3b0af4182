"""The schema of a new database, and the marks by which we know ours."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import datetime
from typing import Final

from sqlmodel import Session

from quotes_db.connections import connect_in_memory
from quotes_db.engine import engine_over
from quotes_db.marks import REVISION, mark, three_letters
from quotes_db.tables import InstallationRow, Row

TRIGGERS: Final = tuple(
    f"CREATE TRIGGER {table}_never_{name} BEFORE {change} ON {table}"
    f" BEGIN SELECT RAISE(ABORT, '{why}'); END"
    for table, why in (
        ("event", "the history only grows"),
        ("issued_document", "what was handed over stays"),
    )
    for name, change in (("changes", "UPDATE"), ("goes", "DELETE"))
)
#: Words of listed quotes, without accents or capitals; their texts stand there.
#: A beginning not kept at hand is gathered from all words that begin so.
SEARCH: Final = (
    "CREATE VIRTUAL TABLE quote_search USING fts5("
    "number, revision, customer, title,"
    " content='listed_quote', content_rowid='place',"
    " tokenize='unicode61 remove_diacritics 2',"
    " prefix='1 2 3 4 5 6 7 8 9 10 11 12')"
)


def new_database(now: datetime) -> bytes:
    """Return the bytes of a new database with nothing in it."""
    with closing(connect_in_memory()) as database:
        create(database, now)
        return database.serialize()


def create(database: sqlite3.Connection, now: datetime) -> None:
    """Make the newest schema; Alembic, slow to import, only changes older ones."""
    with engine_over(database).begin() as connection:
        Row.metadata.create_all(connection)
        for statement in (*TRIGGERS, SEARCH):
            connection.exec_driver_sql(statement)
        with Session(connection) as session:
            session.add(InstallationRow(letters=three_letters(), made_at=now))
            session.flush()
        mark(database, REVISION)
