"""What every table of ours has: one schema, named constraints, STRICT columns."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, Final, cast

from sqlalchemy import MetaData, Table
from sqlmodel import SQLModel

from quotes_db.columns import Kept, Stored

#: SQLite then refuses a text in a column of numbers instead of keeping it.
STRICT: Final = {"sqlite_strict": True}


class Row(SQLModel):
    """A row of any table of the database."""

    # A migration can only change a constraint that has a name.
    metadata = MetaData(
        naming_convention={
            "pk": "pk_%(table_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(referred_table_name)s",
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        }
    )


def table_of(row: type[Row]) -> Table:
    """Return the table that a class of rows describes."""
    return Row.metadata.tables[str(row.__tablename__)]


def stored(row: Row) -> dict[str, Stored]:
    """Return a row as it stands in the file, by column."""
    return {name: write(getattr(row, name)) for name, write in _written(type(row))}


@cache
def _written(row: type[Row]) -> tuple[tuple[str, Callable[[Any], Stored]], ...]:
    """Return how each column of a class of rows is written."""
    types = {column.name: column.type for column in table_of(row).columns}
    return tuple(
        (name, kept.process_bind_param if isinstance(kept, Kept) else _as_it_is)
        for name, kept in types.items()
    )


def _as_it_is(value: Any) -> Stored:  # noqa: ANN401 - whatever the column holds
    """Return what needs no writing."""
    return cast(Stored, value)
