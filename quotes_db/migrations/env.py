"""Runs migrations on the connection that the program brings."""

from __future__ import annotations

from typing import Literal

from alembic import context
from sqlalchemy import Connection
from sqlalchemy.types import TypeDecorator

from quotes_db.tables import Row


def _render_item(kind: str, item: object, _context: object) -> str | Literal[False]:
    """Write our column types as what they are in the file."""
    if kind == "type" and isinstance(item, TypeDecorator):
        return f"sa.{type(item.impl_instance).__name__}()"
    return False


def _is_ours(name: str | None, kind: str, _parents: object) -> bool:
    """Leave out the tables of the search, which SQLAlchemy cannot describe."""
    return kind != "table" or not str(name).startswith("quote_search")


def _note_revision(connection: Connection) -> None:
    """Tell Alembic where the file stands, for as long as the connection lives.

    user_version alone says so in the file: two notes could contradict each other.
    """
    connection.exec_driver_sql(
        "CREATE TEMP TABLE IF NOT EXISTS alembic_version (version_num TEXT NOT NULL)"
    )
    connection.exec_driver_sql("DELETE FROM temp.alembic_version")
    connection.exec_driver_sql(
        "INSERT INTO temp.alembic_version SELECT printf('%04d', user_version)"
        " FROM pragma_user_version WHERE user_version > 0"
    )


def _run() -> None:
    """Go from the revision of the file to the one that is wanted."""
    connection = context.config.attributes["connection"]
    _note_revision(connection)
    context.configure(
        connection=connection,
        target_metadata=Row.metadata,
        render_as_batch=True,
        render_item=_render_item,
        include_name=_is_ours,
    )
    context.run_migrations()


_run()
