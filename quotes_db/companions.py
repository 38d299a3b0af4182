"""The templates that lie beside a database, which its backups keep within."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, suppress
from pathlib import Path
from typing import Final

from app import files
from app.domain.problems import UnavailableError
from app.ports import TEMPLATES
from quotes_db.connections import connect_to_read

#: Only in backups: a database that is worked with leaves its templates to the folder.
_MAKE: Final = (
    "CREATE TABLE IF NOT EXISTS kept_template"
    " (name TEXT NOT NULL PRIMARY KEY, content BLOB NOT NULL) STRICT"
)
_KEEP: Final = "INSERT OR REPLACE INTO kept_template VALUES (?, ?)"
_MOST_BYTES: Final = 10_000_000


def stands(database: Path) -> tuple[tuple[str, int, int], ...]:
    """Say how the templates beside a database stand, without reading them."""
    found = ((path, path.stat()) for path in _paths(database))
    with suppress(OSError):
        return tuple((path.name, at.st_size, at.st_mtime_ns) for path, at in found)
    # One went just now, or is refused: the folder stands otherwise than before.
    return ()


def lay_in(state: sqlite3.Connection, database: Path) -> None:
    """Put the templates that lie beside a database into a copy of it."""
    found = tuple(_read(database))
    if found:
        state.execute(_MAKE)
        state.executemany(_KEEP, found)


def leave_out(state: sqlite3.Connection) -> None:
    """Take the templates that it keeps out of a copy."""
    state.execute("DROP TABLE IF EXISTS kept_template")


def kept_in(backup: Path) -> Mapping[str, bytes]:
    """Return the templates that a backup keeps, by the names of their files."""
    with closing(connect_to_read(backup)) as file:
        if not _holds(file):
            return {}
        return dict(file.execute("SELECT name, content FROM kept_template"))


def count_in(backup: sqlite3.Connection) -> int:
    """Return how many templates a backup keeps."""
    if not _holds(backup):
        return 0
    (found,) = backup.execute("SELECT count(*) FROM kept_template").fetchone()
    return int(found)


def _holds(file: sqlite3.Connection) -> bool:
    """Tell whether a file keeps templates; older ones do not."""
    asked = "SELECT 1 FROM sqlite_master WHERE name = 'kept_template'"
    return file.execute(asked).fetchone() is not None


def _read(database: Path) -> Iterator[tuple[str, bytes]]:
    """Read the templates beside a database."""
    for path in _paths(database):
        # What cannot be read is no template, and the list of templates says so;
        # the quotes are backed up all the same.
        with suppress(UnavailableError):
            yield path.name, files.read(path, _MOST_BYTES)


def _paths(database: Path) -> list[Path]:
    """Return where the templates beside a database lie."""
    return sorted((database.parent / TEMPLATES).glob("*.json"))
