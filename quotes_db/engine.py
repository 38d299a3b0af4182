"""SQLAlchemy over our connections, and transactions on them."""

from __future__ import annotations

import sqlite3
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, Literal

from sqlalchemy import Connection, Engine, QueuePool, StaticPool, create_engine, event
from sqlalchemy.exc import NoResultFound
from sqlmodel import Session

from quotes_db.failures import READ, WRITE, explained

#: What reading raises where a value is none that a program of ours wrote.
NOT_OURS: Final = (ArithmeticError, LookupError, NoResultFound, TypeError, ValueError)
Begin = Literal["BEGIN", "BEGIN IMMEDIATE", "BEGIN EXCLUSIVE"]


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


class Engines:
    """Engines that were used before: a new one would compile every statement anew.

    Each is lent to one user at a time, over a connection that is closed after.
    """

    def __init__(self) -> None:
        """Begin with none."""
        self._resting: deque[_Used] = deque()

    @contextmanager
    def lent(self, connect: Callable[[], sqlite3.Connection]) -> Iterator[Engine]:
        """Lend one that connects so."""
        try:
            used = self._resting.pop()
        except IndexError:
            used = _Used()
        used.connect = connect
        try:
            yield used.engine
        finally:
            used.engine.dispose()
            self._resting.append(used)


class _Used:
    """An engine, and how it connects this time."""

    connect: Callable[[], sqlite3.Connection]

    def __init__(self) -> None:
        self.engine = engine_on(self._connect)

    def _connect(self) -> sqlite3.Connection:
        """Connect as is wanted now."""
        return self.connect()


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


def _begin(connection: Connection) -> None:
    """Begin as the transaction asked; readers and writers lock differently."""
    begin: Begin = connection.get_execution_options().get("begin", "BEGIN")
    connection.exec_driver_sql(begin)
