"""Writes the next migration: `python -m quotes_db.migrations "add trials"`."""

from __future__ import annotations

import sys
from contextlib import closing

from alembic import command

from quotes_db.engine import connect_in_memory, engine_over
from quotes_db.migrating import VERSIONS, config, upgrade
from quotes_db.schema import REVISION


def main() -> None:
    """Compare the tables with what the migrations make; a person reads the rest."""
    with closing(connect_in_memory()) as database:
        upgrade(database)
        with engine_over(database).begin() as connection:
            command.revision(
                config(connection, (VERSIONS,)),
                message=" ".join(sys.argv[1:]),
                autogenerate=True,
                rev_id=f"{REVISION + 1:04}",
            )


if __name__ == "__main__":
    main()
