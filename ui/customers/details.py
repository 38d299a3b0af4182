"""One customer: who it is, and its quotes."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Signal, SignalInstance
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.ports import CustomerRecord
from ui.customers.rows import (
    CustomerQuoteRow,
    customer_quote_row,
    identity,
    quote_columns,
)
from ui.shared import Shared
from ui.widgets.button import Button
from ui.widgets.plain_label import PlainLabel
from ui.widgets.read_table import ReadModel, ReadTable


class CustomerDetails(QWidget):
    """Shows a customer; asks for one of its quotes to be opened."""

    open_quote = Signal(str)
    edit_wanted = Signal(object)
    archive_wanted = Signal(object)

    def __init__(self, shared: Shared, parent: QWidget | None = None) -> None:
        """Begin with nobody."""
        super().__init__(parent)
        self._shared = shared
        self._record: CustomerRecord | None = None
        self._name = PlainLabel("", "title").wrapped()
        self.edit, self.archive = Button(shared.theme), Button(shared.theme)
        self._known = QFormLayout()
        self.quotes: ReadModel[CustomerQuoteRow] = ReadModel(
            shared, quote_columns(), self
        )
        self.table = ReadTable(self.quotes)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        heading = QHBoxLayout()
        heading.addWidget(self._name, 1)
        for button, wish in (
            (self.edit, self.edit_wanted),
            (self.archive, self.archive_wanted),
        ):
            heading.addWidget(button)
            button.clicked.connect(partial(self._tell, wish))
        column.addLayout(heading)
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
        self._record = record
        away = record is not None and record.archived_on is not None
        _ = language.gettext
        self.edit.set_words(_("Edit…"))
        self.archive.set_words(_("Bring back") if away else _("Archive"))
        for button in (self.edit, self.archive):
            button.setVisible(record is not None)
        self._name.setText(record.customer.name if record else "")
        for name, text in identity(record.known, language) if record else ():
            if text:
                self._known.addRow(PlainLabel(name, "quiet"), _selectable(text))
        heads = record.quotes if record else ()
        self.quotes.show_rows([customer_quote_row(e, language, today) for e in heads])

    def _tell(self, wish: SignalInstance) -> None:
        """Tell what is wanted of the customer that is shown."""
        if self._record is not None:
            wish.emit(self._record)

    def _open(self, index: QModelIndex) -> None:
        """Ask for a quote."""
        self.open_quote.emit(self.quotes.rows[index.row()].name)


def _selectable(text: str) -> PlainLabel:
    """Return a text that can be copied."""
    label = PlainLabel(text).wrapped()
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
