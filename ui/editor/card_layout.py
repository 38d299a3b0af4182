"""Where each piece of a row stands, measured once and then drawn from memory."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QStaticText, QTransform

from ui.editor.texts import Fonts, width_of, wrapped
from ui.models.line_rows import Fold, Row

MARGIN = 15
INDENT = 18
GAP = 12
HEADING = 38
TOP = 9
BOTTOM = 9
NAME_HEIGHT = 19
DETAIL_HEIGHT = 16
LEAST = TOP + 22 + BOTTOM
MARK = 20
CHEVRON = 13
_BETWEEN = " · "


#: The font of each role, as `Fonts` names it.
FONTS = {
    "name": "strong",
    "quiet": "usual",
    "detail": "small",
    "link": "strong",
    "gain": "small_strong",
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A line of text, shaped, at its place in the row; `role` says in which look."""

    at: QPointF
    text: QStaticText
    role: str


@dataclass(frozen=True, slots=True)
class Layout:
    """The pieces of a row's first column, how high it is, what in it is clicked.

    `link` is where 'Include' stands, `fold` where what a pack includes does.
    """

    pieces: tuple[Piece, ...]
    height: int
    link: QRectF | None
    fold: QRectF | None


def heading_height(row: Row) -> int:
    """Return a heading's height with the gap above its card."""
    return HEADING if row.first else HEADING + GAP


def laid_out(row: Row, width: float, beyond: float, fonts: Fonts) -> Layout:
    """Lay out a name in a column of that width; small print goes on beyond it."""
    left = float(
        MARGIN + (INDENT if row.indented else 0) + (MARK if row.severity else 0)
    )
    room = max(width - left - MARGIN, 40.0)
    maker = _Maker(row, left, (room, room + beyond), fonts)
    maker.name()
    maker.details()
    height = max(LEAST, round(maker.y) + BOTTOM + row.last)
    return Layout(tuple(maker.pieces), height, maker.link, maker.fold)


class _Maker:
    """Puts one piece under the other."""

    def __init__(
        self, row: Row, left: float, rooms: tuple[float, float], fonts: Fonts
    ) -> None:
        """Begin at the top, with the room of the name and of the small print."""
        self._row, self._left, self._fonts = row, left, fonts
        self._room, self._wide = rooms
        self.pieces: list[Piece] = []
        self.link: QRectF | None = None
        self.fold: QRectF | None = None
        self.y = float(TOP)

    def name(self) -> None:
        """Put the name, and what makes it firm behind it."""
        role = "quiet" if self._row.quiet else "name"
        font = self._fonts.usual if self._row.quiet else self._fonts.strong
        used = 0.0
        for line in wrapped(self._row.name, font, self._room, 3):
            self._line(line, role, NAME_HEIGHT)
            used = width_of(line, font)
        if self._row.offer:
            self._offer(used)

    def details(self) -> None:
        """Put the small print, and what it would earn at its end."""
        used = 0.0
        for place, detail in enumerate(self._row.details):
            folds = place == 0 and self._row.fold is not Fold.NONE
            used = self._detail(detail, CHEVRON if folds else 0)
        if self._row.gain:
            self._gain(used)

    def _detail(self, text: str, indent: int) -> float:
        """Put some small print; return where it ends. What folds leaves room first."""
        top, used = self.y, 0.0
        for line in wrapped(text, self._fonts.small, self._wide - indent, 6):
            at = QPointF(self._left + indent, self.y)
            self._put(at, line, "detail", DETAIL_HEIGHT)
            self.y += DETAIL_HEIGHT
            used = indent + width_of(line, self._fonts.small)
        if indent:
            wide = used if self.y == top + DETAIL_HEIGHT else self._wide
            self.fold = QRectF(self._left, top, wide, self.y - top)
        return used

    def _offer(self, used: float) -> None:
        """Put the word that includes an optional line where there is room."""
        wide = width_of(self._row.offer, self._fonts.strong)
        start = used + 8 if used + 8 + wide <= self._room else 0.0
        top = self.y - NAME_HEIGHT if start else self.y
        self.link = QRectF(self._left + start, top, wide + 1, NAME_HEIGHT)
        self._put(self.link.topLeft(), self._row.offer, "link", NAME_HEIGHT)
        if not start:
            self.y += NAME_HEIGHT

    def _gain(self, used: float) -> None:
        """Put what the partner would earn behind the small print."""
        wide = width_of(self._row.gain, self._fonts.small_strong)
        before = _BETWEEN if used else ""
        gap = width_of(before, self._fonts.small)
        fits = used and used + gap + wide <= self._wide
        start = used if fits else 0.0
        if not fits:
            before, gap = "", 0.0
            self.y += DETAIL_HEIGHT
        top = self.y - DETAIL_HEIGHT
        at = QPointF(self._left + start, top)
        self._put(at, before, "detail", DETAIL_HEIGHT)
        self._put(at + QPointF(gap, 0), self._row.gain, "gain", DETAIL_HEIGHT)

    def _line(self, text: str, role: str, height: int) -> None:
        """Put a line under those before."""
        self._put(QPointF(self._left, self.y), text, role, height)
        self.y += height

    def _put(self, at: QPointF, text: str, role: str, height: int) -> None:
        """Shape a text and put it in the middle of a line of that height."""
        shaped = QStaticText(text)
        shaped.setTextFormat(Qt.TextFormat.PlainText)
        shaped.prepare(QTransform(), self._font(role))
        down = (height - shaped.size().height()) / 2
        self.pieces.append(Piece(at + QPointF(0, down), shaped, role))

    def _font(self, role: str) -> QFont:
        """Return the font of a role."""
        font: QFont = getattr(self._fonts, FONTS[role])
        return font
