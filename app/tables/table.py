"""A table as it stands in a file."""

from __future__ import annotations

from dataclasses import dataclass


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
    """Every row of a file, the blank ones left out."""

    rows: tuple[Row, ...]
