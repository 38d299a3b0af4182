"""All that the paper says of the customer, and the note that it does not."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QWidget

from app.domain.choices import Segment
from app.domain.known_customer import is_meant
from app.domain.quote import Quote
from app.ports import CustomerRecord
from app.use_cases.customers import Records
from app.use_cases.vat_numbers import vat_number_doubts
from app.wording import sentence
from app.wording.customers import SEGMENTS
from ui.editor.form import Form
from ui.editor.known_names import KnownNames
from ui.shared import Shared
from ui.widgets.plain_label import PlainLabel

_COUNTRY_LETTERS = 2


class DetailsForm(Form):
    """The customer's address and the quote's title; the note only unobserved."""

    def __init__(
        self, shared: Shared, quote: Quote, known: Records, parent: QWidget
    ) -> None:
        """Show a quote as it is; `known` are the customers that can be picked."""
        _ = shared.language.gettext
        super().__init__(shared, _("Customer and title"), parent)
        customer, proposal = quote.proposal.customer, quote.proposal
        self._quote, self._known = quote, known
        self.name = self.line(_("Customer"), customer.name)
        here = tuple(each for each in known if each.archived_on is None)
        names = KnownNames(shared, self.name, here)
        names.picked.connect(self._pick)
        self.contact = self.line(_("Contact"), customer.contact)
        self.email = self.line(_("E-mail"), customer.email)
        self.street = self.line(_("Street and number"), customer.street)
        self.postcode = self.line(_("Postcode"), customer.postcode)
        self.city = self.line(_("City"), customer.city)
        country = customer.country or shared.workplace.settings.partner.country
        self.country = self.line(_("Country (two letters)"), country)
        self.vat = self.line(_("VAT number"), customer.vat_number)
        self.doubt = PlainLabel(kind="error").wrapped()
        self.wide(self.doubt)
        for field in (self.country, self.vat):
            field.editingFinished.connect(self._doubt)
        self._doubt()
        segments = [(each.value, _(text)) for each, text in SEGMENTS.items()]
        self.segment = self.choice(_("Sector"), segments, customer.segment.value)
        self.keeps = QCheckBox(_("Change what is kept of this customer too"))
        self.wide(self.keeps)
        self.title = self.line(_("Title of the quote"), proposal.title)
        self.reference = self.line(_("Customer’s reference"), proposal.reference)
        self.delivery = self.text(
            _("Delivery address, if another"), proposal.delivery_address
        )
        self.note: QPlainTextEdit | None = None
        if not shared.customer_view:
            self.note = self.text(_("Note, never shown to a customer"), quote.note)
            self.keep_secret(self.note)
        self.check = self._check
        for edit in (self.name, self.contact, self.email, self.street):
            edit.textChanged.connect(self._offer_to_keep)
        for edit in (self.postcode, self.city, self.country, self.vat):
            edit.textChanged.connect(self._offer_to_keep)
        self.segment.currentIndexChanged.connect(self._offer_to_keep)
        self._offer_to_keep()

    def to_keep(self) -> CustomerRecord | None:
        """Return the customer with what was filled in, where that is to be kept."""
        kept = self._kept()
        if kept is None or not (
            self.keeps.isChecked() and self.keeps.isVisibleTo(self)
        ):
            return None
        customer = self.changed(self._quote).proposal.customer
        return replace(kept, known=replace(kept.known, customer=customer))

    def changed(self, quote: Quote) -> Quote:
        """Return the quote as it was filled in."""
        proposal = quote.proposal
        customer = replace(
            proposal.customer,
            name=self.name.text().strip(),
            contact=self.contact.text().strip(),
            email=self.email.text().strip(),
            street=self.street.text().strip(),
            postcode=self.postcode.text().strip(),
            city=self.city.text().strip(),
            country=self.country.text().strip().upper(),
            vat_number=self.vat.text().strip(),
            segment=Segment(self.segment.currentData()),
        )
        proposal = replace(
            proposal,
            customer=customer,
            title=self.title.text().strip(),
            reference=self.reference.text().strip(),
            delivery_address=self.delivery.toPlainText().strip(),
        )
        note = self.note.toPlainText() if self.note else quote.note
        return replace(quote, proposal=proposal, note=note)

    def _pick(self, record: CustomerRecord) -> None:
        """Fill in what is kept of a customer."""
        customer = record.customer
        for field, text in (
            (self.name, customer.name),
            (self.contact, customer.contact),
            (self.email, customer.email),
            (self.street, customer.street),
            (self.postcode, customer.postcode),
            (self.city, customer.city),
            (self.country, customer.country),
            (self.vat, customer.vat_number),
        ):
            field.setText(text)
            field.setCursorPosition(0)
        self.segment.setCurrentIndex(self.segment.findData(customer.segment.value))
        if not self.delivery.toPlainText().strip():
            self.delivery.setPlainText(record.known.delivery_address)
        self._doubt()

    def _kept(self) -> CustomerRecord | None:
        """Return what is kept of the customer that is named now."""
        said = self.changed(self._quote).proposal.customer
        found = [each for each in self._known if is_meant(each.customer, said)]
        found.sort(key=lambda each: each.customer.vat_number != said.vat_number)
        return found[0] if found else None

    def _offer_to_keep(self) -> None:
        """Offer to keep what was filled in, where something else is kept."""
        kept = self._kept()
        said = self.changed(self._quote).proposal.customer
        self.keeps.setVisible(kept is not None and kept.customer != said)

    def _doubt(self) -> None:
        """Say where the VAT number cannot be right; it is taken all the same."""
        found = vat_number_doubts(self.vat.text().strip(), self.country.text().strip())
        said = [sentence(each, self.shared.language) for each in found]
        self.doubt.setText(" ".join(said))
        self.doubt.setVisible(bool(said))

    def _check(self) -> str:
        """Say where the country is not one."""
        country = self.country.text().strip()
        letters = country.isascii() and country.isalpha()
        if country and not (letters and len(country) == _COUNTRY_LETTERS):
            text = self.shared.language.gettext(
                "Write the country as two letters, like BE."
            )
            return self.wrong(self.country, text)
        return ""
