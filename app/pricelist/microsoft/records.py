"""The rows of Microsoft's tables by column, found by the names of their columns."""

from __future__ import annotations

from collections.abc import Iterator

from app.tables.headers import plain
from app.tables.table import Still, Table, wanted

#: Rows among which the header is looked for.
_SEARCHED = 50

#: The cells of a row by the plain name of their column.
Record = dict[str, str]


def header_at(table: Table, marks: frozenset[str]) -> int | None:
    """Return which row names at least these columns (plain names); None for none."""
    rows = enumerate(table.top(_SEARCHED))
    return next((i for i, row in rows if marks.issubset(map(plain, row.cells))), None)


def records(
    table: Table, at: int, still: Still = wanted
) -> Iterator[tuple[int, Record]]:
    """Yield each row below the header with its number, asking `still` before each."""
    names = [plain(cell) for cell in table.rows[at].cells]
    for row in table.rows[at + 1 :]:
        still()
        yield row.number, dict(zip(names, map(str.strip, row.cells), strict=False))
