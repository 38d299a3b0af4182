"""A field that is typed into to find something."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.icons import icon
from ui.theme import Theme

_WIDEST = 340
_NARROWEST = 140


class SearchField(QLineEdit):
    """Text as typed; Escape empties it, the arrow down leaves it for the list."""

    left_down = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._theme = theme
        self._glass = QAction(self)
        self.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self.setMinimumWidth(_NARROWEST)
        self.setMaximumWidth(_WIDEST)
        theme.changed.connect(self._recolour)
        self._recolour()

    def set_words(self, name: str, hint: str) -> None:
        """Set the accessible name and what the empty field says."""
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        for child in self.findChildren(QWidget):
            child.setAccessibleName(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty on Escape, leave on the arrow down."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self.left_down.emit()
        else:
            super().keyPressEvent(event)

    def _recolour(self) -> None:
        """Draw the glass in the colours of now."""
        self._glass.setIcon(icon("search", self._theme.tokens.quiet))
