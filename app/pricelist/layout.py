"""Where things are in a canonical table: its own lines, its header, its rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from app.domain.columns import is_confidential
from app.domain.problems import Problem, Problems, error, warning
from app.pricelist.columns import column_named
from app.tables.formula_signs import given_back
from app.tables.headers import plain
from app.tables.table import Row, Table

FORMAT = "waas-prices/1"
KEYS = (
    "format",
    "list_id",
    "version",
    "distributor",
    "country",
    "currency",
    "valid_from",
    "valid_to",
)
_KEY_NAMES = {plain(key): key for key in KEYS}
#: What lists of others call them.
_OTHER_KEYS = {
    "devise": "currency",
    "doccurrency": "currency",
    "pays": "country",
    "distributeur": "distributor",
    "valabledu": "valid_from",
    "valabledes": "valid_from",
    "valableapartirdu": "valid_from",
    "valableau": "valid_to",
    "wahrung": "currency",
    "gultigab": "valid_from",
    "gultigbis": "valid_to",
    "land": "country",
    "valuta": "currency",
    "geldigvanaf": "valid_from",
    "geldigtot": "valid_to",
}
_REQUIRED = ("sku", "kind")
#: A sentence names no more rows.
_MOST_ROWS = 10


@dataclass(frozen=True, slots=True)
class Cell:
    """A text and the row it stands in."""

    row: int
    text: str


@dataclass(frozen=True, slots=True)
class Layout:
    """The list's own lines by key, and its rows as columns.

    `headers` holds each column's name as the file writes it, `cells` its texts,
    one for each row of `rows`; `places` the rows of a column whose cells stand
    elsewhere.
    """

    heading: dict[str, Cell]
    headers: dict[str, str]
    rows: Sequence[int]
    cells: dict[str, list[str]]
    places: dict[str, tuple[int, ...]] = field(default_factory=dict)

    def row(self, column: str, at: int) -> int:
        """Return the row of the file in which an item's cell stands."""
        return self.places.get(column, self.rows)[at]

    def header(self, column: str) -> str:
        """Return the column's name in the file; its own where it has no column."""
        return self.headers.get(column, column)

    def cell(self, column: str, at: int) -> dict[str, Any]:
        """Return what names a cell in a problem: its place, row, column and value."""
        header, row = self.header(column), self.row(column, at)
        named: dict[str, Any] = {
            "where": f"row {row}, column {header}",
            "row": row,
            "column": header,
            "value": self.cells[column][at],
        }
        if is_confidential(column) and column_named(header) != column:
            # Its name in the file does not tell that nobody else may see it.
            named["field"] = column
        return named

    def counted(self, places: Sequence[int]) -> dict[str, Any]:
        """Return how many places there are, and their first rows as one text."""
        shown = [str(self.rows[at]) for at in places[:_MOST_ROWS]]
        more = ["…"] if len(places) > _MOST_ROWS else []
        return {"count": len(places), "rows": ", ".join([*shown, *more])}


def find_layout(table: Table) -> tuple[Layout | None, Problems]:
    """Find the header row, what stands above it and below it."""
    rows = enumerate(zip(*table.columns, strict=True))
    at = next((at for at, cells in rows if _is_header(cells)), None)
    if at is None:
        return None, (error("no_header", columns=", ".join(_REQUIRED)),)
    *above, header = table.top(at + 1)
    heading, problems = _heading(above)
    body, again = _below(table, header, at + 1)
    problems += again
    columns = {i: column_named(text) for i, text in enumerate(header.cells)}
    problems += tuple(_header_problems(header, columns, body))
    positions = {name: i for i, name in columns.items() if name}
    layout = Layout(
        heading=heading,
        headers={name: header.cells[i] for name, i in positions.items()},
        rows=body.numbers,
        cells={name: body.columns[i] for name, i in positions.items()},
    )
    return _as_written(layout), problems


def _below(table: Table, header: Row, at: int) -> tuple[Table, Problems]:
    """Return the rows from a place on, but those that name the columns once more.

    Pages put together into one table name them again and again.
    """
    body = Table(table.numbers[at:], [texts[at:] for texts in table.columns])
    again = body.places_of(header.cells)
    numbers = [body.numbers[at] for at in again]
    problems = [warning("header_repeated", _place(n), row=n) for n in numbers]
    return body.without(again), tuple(problems)


def _as_written(layout: Layout) -> Layout:
    """Give texts back that were made safe, where the list says its format."""
    said = layout.heading.get("format")
    if said is None or said.text != FORMAT:
        return layout
    return replace(
        layout,
        heading={
            key: Cell(cell.row, *given_back([cell.text]))
            for key, cell in layout.heading.items()
        },
        cells={name: given_back(texts) for name, texts in layout.cells.items()},
    )


def _is_header(cells: tuple[str, ...]) -> bool:
    """Tell whether a row names the columns that no list can do without."""
    names = set(map(column_named, cells))
    return names.issuperset(_REQUIRED)


def lines_above(rows: tuple[Row, ...]) -> dict[str, Cell]:
    """Return the list's own lines among others above the table: titles, addresses."""
    heading: dict[str, Cell] = {}
    for row in rows:
        key, *rest = [cell for cell in row.cells if cell] or [""]
        name = _KEY_NAMES.get(plain(key)) or _OTHER_KEYS.get(plain(key))
        if name and len(rest) == 1:
            heading.setdefault(name, Cell(row.number, rest[0]))
    return heading


def _heading(rows: Sequence[Row]) -> tuple[dict[str, Cell], Problems]:
    """Read the lines of two cells above the table."""
    heading: dict[str, Cell] = {}
    problems: list[Problem] = []
    for row in rows:
        first = next((at for at, text in enumerate(row.cells) if text), 0)
        name, *rest = row.cells[first:]
        key = _KEY_NAMES.get(plain(name))
        if key is None or any(rest[1:]):
            problems.append(warning("line_unknown", _place(row.number), row=row.number))
        elif key in heading:
            problems.append(_repeated(row, key, rest))
        else:
            heading[key] = Cell(row.number, rest[0] if rest else "")
    return heading, tuple(problems)


def _repeated(row: Row, key: str, rest: list[str]) -> Problem:
    """Name a line above the table that was there before."""
    return error(
        "key_repeated",
        _place(row.number),
        row=row.number,
        column=next(filter(None, row.cells)),
        value="".join(rest[:1]),
        key=key,
    )


def _header_problems(
    header: Row, columns: dict[int, str | None], body: Table
) -> Iterator[Problem]:
    """Find columns that are unknown, there twice, or without a header."""
    seen: set[str] = set()
    for i, name in columns.items():
        text = header.cells[i]
        if name is None and text:
            yield warning(
                "column_unknown", _place(header.number), row=header.number, column=text
            )
        elif name in seen:
            yield error(
                "column_twice", _place(header.number), row=header.number, column=text
            )
        elif name:
            seen.add(name)
    nameless = [
        texts
        for texts, name in zip(body.columns, header.cells, strict=True)
        if not name and any(texts)
    ]
    for number, *texts in zip(body.numbers, *nameless, strict=True) if nameless else ():
        for text in filter(None, texts):
            yield error("cell_without_header", _place(number), row=number, value=text)


def _place(row: int) -> str:
    """Return a place in a file."""
    return f"row {row}"
