"""One question before a quote that came as a file is saved as a new one."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.use_cases.arriving import Arrival
from app.wording import sentence
from ui.shared import Shared
from ui.widgets.button import Button
from ui.widgets.customer_key import hear_customer_key
from ui.widgets.kind import set_kind
from ui.widgets.plain_label import PlainLabel

_WIDTH, _LIST_HEIGHT = 560, 200


class ArrivalDialog(QDialog):
    """Says whose quote it is and which prices differ today; accepted or left."""

    def __init__(self, shared: Shared, arrival: Arrival, parent: QWidget) -> None:
        """Show what a file holds."""
        super().__init__(parent)
        self._shared, self._arrival = shared, arrival
        self._whose = PlainLabel(kind="strong").wrapped()
        self._prices = PlainLabel().wrapped()
        self.differences = QListWidget()
        self.leave = Button(shared.theme)
        self.take = Button(shared.theme, kind="primary")
        self._arrange()
        self._say()
        hear_customer_key(self, shared)
        shared.customer_view_changed.connect(self._say)
        self.leave.clicked.connect(self.reject)
        self.take.clicked.connect(self.accept)

    def _arrange(self) -> None:
        """Put the sentences over what differs over the buttons."""
        set_kind(self.differences, "card")
        self.differences.setWordWrap(True)
        self.differences.setMinimumHeight(_LIST_HEIGHT)
        self.setMinimumWidth(_WIDTH)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.leave)
        buttons.addWidget(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        for widget in (self._whose, self._prices, self.differences):
            column.addWidget(widget)
        column.addLayout(buttons)
        self.take.setDefault(True)
        self.take.setFocus()

    def _say(self) -> None:
        """Say everything, to whoever looks on now."""
        language, proposal = self._shared.language, self._arrival.priced.quote.proposal
        _ = language.gettext
        self.setWindowTitle(_("A quote from a file"))
        watched = self._shared.customer_view
        # The name of a file often holds a customer's.
        customer = "" if watched else proposal.customer.name
        named = (proposal.number, customer, language.day(proposal.date))
        self._whose.setText(" · ".join(filter(None, named)))
        question = _("Save it as a new quote?")
        own = [sentence(each, language) for each in self._arrival.own]
        self._prices.setText(" ".join((self._compared(), *own, question)))
        self.differences.setAccessibleName(_("Prices that differ"))
        self.differences.clear()
        for each in self._arrival.differences:
            QListWidgetItem(sentence(each, language), self.differences)
        self.differences.setVisible(bool(self._arrival.differences))
        self.leave.set_words(_("Cancel"))
        self.take.set_words(_("Save as a new quote"))

    def _compared(self) -> str:
        """Say how its prices stand to those of today."""
        language, count = self._shared.language, len(self._arrival.differences)
        if not self._arrival.compared:
            return language.gettext(
                "The file holds no prices: those of today’s lists will count."
            )
        if not count:
            return language.gettext("Every list price in it is still that of today.")
        text = language.ngettext(
            "{count} price differs today; today’s will count.",
            "{count} prices differ today; today’s will count.",
            count,
        )
        return text.format(count=language.number(count))
