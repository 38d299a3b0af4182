"""Connections as we want every one of them, and transactions on them."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, Literal

from sqlalchemy import Connection, Engine, QueuePool, StaticPool, create_engine, event
from sqlmodel import Session

from quotes_db.failures import READ, WRITE, explained

#: Rollback journal and EXTRA: nothing committed is lost in a power cut.
PRAGMAS: Final = (
    "journal_mode = DELETE",
    "synchronous = EXTRA",
    "foreign_keys = ON",
    "secure_delete = ON",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    # In KiB: a long list is not written and synced again and again on its way.
    "cache_size = -65536",
)
#: Seconds to wait while another connection commits.
_PATIENCE: Final = 5.0

Begin = Literal["BEGIN", "BEGIN IMMEDIATE", "BEGIN EXCLUSIVE"]


def connect(path: Path) -> sqlite3.Connection:
    """Open a database that exists for reading and writing."""
    return _prepared(_open(f"{path.absolute().as_uri()}?mode=rw"))


def connect_to_read(path: Path) -> sqlite3.Connection:
    """Open a database that exists; the file cannot be written through it."""
    return only_read(_open(f"{path.absolute().as_uri()}?mode=ro"))


def connect_in_memory() -> sqlite3.Connection:
    """Open an empty database that no file holds."""
    return _prepared(_open(":memory:"))


def only_read(database: sqlite3.Connection) -> sqlite3.Connection:
    """Prepare a connection that refuses every change."""
    _prepared(database).execute("PRAGMA query_only = ON")
    return database


def engine_on(connect: Callable[[], sqlite3.Connection]) -> Engine:
    """Make an engine with one connection, which its users take in turns."""
    engine = create_engine(
        "sqlite://",
        creator=connect,
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=0,
        # An error must not carry prices and names into a log.
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin)
    return engine


def engine_over(database: sqlite3.Connection) -> Engine:
    """Lend an open connection to SQLAlchemy, which leaves it open."""
    engine = create_engine(
        "sqlite://",
        creator=lambda: database,
        poolclass=StaticPool,
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin)
    return engine


@contextmanager
def transaction(engine: Engine, begin: Begin, path: Path) -> Iterator[Session]:
    """Commit all that was done, or nothing; UnavailableError where it cannot be."""
    otherwise = READ if begin == "BEGIN" else WRITE
    with (
        explained(path, otherwise),
        engine.connect().execution_options(begin=begin) as connection,
        connection.begin(),
        Session(connection, autoflush=False) as session,
    ):
        yield session
        session.flush()


def _open(uri: str) -> sqlite3.Connection:
    """Connect without the implicit transactions of the sqlite3 module."""
    return sqlite3.connect(
        uri,
        uri=uri.startswith("file:"),
        timeout=_PATIENCE,
        isolation_level=None,
        # The pool gives it to one thread at a time.
        check_same_thread=False,
    )


def _prepared(database: sqlite3.Connection) -> sqlite3.Connection:
    """Set the pragmas, none of which SQLite keeps in the file."""
    try:
        for pragma in PRAGMAS:
            database.execute(f"PRAGMA {pragma}")
    except sqlite3.Error:
        database.close()
        raise
    return database


def _begin(connection: Connection) -> None:
    """Begin as the transaction asked; readers and writers lock differently."""
    begin: Begin = connection.get_execution_options().get("begin", "BEGIN")
    connection.exec_driver_sql(begin)
