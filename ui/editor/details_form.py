"""All that the paper says of the customer, and the note that it does not."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app.domain.choices import Segment
from app.domain.quote import Quote
from app.use_cases.vat_numbers import vat_number_doubts
from app.wording import sentence
from app.wording.customers import SEGMENTS
from ui.editor.form import Form
from ui.shared import Shared
from ui.widgets.plain_label import PlainLabel

_COUNTRY_LETTERS = 2


class DetailsForm(Form):
    """The customer's address and the quote's title; the note only unobserved."""

    def __init__(self, shared: Shared, quote: Quote, parent: QWidget) -> None:
        """Show a quote as it is."""
        _ = shared.language.gettext
        super().__init__(shared, _("Customer and title"), parent)
        customer, proposal = quote.proposal.customer, quote.proposal
        self.name = self.line(_("Customer"), customer.name)
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
            return self.shared.language.gettext(
                "Write the country as two letters, like BE."
            )
        return ""
