"""Connections as we want every one of them; SQLAlchemy, slow to load, is not needed."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Final

#: Rollback journal and EXTRA: nothing committed is lost in a power cut.
PRAGMAS: Final = (
    "journal_mode = DELETE",
    "synchronous = EXTRA",
    "foreign_keys = ON",
    "secure_delete = ON",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    # In KiB: a long list is not written and synced again and again on its way.
    "cache_size = -32768",
)
#: Seconds to wait while another connection commits.
_PATIENCE: Final = 5.0


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
