"""A price list imported by SQLModel, row by row."""

from __future__ import annotations

import csv
import warnings
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import create_model
from sqlalchemy.exc import SAWarning
from sqlmodel import Field, Session, SQLModel, create_engine

from app.pricelist.columns import Holds, holds

_TYPES: dict[Holds, Any] = {
    Holds.PRICE: Decimal | None,
    Holds.AMOUNT: Decimal | None,
    Holds.WHOLE: int | None,
    Holds.DAY: date | None,
}


def import_rows(lines: Iterable[str], path: Path, *, committed: bool) -> None:
    """Import as one would at first, from the header on to committed rows.

    Each row is read, checked by its model and flushed, so that one that cannot be
    kept is known by its number; where `committed`, each is committed as well, else
    all at the end. Without the reading and the checking it would be other work than
    the one it stands beside.
    """
    reader = csv.DictReader(lines, delimiter=";")
    model = _model(tuple(reader.fieldnames or ()))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SAWarning)  # of Decimal in SQLite
        engine = create_engine(f"sqlite:///{path}")
        SQLModel.metadata.create_all(engine, [model.__table__])
        with Session(engine) as session:
            for cells in reader:
                row = {name: cell for name, cell in cells.items() if cell}
                session.add(model.model_validate(row))
                session.flush()
                if committed:
                    session.commit()
            session.commit()
        engine.dispose()


@cache
def _model(names: tuple[str, ...]) -> Any:  # noqa: ANN401 -- made as it runs
    """Make a model as SQLModel's own guide has it: a field a column, by its type."""
    fields: dict[str, Any] = {
        name: (_TYPES.get(holds(name), str | None), None) for name in names
    }
    fields["id"] = (int | None, Field(default=None, primary_key=True))
    options = {"table": True}
    return create_model("Peer", __base__=SQLModel, __cls_kwargs__=options, **fields)
