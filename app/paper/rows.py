"""Rows: cells of text side by side, of known height, split only by lines."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from app.paper.structure import Element
from app.paper.tagged import Placed, TaggedCanvas
from app.paper.text import Style, width, wrap

#: A point before the end of a line, or after it.
_HANGING = re.compile(r" ·(?=\n)|(?<=\n)· ")


class Align(Enum):
    """At which edge of its cell a line stands."""

    LEFT = "left"
    RIGHT = "right"


class TextLine(NamedTuple):
    """One line that fits its cell; `element` None makes it a decoration."""

    text: str
    style: Style
    element: Element | None = None
    #: Points above it, in addition to its leading.
    above: float = 0

    @property
    def height(self) -> float:
        """How many points the line takes."""
        return self.above + self.style.leading


@dataclass(frozen=True)
class Cell:
    """Lines at `left` points from the page's edge, in so much `room`."""

    left: float
    room: float
    lines: tuple[TextLine, ...]
    align: Align = Align.LEFT

    @cached_property
    def height(self) -> float:
        """How many points the lines take."""
        return sum(line.height for line in self.lines)

    def placed(self, line: TextLine, top: float, end: str) -> Placed:
        """Return where the line's text begins; `top` is the line's upper edge.

        `end` is drawn behind it and takes no room.
        """
        x = self.left
        if self.align is Align.RIGHT:
            x += self.room - width(line.text, line.style)
        y = top - line.above - line.style.baseline
        return Placed(x, y, line.text + end, line.style)

    def draw(self, canvas: TaggedCanvas, top: float) -> None:
        """Draw the lines downwards from `top`, each element's in one go.

        A space ends each but the last: words that are copied or read aloud part.
        """
        for _, lines in groupby(self.lines, key=lambda line: id(line.element)):
            group = list(lines)
            placed = []
            for line in group:
                end = "" if line is group[-1] else " "
                placed.append(self.placed(line, top, end))
                top -= line.height
            canvas.draw(group[0].element, placed)

    def belonging_to(self, element: Element | None) -> Cell:
        """Return the same lines as that element's content, None: as decorations."""
        lines = tuple(line._replace(element=element) for line in self.lines)
        return replace(self, lines=lines)

    def split(self, room: float) -> tuple[Cell, Cell]:
        """Return the lines that fit in so many points, and the others."""
        count, used = 0, 0.0
        for line in self.lines:
            used += line.height
            if used > room:
                break
            count += 1
        rest = replace(self, lines=self.lines[count:])
        return replace(self, lines=self.lines[:count]), rest


@dataclass(frozen=True, slots=True)
class Box:
    """Where a row came to stand: its upper and lower edge, in points."""

    top: float
    bottom: float


#: A text that waits for the element it belongs to and the room it has.
Content = Callable[[Element, float], tuple[TextLine, ...]]
#: Draws decorations of a row: tints, rules.
Paint = Callable[[TaggedCanvas, Box], None]


@dataclass(frozen=True, kw_only=True)
class Row:
    """Cells side by side; distances in points.

    `gap` is the space above it, none at the head of a page; `top` and `bottom`
    are within the row. With `keep` it stays on one page with the row after it.
    `heads` are drawn again, as decorations, where the row begins a page.
    """

    cells: tuple[Cell, ...]
    gap: float = 0
    top: float = 0
    bottom: float = 0
    keep: bool = False
    paint: Paint | None = None
    heads: tuple[Row, ...] = ()

    @cached_property
    def height(self) -> float:
        """How many points the row takes without its gap."""
        tallest = max((cell.height for cell in self.cells), default=0)
        return self.top + tallest + self.bottom

    def draw(self, canvas: TaggedCanvas, top: float) -> None:
        """Draw the row downwards from `top`."""
        if self.paint:
            self.paint(canvas, Box(top, top - self.height))
        for cell in self.cells:
            cell.draw(canvas, top - self.top)

    def split(self, room: float) -> tuple[Row, Row]:
        """Return what fits in so many points, at least a line, and the rest."""
        # However little room there is, a line must go or no page would end it.
        first_lines = [line for cell in self.cells for line in cell.lines[:1]]
        least = min((line.height for line in first_lines), default=room)
        inner = max(room - self.top - self.bottom, least)
        parts = [cell.split(inner) for cell in self.cells]
        first = replace(self, cells=tuple(part[0] for part in parts), keep=False)
        return first, replace(self, cells=tuple(part[1] for part in parts), gap=0)

    def as_decoration(self) -> Row:
        """Return the row as it is repeated: the same look, outside the text."""
        cells = tuple(cell.belonging_to(None) for cell in self.cells)
        return replace(self, cells=cells, gap=0, keep=True, heads=())


def set_lines(
    text: str, style: Style, room: float, element: Element | None, above: float = 0
) -> tuple[TextLine, ...]:
    """Break a text into lines.

    A point between two names is left out where the line's end parts them.
    """
    broken = wrap(text, style, room)
    if len(broken) == 1:
        return (TextLine(broken[0], style, element, above),)
    parts = _HANGING.sub("", "\n".join(broken)).split("\n")
    return tuple(
        TextLine(part, style, element, above if i == 0 else 0)
        for i, part in enumerate(parts)
    )
