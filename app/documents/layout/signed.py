"""The fields of an acceptance: lines to write on, or what was written there."""

from __future__ import annotations

from dataclasses import replace

from app.documents.document import Acceptance, Signed, Words
from app.paper import styles
from app.paper.rows import Align, Box, Cell, Paint, Row
from app.paper.setter import Setter, lowered
from app.paper.styles import LEFT, WIDTH
from app.paper.table import Column
from app.paper.tagged import TaggedCanvas

#: Points that a hand, or its drawing, needs over a line.
SIGNING = 46.0
_DRAWN, _MARGIN, _UNDER = 64.0, 3.0, 8.0
_WHOLE = Column(LEFT, WIDTH, Align.LEFT)


def ruled(columns: tuple[Column, ...]) -> Paint:
    """Return what draws a line to write on under each field."""

    def paint(canvas: TaggedCanvas, box: Box) -> None:
        for column in columns:
            canvas.fill((column.left, box.bottom, column.room, 0.5), styles.QUIET)

    return paint


def to_sign(words: Words, columns: tuple[Column, ...], setter: Setter) -> Paint:
    """Return what draws the lines, and a field to sign in over the last one."""
    lines, column = ruled(columns), columns[-1]
    form = setter.tags.element("Form")
    form.alternative = " / ".join(words)

    def paint(canvas: TaggedCanvas, box: Box) -> None:
        lines(canvas, box)
        low = box.bottom + 1
        field = (column.left, low, column.left + column.room, low + SIGNING - 2)
        canvas.signature(form, field)

    return paint


def signed_fields(
    said: Acceptance, signed: Signed, columns: tuple[Column, ...], setter: Setter
) -> list[Row]:
    """Return the fields as they were filled in, and what is said under them."""
    values = (*signed.values, ())
    labels = [
        setter.cell(label, styles.LABEL, column)
        for column, label in zip(columns, said.fields, strict=True)
    ]
    under = max(label.height for label in labels) + _UNDER
    cells = tuple(
        _filled(label, value, under, setter)
        for label, value in zip(labels, values, strict=True)
    )
    drawn, lines = _drawing(signed, cells[-1], setter), ruled(columns)

    def paint(canvas: TaggedCanvas, box: Box) -> None:
        lines(canvas, box)
        drawn(canvas, box)

    tallest = max(cell.height for cell in cells)
    room = max(cells[-1].height + _DRAWN - tallest, _UNDER)
    row = Row(cells=cells, gap=10, bottom=room, paint=paint, keep=True)
    remarks = [
        Row(cells=(setter.cell(words, styles.CLAUSE, _WHOLE),), gap=6, keep=True)
        for words in signed.remarks
    ]
    remarks[-1] = replace(remarks[-1], keep=False)
    return [row, *remarks]


def _filled(label: Cell, value: Words, under: float, setter: Setter) -> Cell:
    """Return a field's label, and so far under its top what stands in it."""
    if not value:
        return label
    written = setter.paragraph(value, styles.STRONG, label.room)
    lines = lowered(written, under - label.height)
    return replace(label, lines=(*label.lines, *lines))


def _drawing(signed: Signed, field: Cell, setter: Setter) -> Paint:
    """Return what draws the signature under its label, never distorted."""
    wide = min(field.room, (_DRAWN - 2 * _MARGIN) / signed.height)
    layout = f"/O/Layout/Width {wide:.2f}/Height {wide * signed.height:.2f}"
    figure = setter.tags.element("Figure", attributes=layout)
    figure.alternative = " / ".join(signed.drawing)

    def paint(canvas: TaggedCanvas, box: Box) -> None:
        top = box.bottom + _MARGIN + wide * signed.height
        lines = (
            [(field.left + x * wide, top - y * wide) for x, y in stroke]
            for stroke in signed.strokes
        )
        canvas.strokes(figure, lines, styles.INK)

    return paint
