"""The blocks of a form: labels, and beside them what is known or a line to fill in."""

from __future__ import annotations

from dataclasses import replace

from app.documents.document import Particular, Particulars
from app.paper import styles
from app.paper.rows import Box, Cell, Paint, Row, TextLine
from app.paper.setter import Setter, lowered
from app.paper.structure import Element
from app.paper.styles import GUTTER, LEFT, WIDTH
from app.paper.tagged import TaggedCanvas

_ROOM = (WIDTH - GUTTER) / 2
_LABELS = 84.0
_VALUES = _ROOM - _LABELS - 8
_LIST = "/O/List/ListNumbering/None"
#: What a hand needs above a line, and print between two.
_WRITING, _PRINTED = 9.0, 4.0
#: Points; what is higher goes on over the page, where no line would find its place.
_HIGH = 600.0

_Lines = tuple[TextLine, ...]
_BLANK = TextLine("", styles.BODY.first)


def particulars(blocks: tuple[Particulars, ...], setter: Setter) -> list[Row]:
    """Return the blocks in pairs, each going down its column at its own pace."""
    rows: list[Row] = []
    for first in range(0, len(blocks), 2):
        rows += _pair(blocks[first : first + 2], setter)
    return rows


def _pair(blocks: tuple[Particulars, ...], setter: Setter) -> list[Row]:
    """Return blocks side by side under their headings."""
    heads: list[Cell] = []
    cells: list[Cell] = []
    for i, block in enumerate(blocks):
        left = LEFT + i * (_ROOM + GUTTER)
        # The structure follows the order in which elements are made: block by block.
        head = setter.paragraph(block.heading, styles.HEADING, _ROOM, "H2")
        heads.append(Cell(left, _ROOM, head))
        cells += _entries(block.entries, left, setter)
    said = Row(cells=tuple(cells), bottom=_PRINTED, paint=_rules(cells))
    if said.height > _HIGH:
        said = replace(said, paint=None)
    return [Row(cells=tuple(heads), gap=20, bottom=3, keep=True), said]


def _entries(
    entries: tuple[Particular, ...], left: float, setter: Setter
) -> tuple[Cell, Cell]:
    """Return the labels and what is said beside them, each entry below the last."""
    listed = setter.tags.element("L", attributes=_LIST)
    labels: _Lines = ()
    values: _Lines = ()
    for each in entries:
        gap = _PRINTED if each.lines else _WRITING
        top = max(_height(labels), _height(values)) + gap
        label, value = _entry(each, listed, setter)
        labels += lowered(label, top - _height(labels))
        values += lowered(value, top - _height(values))
    return Cell(left, _LABELS, labels), Cell(left + _LABELS + 8, _VALUES, values)


def _height(lines: _Lines) -> float:
    """Return how many points lines take."""
    return sum(line.height for line in lines)


def _entry(
    particular: Particular, listed: Element, setter: Setter
) -> tuple[_Lines, _Lines]:
    """Return an entry's label, and what is said; nothing, for a hand to fill in."""
    entry = setter.tags.element("LI", listed)
    label = setter.paragraph(particular.label, styles.LABEL, _LABELS, "Lbl", entry)
    if not particular.lines:
        return label, (_BLANK,)
    body = setter.tags.element("LBody", entry)
    said: _Lines = ()
    for words in particular.lines:
        said += setter.lines(words, styles.BODY, _VALUES, body)
    return label, said


def _rules(cells: list[Cell]) -> Paint:
    """Return what draws the lines to write on, beneath all that is blank."""

    def paint(canvas: TaggedCanvas, box: Box) -> None:
        for cell in cells:
            y = box.top
            for line in cell.lines:
                y -= line.height
                if not line.text:
                    canvas.fill((cell.left, y, cell.room, 0.5), styles.QUIET)

    return paint
