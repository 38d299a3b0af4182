"""The one number, in a tinted band with the figures beside it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from app.documents.document import Figure, Headline, Words
from app.domain.accent import tint
from app.paper import styles
from app.paper.fonts import Weight
from app.paper.rows import Align, Box, Cell, Paint, Row, TextLine
from app.paper.setter import Setter, lowered
from app.paper.structure import Element
from app.paper.styles import LEFT, RIGHT, WIDTH, Voice
from app.paper.tagged import TaggedCanvas
from app.paper.text import Style, width

_PADDING = 15.0
_BAR = 3.2
_INNER_LEFT = LEFT + 20
_INNER_RIGHT = RIGHT - 18
_LABELS = 160.0
_SPACE = 8.0
_LOWEST = 40.0
_SIZES = (27, 22, 18, 14)


def headline(said: Headline, setter: Setter) -> Row:
    """Return the band: number and what it buys, other figures to the right."""
    # The number is read before the figures beside it.
    number_and_buys = setter.tags.element("P"), setter.tags.element("P")
    figures = _figures(said.figures, setter)
    taken = sum(cell.room for cell in figures) + 3 * _SPACE if figures else 0
    room = _INNER_RIGHT - _INNER_LEFT - taken
    number = _number(said, room, setter, number_and_buys)
    return Row(
        cells=(*number, *_low(figures, max(map(_height, number)))),
        gap=24,
        top=_PADDING,
        bottom=_PADDING,
        paint=_band(setter.accent),
    )


def _height(cell: Cell) -> float:
    """Return how high a cell's lines are, in points."""
    return sum(line.height for line in cell.lines)


def _low(figures: tuple[Cell, ...], height: float) -> tuple[Cell, ...]:
    """Let the last figure stand as low as what the number buys.

    Beside a long text the figures stay beside the number.
    """
    free = max(height - max(map(_height, figures), default=0), 0)
    if free > _LOWEST:
        return figures
    return tuple(
        replace(cell, lines=lowered(cell.lines, cell.lines[0].above + free))
        for cell in figures
    )


def _number(
    said: Headline, room: float, setter: Setter, elements: tuple[Element, Element]
) -> tuple[Cell, ...]:
    """Return the number, what it is per, and what it buys: two elements."""
    paragraph, bought = elements
    if not said.amount:
        sentence = setter.lines(said.per, styles.PER, room, paragraph)
        return (Cell(_INNER_LEFT, room, sentence),)
    style = _number_style(said.amount[0], room, setter.accent)
    voice = Voice(style, styles.BODY.beneath)
    number = setter.lines(said.amount, voice, room, paragraph)
    left = width(said.amount[0], style) + _SPACE
    beside = max(width(text, styles.PER.first) for text in said.per) <= room - left
    per = setter.lines(said.per, styles.PER, room, paragraph)
    buys = setter.lines(said.buys, styles.BODY, room, bought)
    if len(number) > 1 or not beside:
        return (Cell(_INNER_LEFT, room, (*number, *per, *lowered(buys, 3))),)
    return (
        Cell(_INNER_LEFT, room, (*number, *lowered(buys, 4))),
        Cell(_INNER_LEFT + left, room - left, _beside(per, style)),
    )


def _number_style(text: str, room: float, accent: str) -> Style:
    """Return the largest size in which the number fits on one line."""
    styles_tried = [Style(size, size * 1.2, accent, Weight.SEMIBOLD) for size in _SIZES]
    fitting = (style for style in styles_tried if width(text, style) <= room)
    return next(fitting, styles_tried[-1])


def _beside(lines: tuple[TextLine, ...], number: Style) -> tuple[TextLine, ...]:
    """Let the last of the lines stand on the number's baseline."""
    *before, last = lines
    used = sum(line.height for line in before) + last.style.baseline
    return lowered(lines, max(number.baseline - used, 0))


def _figures(figures: tuple[Figure, ...], setter: Setter) -> tuple[Cell, ...]:
    """Return the labels and, at the right edge, their amounts."""
    if not figures:
        return ()
    wide = _widest((figure.amount for figure in figures), styles.STRONG)
    room = min(_widest((figure.label for figure in figures), styles.FAINT), _LABELS)
    labels: list[TextLine] = []
    amounts: list[TextLine] = []
    owed = 0.0
    for figure in figures:
        paragraph = setter.tags.element("P")
        label = setter.lines(figure.label, styles.FAINT, room, paragraph)
        (amount,) = setter.lines(figure.amount, styles.STRONG, wide, paragraph)
        labels += lowered(label, 3)
        amounts.append(amount._replace(above=3 + owed))
        owed = sum(line.height for line in label[1:])
    edge = _INNER_RIGHT - wide
    return (
        Cell(edge - 2 * _SPACE - room, room, tuple(labels)),
        Cell(edge, wide, tuple(amounts), Align.RIGHT),
    )


def _widest(texts: Iterable[Words], voice: Voice) -> float:
    """Return the room that the longest text needs in one line."""
    return max(width(words[0], voice.first) for words in texts) + 0.5


def _band(accent: str) -> Paint:
    """Return what draws the tint and the bar at its left."""

    def paint(canvas: TaggedCanvas, box: Box) -> None:
        height = box.top - box.bottom
        canvas.fill((LEFT, box.bottom, WIDTH, height), tint(accent))
        canvas.fill((LEFT, box.bottom, _BAR, height), accent)

    return paint
