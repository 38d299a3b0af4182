"""W9: what of a quote an extension depends on: warranties, and prices of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from app.domain.by_term import ByTerm
from app.domain.charges import charge
from app.domain.choices import Kind
from app.domain.extension import ExtendedLine, Extension, Warranty, extension
from app.domain.localized import Localized
from app.domain.money import Amount, total
from app.domain.policy import WaasPolicy
from app.domain.price_list import Item
from app.domain.proposal import RequestLine
from app.domain.resolved import RENTED, Resolved, ResolvedLine, sku_of


def extended(resolved: Resolved, policy: WaasPolicy) -> Extension | None:
    """W9: return how far the contract of a quote goes.

    None where nothing firm is rented, and so there is no contract.
    """
    if resolved.proposal.term is None or not any(rented(resolved)):
        return None
    term = resolved.proposal.term.value
    standard = policy.standard_warranty_months
    found = tuple(_warranties(resolved, standard))
    lines = tuple(extended_line(each, resolved) for each in rented(resolved))
    by = extension(term, found, policy, _rate(lines, resolved.currency))
    return replace(by, lines=lines)


def extensions(resolved: Resolved, policy: WaasPolicy) -> ByTerm[Extension]:
    """W9: return how far the contract would go for each term, whatever its rate.

    None for every term where nothing firm is rented.
    """
    if not any(rented(resolved)):
        return ByTerm()
    found = tuple(_warranties(resolved, policy.standard_warranty_months))
    return ByTerm.each(lambda term: extension(term.value, found, policy))


def _rate(lines: tuple[ExtendedLine, ...], currency: str) -> Amount | None:
    """Return what all of it costs a month; None where a line has no price."""
    known = [line.monthly for line in lines if line.monthly is not None]
    return total(known, currency) if len(known) == len(lines) else None


def rented(resolved: Resolved) -> Iterator[ResolvedLine]:
    """Yield what the distributor rents out."""
    for each in resolved.lines:
        if each.firm and isinstance(each.line, RENTED):
            yield each


def extended_line(each: ResolvedLine, resolved: Resolved) -> ExtendedLine:
    """W9: return a line at the list's price for an extension, else at its own."""
    name, quantity = _name(each), each.line.quantity
    if each.item and each.item.price_extension:
        unit = each.item.price_extension
        return ExtendedLine(name, quantity, unit, unit.times(quantity))
    cost = charge(each, resolved.proposal.term)
    if cost is None:
        return ExtendedLine(name, quantity, None, None)
    return ExtendedLine(name, quantity, cost.unit_price, cost.monthly)


def _name(each: ResolvedLine) -> Localized:
    """Return what a line is called; a reference that no list holds is its own name."""
    if isinstance(each.line, RequestLine):
        return each.line.text
    return each.item.name if each.item else Localized.same(sku_of(each.line))


def _warranties(resolved: Resolved, standard: int) -> Iterator[Warranty]:
    """Yield each warranty that counts; `standard` is that of things without one."""
    for each in rented(resolved):
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
