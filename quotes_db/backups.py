"""Whole copies of a database, compared with it before they get their name."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Final

from app import files
from quotes_db import companions
from quotes_db.connections import connect_to_read
from quotes_db.contents import fingerprint
from quotes_db.failures import READ, WRITE, explained, unavailable
from quotes_db.opening import journal
from quotes_db.structure import faults

FOLDER: Final = "backups"


def back_up(database: Path, file: Path) -> None:
    """Write a verified copy under a name that is free, else `file_exists`."""
    with explained(file, WRITE):
        if file.exists():
            raise unavailable("file_exists", file)
        with closing(taken(database)) as state, written(state, file) as copy:
            give_name(copy, file)


@contextmanager
def brought_back(backup: Path, file: Path) -> Iterator[Path]:
    """Lend a verified copy of a backup, without what it keeps beside the database."""
    with closing(_state(backup)) as state:
        companions.leave_out(state)
        with written(state, file) as copy:
            yield copy


def taken(database: Path) -> sqlite3.Connection:
    """Return one state of a database and its templates, to be looked at at leisure."""
    state = _state(database)
    try:
        companions.lay_in(state, database)
    except BaseException:
        state.close()
        raise
    return state


def _state(database: Path) -> sqlite3.Connection:
    """Return one state of a database.

    No writer has to wait longer than SQLite takes to copy its pages: it lies in a
    file without a name, which is gone with the connection.
    """
    state = sqlite3.connect("", isolation_level=None)
    try:
        with closing(connect_to_read(database)) as source:
            source.backup(state)
    except BaseException:
        state.close()
        raise
    return state


@contextmanager
def written(state: sqlite3.Connection, file: Path, holds: str = "") -> Iterator[Path]:
    """Lend a verified copy of a state, beside where it is going to be.

    `holds` is the state's fingerprint where that is known: it takes a while.
    """
    files.sweep(file.parent)
    with files.temporary(file) as copy:
        _copy(state, copy, holds or fingerprint(state))
        yield copy


def keep(database: Path, now: datetime) -> Path:
    """Write a verified copy into the backups, and return where."""
    kept = _free_name(database, now)
    back_up(database, kept)
    return kept


def keep_as_it_is(database: Path, now: datetime) -> Path:
    """Copy a file that cannot be read byte for byte, its journal too; say where.

    The journal is then taken away: it must not be played into another file.
    """
    kept = _free_name(database, now)
    pairs = ((database, kept), (journal(database), journal(kept)))
    there = [(source, target) for source, target in pairs if source.exists()]
    with explained(database, READ):
        for source, target in there:
            with files.temporary(target) as copy:
                shutil.copyfile(source, copy)
                give_name(copy, target)
        journal(database).unlink(missing_ok=True)
    return there[0][1]


def give_name(copy: Path, file: Path) -> None:
    """Give a copy its name, which must be free: else `file_exists`."""
    if not files.give_name(copy, file):
        raise unavailable("file_exists", file)


def _free_name(database: Path, now: datetime) -> Path:
    """Return a name in the backups that no file has."""
    folder = database.parent / FOLDER
    files.private_folder(folder)
    first = f"{database.stem}-{now:%Y%m%d-%H%M%S}"
    names = (f"{first}{f'-{n}' if n > 1 else ''}.db" for n in count(1))
    places = (folder / name for name in names)
    return next(p for p in places if not p.exists() and not journal(p).exists())


def _copy(state: sqlite3.Connection, copy: Path, holds: str) -> None:
    """Copy a state, and compare it with what that holds."""
    with closing(sqlite3.connect(copy, isolation_level=None)) as target:
        # A copy that breaks off is thrown away, and nothing lies beside it.
        target.execute("PRAGMA journal_mode = OFF")
        state.backup(target)
    with closing(connect_to_read(copy)) as target:
        if faults(target) or fingerprint(target) != holds:
            raise unavailable("copy_differs", copy)
