"""The button that hides what only the partner may see, and says that it does."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.shared import Shared
from ui.widgets.button import Button
from ui.widgets.translated import Translated


class CustomerViewButton(Translated):
    """Stands in every page's header; F9 does the same."""

    def __init__(self, shared: Shared, parent: QWidget | None = None) -> None:
        """Show whether the customer looks on."""
        super().__init__(parent)
        self._shared = shared
        self._button = Button(shared.theme, "eye-off", key="F9")
        self._button.setCheckable(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._button)
        self._button.clicked.connect(shared.show_customer)
        shared.customer_view_changed.connect(self._show)
        self._show(shared.customer_view)

    def fold(self, folded: bool) -> None:
        """Show the drawing alone where room is short."""
        self._button.fold(folded)

    def retranslate(self) -> None:
        """Say it in the language of now."""
        on = self._shared.customer_view
        _ = self._shared.language.gettext
        self._button.set_words(
            _("Customer view on") if on else _("Customer view"),
            _("Shows everything again")
            if on
            else _("Hides commissions, costs and notes in every page"),
        )

    def _show(self, on: bool) -> None:
        """Show the state of now."""
        self._button.setChecked(on)
        self._button.recolour()
        self.retranslate()
