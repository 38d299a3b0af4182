"""The quotation from top to bottom, in the order that UBL's schema wants."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final
from xml.etree.ElementTree import Element

from app.domain.choices import Kind
from app.domain.identity import Partner, Seller
from app.domain.lifecycle import label
from app.domain.offer import CustomerCopy, Offer
from app.exchange.ubl.elements import document, holding, money, notes, text
from app.exchange.ubl.lines import quotation_lines, tax_category
from app.exchange.ubl.parties import address_lines, buyer_party, seller_party
from app.exchange.ubl.periods import net, paid_totals, vat, whole
from app.exchange.ubl.words import Words
from i18n import Language

#: The attachment's name inside a PDF.
FILE_NAME: Final = "quotation.xml"
#: What the elements mean beyond UBL; another meaning needs another name.
FORMAT: Final = "waas-quotation/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """All that is said: the first of the languages names the lines.

    `final` is false for a draft, `sample` true where the prices are invented.
    """

    copy: CustomerCopy
    offer: Offer
    languages: tuple[Language, ...]
    partner: Partner
    seller: Seller
    final: bool
    sample: bool


def write(quotation: Quotation) -> bytes | None:
    """Return the quotation as UTF-8 XML, the same for the same offer.

    None where the offer has no line, or a total that cannot be had: such a quote
    is kept from the customer. Amounts are in the offer's currency, dates ISO.

    UBL's one total is of all that is offered: the tax-exclusive amount is each of
    the offer's totals times how often it is paid (`periods`), and VAT likewise, as
    each invoice will have it. Optional lines and alternatives are in no total.
    """
    offer, proposal = quotation.offer, quotation.copy.proposal
    if not whole(offer):
        return None
    words = Words(offer, quotation.partner, quotation.languages)
    lines = quotation_lines(offer, proposal, words)
    number = label(proposal.number, proposal.revision) if proposal.number else ""
    return document(
        text("cbc:UBLVersionID", "2.1"),
        text("cbc:CustomizationID", FORMAT),
        text("cbc:ID", number),
        text("cbc:IssueDate", proposal.date.isoformat()),
        *_notes(quotation, words),
        text("cbc:PricingCurrencyCode", offer.currency),
        text("cbc:LineCountNumeric", str(len(lines))),
        _validity(quotation),
        holding(
            "cac:RequestForQuotationDocumentReference",
            text("cbc:ID", proposal.reference),
        ),
        seller_party(quotation.partner, quotation.seller),
        buyer_party(proposal.customer, quotation.languages[0].code),
        *_delivery(quotation, words),
        _taxes(offer, words),
        _totals(offer),
        *lines,
    )


def _notes(quotation: Quotation, words: Words) -> Iterator[Element | None]:
    """Yield what holds for the whole, each in every language."""
    yield text("cbc:Note", quotation.copy.proposal.title)
    said = words.standing(final=quotation.final, sample=quotation.sample)
    for each in (*said, *words.invoicing(), *words.apart(quotation.copy.proposal)):
        yield from notes("cbc:Note", quotation.languages, each)


def _validity(quotation: Quotation) -> Element | None:
    """Return from when until when it holds; the last day counts whole."""
    proposal = quotation.copy.proposal
    until = proposal.valid_until
    return holding(
        "cac:ValidityPeriod",
        text("cbc:StartDate", proposal.date.isoformat()),
        text("cbc:EndDate", until.isoformat() if until else ""),
    )


def _delivery(quotation: Quotation, words: Words) -> Iterator[Element | None]:
    """W2: yield where the hardware goes, and that it goes there free."""
    proposal = quotation.copy.proposal
    address = holding("cac:DeliveryAddress", *address_lines(proposal.delivery_address))
    yield holding("cac:Delivery", address)
    if any(line.kind is Kind.PACK for line in quotation.offer.lines):
        free = notes(
            "cbc:SpecialTerms", quotation.languages, words.delivered(proposal.delivery)
        )
        yield holding("cac:DeliveryTerms", *free)


def _taxes(offer: Offer, words: Words) -> Element | None:
    """Return the VAT of each total of each party; None where it is not known."""
    if offer.vat_rate is None:
        return None
    rate: Decimal = offer.vat_rate
    subtotals = [
        holding(
            "cac:TaxSubtotal",
            money("cbc:TaxableAmount", each.taxed.net and each.taxed.net.times(count)),
            money("cbc:TaxAmount", each.taxed.vat and each.taxed.vat.times(count)),
            text("cbc:CalculationSequenceNumeric", str(number)),
            text("cbc:Percent", f"{rate:f}"),
            tax_category("cac:TaxCategory", rate, words.first(words.heading(each))),
        )
        for number, each in enumerate(paid_totals(offer), 1)
        for count in (each.times,)
    ]
    return holding("cac:TaxTotal", money("cbc:TaxAmount", vat(offer)), *subtotals)


def _totals(offer: Offer) -> Element | None:
    """Return what the whole comes to; without a rate nothing is said of VAT."""
    without = net(offer)
    gross = None if offer.vat_rate is None else without + vat(offer)
    return holding(
        "cac:QuotedMonetaryTotal",
        money("cbc:LineExtensionAmount", without),
        money("cbc:TaxExclusiveAmount", without),
        money("cbc:TaxInclusiveAmount", gross),
        money("cbc:PayableAmount", gross or without),
    )
