"""An amount as a widget: it shrinks where it must, and is never cut."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.shared import Shared
from ui.widgets.money import LEFT, RIGHT, paint_money


class MoneyLabel(QWidget):
    """Paints one amount in a token's colour; whoever wants hears of a click."""

    clicked = Signal()

    def __init__(
        self,
        shared: Shared,
        size: int,
        colour: str,
        *,
        ground: str = "panel",
        right: bool = False,
    ) -> None:
        """Begin empty; `colour` and `ground` are names of tokens."""
        super().__init__()
        self._shared, self._colour, self._ground = shared, colour, ground
        self._font = shared.theme.font(size, strong=True)
        self._measures = QFontMetricsF(self._font)
        self._side = RIGHT if right else LEFT
        self._text, self._wide = "", 2
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        # It paints its ground itself: what lies beneath need not be painted first.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @property
    def text(self) -> str:
        """The amount."""
        return self._text

    def show_text(self, text: str, name: str = "") -> None:
        """Show an amount; `name` is what is read aloud with it."""
        self.setAccessibleName(f"{text} {name}".strip())
        if text == self._text:
            return
        self._text = text
        wide = round(self._measures.horizontalAdvance(text) + 2)
        # Another amount as wide as the last leaves everything where it is.
        if wide != self._wide:
            self._wide = wide
            self.updateGeometry()
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell of a click."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.clicked.emit()

    def sizeHint(self) -> QSize:
        """Return what the whole amount needs."""
        return QSize(self._wide, round(self._measures.height()))

    def minimumSizeHint(self) -> QSize:
        """Return how narrow it may become."""
        return QSize(min(60, self.sizeHint().width()), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the amount."""
        painter, tokens = QPainter(self), self._shared.tokens
        painter.fillRect(self.rect(), QColor(getattr(tokens, self._ground)))
        painter.setPen(QColor(getattr(tokens, self._colour)))
        rect = QRectF(self.rect())
        paint_money(painter, rect, self._text, self._font, self._side)
