"""Says where a quote that was handed over stands, and offers what may follow."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu

from app.domain.choices import Status
from app.domain.lifecycle import FOLLOWS
from app.ports import QuoteRecord
from ui.models.lifecycle_words import contract_text, standing_text
from ui.shared import Shared
from ui.widgets.button import Button
from ui.widgets.kind import set_dress, set_kind
from ui.widgets.plain_label import PlainLabel

_SEVERITIES = {
    Status.ACCEPTED: "good",
    Status.EXPIRED: "warning",
    Status.DECLINED: "warning",
}


class LifecycleBar(QFrame):
    """Hidden over a draft; each button is a wish, done by somebody else."""

    accepted = Signal()
    declined = Signal()
    taken_back = Signal()
    revised = Signal()
    newest_wanted = Signal()
    contract_wanted = Signal()
    order_wanted = Signal()
    end_wanted = Signal()
    extension_wanted = Signal()
    sign_wanted = Signal()
    signed_wanted = Signal()

    def __init__(self, shared: Shared) -> None:
        """Begin hidden."""
        super().__init__()
        self._shared = shared
        self._record: QuoteRecord | None = None
        self._signed = False
        set_kind(self, "banner")
        set_dress(self, "edge", "true")
        self._text = PlainLabel().wrapped()
        self.accept, self.decline = Button(shared.theme), Button(shared.theme)
        self.take_back, self.revise = Button(shared.theme), Button(shared.theme)
        self.newest = Button(shared.theme)
        self.contract, self.papers = Button(shared.theme), Button(shared.theme)
        menu = QMenu(self)
        self.papers.setMenu(menu)
        self.order, self.extension = QAction(self), QAction(self)
        self.end, self.signed = QAction(self), QAction(self)
        self.sign = Button(shared.theme)
        for action, wish in (
            (self.order, self.order_wanted),
            (self.extension, self.extension_wanted),
            (self.end, self.end_wanted),
            (self.signed, self.signed_wanted),
        ):
            menu.addAction(action)
            action.triggered.connect(wish)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 8, 18, 8)
        row.setSpacing(8)
        row.addWidget(self._text, 1)
        row.addWidget(self.papers)
        for button, wish in (
            (self.contract, self.contract_wanted),
            (self.sign, self.sign_wanted),
            (self.accept, self.accepted),
            (self.decline, self.declined),
            (self.take_back, self.taken_back),
            (self.revise, self.revised),
            (self.newest, self.newest_wanted),
        ):
            row.addWidget(button)
            button.clicked.connect(wish)
        shared.customer_view_changed.connect(self._show_again)
        self.retranslate()
        self.show_record(None)

    def show_record(self, record: QuoteRecord | None, *, signed: bool = False) -> None:
        """Show where a quote stands; nothing for a draft, or for None.

        `signed` tells that the customer signed a copy of it.
        """
        self._record, self._signed = record, signed
        frozen = record is not None and record.lifecycle.frozen
        self.setVisible(frozen)
        if record is None or not frozen:
            return
        today = self._shared.workplace.clock.today()
        now, last = record.lifecycle, record.quote.proposal.valid_until
        set_dress(
            self, "severity", _SEVERITIES.get(now.shown(last, today), "suggestion")
        )
        self._text.setText(self._standing(record, today))
        follows = FOLLOWS[now.status]
        self.signed.setVisible(signed)
        self.sign.setVisible(Status.ACCEPTED in follows)
        self.accept.setVisible(Status.ACCEPTED in follows)
        self.decline.setVisible(Status.DECLINED in follows)
        self.take_back.setVisible(Status.PRESENTED in follows)
        self.revise.setVisible(Status.SUPERSEDED in follows)
        accepted = now.status is Status.ACCEPTED
        self.papers.setVisible(accepted)
        self.contract.setVisible(accepted and not self._shared.customer_view)
        self.newest.setVisible(now.status is Status.SUPERSEDED)

    def _show_again(self) -> None:
        """Show the same to whoever looks on now, in the language of now."""
        self.show_record(self._record, signed=self._signed)

    def _standing(self, record: QuoteRecord, today: date) -> str:
        """Say where the quote stands, and its contract where no customer looks on."""
        language = self._shared.language
        watched = self._shared.customer_view
        said = [standing_text(record, language, today, watched=watched)]
        accepted = record.lifecycle.status is Status.ACCEPTED
        if accepted and not watched:
            said.append(contract_text(record.contract, language))
        return " ".join(filter(None, said))

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        _ = self._shared.language.gettext
        self.sign.set_words(_("Sign…"), _("The customer signs here, on this screen"))
        self.signed.setText(_("Signed copy…"))
        self.accept.set_words(_("Accepted…"))
        self.decline.set_words(_("Declined…"))
        self.take_back.set_words(_("Take the answer back"))
        self.revise.set_words(
            _("Begin a revision"), _("Change the quote under the next letter")
        )
        self.contract.set_words(
            _("Contract…"), _("Credit check, signatures and delivery")
        )
        self.papers.set_words(_("Papers"), _("What the customer or distributor needs"))
        self.order.setText(_("Order form…"))
        self.extension.setText(_("Extension offer…"))
        self.end.setText(_("End of contract…"))
        self.newest.set_words(_("Open the newest revision"))

    def changeEvent(self, event: QEvent) -> None:
        """Say everything again when the language changes."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self._show_again()
        super().changeEvent(event)
