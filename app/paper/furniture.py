"""What every page carries: notices, a running head, the legal line, its number."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.paper import styles
from app.paper.characters import units
from app.paper.flow import Frame, paginate
from app.paper.rows import Align, Cell, Row, TextLine, set_lines
from app.paper.setter import Words
from app.paper.structure import Element
from app.paper.styles import GUTTER, LEFT, LINE, RIGHT, TOP, WIDTH
from app.paper.tagged import Placed, TaggedCanvas
from app.paper.text import width, wrap

_NUMBER_ROOM = 50.0
_FOOTER_ROOM = WIDTH - _NUMBER_ROOM
#: A footer with more lines than this goes to the end of the document instead.
_FOOTER_LINES = 5
#: A running head repeats what the first page says whole.
_RUNNING_LINES = 2
_FOOT = 24.0
_NOTICE_TOP = 12.0
_HALF = WIDTH / 2 - GUTTER
_NOTICE = styles.NOTICE.first
_RUNNING = styles.RUNNING.first
_FOOTER = styles.FOOTER.first


@dataclass(frozen=True, slots=True)
class Repeated:
    """What is said on every page: signs at its head, who and what, the legal line."""

    notices: tuple[Words, ...]
    issuer: Words
    running: Words
    footer: tuple[Words, ...] = ()


class Furniture:
    """The parts of a page that are not in the flow of the text."""

    def __init__(self, canvas: TaggedCanvas, said: Repeated) -> None:
        """Measure them, so that pages know how far they may be filled."""
        self._canvas = canvas
        self._notices = [_joined(words) for words in said.notices]
        # Read first of all; on the other pages they are repetitions.
        self._notice = canvas.element("P")
        self._issuer = _lines(said.issuer, Align.LEFT, _HALF)
        taken = max((width(li.text, _RUNNING) for li in self._issuer.lines), default=0)
        self._running = _lines(said.running, Align.RIGHT, WIDTH - taken - GUTTER)
        self._footer = _footer(said.footer)
        height = canvas.height
        heads = max(self._issuer.height, self._running.height)
        self.frame = Frame(
            first_top=height - TOP,
            top=height - TOP - heads - 18,
            bottom=_FOOT + self._footer.height + 20,
        )

    def draw(self, page: int, pages: int) -> None:
        """Draw them on the current page, counted from 1."""
        self._draw_notices(self._notice if page == 1 else None)
        if page > 1:
            self._draw_running_head()
        # The legal line is part of the text once, at its end.
        last = self._canvas.element("P") if page == pages else None
        self._draw_foot(f"{page} / {pages}", last)

    def _draw_notices(self, element: Element | None) -> None:
        """Draw the notices as small signs at the upper right."""
        right, top = RIGHT, self._canvas.height - _NOTICE_TOP
        for text in reversed(self._notices):
            wide = width(text, _NOTICE)
            box = (right - wide - 14, top - 14, wide + 14, 14.0)
            self._canvas.fill_round(box, 3, styles.ATTENTION_TINT)
            y = top - 2 - _NOTICE.baseline
            self._canvas.draw(element, [Placed(right - wide - 7, y, text, _NOTICE)])
            right -= wide + 20

    def _draw_running_head(self) -> None:
        """Draw who and what above the pages that follow the first."""
        top = self._canvas.height - TOP
        self._issuer.draw(self._canvas, top)
        self._running.draw(self._canvas, top)
        low = top - max(self._issuer.height, self._running.height) - 5
        self._canvas.fill((LEFT, low, WIDTH, 0.6), LINE)

    def _draw_foot(self, number: str, element: Element | None) -> None:
        """Draw the legal line and the page's number."""
        top = _FOOT + self._footer.height
        self._canvas.fill((LEFT, top + 6, WIDTH, 0.6), LINE)
        self._footer.belonging_to(element).draw(self._canvas, top)
        line = TextLine(number, _FOOTER)
        Cell(RIGHT - _NUMBER_ROOM, _NUMBER_ROOM, (line,), Align.RIGHT).draw(
            self._canvas, top
        )


def draw(
    canvas: TaggedCanvas,
    rows: Iterable[Row],
    furniture: Furniture,
    most: int | None = None,
) -> int:
    """Draw the rows down as many pages as they need, each with its furniture.

    Return how many these are; no more of them than `most` are drawn.
    """
    pages = paginate(rows, furniture.frame)
    for number, page in enumerate(pages[:most], 1):
        if number > 1:
            canvas.next_page()
        for row, top in page:
            row.draw(canvas, top)
        furniture.draw(number, len(pages))
    return len(pages)


def _joined(words: Words) -> str:
    """Return all languages in one line."""
    return " · ".join(dict.fromkeys(filter(None, words)))


def overlong(footer: tuple[Words, ...]) -> tuple[Words, ...]:
    """Return what is too long to stand at the foot of every page."""
    return tuple(words for words in footer if not _fits(words))


def _fits(words: Words) -> bool:
    """Tell whether the words can stand at the foot."""
    lines = (wrap(text, _FOOTER, _FOOTER_ROOM) for text in words)
    return sum(map(len, lines)) <= _FOOTER_LINES


def _footer(footer: tuple[Words, ...]) -> Cell:
    """Return the lines at the foot, with room for the page's number."""
    texts = dict.fromkeys(t for words in footer if _fits(words) for t in words)
    lines = [set_lines(text, _FOOTER, _FOOTER_ROOM, None) for text in texts]
    return Cell(LEFT, _FOOTER_ROOM, tuple(line for part in lines for line in part))


def _lines(words: Words, align: Align, room: float) -> Cell:
    """Return words of the running head."""
    left = LEFT if align is Align.LEFT else RIGHT - room
    lines = set_lines(_joined(words), _RUNNING, room, None)
    if len(lines) > _RUNNING_LINES:
        *kept, last = lines[:_RUNNING_LINES]
        begun = "".join(units(last.text)[:-2])
        lines = (*kept, last._replace(text=f"{begun}…"))
    return Cell(left, room, lines, align)
