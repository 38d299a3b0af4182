"""What a database holds, as one fingerprint, and how much of it there is."""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

from quotes_db.companions import count_in
from quotes_db.connections import connect_to_read

_TABLES: Final = (
    "SELECT name, sql FROM sqlite_master WHERE type = 'table'"
    " AND name NOT LIKE 'quote!_search%' ESCAPE '!' ORDER BY name"
)


def fingerprint(database: sqlite3.Connection) -> str:
    """Return the SHA-256 (hex) of every table's definition, rows and their count.

    Two files of one fingerprint hold the same, however their pages lie, and however
    the search, which is made of the rest, keeps its words.
    """
    found = hashlib.sha256()
    for name, definition in database.execute(_TABLES).fetchall():
        found.update(repr((name, definition)).encode())
        count = 0
        # A table's name cannot be a parameter.
        for row in database.execute(f'SELECT * FROM "{name}"'):  # noqa: S608
            found.update(repr(row).encode())
            count += 1
        found.update(repr(count).encode())
    return found.hexdigest()


def counts(path: Path) -> tuple[int, int, int] | None:
    """Return how many quotes, price lists and templates a backup holds.

    None where it is spoilt.
    """
    try:
        with closing(connect_to_read(path)) as database:
            (quotes,) = database.execute("SELECT count(*) FROM quote").fetchone()
            (lists,) = database.execute("SELECT count(*) FROM price_list").fetchone()
            return quotes, lists, count_in(database)
    except (sqlite3.Error, UnicodeDecodeError):
        return None
