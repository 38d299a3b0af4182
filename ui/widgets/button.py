"""Buttons with a drawing and the key that does the same."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QPushButton,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

from ui.icons import icon
from ui.theme import Theme
from ui.widgets.kind import set_kind

_GAP: Final = 10
_CAP_HEIGHT: Final = 20


class Button(QPushButton):
    """A push button: `kind` is '' or 'primary', `key` is shown as a key cap.

    The key is only shown; an action of the window has to answer to it.
    """

    def __init__(
        self,
        theme: Theme,
        drawing: str = "",
        *,
        kind: str = "",
        key: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Begin without words; the page sets them."""
        super().__init__(parent)
        self._theme, self._drawing, self._key = theme, drawing, key
        self._folded = self._keyless = False
        self._words = self._tip = ""
        if kind:
            set_kind(self, kind)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # Enter presses it on a page too; Qt has that in dialogs alone.
        self.setAutoDefault(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self._recolour)
        self._recolour()

    def set_words(self, text: str, tip: str = "") -> None:
        """Set the text, which is the accessible name too, and a tooltip."""
        self._words, self._tip = text, tip
        self.setAccessibleName(text)
        self._show_words()

    def fold(self, folded: bool) -> None:
        """Show the drawing alone where room is short; the name stays."""
        self._folded = folded
        self._show_words()

    def hide_key(self, hidden: bool) -> None:
        """Show the words without the key where room is short."""
        self._keyless = hidden
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Leave room for the key cap."""
        hint = super().sizeHint()
        return QSize(hint.width() + self._cap_room(), hint.height())

    def minimumSizeHint(self) -> QSize:
        """Never cut the words."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button as the sheet dresses it, and the cap beside its words."""
        room = self._cap_room()
        if not room:
            super().paintEvent(event)
            return
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        whole = QRectF(self.rect())
        option.rect = self.rect().adjusted(0, 0, -room + 4, 0)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonLabel, option)
        width = room - _GAP
        cap = QRectF(0, 0, width, _CAP_HEIGHT)
        cap.moveCenter(QPointF(whole.right() - _GAP - width / 2, whole.center().y()))
        self._paint_cap(painter, cap)

    def _paint_cap(self, painter: QPainter, cap: QRectF) -> None:
        """Paint the key as it looks on a keyboard."""
        colour = QColor(self._colour())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.font(self._theme.tokens.font_small))
        painter.setPen(colour)
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._cap_text())
        colour.setAlphaF(0.45)
        painter.setPen(colour)
        edge = cap.adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(edge, 4, 4)

    def _cap_room(self) -> int:
        """Return how wide the key cap is with its gap; 0 without one."""
        if not self._key or self._folded or self._keyless:
            return 0
        font = self._theme.font(self._theme.tokens.font_small)
        width = QFontMetricsF(font).horizontalAdvance(self._cap_text())
        return round(width) + 12 + _GAP

    def _cap_text(self) -> str:
        """Return the key as this system names it."""
        native = QKeySequence(self._key).toString(
            QKeySequence.SequenceFormat.NativeText
        )
        return native.replace("+", " ")

    def _show_words(self) -> None:
        """Show the words; folded, in the tooltip alone."""
        self.setToolTip(self._tip or (self._words if self._folded else ""))
        text = "" if self._folded else self._words
        self.setText(f" {text}" if text and self._drawing else text)
        self.updateGeometry()

    def _colour(self) -> str:
        """Return the colour of what is drawn on the button."""
        tokens = self._theme.tokens
        if not self.isEnabled():
            return tokens.disabled
        if self.property("kind") == "primary":
            return tokens.on_accent
        return tokens.accent if self.isChecked() else tokens.text

    def nextCheckState(self) -> None:
        """Take the colour of the new state."""
        super().nextCheckState()
        self._recolour()

    def recolour(self) -> None:
        """Take the colour of the state of now."""
        self._recolour()

    def _recolour(self) -> None:
        """Draw in the colours of now."""
        if self._drawing:
            tokens = self._theme.tokens
            colour = self._colour() if self.isEnabled() else tokens.text
            self.setIcon(icon(self._drawing, colour, disabled=tokens.disabled))
        self.update()
