"""A table as it stands in a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

#: Called again and again while a file is read; what it raises ends the reading.
Still = Callable[[], None]
#: The argument that names to the reading child the sheet to read.
SHEET = "--sheet="


@dataclass(frozen=True, slots=True)
class Row:
    """The texts of one row; `number` counts from 1, as a spreadsheet shows it."""

    number: int
    cells: tuple[str, ...]

    @property
    def blank(self) -> bool:
        """Whether no cell holds anything."""
        return not any(self.cells)


@dataclass(frozen=True, slots=True)
class Table:
    """Every row of a file, the blank ones left out.

    `sheets` names all the sheets that a workbook shows; the rows are those of one.
    """

    rows: tuple[Row, ...]
    sheets: tuple[str, ...] = ()


def wanted() -> None:
    """Let it go on: nobody will change their mind."""
