"""W9: what of a quote an extension depends on: warranties, and prices of its own."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.charges import charge
from app.domain.choices import Kind
from app.domain.extension import Extension, Warranty, extension
from app.domain.money import Amount, total
from app.domain.policy import WaasPolicy
from app.domain.price_list import Item
from app.domain.proposal import OptionLine, PackLine, RequestLine
from app.domain.resolved import Resolved, ResolvedLine

_RENTED = (PackLine, OptionLine, RequestLine)


def extended(resolved: Resolved, policy: WaasPolicy) -> Extension | None:
    """W9: return how far the contract of a quote goes.

    None where nothing firm is rented, and so there is no contract.
    """
    if resolved.proposal.term is None or not any(_firm(resolved)):
        return None
    term = resolved.proposal.term.value
    standard = policy.standard_warranty_months
    found = tuple(_warranties(resolved, standard))
    return extension(term, found, policy, monthly_rate(resolved))


def monthly_rate(resolved: Resolved) -> Amount | None:
    """W9: return the rate of an extension: the list's price for it, else the own.

    None where a firm line has neither.
    """
    amounts = [_monthly(each, resolved) for each in _firm(resolved)]
    known = [amount for amount in amounts if amount is not None]
    if len(known) < len(amounts):
        return None
    return total(known, resolved.currency)


def _firm(resolved: Resolved) -> Iterator[ResolvedLine]:
    """Yield what the distributor rents out."""
    for each in resolved.lines:
        if each.firm and isinstance(each.line, _RENTED):
            yield each


def _monthly(each: ResolvedLine, resolved: Resolved) -> Amount | None:
    """Return what a line costs a month of the extension."""
    if each.item and each.item.price_extension:
        return each.item.price_extension.times(each.line.quantity)
    cost = charge(each, resolved.proposal.term)
    return cost.monthly if cost else None


def _warranties(resolved: Resolved, standard: int) -> Iterator[Warranty]:
    """Yield each warranty that counts; `standard` is that of things without one."""
    for each in _firm(resolved):
        if isinstance(each.line, RequestLine):
            yield Warranty(each.line.text, standard)  # W11
        elif each.item and each.item.kind is Kind.PACK:
            yield from _of_pack(each, each.item, resolved, standard)
        elif each.item and each.item.kind is Kind.HARDWARE:
            yield _warranty(each.item, standard)


def _of_pack(
    each: ResolvedLine, pack: Item, resolved: Resolved, standard: int
) -> Iterator[Warranty]:
    """Yield the warranties of a pack's own row and of the hardware in it.

    A pack that names neither is taken for one thing of the standard range.
    """
    inside = [
        _warranty(item, standard)
        for item, _ in resolved.contents(each)
        if item.kind is Kind.HARDWARE
    ]
    if longest(pack) is not None or not inside:
        yield _warranty(pack, standard)
    yield from inside


def _warranty(item: Item, standard: int) -> Warranty:
    """Return an item's longest warranty."""
    months = longest(item)
    return Warranty(item.name, standard if months is None else months)


def longest(item: Item) -> int | None:
    """Return the most months of warranty that a row allows; None if it says none."""
    most = item.max_warranty_months
    return item.warranty_months if most is None else most
