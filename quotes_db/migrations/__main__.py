"""Writes the next migration: `python -m quotes_db.migrations "add trials"`."""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing
from pathlib import Path

from alembic import command

from quotes_db.connections import connect_in_memory
from quotes_db.engine import engine_over
from quotes_db.marks import REVISION
from quotes_db.migrating import VERSIONS, config, upgrade


def draft(database: sqlite3.Connection, message: str, place: Path = VERSIONS) -> None:
    """Write what the tables have and the newest schema lacks, for a person to read."""
    with engine_over(database).begin() as connection:
        command.revision(
            config(connection, (VERSIONS, place)),
            message=message,
            autogenerate=True,
            rev_id=f"{REVISION + 1:04}",
            version_path=str(place),
        )


def main() -> None:
    """Draft a migration named by the command's words."""
    with closing(connect_in_memory()) as database:
        upgrade(database)
        draft(database, " ".join(sys.argv[1:]))


if __name__ == "__main__":
    main()
