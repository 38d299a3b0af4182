"""How often an amount is paid: UBL's totals are of the whole, not of a month.

UBL knows prices, quantities and one total, and nothing that comes back each
month. So a quotation counts the whole that is offered: packs for the term (W8),
subscriptions for their twelve months (M2), the partner's monthly services for the
term or, without a contract, for one month.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from app.domain.choices import Billing, Kind, Party, PriceBasis, Recurrence
from app.domain.money import Amount, UnitPrice, total
from app.domain.offer import Offer, OfferLine, Taxed
from app.domain.proposal import AnyLine, ServiceLine, SubscriptionLine

#: M1, M2: the months of a subscription.
YEAR: Final = 12


class Paying(StrEnum):
    """When an amount is paid."""

    MONTHLY = "monthly"
    ONCE = "once"
    ANNUAL = "annual"


@dataclass(frozen=True, slots=True, kw_only=True)
class PaidLine:
    """A line in one way of paying; a line with two prices is two of them.

    `unit_price` pays for `base_months` of one piece (0: for good), `amount` is paid
    `times` times and is None where it cannot be had; `months` are those that a piece
    is paid for in all.
    """

    line: OfferLine
    paying: Paying
    unit_price: UnitPrice | None
    amount: Amount | None
    times: int
    months: int = 0
    base_months: int = 0

    @property
    def id(self) -> str:
        """The line's own id; its one-off price beside a monthly one adds a word."""
        beside = self.paying is Paying.ONCE and self.line.unit_once is not None
        return f"{self.line.id}/once" if beside else self.line.id

    @property
    def whole(self) -> Amount | None:
        """What is paid in all."""
        return self.amount.times(self.times) if self.amount else None


@dataclass(frozen=True, slots=True)
class PaidTotal:
    """One of the offer's totals, and how many times it is paid."""

    party: Party
    paying: Paying
    taxed: Taxed
    times: int


def paid_lines(line: OfferLine, asked: AnyLine | None, offer: Offer) -> list[PaidLine]:
    """Return the line, with what was asked for, in each way of paying it has."""
    paying = _paying(line, asked)
    if paying is Paying.ONCE:
        return [_once(line, line.unit_price)]
    months = YEAR if paying is Paying.ANNUAL else _months(line.kind, offer)
    each_month = PaidLine(
        line=line,
        paying=paying,
        unit_price=line.unit_price,
        amount=line.annual if paying is Paying.ANNUAL else line.monthly,
        times=1 if paying is Paying.ANNUAL else months,
        months=months,
        base_months=_base_months(line),
    )
    if line.unit_once is None:
        return [each_month]
    return [each_month, _once(line, line.unit_once)]


def _base_months(line: OfferLine) -> int:
    """Return how many months the line's unit price pays for."""
    whole_term = line.price_basis is PriceBasis.TERM
    return YEAR if whole_term and line.kind is Kind.SUBSCRIPTION else 1


def _once(line: OfferLine, unit_price: UnitPrice | None) -> PaidLine:
    """Return what a line costs once."""
    return PaidLine(
        line=line,
        paying=Paying.ONCE,
        unit_price=unit_price,
        amount=line.once,
        times=1,
    )


def _paying(line: OfferLine, asked: AnyLine | None) -> Paying:
    """Return the way that the line's unit price is paid."""
    if isinstance(asked, ServiceLine):
        once = asked.recurrence is Recurrence.ONCE
        return Paying.ONCE if once else Paying.MONTHLY
    if isinstance(asked, SubscriptionLine):
        annual = asked.billing is Billing.ANNUAL
        return Paying.ANNUAL if annual else Paying.MONTHLY
    only_once = line.once and line.once.cents and line.unit_once is None
    return Paying.ONCE if only_once else Paying.MONTHLY


def _months(kind: Kind, offer: Offer) -> int:
    """Return for how many months a monthly amount of such a line is counted."""
    if kind is Kind.SUBSCRIPTION:
        return YEAR
    return offer.term or (1 if kind is Kind.PARTNER_SERVICE else 0)


def paid_totals(offer: Offer) -> Iterator[PaidTotal]:
    """Yield the offer's totals that are not zero, the distributor's first."""
    its, own, licences = offer.distributor, offer.partner, offer.subscriptions
    rent = _months(Kind.PACK, offer)
    service = _months(Kind.PARTNER_SERVICE, offer)
    for each in (
        PaidTotal(Party.DISTRIBUTOR, Paying.MONTHLY, its.monthly, rent),
        PaidTotal(Party.DISTRIBUTOR, Paying.ONCE, its.once, 1),
        PaidTotal(Party.PARTNER, Paying.ONCE, own.once, 1),
        PaidTotal(Party.PARTNER, Paying.MONTHLY, own.monthly, service),
        PaidTotal(Party.PARTNER, Paying.MONTHLY, licences.monthly, YEAR),
        PaidTotal(Party.PARTNER, Paying.ANNUAL, licences.annual, 1),
    ):
        if each.taxed.net and each.taxed.net.cents:
            yield each


def whole(offer: Offer) -> bool:
    """Tell whether every total can be had, and there are lines."""
    its, own, licences = offer.distributor, offer.partner, offer.subscriptions
    totals = (its.monthly, its.once, own.monthly, own.once)
    every = (*totals, licences.monthly, licences.annual)
    return bool(offer.lines) and all(each.net is not None for each in every)


def net(offer: Offer) -> Amount:
    """Return what all totals come to in all, without VAT."""
    return _sum(offer, [(each.taxed.net, each.times) for each in paid_totals(offer)])


def vat(offer: Offer) -> Amount:
    """Return the VAT on that: of each total as it is invoiced, never of the whole."""
    return _sum(offer, [(each.taxed.vat, each.times) for each in paid_totals(offer)])


def _sum(offer: Offer, amounts: list[tuple[Amount | None, int]]) -> Amount:
    """Add amounts up, each as often as it is paid."""
    there = [each.times(count) for each, count in amounts if each]
    return total(there, offer.currency)
