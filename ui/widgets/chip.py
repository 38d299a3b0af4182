"""A word in a small coloured field."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.widgets.kind import set_dress
from ui.widgets.plain_label import PlainLabel


class Chip(PlainLabel):
    """A state in a word; `tone` is plain, accent, info, good, attention or own."""

    def __init__(
        self, text: str = "", tone: str = "plain", parent: QWidget | None = None
    ) -> None:
        """Begin with a word and a tone."""
        super().__init__(text, "chip", parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_tone(tone)

    def set_tone(self, tone: str) -> None:
        """Take another tone."""
        set_dress(self, "tone", tone)
