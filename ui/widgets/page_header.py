"""The bar above a page: its name, what is searched, what can be done."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.shared import Shared
from ui.widgets.button import Button
from ui.widgets.customer_view_button import CustomerViewButton
from ui.widgets.kind import set_kind
from ui.widgets.plain_label import PlainLabel

#: Narrower than this, the button of the customer view shows its drawing alone.
_FOLDS_BELOW = 820


class PageHeader(QFrame):
    """Title left, then what `add` is given; actions right, the customer view last."""

    def __init__(self, shared: Shared, parent: QWidget | None = None) -> None:
        """Begin with a title, which `set_title` sets, and the customer view."""
        super().__init__(parent)
        set_kind(self, "header")
        tokens = shared.tokens
        self.setFixedHeight(tokens.header)
        self._title = PlainLabel("", "title")
        self._customer_view = CustomerViewButton(shared)
        #: Where the next thing beside the title goes.
        self._beside = 1
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(tokens.steps(5), 0, tokens.steps(5), 0)
        self._row.setSpacing(tokens.steps(3))
        self._row.addWidget(self._title)
        self._row.addStretch()
        self._row.addWidget(self._customer_view)

    def set_title(self, title: str) -> None:
        """Name the page."""
        self._title.setText(title)

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Put something beside the title."""
        self._row.insertWidget(self._beside, widget, stretch)
        self._beside += 1

    def add_action(self, button: Button) -> None:
        """Put a button before the customer view, which stays where it is without."""
        self._row.insertWidget(self._row.count() - 1, button)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the button of the customer view where room is short."""
        self._customer_view.fold(self.width() < _FOLDS_BELOW)
        super().resizeEvent(event)
