"""A sentence over the quote with one button that does something about it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from ui.shared import Shared
from ui.widgets.button import Button
from ui.widgets.kind import set_dress, set_kind
from ui.widgets.plain_label import PlainLabel


class OfferBar(QFrame):
    """Hidden until somebody shows it."""

    wanted = Signal()

    def __init__(self, shared: Shared) -> None:
        """Begin hidden, without words."""
        super().__init__()
        set_kind(self, "banner")
        set_dress(self, "severity", "suggestion")
        self._text = PlainLabel().wrapped()
        self.button = Button(shared.theme, "refresh-cw")
        self.button.clicked.connect(self.wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.addWidget(self._text, 1)
        row.addWidget(self.button)
        self.hide()

    def set_words(self, text: str, button: str) -> None:
        """Say what is the matter, and what can be done."""
        self._text.setText(text)
        self.button.set_words(button)
