"""Widgets that change their words when the language changes."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget


class Translated(QWidget):
    """A widget with words of its own: `retranslate` says them all.

    Call it once at the end of `__init__`; after that LanguageChange does.
    """

    def changeEvent(self, event: QEvent) -> None:
        """Say everything again when the language changes."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Set every text, tooltip and accessible name in the language of now."""
        raise NotImplementedError
