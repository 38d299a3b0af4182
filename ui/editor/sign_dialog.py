"""The customer signs at the table: the paper, and a box to sign it in."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from app.domain.choices import Edition
from app.domain.lifecycle import exact, label
from app.domain.problems import Problems
from app.use_cases.pricing import PricedQuote
from i18n import N_, Language
from ui.editor.sheets import Sheets
from ui.jobs import Job
from ui.shared import Shared
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.plain_label import PlainLabel
from ui.widgets.room import within_screen
from ui.widgets.signature_pad import SignaturePad

_PANEL, _LARGEST = 330, (1180, 900)
_LONGEST = 200
_EDITIONS = {
    Edition.FR: "Français",
    Edition.EN: "English",
    Edition.FR_EN: "Français / English",
}


class SignDialog(QDialog):
    """Speaks the paper's languages, and shows nothing that is the partner's alone.

    The customer view begins with it and goes on after it: the customer still looks
    on. Until it is signed nothing is kept.
    """

    signed = Signal()

    def __init__(
        self,
        shared: Shared,
        quote: PricedQuote,
        issued: Mapping[Edition, bytes],
        parent: QWidget,
    ) -> None:
        """Show a paper that was handed over, the quote's own edition if it was."""
        super().__init__(parent)
        shared.show_customer(True)
        self._shared, self._quote = shared, quote
        self._job: Job | None = None
        own = quote.quote.proposal.language
        self._edition = own if own in issued else next(iter(issued))
        self.editions = QComboBox()
        for edition in issued:
            self.editions.addItem(_EDITIONS[edition], edition.value)
        self.editions.setCurrentIndex(self.editions.findData(self._edition.value))
        self.editions.setVisible(len(issued) > 1)
        self.sheets = Sheets(shared, quote, self._edition, issued)
        self._agreed = PlainLabel().wrapped()
        self._not_the_contract = PlainLabel(kind="quiet").wrapped()
        self.name = QLineEdit(quote.quote.proposal.customer.contact)
        self.name.setMaxLength(_LONGEST)
        self._name_label = PlainLabel()
        self._name_label.setBuddy(self.name)
        self._day = PlainLabel(kind="quiet")
        self.pad = SignaturePad()
        self.banner = Banner(shared, within=True)
        self.clear = Button(shared.theme)
        self.cancel = Button(shared.theme)
        self.go = Button(shared.theme, "check", kind="primary")
        self._arrange()
        self._say()
        self._listen()
        self._allow()
        within_screen(self, *_LARGEST)

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages of the paper."""
        country = self._quote.quote.proposal.customer.country
        return tuple(Language.of(code, country) for code in self._edition.languages)

    def _arrange(self) -> None:
        """Put the paper left, what is asked right."""
        panel = QWidget()
        panel.setFixedWidth(_PANEL)
        column = QVBoxLayout(panel)
        column.setContentsMargins(0, 14, 16, 14)
        column.setSpacing(8)
        said = (self.editions, self._agreed, self._not_the_contract)
        asked = (self._name_label, self.name, self._day, self.pad, self.banner)
        for widget in said:
            column.addWidget(widget)
        column.addStretch(1)
        for field in asked:
            column.addWidget(field)
        buttons = QHBoxLayout()
        buttons.addWidget(self.clear)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.go)
        column.addLayout(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.sheets, 1)
        row.addWidget(panel)

    def _listen(self) -> None:
        """Connect what can be touched."""
        self.editions.currentIndexChanged.connect(self._take_edition)
        self.name.textChanged.connect(self._allow)
        self.pad.changed.connect(self._allow)
        self.clear.clicked.connect(self.pad.clear)
        self.cancel.clicked.connect(self.reject)
        self.go.clicked.connect(self._sign)
        for button in (self.clear, self.cancel, self.go):
            # Return after the name must not sign by itself.
            button.setAutoDefault(False)

    def _take_edition(self) -> None:
        """Show and sign another edition."""
        self._edition = Edition(self.editions.currentData())
        self.sheets.show_edition(self._edition)
        self._say()

    def _say(self) -> None:
        """Say everything in the paper's languages."""
        proposal = self._quote.quote.proposal
        number = label(proposal.number, proposal.revision)
        today = self._shared.workplace.clock.today()
        days = [each.date(proposal.date) for each in self.languages]
        self.setWindowTitle(self._both(N_("Accept the quotation")))
        agreed = N_("By signing you accept quotation {number} of {day}.")
        self._agreed.setText(
            "\n".join(
                language.gettext(agreed).format(number=number, day=day)
                for language, day in zip(self.languages, days, strict=True)
            )
        )
        self._not_the_contract.setText(
            self._both(
                N_("It is not the rental contract, which is signed separately."), "\n"
            )
        )
        rented = any(group.head.firm for group in self._quote.resolved.rented)
        self._not_the_contract.setVisible(rented)
        named = self._both(N_("Name and capacity"))
        self._name_label.setText(named)
        self.name.setAccessibleName(named)
        self._day.setText(self.languages[0].date(today))
        self.pad.say(
            self._both(N_("Signature")),
            self._both(N_("Sign here, with pen, finger or mouse"), "\n"),
        )
        self.sheets.setAccessibleName(self._both(N_("Pages of the document")))
        self.editions.setAccessibleName(self._both(N_("Document")))
        self.clear.set_words(self.languages[0].gettext("Clear"))
        self.cancel.set_words(self.languages[0].gettext("Cancel"))
        self.go.set_words(self.languages[0].gettext("Sign and accept"))

    def _both(self, text: str, between: str = " / ") -> str:
        """Say a text in each language of the paper, once where they agree."""
        said = dict.fromkeys(language.gettext(text) for language in self.languages)
        return between.join(said)

    def _allow(self) -> None:
        """Sign only what is signed, by somebody, and once."""
        drawn = self.pad.signature("", self._shared.workplace.clock.today()).drawn
        self.go.setEnabled(
            drawn and bool(self.name.text().strip()) and self._job is None
        )
        for way_out in (self.clear, self.cancel):
            way_out.setEnabled(self._job is None)

    def reject(self) -> None:
        """Close, unless a signature is being kept: whether it was is to be told."""
        if self._job is None:
            super().reject()

    def _sign(self) -> None:
        """Have the signature kept beside the window."""
        # What papers are made of takes a while to load: the window is up by now.
        from app.use_cases.signing import sign  # noqa: PLC0415

        workplace, edition = self._shared.workplace, self._edition
        number = exact(self._quote.quote.proposal)
        on = workplace.clock.today()
        signature = self.pad.signature(self.name.text().strip(), on)
        self.banner.clear()
        self._job = self._shared.jobs.run(
            self, lambda _: sign(workplace, number, edition, signature)
        )
        self._job.done.connect(self._done)
        self._job.failed.connect(self._fail)
        self._job.ended.connect(self._ended)
        self._allow()

    def _done(self) -> None:
        """Close: it is accepted."""
        self.signed.emit()
        self.accept()

    def _fail(self, problems: Problems) -> None:
        """Say why it is not kept."""
        self.banner.show_problems(problems)

    def _ended(self) -> None:
        """Allow another try."""
        self._job = None
        self._allow()
