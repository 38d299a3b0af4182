"""The end of the paper: the conditions, and where the customer signs."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from app.documents.document import Acceptance, Clause, Conditions
from app.documents.layout.signed import SIGNING, signed_fields, to_sign
from app.paper import styles
from app.paper.rows import Align, Cell, Row
from app.paper.setter import Setter, heading
from app.paper.structure import Element
from app.paper.styles import LEFT, RIGHT, WIDTH
from app.paper.table import Column

_CATCHWORDS = 100.0
_BODY_LEFT = LEFT + _CATCHWORDS + 8
_LIST = "/O/List/ListNumbering/None"
_WHOLE = Column(LEFT, WIDTH, Align.LEFT)
#: The share of the width that each field has: name, perhaps place, date, signature.
_FIELDS = {3: (0.36, 0.2, 0.44), 4: (0.3, 0.19, 0.15, 0.36)}


def conditions(said: Conditions, setter: Setter) -> list[Row]:
    """Return the conditions as a list of catchwords and sentences."""
    head = heading(said.heading, (), setter)
    entries = setter.tags.element("L", attributes=_LIST)
    if setter.keeps:
        clauses = [_kept_clause(clause, setter) for clause in said.clauses]
    else:
        clauses = [_clause(clause, entries, setter) for clause in said.clauses]
    # One condition alone under the heading would look forgotten.
    first = [replace(row, keep=True) for row in clauses[:1]]
    return [head, *first, *clauses[1:]]


@lru_cache(maxsize=256)
def _kept_clause(clause: Clause, setter: Setter) -> Row:
    """Set a condition, or return it as it was set before: few edits change any."""
    return _clause(clause, setter.tags.element("L"), setter)


def _clause(clause: Clause, entries: Element, setter: Setter) -> Row:
    """Return one condition, its catchword at the left."""
    entry = setter.tags.element("LI", entries)
    room = RIGHT - _BODY_LEFT
    label = setter.paragraph(clause.label, styles.CATCHWORD, _CATCHWORDS, "Lbl", entry)
    text = setter.paragraph(clause.text, styles.CLAUSE, room, "LBody", entry)
    cells = (Cell(LEFT, _CATCHWORDS, label), Cell(_BODY_LEFT, room, text))
    return Row(cells=cells, top=1.6, bottom=2.4)


def acceptance(said: Acceptance, setter: Setter) -> list[Row]:
    """Return what is agreed to and the fields to fill in, on one page."""
    head = heading(said.heading, (), setter)
    text = Row(cells=(setter.cell(said.text, styles.CLAUSE, _WHOLE),), keep=True)
    columns = _field_columns(len(said.fields))
    if said.signed:
        return [head, text, *signed_fields(said, said.signed, columns, setter)]
    cells = tuple(
        setter.cell(words, styles.LABEL, column)
        for words, column in zip(said.fields, columns, strict=True)
    )
    paint = to_sign(said.fields[-1], columns, setter)
    fields = Row(cells=cells, gap=10, bottom=SIGNING, paint=paint)
    return [head, text, fields]


def _field_columns(count: int) -> tuple[Column, ...]:
    """Return where that many fields stand."""
    shares = _FIELDS[count]
    free = WIDTH - styles.GUTTER * (count - 1)
    columns: list[Column] = []
    left = LEFT
    for share in shares:
        columns.append(Column(left, free * share, Align.LEFT))
        left = columns[-1].right + styles.GUTTER
    return tuple(columns)
