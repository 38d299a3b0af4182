"""What became of the contract of an accepted quote, for the partner alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from app.domain.contract import Contract, CreditCheck, Outcome, faults
from app.wording import place_words, sentence
from app.wording.contracts import OUTCOMES
from ui.editor.form import Form
from ui.shared import Shared
from ui.widgets.cover import Cover
from ui.widgets.maybe_day import MaybeDay, chosen, day_edit

_DAYS = ("distributor_signed_on", "customer_signed_on", "delivered_on")


class ContractForm(Form):
    """Asks for the credit check, the signatures and the delivery."""

    def __init__(
        self, shared: Shared, known: Contract, accepted_on: date, parent: QWidget
    ) -> None:
        """Show what is known."""
        language = shared.language
        super().__init__(shared, language.gettext("The contract"), parent)
        self._accepted_on = accepted_on
        today = shared.workplace.clock.today()
        self.credit = _Credit(shared, known.credit, today)
        self.add(place_words("contract.credit", language), self.credit)
        self.days = {
            name: MaybeDay(getattr(known, name), today, language) for name in _DAYS
        }
        for name, field in self.days.items():
            self.add(place_words(f"contract.{name}", language), field)
        self._align()
        self.check = self._check
        Cover(self, shared)

    def _align(self) -> None:
        """Let the days stand below one another."""
        before = [self.credit.outcome, *(each.box for each in self.days.values())]
        widest = max(each.sizeHint().width() for each in before)
        for each in before:
            each.setMinimumWidth(widest)

    def changed(self, known: Contract) -> Contract:
        """Return the contract as it was filled in."""
        days = self.days
        return replace(
            known,
            credit=self.credit.value,
            distributor_signed_on=days["distributor_signed_on"].value,
            customer_signed_on=days["customer_signed_on"].value,
            delivered_on=days["delivered_on"].value,
        )

    def _check(self) -> str:
        """Say which day cannot be."""
        today = self.shared.workplace.clock.today()
        wrong = faults(self.changed(Contract()), self._accepted_on, today)
        return "\n".join(sentence(each, self.shared.language) for each in wrong)


class _Credit(QWidget):
    """How the credit check ended, and when."""

    def __init__(self, shared: Shared, known: CreditCheck | None, today: date) -> None:
        """Show what is known."""
        super().__init__()
        _ = shared.language.gettext
        self.outcome = QComboBox()
        self.outcome.addItem(_("still open"), "")
        for outcome in Outcome:
            self.outcome.addItem(_(OUTCOMES[outcome]), outcome.value)
        self.day = day_edit(known.on if known else today, today)
        self.outcome.currentIndexChanged.connect(self._allow)
        if known:
            self.outcome.setCurrentIndex(self.outcome.findData(known.outcome.value))
        self._allow()
        self.setFocusProxy(self.outcome)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.outcome)
        row.addWidget(self.day, 1)

    @property
    def value(self) -> CreditCheck | None:
        """How it ended; None where it has not."""
        outcome = self.outcome.currentData()
        return CreditCheck(Outcome(outcome), chosen(self.day)) if outcome else None

    def setAccessibleName(self, name: str) -> None:
        """Name both parts."""
        super().setAccessibleName(name)
        self.outcome.setAccessibleName(name)
        self.day.setAccessibleName(name)

    def _allow(self) -> None:
        """Ask for a day only once it ended."""
        self.day.setEnabled(bool(self.outcome.currentData()))
