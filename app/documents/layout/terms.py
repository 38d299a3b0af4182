"""The terms beside one another, a small bar for each monthly rate."""

from __future__ import annotations

from app.documents.document import Comparison, TermOffer
from app.paper import styles
from app.paper.rows import Box, Cell, Paint, Row
from app.paper.setter import Setter, heading
from app.paper.structure import Element
from app.paper.styles import LEFT, LINE, WIDTH
from app.paper.tagged import TaggedCanvas

_GUTTER = 10.3
_BAR = 3.6
_RULE = 1.4
_LIST = "/O/List/ListNumbering/None"


def terms(comparison: Comparison, setter: Setter) -> list[Row]:
    """Return the heading and the terms as a list."""
    head = heading(comparison.heading, comparison.aside, setter)
    count = len(comparison.terms)
    room = (WIDTH - _GUTTER * (count - 1)) / count
    entries = setter.tags.element("L", attributes=_LIST)
    cells = tuple(
        _term(term, LEFT + i * (room + _GUTTER), room, entries, setter)
        for i, term in enumerate(comparison.terms)
    )
    paint = _bars(comparison.terms, room, setter.accent)
    return [head, Row(cells=cells, top=6, bottom=13, paint=paint)]


def _term(
    term: TermOffer, left: float, room: float, entries: Element, setter: Setter
) -> Cell:
    """Return one term with its figures."""
    body = setter.tags.element("LBody", setter.tags.element("LI", entries))
    voice = setter.accented(styles.TERM) if term.chosen else styles.TERM
    lines = setter.lines(term.heading, voice, room, body)
    lines += setter.lines(term.figures, styles.DETAIL, room, body)
    return Cell(left, room, lines)


def _bars(terms: tuple[TermOffer, ...], room: float, accent: str) -> Paint:
    """Return what draws the rule above each term and the bar below it."""

    def paint(canvas: TaggedCanvas, box: Box) -> None:
        for i, term in enumerate(terms):
            left = LEFT + i * (room + _GUTTER)
            colour = accent if term.chosen else LINE
            canvas.fill((left, box.top - _RULE, room, _RULE), colour)
            bar = room * float(term.share)
            if bar:
                canvas.fill((left, box.bottom + 1, bar, _BAR), colour)

    return paint
