"""The one number that matters, and what it buys."""

from __future__ import annotations

from collections.abc import Iterator

from app.documents.document import Figure, Headline, Words
from app.documents.quote.inputs import Inputs
from app.documents.quote.writer import Writer
from app.domain.choices import Billing, Recurrence
from app.domain.localized import Localized
from app.domain.money import Amount
from app.domain.offer import OfferLine
from app.domain.proposal import ServiceLine, SubscriptionLine

#: More names than this would be a list, not a sentence.
_NAMED = 3


def headline(inputs: Inputs) -> Headline:
    """Return the monthly rate, or without packs the first amount there is.

    Options alone have no number: the sentence that says so stands in its place.
    """
    write = inputs.write
    figures = list(_figures(inputs))
    if not inputs.firm:
        per = write.gettext("This quotation consists of options only.")
        return Headline(amount=(), per=per, buys=(), figures=())
    if inputs.rented:
        return Headline(
            amount=_monthly_rate(inputs),
            per=write.gettext("a month, excluding VAT"),
            buys=_packs(inputs),
            figures=tuple(figures),
        )
    amount, per, lines = _without_packs(inputs)
    shown = write.money(amount)
    return Headline(
        amount=shown,
        per=per,
        buys=_counted(lines, inputs.write),
        figures=tuple(figure for figure in figures if figure.amount != shown),
    )


def _monthly_rate(inputs: Inputs) -> Words:
    """Return the monthly rate; with nothing but open requests there is none yet."""
    if inputs.on_request:
        return inputs.write.gettext("On request")
    return inputs.write.money(inputs.rate)


def _packs(inputs: Inputs) -> Words:
    """Return how many of which packs for how long."""
    write = inputs.write
    rented = inputs.rented
    lines = [line for line in rented if not line.awaits_answer] or rented
    return write.gettext(
        "{things}, for {months}",
        things=_counted(lines, write),
        months=write.months(inputs.offer.term or 0),
    )


def _counted(lines: list[OfferLine], write: Writer) -> Words:
    """Return '12 × Pack Mobile M', or the count of many; one SKU is one kind."""
    counts: dict[str | Localized, int] = {}
    names: dict[str | Localized, Localized] = {}
    for line in lines:
        kind = line.sku or line.name
        counts[kind] = counts.get(kind, 0) + line.quantity
        names.setdefault(kind, line.name)
    if len(counts) > _NAMED:
        pieces = sum(counts.values())
        return write.ngettext(
            "{n} unit of {kinds} kinds",
            "{n} units of {kinds} kinds",
            pieces,
            n=pieces,
            kinds=len(counts),
        )
    return write.joined(
        ", ",
        (
            write.gettext("{count} × {name}", count=count, name=names[kind])
            for kind, count in counts.items()
        ),
    )


def _without_packs(inputs: Inputs) -> tuple[Amount | None, Words, list[OfferLine]]:
    """Return the first amount there is, what it is per, and its lines."""
    write, offer = inputs.write, inputs.offer
    month = write.gettext("a month, excluding VAT")
    year = write.gettext("a year, excluding VAT")
    once = write.gettext("once, excluding VAT")
    asked = dict(inputs.proposal.places())

    def lines(*recurring: Billing | Recurrence) -> list[OfferLine]:
        return [
            line
            for line in offer.lines
            if line.firm and _recurring(asked.get(line.place)) in recurring
        ]

    choices = (
        (offer.subscriptions.monthly.net, month, lines(Billing.MONTHLY)),
        (offer.subscriptions.annual.net, year, lines(Billing.ANNUAL)),
        (offer.partner.monthly.net, month, lines(Recurrence.MONTHLY)),
        (offer.partner.once.net, once, lines(Recurrence.ONCE)),
    )
    return next((choice for choice in choices if choice[2]), choices[0])


def _recurring(line: object) -> Billing | Recurrence | None:
    """Return how often a line of the partner's is invoiced."""
    if isinstance(line, SubscriptionLine):
        return line.billing
    return line.recurrence if isinstance(line, ServiceLine) else None


def _figures(inputs: Inputs) -> Iterator[Figure]:
    """Yield the other amounts, those that are not zero."""
    write, offer = inputs.write, inputs.offer
    amounts = (
        (_contract_total(inputs), offer.distributor.contract_total),
        (_once_by(inputs.distributor_name, write), offer.distributor.once.net),
        (_once_by(inputs.partner_name, write), offer.partner.once.net),
        (write.gettext("Services, per month"), offer.partner.monthly.net),
        (write.gettext("Subscriptions, per month"), offer.subscriptions.monthly.net),
        (write.gettext("Subscriptions, per year"), offer.subscriptions.annual.net),
    )
    for label, amount in amounts:
        if amount is not None and amount.cents:
            yield Figure(label, write.money(amount), strong=True)


def _contract_total(inputs: Inputs) -> Words:
    """Return the label of the contract total."""
    term = inputs.write.months(inputs.offer.term or 0)
    return inputs.write.gettext("Contract total, {months}", months=term)


def _once_by(party: Words, write: Writer) -> Words:
    """Return the label of a one-off amount."""
    return write.gettext("Once, {party}", party=party)
