"""A table as it stands in a file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import compress, islice, repeat, starmap, zip_longest

#: Called again and again while a file is read; what it raises ends the reading.
Still = Callable[[], None]
Columns = list[list[str]]


@dataclass(frozen=True, slots=True)
class Row:
    """The texts of one row; `number` counts from 1, as a spreadsheet shows it."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """Every row of a file, the blank ones left out, as columns of one height.

    `numbers` are those of the rows; `sheets` names all the sheets that a workbook
    shows; the rows are those of one.
    """

    numbers: Sequence[int] = ()
    columns: Columns = field(default_factory=list)
    sheets: tuple[str, ...] = ()

    @classmethod
    def of(cls, rows: Iterable[Row]) -> Table:
        """Make a table of rows; one that is cut short ends in ''."""
        rows = tuple(rows)
        columns = zip_longest(*(row.cells for row in rows), fillvalue="")
        return cls([row.number for row in rows], list(map(list, columns)))

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """Return every row: what looks at the columns alone spares them."""
        return self.top(len(self.numbers))

    def top(self, count: int) -> tuple[Row, ...]:
        """Return so many rows from the first on."""
        rows = zip(self.numbers, zip(*self.columns, strict=True), strict=True)
        return tuple(starmap(Row, islice(rows, count)))

    def cut(self, count: int) -> Table:
        """Return the table of so many rows from the first on."""
        columns = [texts[:count] for texts in self.columns]
        return replace(self, numbers=self.numbers[:count], columns=columns)

    def places_of(self, cells: Iterable[str]) -> Sequence[int]:
        """Return the places of the rows that hold these very cells."""
        places: Sequence[int] = range(len(self.numbers))
        for texts, cell in zip(self.columns, cells, strict=True):
            places = [at for at in places if texts[at] == cell]
        return places

    def without(self, places: Sequence[int]) -> Table:
        """Return the table without the rows at some places."""
        if not places:
            return self
        kept = [True] * len(self.numbers)
        for at in places:
            kept[at] = False
        columns = [list(compress(texts, kept)) for texts in self.columns]
        return replace(
            self, numbers=list(compress(self.numbers, kept)), columns=columns
        )


def under_one_another(tables: Sequence[Table]) -> Table:
    """Return one table of all rows; one that is cut short ends in ''."""
    numbers = [number for each in tables for number in each.numbers]
    columns: Columns = [
        [] for _ in range(max((len(t.columns) for t in tables), default=0))
    ]
    for each in tables:
        nothing = [""] * len(each.numbers)
        for column, texts in zip_longest(columns, each.columns, fillvalue=nothing):
            column.extend(texts)
    return Table(numbers, columns)


def that_say(numbers: Sequence[int], columns: Columns) -> Table:
    """Return the table without its blank rows."""
    table = Table(numbers, columns)
    return table.without(table.places_of(repeat("", len(columns))))


def wanted() -> None:
    """Let it go on: nobody will change their mind."""
