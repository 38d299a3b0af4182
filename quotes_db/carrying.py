"""The numbers of quotes across a restore: none that was given away comes again."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from quotes_db.connections import connect, connect_to_read
from quotes_db.marks import three_letters

#: What counts numbers belongs to this installation: with a backup's own state
#: it would draw numbers again that were given away since.
_GO_ON: Final = (
    "INSERT INTO number_counter (prefix, year, last) VALUES (?, ?, ?)"
    " ON CONFLICT DO UPDATE SET last = max(last, excluded.last)"
)
_BE_THE_SAME: Final = (
    "UPDATE installation SET letters = ?, begins_after = max(begins_after, ?)"
)
#: The next thousand that is 500 away at least: no seller draws as many between
#: a backup and a damage. What is not counted yet begins there as well.
_LEAP: Final = (
    "UPDATE number_counter SET last = (last + 1499) / 1000 * 1000",
    "UPDATE installation SET begins_after = (begins_after + 1499) / 1000 * 1000",
)


@dataclass(frozen=True, slots=True)
class Numbers:
    """How far an installation has counted, per prefix and year."""

    letters: str
    begins_after: int
    counters: tuple[tuple[str, int, int], ...]


def carry_numbers(present: Path, copy: Path) -> None:
    """Let a copy go on with the numbers of the database that it replaces.

    A damaged one is asked too. Where it no longer says how far it had counted,
    every counter of the copy skips ahead to a multiple of 1,000 and new letters
    are drawn.
    """
    numbers = _numbers(present)
    with closing(connect(copy)) as database:
        # The copy is thrown away where this fails, so nothing lies beside it.
        database.execute("PRAGMA journal_mode = MEMORY")
        database.execute("BEGIN IMMEDIATE")
        if numbers:
            _go_on(database, numbers)
        else:
            _skip_ahead(database)
        database.execute("COMMIT")


def _numbers(present: Path) -> Numbers | None:
    """Read how far a database has counted, None where that cannot be trusted."""
    try:
        with closing(connect_to_read(present)) as database:
            database.execute("BEGIN")
            return _read(database)
    except (sqlite3.Error, UnicodeDecodeError):
        return None


def _read(database: sqlite3.Connection) -> Numbers | None:
    """Read what counts, where these tables at least are whole."""
    for table in ("number_counter", "installation"):
        found = database.execute(f"PRAGMA integrity_check({table})").fetchone()
        if found != ("ok",):
            return None
    one = database.execute("SELECT letters, begins_after FROM installation").fetchone()
    rows = database.execute("SELECT prefix, year, last FROM number_counter")
    if one is None:
        return None
    letters, begins_after = one
    return Numbers(letters, begins_after, tuple(rows.fetchall()))


def _go_on(database: sqlite3.Connection, numbers: Numbers) -> None:
    """Set a database's counters to where another's stand, and none back."""
    database.executemany(_GO_ON, numbers.counters)
    database.execute(_BE_THE_SAME, (numbers.letters, numbers.begins_after))


def _skip_ahead(database: sqlite3.Connection) -> None:
    """Let a database draw only what no other is likely to have drawn."""
    for change in _LEAP:
        database.execute(change)
    database.execute("UPDATE installation SET letters = ?", (three_letters(),))
