"""A field that holds a figure: whoever comes to it types another in its place."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QWidget

_SIGNS = frozenset(" .,\u00a0\u202f")


class FigureField(QLineEdit):
    """Selects what it holds when it is entered; a second click places the cursor."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        """Begin with a figure."""
        super().__init__(text, parent)
        self._entered_by_mouse = False

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select everything, however the field is entered."""
        super().focusInEvent(event)
        self.selectAll()
        self._entered_by_mouse = event.reason() == Qt.FocusReason.MouseFocusReason

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Keep the selection that the press of the same click took away."""
        super().mouseReleaseEvent(event)
        if self._entered_by_mouse and not self.hasSelectedText():
            self.selectAll()
        self._entered_by_mouse = False


def is_figure(text: str) -> bool:
    """Tell whether a text is a figure, with whatever signs."""
    return any(map(str.isdigit, text)) and all(
        sign.isdigit() or sign in _SIGNS for sign in text
    )
