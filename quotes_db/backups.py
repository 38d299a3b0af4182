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

from quotes_db.checking import faults
from quotes_db.engine import connect, connect_to_read
from quotes_db.failures import explained, unavailable
from quotes_db.files import make_private_folder, move_new, new_beside, sync
from quotes_db.opening import journal

FOLDER: Final = "backups"

#: What counts numbers belongs to this installation: with a backup's own state
#: it would draw numbers again that were given away since.
_CARRY_COUNTERS: Final = (
    "INSERT INTO number_counter SELECT * FROM present.number_counter WHERE true"
    " ON CONFLICT DO UPDATE SET last = max(last, excluded.last)"
)
_CARRY_LETTERS: Final = (
    "UPDATE installation SET letters = (SELECT letters FROM present.installation)"
)


def back_up(database: Path, file: Path) -> None:
    """Write a verified copy under a name that is free, else `file_exists`."""
    with explained(file, "file_unwritable"):
        if file.exists():
            raise unavailable("file_exists", file)
        with copied(database, file) as copy:
            move_new(copy, file)


@contextmanager
def copied(database: Path, file: Path) -> Iterator[Path]:
    """Lend a verified copy that lies beside where it is going to be."""
    copy = new_beside(file)
    try:
        _copy(database, copy)
        yield copy
    finally:
        copy.unlink(missing_ok=True)


def keep(database: Path, now: datetime) -> Path:
    """Write a verified copy into the backups, and return where."""
    kept = _free_name(database, now)
    back_up(database, kept)
    return kept


def keep_as_it_is(database: Path, now: datetime) -> Path:
    """Copy a file that cannot be read byte for byte, its journal too.

    The journal is then taken away: it must not be played into another file.
    """
    kept = _free_name(database, now)
    with explained(database, "database_unreadable"):
        for source, target in (
            (database, kept),
            (journal(database), journal(kept)),
        ):
            if source.exists():
                shutil.copyfile(source, target)
                sync(target)
        journal(database).unlink(missing_ok=True)
    return kept


def carry_numbers(present: Path, copy: Path) -> None:
    """Let a copy that is going to replace a database go on with its numbers."""
    with closing(connect(copy)) as database:
        database.execute(
            "ATTACH ? AS present", (f"{present.absolute().as_uri()}?mode=ro",)
        )
        database.execute("BEGIN IMMEDIATE")
        database.execute(_CARRY_COUNTERS)
        database.execute(_CARRY_LETTERS)
        database.execute("COMMIT")


def _free_name(database: Path, now: datetime) -> Path:
    """Return a name in the backups that no file has."""
    folder = database.parent / FOLDER
    with explained(folder, "file_unwritable"):
        make_private_folder(folder)
    first = f"{database.stem}-{now:%Y%m%d-%H%M%S}"
    names = (f"{first}{f'-{n}' if n > 1 else ''}.db" for n in count(1))
    return next(folder / name for name in names if not (folder / name).exists())


def _copy(database: Path, copy: Path) -> None:
    """Copy one state of a database, and compare."""
    with closing(connect_to_read(database)) as source:
        source.execute("BEGIN")
        rows = _row_counts(source)
        with closing(sqlite3.connect(copy, isolation_level=None)) as target:
            source.backup(target)
        source.execute("COMMIT")
    with closing(connect_to_read(copy)) as target:
        if faults(target) or _row_counts(target) != rows:
            raise unavailable("copy_differs", copy)


def _row_counts(database: sqlite3.Connection) -> dict[str, int]:
    """Return how many rows each table has."""
    names = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    return {
        # A table's name cannot be a parameter.
        name: database.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608
        for (name,) in names.fetchall()
    }
