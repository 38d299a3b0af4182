"""Choosing one of the currencies that a price list holds."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from ui.shared import Shared
from ui.widgets.button import Button
from ui.widgets.translated import Translated


class CurrencyChoice(Translated):
    """A list of codes and a button; hidden where there is nothing to choose."""

    chosen = Signal(str)

    def __init__(self, shared: Shared, parent: QWidget | None = None) -> None:
        """Begin hidden."""
        super().__init__(parent)
        self._shared = shared
        self.codes = QComboBox()
        self.read = Button(shared.theme, "check")
        self.read.clicked.connect(lambda: self.chosen.emit(self.codes.currentText()))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.codes)
        row.addWidget(self.read)
        row.addStretch(1)
        self.retranslate()
        self.hide()

    def offer(self, currencies: tuple[str, ...]) -> None:
        """Offer these codes, the home currency's first."""
        self.codes.clear()
        self.codes.addItems(sorted(currencies, key=lambda code: (code != "EUR", code)))
        self.setVisible(bool(currencies))

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        _ = self._shared.language.gettext
        self.codes.setAccessibleName(_("Currency of the list"))
        self.read.set_words(_("Read in this currency"))
