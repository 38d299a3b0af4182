"""The three terms side by side: cost a month and in all, a bar, how far each goes."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ui.editor.texts import Fonts, draw, draw_money, width_of, wrapped
from ui.models.figures import TermFigure
from ui.shared import Shared

_ROW, _LINE, _BAR, _PADDING, _LEAST_BAR = 44, 19, 8, 8, 14
_TOP, _SMALL, _GAP, _MOST_LINES = 4, 15, 12, 2
_MOST_AMOUNT = 0.5
_MOVES: Final = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Right: 1,
}


class TermBars(QWidget):
    """Paints the terms; a click, an arrow or `take_next` wants the quote for one."""

    wanted = Signal(int)

    def __init__(self, shared: Shared) -> None:
        """Begin with nothing."""
        super().__init__()
        self._shared = shared
        self._terms: tuple[TermFigure, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        # It paints its ground itself: what lies beneath need not be painted first.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def show_terms(self, terms: tuple[TermFigure, ...], name: str) -> None:
        """Show these terms."""
        if terms == self._terms and name == self.accessibleName():
            return
        self._terms = terms
        self.setAccessibleName(name)
        self.setAccessibleDescription("; ".join(map(_spoken, terms)))
        self.updateGeometry()
        self.update()

    def take_next(self, by: int = 1) -> None:
        """Want the next term that is offered; after the last comes the first."""
        count = len(self._terms)
        at = next((i for i, term in enumerate(self._terms) if term.chosen), -1)
        others = (self._terms[(at + by * step) % count] for step in range(1, count))
        following = next((each for each in others if each.amount), None)
        if following:
            self.wanted.emit(following.term.value)

    def sizeHint(self) -> QSize:
        """Return a row for each term."""
        return QSize(200, _ROW * len(self._terms))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint row under row."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._shared.tokens.panel))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fonts = Fonts.of(self._shared.theme)
        left = max((width_of(t.name, fonts.usual) for t in self._terms), default=0.0)
        for place, term in enumerate(self._terms):
            row = QRectF(0, place * _ROW, self.width(), _ROW)
            self._row(painter, row, term, (fonts, left + _PADDING + _GAP))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the term before or after by the arrows."""
        by = _MOVES.get(Qt.Key(event.key()))
        if by:
            self.take_next(by)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keys go."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keys go elsewhere."""
        super().focusOutEvent(event)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Want the term that was clicked."""
        term = self._at(event.position().y())
        if term and event.button() is Qt.MouseButton.LeftButton:
            self.wanted.emit(term.term.value)

    def event(self, event: QEvent) -> bool:
        """Show in full how far a term goes, or why it is not offered."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            term = self._at(event.pos().y())
            QToolTip.showText(event.globalPos(), term.note if term else "", self)
            return True
        return super().event(event)

    def _at(self, y: float) -> TermFigure | None:
        """Return the term at a height."""
        place = int(y // _ROW)
        return self._terms[place] if 0 <= place < len(self._terms) else None

    def _row(
        self,
        painter: QPainter,
        row: QRectF,
        term: TermFigure,
        measures: tuple[Fonts, float],
    ) -> None:
        """Paint one term."""
        tokens = self._shared.tokens
        fonts, start = measures
        if term.chosen:
            self._ground(painter, row)
        line = row.adjusted(_PADDING, _TOP, -_PADDING, 0)
        line.setHeight(_LINE)
        draw(painter, line, term.name, (fonts.usual, tokens.text))
        beside = line.adjusted(start - _PADDING, 0, 0, 0)
        if not term.amount:
            self._note(painter, beside, term.note, fonts)
            return
        wide = min(width_of(term.amount, fonts.strong) + 1, row.width() * _MOST_AMOUNT)
        amount = QRectF(line.right() - wide, line.top(), wide, _LINE)
        draw_money(painter, amount, term.amount, (fonts.strong, tokens.text))
        beside.setRight(amount.left() - _GAP)
        if beside.width() >= _LEAST_BAR:
            self._bar(painter, beside, term)
        total = QRectF(line.left(), line.bottom(), line.width(), _SMALL)
        draw_money(painter, total, term.total, (fonts.small, tokens.quiet))
        total.setRight(total.right() - width_of(term.total, fonts.small) - _GAP)
        draw(painter, total, term.extends, (fonts.small, tokens.quiet))

    def _ground(self, painter: QPainter, row: QRectF) -> None:
        """Paint what shows the term of now, and whether the keys go here."""
        tokens = self._shared.tokens
        painter.setPen(Qt.PenStyle.NoPen)
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.accent), 2))
        painter.setBrush(QColor(tokens.accent_tint))
        inside = row.adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(inside, tokens.radius, tokens.radius)

    def _note(self, painter: QPainter, line: QRectF, note: str, fonts: Fonts) -> None:
        """Paint why a term is not offered, as far as two lines hold it."""
        line.setHeight(_SMALL + 2)
        for text in wrapped(note, fonts.small, line.width(), _MOST_LINES):
            draw(painter, line, text, (fonts.small, self._shared.tokens.quiet))
            line.translate(0, _SMALL)

    def _bar(self, painter: QPainter, room: QRectF, term: TermFigure) -> None:
        """Paint the bar of one term."""
        tokens = self._shared.tokens
        middle = room.center().y()
        wide = max(room.width() * term.share, 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.accent if term.chosen else tokens.border))
        bar = QRectF(room.left(), middle - _BAR / 2, wide, _BAR)
        painter.drawRoundedRect(bar, 2, 2)


def _spoken(term: TermFigure) -> str:
    """Return what a screen reader says of a term."""
    said = (term.amount, term.total, term.note)
    return ", ".join((term.name, *filter(None, said)))
