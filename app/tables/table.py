"""A table as it stands in a file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import compress
from typing import Any

from app.domain.many import many

#: Called again and again while a file is read; what it raises ends the reading.
Still = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Row:
    """The texts of one row; `number` counts from 1, as a spreadsheet shows it."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Every row of a file, the blank ones left out.

    `sheets` names all the sheets that a workbook shows; the rows are those of one.
    """

    rows: tuple[Row, ...]
    sheets: tuple[str, ...] = ()


def rows_that_say(
    rows: Sequence[tuple[str, ...]], numbers: Iterable[int]
) -> tuple[Row, ...]:
    """Number rows of cells, and leave the blank ones out."""
    said = list(map(any, rows))
    columns: dict[str, Iterable[Any]] = {
        "number": compress(numbers, said),
        "cells": compress(rows, said),
    }
    return tuple(many(Row, columns, sum(said)))


def wanted() -> None:
    """Let it go on: nobody will change their mind."""
