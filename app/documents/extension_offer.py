"""The offer to extend a contract: by how many months, and what they cost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from app.documents.document import (
    Acceptance,
    Clause,
    Conditions,
    Document,
    Figure,
    Headline,
    Section,
    TableItem,
    Words,
)
from app.documents.extension_words import extension_words
from app.documents.frame import frame
from app.documents.quote import masthead
from app.documents.quote.conditions import rental
from app.documents.quote.inputs import Inputs
from app.domain.extension import ExtendedLine, Extension
from app.domain.money import Amount, UnitPrice
from app.domain.months import later


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtensionOffer:
    """An extension by so many months, offered on a day until a last one, inclusive.

    `delivered_on` is when the contract began; None where that is not known.
    """

    day: date
    last_day: date
    accepted_on: date
    delivered_on: date | None
    extension: Extension
    months: int

    @property
    def total(self) -> Amount | None:
        """What the extension comes to; None where nobody knows its rate."""
        monthly = self.extension.monthly
        return monthly.times(self.months) if monthly else None


def extension_document(inputs: Inputs, offer: ExtensionOffer, program: str) -> Document:
    """Return the offer, with a place to sign."""
    write = inputs.write
    title = write.gettext("Extension offer")
    return replace(
        frame(title, inputs, program, offer.day),
        dates=(
            write.date(offer.day),
            write.gettext("valid until {day} inclusive", day=offer.last_day),
        ),
        parties=masthead.named(masthead.customer(inputs), masthead.contact(inputs)),
        headline=_headline(inputs, offer),
        sections=(_lines(inputs, offer),),
        conditions=Conditions(
            write.gettext("Conditions"), tuple(_clauses(inputs, offer))
        ),
        acceptance=_acceptance(inputs, offer),
    )


def _headline(inputs: Inputs, offer: ExtensionOffer) -> Headline:
    """Return the rate of the months that are added."""
    write, found = inputs.write, offer.extension
    buys = write.gettext(
        "{months} more, {whole} in all",
        months=write.months(offer.months),
        whole=write.months(found.term + offer.months),
    )
    total = Figure(_total_label(inputs, offer), write.money(offer.total), strong=True)
    return Headline(
        amount=_money(found.monthly, inputs),
        per=write.gettext("a month, excluding VAT"),
        buys=buys,
        figures=(total,) if offer.total else (),
    )


def _total_label(inputs: Inputs, offer: ExtensionOffer) -> Words:
    """Return what the sum of all months is called."""
    months = inputs.write.months(offer.months)
    return inputs.write.gettext("Extension in all, {months}", months=months)


def _money(amount: Amount | UnitPrice | None, inputs: Inputs) -> Words:
    """Write an amount; the distributor is asked for one that is not known."""
    if amount is None:
        return inputs.write.gettext("on request")
    return inputs.write.money(amount)


def _lines(inputs: Inputs, offer: ExtensionOffer) -> Section:
    """Return what is rented on, and what it costs a month."""
    write, found = inputs.write, offer.extension
    totals = [Figure(write.gettext("Per month"), _money(found.monthly, inputs))]
    if offer.total:
        label = _total_label(inputs, offer)
        totals.append(Figure(label, write.money(offer.total), strong=True))
    return Section(
        heading=write.gettext(
            "Invoiced each month by {party}", party=inputs.distributor_name
        ),
        aside=write.gettext("prices excluding VAT"),
        columns=(
            write.gettext("Item"),
            write.gettext("Quantity"),
            write.gettext("Unit price"),
            write.gettext("Per month"),
        ),
        items=tuple(_item(line, inputs) for line in found.lines if line.goes_on),
        totals=tuple(totals),
    )


def _item(line: ExtendedLine, inputs: Inputs) -> TableItem:
    """Return one line."""
    write = inputs.write
    return TableItem(
        name=write.localized(line.name),
        quantity=write.number(line.quantity),
        unit=_money(line.unit, inputs),
        amount=_money(line.monthly, inputs),
    )


def _clauses(inputs: Inputs, offer: ExtensionOffer) -> Iterator[Clause]:
    """Yield what holds for the months that are added."""
    write, found = inputs.write, offer.extension
    yield Clause(write.gettext("Start"), _start(inputs, offer))
    yield Clause(write.gettext("Extension"), extension_words(found, inputs.waas, write))
    yield Clause(
        write.gettext("Prices"),
        write.gettext(
            "Prices are excluding VAT; each invoice adds VAT at the rate of its day."
        ),
    )
    yield rental(inputs)
    yield Clause(
        write.gettext("Without engagement"),
        write.gettext(
            "The extension binds neither side until {distributor} and you have signed"
            " it.",
            distributor=inputs.distributor_name,
        ),
    )


def _start(inputs: Inputs, offer: ExtensionOffer) -> Words:
    """Say from when to when, as far as that is known."""
    write, began, term = inputs.write, offer.delivered_on, offer.extension.term
    if began is None:
        return write.gettext(
            "The extension follows the {months} of the contract, which count from the"
            " delivery that you accepted.",
            months=write.months(term),
        )
    return write.gettext(
        "The contract began on {began}; the extension runs from {first} to {last}.",
        began=began,
        first=later(began, term),
        last=later(began, term + offer.months) - timedelta(days=1),
    )


def _acceptance(inputs: Inputs, offer: ExtensionOffer) -> Acceptance:
    """Return where the customer agrees."""
    write = inputs.write
    return Acceptance(
        heading=write.gettext("Acceptance"),
        text=write.gettext(
            "Agreed to extend by {months} the contract that follows from quotation"
            " {number}, accepted on {accepted}.",
            months=write.months(offer.months),
            number="".join(masthead.number(inputs)),
            accepted=offer.accepted_on,
        ),
        fields=(
            write.gettext("Name and capacity"),
            write.gettext("Date"),
            write.gettext("Signature, preceded by “agreed”"),
        ),
    )
