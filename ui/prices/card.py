"""A price list as a card: its name with a sign beside it, over quiet lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.chip import Chip
from ui.widgets.kind import set_kind
from ui.widgets.plain_label import PlainLabel

_SLACK = 2


class Card(QFrame):
    """What goes behind the name is added to `head`, what goes below to `column`."""

    def __init__(
        self,
        name: str,
        chips: Sequence[Chip],
        texts: Iterable[str],
        parent: QWidget | None = None,
    ) -> None:
        """Write the card; a name that finds no room goes on below."""
        super().__init__(parent)
        set_kind(self, "card")
        self.setAccessibleName(name)
        self.head = QHBoxLayout()
        self.head.setSpacing(10)
        self.head.addWidget(_named(name), 1)
        for chip in chips:
            self.head.addWidget(chip)
        self.head.addStretch()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 12, 16, 12)
        self.column.setSpacing(4)
        self.column.addLayout(self.head)
        for text in texts:
            self.column.addWidget(PlainLabel(text, "quiet").wrapped())


def _named(name: str) -> PlainLabel:
    """Return a label as wide as its text at most, so that chips stand beside it."""
    label = PlainLabel(name, "strong")
    label.ensurePolished()
    width = label.sizeHint().width() + _SLACK
    label.wrapped().setMaximumWidth(width)
    return label
