"""Brings an older database up to date; it imports Alembic, which is slow."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from app.domain.problems import UnavailableError
from quotes_db.connections import connect, connect_in_memory, connect_to_read
from quotes_db.engine import engine_over
from quotes_db.failures import unavailable
from quotes_db.marks import mark
from quotes_db.structure import faults

MIGRATIONS: Final = Path(__file__).parent / "migrations"
VERSIONS: Final = MIGRATIONS / "versions"


def upgrade_file(path: Path, versions: Sequence[Path] = (VERSIONS,)) -> None:
    """Upgrade a database in its place: wholly, or not at all (`upgrade_failed`)."""
    with _failing_as_a_problem(path), closing(connect(path)) as database:
        upgrade(database, versions)


def upgraded_copy(path: Path) -> sqlite3.Connection:
    """Return an upgraded copy in memory; the file stays as it is."""
    memory = connect_in_memory()
    with _failing_as_a_problem(path), closing(connect_to_read(path)) as database:
        database.backup(memory)
        upgrade(memory)
    return memory


@contextmanager
def _failing_as_a_problem(path: Path) -> Iterator[None]:
    """Explain a migration that breaks off, whatever it stumbled over."""
    try:
        yield
    except UnavailableError:
        raise
    except Exception as failure:
        raise unavailable("upgrade_failed", path) from failure


def upgrade(
    database: sqlite3.Connection, versions: Sequence[Path] = (VERSIONS,)
) -> None:
    """Run the migrations that the database lacks, in one transaction."""
    # Batch mode drops the old table, and with it every row that refers to it
    # where foreign keys are on; they can only be turned off outside.
    database.execute("PRAGMA foreign_keys = OFF")
    exclusive = engine_over(database).execution_options(begin="BEGIN EXCLUSIVE")
    with exclusive.begin() as connection:
        mark(database, _run(connection, versions))
        if problems := faults(database):
            raise UnavailableError(*problems)
    database.execute("PRAGMA foreign_keys = ON")


def config(connection: Connection, versions: Sequence[Path]) -> Config:
    """Set Alembic up without a file: where the migrations are, and on what."""
    settings = Config()
    settings.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    settings.set_main_option("path_separator", "newline")
    places = "\n".join(map(str, versions)).replace("%", "%%")
    settings.set_main_option("version_locations", places)
    settings.attributes["connection"] = connection
    return settings


def _run(connection: Connection, versions: Sequence[Path]) -> int:
    """Run what is lacking and return the revision that is reached."""
    command.upgrade(config(connection, versions), "head")
    note = connection.exec_driver_sql("SELECT version_num FROM temp.alembic_version")
    return int(note.scalar_one())
