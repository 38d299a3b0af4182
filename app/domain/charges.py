"""What one line costs at one term."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from app.domain.choices import Billing, PriceBasis, Recurrence, Term
from app.domain.money import Amount, UnitPrice
from app.domain.price_list import Item
from app.domain.proposal import RequestLine, ServiceLine, SubscriptionLine
from app.domain.resolved import ResolvedLine

_MONTHS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Charge:
    """A line's unit prices and its amounts each month, once, and each year."""

    unit_price: UnitPrice
    unit_once: UnitPrice | None = None
    monthly: Amount
    once: Amount
    annual: Amount


def awaits_answer(each: ResolvedLine) -> bool:
    """W11: tell whether it is a special request without the answer."""
    return isinstance(each.line, RequestLine) and each.line.answer is None


def charge(each: ResolvedLine, term: Term | None) -> Charge | None:
    """Return what the line costs; None where it is not offered for the term (W7)."""
    key = (charge, term)
    known: Charge | None = each.known.get(key)
    if known is None and key not in each.known:
        known = each.known[key] = _charge(each, term)
    return known


def _charge(each: ResolvedLine, term: Term | None) -> Charge | None:
    """Work out what the line costs."""
    line = each.line
    if isinstance(line, ServiceLine):
        return _partner_service(line, each.currency)
    if isinstance(line, RequestLine):
        return _special_request(line, term, each.currency)
    if each.item is None:
        return None
    if isinstance(line, SubscriptionLine):
        return _subscription(line, each.item)
    return _pack_or_option(each.item, line.quantity, term)


def _partner_service(line: ServiceLine, currency: str) -> Charge:
    """W4: price x quantity less the discount, rounded once."""
    unit = UnitPrice.of(line.price, currency)
    amount = unit.times_percent(line.quantity, Decimal(100) - line.discount_percent)
    nothing = Amount.zero(currency)
    once = line.recurrence is Recurrence.ONCE
    return Charge(
        unit_price=unit,
        monthly=nothing if once else amount,
        once=amount if once else nothing,
        annual=nothing,
    )


def _special_request(
    line: RequestLine, term: Term | None, currency: str
) -> Charge | None:
    """W11: the distributor's answer, a price a month and unit."""
    price = line.answer.at(term) if line.answer and term else None
    if price is None:
        return None
    unit = UnitPrice.of(price, currency)
    return _each_month(unit, line.quantity)


def _each_month(unit: UnitPrice, quantity: int) -> Charge:
    """Return a charge that is only monthly."""
    nothing = Amount.zero(unit.currency)
    return Charge(
        unit_price=unit, monthly=unit.times(quantity), once=nothing, annual=nothing
    )


def _pack_or_option(item: Item, quantity: int, term: Term | None) -> Charge | None:
    """W5, W7: the term's monthly price, a one-off price, or both."""
    if item.one_off and item.price_once:
        nothing = Amount.zero(item.price_once.currency)
        return Charge(
            unit_price=item.price_once,
            monthly=nothing,
            once=item.price_once.times(quantity),
            annual=nothing,
        )
    unit = item.prices.at(term) if term else None
    if unit is None:
        return None
    nothing = Amount.zero(unit.currency)
    return Charge(
        unit_price=unit,
        unit_once=item.price_once,
        monthly=unit.times(quantity),
        once=item.price_once.times(quantity) if item.price_once else nothing,
        annual=nothing,
    )


def _subscription(line: SubscriptionLine, item: Item) -> Charge | None:
    """M1: a month, or a year at once; the list says which one its price is for."""
    unit = item.price_month
    if unit is None:
        return None
    monthly, annual = subscription_amounts(line, item, unit)
    return Charge(
        unit_price=unit,
        monthly=monthly,
        once=Amount.zero(unit.currency),
        annual=annual,
    )


def subscription_amounts(
    line: SubscriptionLine, item: Item, unit: UnitPrice
) -> tuple[Amount, Amount]:
    """Return (monthly, annual) at that unit price; one of them is zero.

    With `price_basis` term the unit price is that of 12 months.
    """
    nothing = Amount.zero(unit.currency)
    whole_term = item.price_basis is PriceBasis.TERM
    if line.billing is Billing.ANNUAL:
        months = 1 if whole_term else _MONTHS
        return nothing, unit.times(line.quantity * months)
    parts = _MONTHS if whole_term else 1
    return unit.divided(line.quantity, parts), nothing
