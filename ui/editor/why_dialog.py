"""Why an amount is what it is, in a dialog to read."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.models.why import Reasons
from ui.shared import Shared
from ui.widgets.customer_key import hear_customer_key
from ui.widgets.file_dialog import say_buttons
from ui.widgets.kind import set_kind
from ui.widgets.plain_label import PlainLabel
from ui.widgets.room import within_screen

#: Returns what there is to explain, for whoever looks on now.
Explain = Callable[[], Sequence[Reasons]]
_SIZE = (600, 600)


class WhyDialog(QDialog):
    """Facts under titles; what only the partner may see goes when a customer looks."""

    def __init__(self, shared: Shared, explain: Explain, parent: QWidget) -> None:
        """Show what is to be explained."""
        super().__init__(parent)
        self._shared, self._explain = shared, explain
        self.setWindowTitle(shared.language.gettext("Why this amount?"))
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        say_buttons(buttons, shared.language)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(self._area, 1)
        column.addWidget(buttons)
        hear_customer_key(self, shared)
        shared.customer_view_changed.connect(self._fill)
        self._fill()
        within_screen(self, *_SIZE)

    def _fill(self) -> None:
        """Write the facts for whoever looks on now."""
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for reasons in self._explain():
            column.addWidget(_card(reasons))
        column.addStretch(1)
        self._area.setWidget(inner)


def _card(reasons: Reasons) -> QFrame:
    """Return one explanation as a card."""
    card = QFrame()
    set_kind(card, "card")
    grid = QGridLayout(card)
    grid.setContentsMargins(16, 12, 16, 12)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(0, 1)
    grid.addWidget(PlainLabel(reasons.title, "strong").wrapped(), 0, 0, 1, 2)
    for row, fact in enumerate(reasons.facts, 1):
        tone = "earned" if fact.own else "strong" if fact.sum else ""
        name = PlainLabel(fact.name, tone or "quiet").wrapped()
        value = PlainLabel(fact.value, tone)
        value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        value.setAccessibleName(f"{fact.name}, {fact.value}")
        grid.addWidget(name, row, 0)
        grid.addWidget(value, row, 1)
    card.setAccessibleName(reasons.title)
    return card
