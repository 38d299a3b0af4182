"""What a colleague's file brings, compared with what is here; taken in or left."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.use_cases.exchanged_templates import ComparedTemplate
from app.use_cases.exchanging import ComparedCustomer, ComparedQuote, Delivery
from app.use_cases.standing import Standing
from app.wording.exchanging import STANDINGS
from i18n import N_, Language
from ui.shared import Shared
from ui.widgets.button import Button
from ui.widgets.cover import Cover
from ui.widgets.customer_key import hear_customer_key
from ui.widgets.plain_label import PlainLabel
from ui.widgets.read_table import Column, ReadModel, ReadTable
from ui.widgets.room import within_screen

_SIZE = (700, 440)
#: What stays as it is here is said quietly.
_TONES = {
    Standing.NEW: "good",
    Standing.HERE: "quiet",
    Standing.THERE: "",
    Standing.BOTH: "attention",
    Standing.NUMBER: "attention",
}


#: One thing that arrives; its words are made once it is seen.
_Row = ComparedQuote | ComparedCustomer | ComparedTemplate
_KINDS = {
    ComparedQuote: N_("Quote"),
    ComparedCustomer: N_("Customer"),
    ComparedTemplate: N_("Template"),
}


class DeliveryDialog(QDialog):
    """Lists all that differs; nothing is shown while a customer looks on."""

    def __init__(self, shared: Shared, found: Delivery, parent: QWidget) -> None:
        """Show what was found."""
        super().__init__(parent)
        language = shared.language
        _ = language.gettext
        self.setWindowTitle(_("A file from a colleague"))
        every: Iterable[_Row] = chain(found.quotes, found.customers, found.templates)
        rows = [each for each in every if each.standing is not Standing.SAME]
        self._model: ReadModel[_Row] = ReadModel(
            shared, _columns(language), self, tone=lambda row: _TONES[row.standing]
        )
        self._model.show_rows(rows)
        self.table = ReadTable(self._model)
        self.table.setAccessibleName(_("What the file brings"))
        self.leave = Button(shared.theme)
        self.take = Button(shared.theme, kind="primary")
        self.leave.set_words(_("Cancel"))
        self.take.set_words(_("Take it in"))
        self.take.setEnabled(any(row.standing is not Standing.HERE for row in rows))
        self.leave.clicked.connect(self.reject)
        self.take.clicked.connect(self.accept)
        hear_customer_key(self, shared)
        who, day = found.sent.who, language.day(found.sent.at.date())
        text = (
            _("Confidential, from {who}, {day}. Nothing here is overwritten.")
            if rows
            else _("Confidential, from {who}, {day}. All of it is here already.")
        )
        self._arrange(text.format(who=who, day=day))
        Cover(self, shared)

    def _arrange(self, text: str) -> None:
        """Put the sentence over the table over the buttons."""
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.leave)
        buttons.addWidget(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(PlainLabel(text, "strong").wrapped())
        column.addWidget(self.table, 1)
        column.addLayout(buttons)
        self.take.setDefault(True)
        self.take.setFocus()
        within_screen(self, *_SIZE)


def _columns(language: Language) -> tuple[Column[_Row], ...]:
    """Return the columns of what arrives."""
    _ = language.gettext
    return (
        Column(N_("What"), lambda row: _(_KINDS[type(row)]), 90),
        Column(N_("Name"), lambda row: row.name),
        Column(N_("What becomes of it"), lambda row: _(STANDINGS[row.standing]), 290),
    )
