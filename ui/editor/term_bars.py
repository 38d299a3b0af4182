"""The three terms side by side: what each costs a month, and a bar for it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ui.editor.texts import Fonts, draw, draw_money, width_of
from ui.models.figures import TermFigure
from ui.shared import Shared

_ROW, _BAR, _PADDING, _LEAST_BAR = 28, 8, 8, 14
_MOST_AMOUNT = 0.5


class TermBars(QWidget):
    """Paints the terms; a click on one wants the quote made for it."""

    wanted = Signal(int)

    def __init__(self, shared: Shared) -> None:
        """Begin with nothing."""
        super().__init__()
        self._shared = shared
        self._terms: tuple[TermFigure, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        # It paints its ground itself: what lies beneath need not be painted first.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def show_terms(self, terms: tuple[TermFigure, ...], name: str) -> None:
        """Show these terms."""
        if terms == self._terms and name == self.accessibleName():
            return
        self._terms = terms
        self.setAccessibleName(name)
        said = (f"{t.name}: {t.amount or t.note}" for t in terms)
        self.setAccessibleDescription("; ".join(said))
        self.updateGeometry()
        self.update()

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
            self._row(painter, row, term, (fonts, left + _PADDING + 12))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Want the term that was clicked."""
        term = self._at(event.position().y())
        if term and event.button() is Qt.MouseButton.LeftButton:
            self.wanted.emit(term.term.value)

    def event(self, event: QEvent) -> bool:
        """Show in full why a term is not offered."""
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
        painter.setPen(Qt.PenStyle.NoPen)
        if term.chosen:
            painter.setBrush(QColor(tokens.accent_tint))
            painter.drawRoundedRect(row, tokens.radius, tokens.radius)
        text = row.adjusted(_PADDING, 0, -_PADDING, 0)
        draw(painter, text, term.name, (fonts.usual, tokens.text))
        if not term.amount:
            note = text.adjusted(start - _PADDING, 0, 0, 0)
            draw(painter, note, term.note, (fonts.small, tokens.quiet))
            return
        wide = min(width_of(term.amount, fonts.strong) + 1, row.width() * _MOST_AMOUNT)
        amount = QRectF(text.right() - wide, row.top(), wide, row.height())
        draw_money(painter, amount, term.amount, (fonts.strong, tokens.text))
        room = amount.left() - 12 - start
        if room >= _LEAST_BAR:
            self._bar(painter, QRectF(start, row.center().y() - 4, room, _BAR), term)

    def _bar(self, painter: QPainter, rect: QRectF, term: TermFigure) -> None:
        """Paint the bar of one term."""
        tokens = self._shared.tokens
        rect.setWidth(max(rect.width() * term.share, 2))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.accent if term.chosen else tokens.line))
        painter.drawRoundedRect(rect, 2, 2)
