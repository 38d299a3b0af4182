"""The one number that matters, and what it buys."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

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


class _Own(NamedTuple):
    """What the partner invoices: as a figure's label, and what it is per as the number.

    Its lines are of that kind, and recur so.
    """

    label: Words
    per: Words
    amount: Amount | None
    kind: type[SubscriptionLine | ServiceLine]
    recurring: Billing | Recurrence


def headline(inputs: Inputs) -> Headline:
    """Return the monthly rate, or without packs the first amount there is.

    Options alone have no number: the sentence that says so stands in its place.
    """
    write, own = inputs.write, _own(inputs)
    if not inputs.firm:
        per = write.gettext("This quotation consists of options only.")
        return Headline(amount=(), per=per, buys=(), figures=())
    if inputs.rented:
        figures = (*_distributors(inputs), *_figures(own, write))
        return Headline(
            amount=_monthly_rate(inputs),
            per=write.gettext("a month, excluding VAT"),
            buys=_packs(inputs),
            figures=figures,
        )
    # What recurs makes the better number; beside it, amounts stand as on the paper.
    once, monthly, *subscriptions = own
    choices = (*subscriptions, monthly, once)
    chosen = next((each for each in choices if _lines(each, inputs)), choices[0])
    others = [each for each in own if each is not chosen]
    return Headline(
        amount=write.money(chosen.amount),
        per=chosen.per,
        buys=_counted(_lines(chosen, inputs), write),
        figures=(*_distributors(inputs), *_figures(others, write)),
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


def _own(inputs: Inputs) -> tuple[_Own, ...]:
    """Return what the partner invoices: services once and monthly, subscriptions."""
    write, offer = inputs.write, inputs.offer
    month = write.gettext("a month, excluding VAT")
    return (
        _Own(
            _once_by(inputs.partner_name, write),
            write.gettext("once, excluding VAT"),
            offer.partner.once.net,
            ServiceLine,
            Recurrence.ONCE,
        ),
        _Own(
            write.gettext("Services, per month"),
            month,
            offer.partner.monthly.net,
            ServiceLine,
            Recurrence.MONTHLY,
        ),
        _Own(
            write.gettext("Subscriptions, per month"),
            month,
            offer.subscriptions.monthly.net,
            SubscriptionLine,
            Billing.MONTHLY,
        ),
        _Own(
            write.gettext("Subscriptions, per year"),
            write.gettext("a year, excluding VAT"),
            offer.subscriptions.annual.net,
            SubscriptionLine,
            Billing.ANNUAL,
        ),
    )


def _lines(own: _Own, inputs: Inputs) -> list[OfferLine]:
    """Return the firm lines that an amount is made of."""
    return [
        line
        for line in inputs.firm
        if isinstance(asked := inputs.asked.get(line.place), own.kind)
        and _recurring(asked) is own.recurring
    ]


def _recurring(line: SubscriptionLine | ServiceLine) -> Billing | Recurrence:
    """Return how often a line of the partner's is invoiced."""
    return line.billing if isinstance(line, SubscriptionLine) else line.recurrence


def _distributors(inputs: Inputs) -> Iterator[Figure]:
    """Yield what the distributor invoices beside the number."""
    write, distributor = inputs.write, inputs.offer.distributor
    yield from _figure(_contract_total(inputs), distributor.contract_total, write)
    once = _once_by(inputs.distributor_name, write)
    yield from _figure(once, distributor.once.net, write)


def _figures(own: Iterable[_Own], write: Writer) -> Iterator[Figure]:
    """Yield the partner's own amounts beside the number."""
    for each in own:
        yield from _figure(each.label, each.amount, write)


def _figure(label: Words, amount: Amount | None, write: Writer) -> Iterator[Figure]:
    """Yield an amount that is not zero."""
    if amount is not None and amount.cents:
        yield Figure(label, write.money(amount), strong=True)


def _contract_total(inputs: Inputs) -> Words:
    """Return the label of the contract total."""
    term = inputs.write.months(inputs.offer.term or 0)
    return inputs.write.gettext("Contract total, {months}", months=term)


def _once_by(party: Words, write: Writer) -> Words:
    """Return the label of a one-off amount."""
    return write.gettext("Once, {party}", party=party)
