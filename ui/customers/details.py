"""One customer: who it is, and its quotes."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QFormLayout, QVBoxLayout, QWidget

from app.ports import CustomerRecord
from ui.customers.rows import (
    CustomerQuoteRow,
    customer_quote_row,
    identity,
    quote_columns,
)
from ui.shared import Shared
from ui.widgets.plain_label import PlainLabel
from ui.widgets.read_table import ReadModel, ReadTable


class CustomerDetails(QWidget):
    """Shows a customer; asks for one of its quotes to be opened."""

    open_quote = Signal(str)

    def __init__(self, shared: Shared, parent: QWidget | None = None) -> None:
        """Begin with nobody."""
        super().__init__(parent)
        self._shared = shared
        self._name = PlainLabel("", "title").wrapped()
        self._known = QFormLayout()
        self.quotes: ReadModel[CustomerQuoteRow] = ReadModel(
            shared, quote_columns(), self, tone=lambda row: row.tone
        )
        self.table = ReadTable(self.quotes)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._name)
        column.addLayout(self._known)
        column.addWidget(self.table, 1)
        self._known.setVerticalSpacing(4)
        self._known.setHorizontalSpacing(16)
        self.table.activated.connect(self._open)

    def show_customer(self, record: CustomerRecord | None) -> None:
        """Show a customer in the language of now, or nobody."""
        while self._known.rowCount():
            self._known.removeRow(0)
        language = self._shared.language
        today = self._shared.workplace.clock.today()
        self.table.setAccessibleName(language.gettext("Quotes of the customer"))
        self._name.setText(record.customer.name if record else "")
        for name, text in identity(record.customer, language) if record else ():
            if text:
                self._known.addRow(PlainLabel(name, "quiet"), _selectable(text))
        heads = record.quotes if record else ()
        self.quotes.show_rows([customer_quote_row(e, language, today) for e in heads])

    def _open(self, index: QModelIndex) -> None:
        """Ask for a quote."""
        self.open_quote.emit(self.quotes.rows[index.row()].name)


def _selectable(text: str) -> PlainLabel:
    """Return a text that can be copied."""
    label = PlainLabel(text).wrapped()
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
