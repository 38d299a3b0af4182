"""The blocks of a form: labels, and beside them what is known or a line to fill in."""

from __future__ import annotations

from itertools import zip_longest

from app.documents.document import Particular, Particulars
from app.paper import styles
from app.paper.rows import Box, Cell, Paint, Row, TextLine
from app.paper.setter import Setter
from app.paper.structure import Element
from app.paper.styles import GUTTER, LEFT, WIDTH
from app.paper.tagged import TaggedCanvas

_ROOM = (WIDTH - GUTTER) / 2
_LABELS = 84.0
_VALUES = _ROOM - _LABELS - 8
_LIST = "/O/List/ListNumbering/None"
#: What a hand needs above a line, and print between two.
_WRITING, _PRINTED = 9.0, 2.0

#: One entry as it is set; without lines a hand fills it in.
_Set = tuple[Cell, Cell]


def particulars(blocks: tuple[Particulars, ...], setter: Setter) -> list[Row]:
    """Return the blocks in pairs, their entries line by line."""
    rows: list[Row] = []
    for first in range(0, len(blocks), 2):
        rows += _pair(blocks[first : first + 2], setter)
    return rows


def _pair(blocks: tuple[Particulars, ...], setter: Setter) -> list[Row]:
    """Return blocks side by side under their headings."""
    places = [LEFT + i * (_ROOM + GUTTER) for i in range(len(blocks))]
    heads: list[Cell] = []
    columns: list[list[_Set]] = []
    for block, left in zip(blocks, places, strict=True):
        # The structure follows the order in which elements are made: block by block.
        head = setter.paragraph(block.heading, styles.HEADING, _ROOM, "H2")
        heads.append(Cell(left, _ROOM, head))
        entries = setter.tags.element("L", attributes=_LIST)
        columns.append([_entry(each, left, entries, setter) for each in block.entries])
    head_row = Row(cells=tuple(heads), gap=20, bottom=3, keep=True)
    lines = [_line(entries) for entries in zip_longest(*columns)]
    return [head_row, *lines]


def _entry(
    particular: Particular, left: float, entries: Element, setter: Setter
) -> _Set:
    """Return one entry: its label, and what is said."""
    entry = setter.tags.element("LI", entries)
    label = setter.paragraph(particular.label, styles.LABEL, _LABELS, "Lbl", entry)
    lines: tuple[TextLine, ...] = ()
    if particular.lines:
        body = setter.tags.element("LBody", entry)
        for words in particular.lines:
            lines += setter.lines(words, styles.BODY, _VALUES, body)
    return Cell(left, _LABELS, label), Cell(left + _LABELS + 8, _VALUES, lines)


def _line(entries: tuple[_Set | None, ...]) -> Row:
    """Return entries side by side; a line is drawn where one is to be filled in."""
    known = [each for each in entries if each]
    blank = [value for _, value in known if not value.lines]
    return Row(
        cells=tuple(cell for each in known for cell in each if cell.lines),
        top=_WRITING if blank else _PRINTED,
        bottom=_PRINTED,
        paint=_rules(blank) if blank else None,
    )


def _rules(blank: list[Cell]) -> Paint:
    """Return what draws the lines to write on."""

    def paint(canvas: TaggedCanvas, box: Box) -> None:
        for cell in blank:
            canvas.fill((cell.left, box.bottom + 1, cell.room, 0.5), styles.QUIET)

    return paint
