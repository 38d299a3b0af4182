"""What the partner pays itself, as confidential as its commission."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.catalogue import Catalogue
from app.domain.charges import subscription_amounts
from app.domain.money import Amount, UnitPrice, total
from app.domain.price_list import Item
from app.domain.proposal import Proposal, SubscriptionLine
from app.domain.resolved import Resolved, ResolvedLine, resolve


@dataclass(frozen=True, slots=True)
class Costs:
    """The firm lines' costs; `complete` where every line of a list has one."""

    monthly: Amount
    annual: Amount
    once: Amount
    complete: bool


def costs(proposal: Proposal, catalogue: Catalogue) -> Costs:
    """Sum what the lists say the partner pays, line by line as the prices are."""
    return paid(resolve(proposal, catalogue))


def paid(resolved: Resolved) -> Costs:
    """Return the costs of what was resolved."""
    nothing = Amount.zero(resolved.currency)
    firm = [(each, item) for each, item in resolved.listed if each.firm]
    parts = [_amounts(each, item, nothing) for each, item in firm]
    return Costs(
        monthly=total([monthly for monthly, _, _ in parts], resolved.currency),
        annual=total([annual for _, annual, _ in parts], resolved.currency),
        once=total([once for _, _, once in parts], resolved.currency),
        complete=all(_has_cost(item) for _, item in firm),
    )


def _has_cost(item: Item) -> bool:
    """Tell whether the list says what the item costs the partner."""
    return item.cost_month is not None or item.cost_once is not None


def _amounts(
    each: ResolvedLine, item: Item, nothing: Amount
) -> tuple[Amount, Amount, Amount]:
    """Return a line's (monthly, annual, once)."""
    monthly, annual = _recurring(each, item, item.cost_month, nothing)
    once = item.cost_once.times(each.line.quantity) if item.cost_once else nothing
    return monthly, annual, once


def _recurring(
    each: ResolvedLine, item: Item, unit: UnitPrice | None, nothing: Amount
) -> tuple[Amount, Amount]:
    """Return (monthly, annual) of a cost per month, billed as the line is."""
    if unit is None:
        return nothing, nothing
    if isinstance(each.line, SubscriptionLine):
        return subscription_amounts(each.line, item, unit)
    return unit.times(each.line.quantity), nothing
