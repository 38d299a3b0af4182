"""Labels that never take a text for anything but text."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.widgets.kind import set_kind


class PlainLabel(QLabel):
    """A label of plain text: what people type is shown as they typed it.

    `kind` is one of the sheet's: quiet, small, strong, earned, title, large, error.
    """

    def __init__(
        self, text: str = "", kind: str = "", parent: QWidget | None = None
    ) -> None:
        """Begin with a text."""
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        if kind:
            set_kind(self, kind)

    def wrapped(self) -> PlainLabel:
        """Break long texts over lines, and return the label."""
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        return self
