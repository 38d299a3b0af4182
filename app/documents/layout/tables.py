"""The tables of what each party invoices, all on one grid of columns."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from app.documents.document import Section, TableItem, Tone, Words
from app.paper import styles
from app.paper.rows import Align, Row
from app.paper.setter import Setter, heading
from app.paper.styles import LEFT, LINE, RIGHT, WIDTH, Voice
from app.paper.table import Column, Look, Table, rule
from app.paper.text import width

_PADDING = 14.0
_BETWEEN = 8.0
#: At least as wide as this: quantity, unit price, amount.
_LEAST = (50.0, 70.0, 76.0)
#: A head that needs more than this takes two lines.
_WIDEST_HEAD = 96.0
_INDENT = 12.0
_HEAD = Look(1, 4, rule(LEFT, RIGHT, 0.7, styles.INK))
_ITEM = Look(5.6, 5.4, rule(LEFT, RIGHT, 0.6, LINE))
_DENSE = Look(2.2, 2, rule(LEFT, RIGHT, 0.6, LINE))
_TOTAL = Look(2.6, 0.4)
#: So few lines are read at one glance: they stay on one page with their totals, and
#: of a long list no fewer stand at the foot of a page or at the head of the next.
_FEW = 3
#: Points; what is higher may go on over the page whatever it is.
_LOW = 260.0

_NAMES = {
    Tone.STRONG: styles.STRONG,
    Tone.PLAIN: styles.BODY,
    Tone.QUIET: styles.BODY,
}
_FIGURES = {
    Tone.STRONG: styles.BODY,
    Tone.PLAIN: styles.BODY,
    Tone.QUIET: styles.FAINT,
}


def tables(sections: tuple[Section, ...], setter: Setter) -> list[Row]:
    """Return every section's heading, table and remarks."""
    columns = _columns(sections)
    return [row for section in sections for row in _section(section, columns, setter)]


def _columns(sections: tuple[Section, ...]) -> tuple[Column, ...]:
    """Return columns that hold the widest figure of any table, and most heads."""
    wide = list(_LEAST)
    for section in sections:
        for i, words in enumerate(section.columns[1:]):
            head = _width(words, styles.LABEL) + _PADDING
            wide[i] = max(wide[i], min(head, _WIDEST_HEAD))
        for figures in {(i.quantity, i.unit, i.amount) for i in section.items}:
            wide = list(map(max, wide, _widths(figures)))
        for figure in section.totals:
            wide[2] = max(wide[2], _width(figure.amount) + _PADDING)
    name = Column(LEFT, WIDTH - sum(wide), Align.LEFT)
    columns = [name]
    for room in wide:
        left = columns[-1].right + _BETWEEN
        columns.append(Column(left, room - _BETWEEN))
    return tuple(columns)


@lru_cache(maxsize=1024)
def _widths(figures: tuple[Words, Words, Words]) -> tuple[float, ...]:
    """Return how wide a line's figures are; an edit leaves most lines as they are."""
    return tuple(_width(words) + _PADDING for words in figures)


def _width(words: Words, voice: Voice = styles.STRONG) -> float:
    """Return the width of the widest language, in points."""
    return max([width(text, voice.first) for text in words], default=0)


def _section(
    section: Section, columns: tuple[Column, ...], setter: Setter
) -> list[Row]:
    """Return one section."""
    head = heading(section.heading, section.aside, setter)
    grid = _Grid(section.columns, columns, _DENSE if section.dense else _ITEM, setter)
    if setter.keeps:
        table = _kept_table(grid, section.items)
    else:
        table = _begun(grid)
        for item in section.items:
            _item(item, table, grid)
    for figure in section.totals:
        label = styles.STRONG if figure.strong else styles.FAINT
        amount = styles.STRONG if figure.strong else styles.BODY
        table.total(
            setter.content(figure.label, label),
            setter.content(figure.amount, amount),
            _TOTAL,
        )
    remarks = _remarks(section, columns[-1].right, setter)
    *rows, last = table.rows() + remarks
    # A remark explains the totals: it would say nothing on a page of its own.
    low = sum(row.height for row in rows) <= _LOW
    first = 0 if low and len(section.items) <= _FEW else len(rows) - len(remarks)
    if section.dense:
        rows[:_FEW] = _kept(rows[:_FEW])
        first = min(first, len(rows) - _FEW + 1)
    return [head, *rows[:first], *_kept(rows[first:]), last]


def _kept(rows: list[Row]) -> list[Row]:
    """Return rows each of which stays with what follows it."""
    return [replace(row, keep=True) for row in rows]


class _Grid(NamedTuple):
    """What the lines of a table have in common."""

    heads: tuple[Words, ...]
    columns: tuple[Column, ...]
    look: Look
    setter: Setter


def _begun(grid: _Grid) -> Table:
    """Return a table with its head."""
    table = Table(grid.setter.tags, grid.columns)
    heads = tuple(grid.setter.content(words, styles.LABEL) for words in grid.heads)
    table.head(heads, _HEAD)
    return table


def _kept_table(grid: _Grid, items: tuple[TableItem, ...]) -> Table:
    """Return a table of rows that were set before, but for those that are new."""
    head, row = _keeping(grid)
    table = Table(grid.setter.tags, grid.columns)
    table.take(head)
    for item in items:
        table.add(row(item))
    return table


@lru_cache(maxsize=16)
def _keeping(grid: _Grid) -> tuple[Table, Callable[[TableItem], Row]]:
    """Return a table that has the head, and what sets a line once."""
    head = _begun(grid)

    @lru_cache(maxsize=512)
    def row(item: TableItem) -> Row:
        table = Table(grid.setter.tags, grid.columns)
        table.take(head)
        _item(item, table, grid)
        return table.last

    return head, row


def _item(item: TableItem, table: Table, grid: _Grid) -> None:
    """Add one line: its name with the small print under it, and its figures."""
    setter = grid.setter
    name = setter.stacked(
        [
            (item.name, _NAMES[item.tone]),
            *((words, styles.DETAIL) for words in item.details),
        ]
    )
    figures = _FIGURES[item.tone]
    contents = (
        name,
        setter.content(item.quantity, figures),
        setter.content(item.unit, figures),
        setter.content(item.amount, figures),
    )
    table.row(contents, grid.look, _INDENT if item.indented else 0)


def _remarks(section: Section, right: float, setter: Setter) -> tuple[Row, ...]:
    """Return what is said under the totals."""
    room = WIDTH * 0.66
    column = Column(right - room, room)
    return tuple(
        Row(cells=(setter.cell(words, styles.DETAIL, column),), gap=4)
        for words in section.remarks
    )
