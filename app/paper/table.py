"""Tables: a header row that comes again on each page, rows, and totals."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from app.paper.rows import Align, Box, Cell, Content, Paint, Row
from app.paper.structure import Element, Tags
from app.paper.tagged import TaggedCanvas

_COLUMN_HEAD = "/O/Table/Scope/Column"
_ROW_HEAD = "/O/Table/Scope/Row"


@dataclass(frozen=True, slots=True)
class Column:
    """Where a column stands: its left edge and its width, in points."""

    left: float
    room: float
    align: Align = Align.RIGHT

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.left + self.room


@dataclass(frozen=True, slots=True)
class Look:
    """Padding of a row above and below, in points, and the rule under it."""

    top: float
    bottom: float
    paint: Paint | None = None


def rule(left: float, right: float, thickness: float, colour: str) -> Paint:
    """Return what draws a rule along the lower edge of a row."""

    def paint(canvas: TaggedCanvas, box: Box) -> None:
        canvas.fill((left, box.bottom, right - left, thickness), colour)

    return paint


class Table:
    """Collects the rows of one table; the first cell of each names the row."""

    def __init__(self, tags: Tags, columns: tuple[Column, ...]) -> None:
        """Begin a table under the document."""
        self._tags = tags
        self._columns = columns
        self._element = tags.element("Table")
        self._head: Row | None = None
        self._heads: tuple[Row, ...] = ()
        self._group: tuple[Row, ...] = ()
        self._rows: list[Row] = []
        self._totals: list[Row] = []

    def head(self, contents: tuple[Content, ...], look: Look) -> None:
        """Set the header row, one content for each column."""
        line = self._line()
        cells = tuple(
            self._cell(line, column, content, "TH", _COLUMN_HEAD)
            for column, content in zip(self._columns, contents, strict=True)
        )
        self._head = _row(cells, look)
        self._heads = (self._head.as_decoration(),)

    def row(self, contents: tuple[Content, ...], look: Look, indent: float = 0) -> None:
        """Add a row, one content for each column; the first may be indented."""
        line = self._line()
        first, *others = self._columns
        named = Column(first.left + indent, first.room - indent, first.align)
        cells = [self._cell(line, named, contents[0], "TH", _ROW_HEAD)]
        cells += [
            self._cell(line, column, content, "TD", "")
            for column, content in zip(others, contents[1:], strict=True)
        ]
        self._rows.append(_row(tuple(cells), look, self._heads + self._group))

    def take(self, other: Table) -> None:
        """Have the head of another table of these columns."""
        self._head, self._heads = other._head, other._heads

    def add(self, row: Row) -> None:
        """Add a row that another table of these columns and this head made."""
        self._rows.append(row)

    @property
    def last(self) -> Row:
        """The row that was added last."""
        return self._rows[-1]

    def group(self, content: Content, look: Look) -> None:
        """Name the rows that follow; a page that goes on among them says it again."""
        left, right = self._columns[0].left, self._columns[-1].right
        span = f"{_ROW_HEAD}/ColSpan {len(self._columns)}"
        across = Column(left, right - left, Align.LEFT)
        cell = self._cell(self._line(), across, content, "TH", span)
        row = _row((cell,), look, self._heads)
        self._rows.append(replace(row, keep=True))
        self._group = (_first_line(row).as_decoration(),)

    def total(self, label: Content, amount: Content, look: Look) -> None:
        """Add a total: its label stands before the last column."""
        line = self._line()
        last = self._columns[-1]
        left, right = self._columns[0].left, self._columns[-2].right
        span = f"{_ROW_HEAD}/ColSpan {len(self._columns) - 1}"
        cells = (
            self._cell(line, Column(left, right - left), label, "TH", span),
            self._cell(line, last, amount, "TD", ""),
        )
        self._totals.append(_row(cells, look, self._heads))

    def rows(self) -> tuple[Row, ...]:
        """Return all rows; totals stay together, with the row above them."""
        rows, totals = self._rows, self._totals
        if totals:
            rows = [*rows[:-1], *(replace(row, keep=True) for row in rows[-1:])]
        together = [replace(row, keep=True) for row, _ in pairwise(totals)]
        first = (replace(self._head, keep=True),) if self._head else ()
        return (*first, *rows, *together, *totals[-1:])

    def _line(self) -> Element:
        """Begin a table row in the structure."""
        return self._tags.element("TR", self._element)

    def _cell(
        self, line: Element, column: Column, content: Content, tag: str, scope: str
    ) -> Cell:
        """Set one cell."""
        element = self._tags.element(tag, line, attributes=scope)
        lines = content(element, column.room)
        return Cell(column.left, column.room, lines, column.align)


def _row(cells: tuple[Cell, ...], look: Look, heads: tuple[Row, ...] = ()) -> Row:
    """Return the cells as a row of that look."""
    top, bottom, paint = look.top, look.bottom, look.paint
    return Row(cells=cells, top=top, bottom=bottom, paint=paint, heads=heads)


def _first_line(row: Row) -> Row:
    """Return so much of a row as is repeated, however long its name is."""
    cells = tuple(replace(cell, lines=cell.lines[:1]) for cell in row.cells)
    return replace(row, cells=cells)
