"""What every table of ours has: one schema, named constraints, STRICT columns."""

from __future__ import annotations

from typing import Final, cast

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
    cells = {}
    for column in table_of(type(row)).columns:
        value = getattr(row, column.name)
        if isinstance(column.type, Kept):
            value = column.type.process_bind_param(value)
        cells[column.name] = cast(Stored, value)
    return cells
