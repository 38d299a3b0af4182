"""W1: what the partner earns on a quote. Nothing a customer sees may import this."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.by_term import ByTerm
from app.domain.catalogue import Catalogue
from app.domain.charges import awaits_answer, charge
from app.domain.choices import CommissionBasis, Term
from app.domain.money import Amount, total
from app.domain.pricing import not_offered
from app.domain.problems import Problems, warning
from app.domain.proposal import OptionLine, PackLine, RequestLine
from app.domain.quote import Quote
from app.domain.resolved import Group, Resolved, ResolvedLine, resolve


@dataclass(frozen=True, slots=True)
class CommissionLine:
    """What a SKU, or an answered request (no SKU), earns; None = to be confirmed."""

    place: str
    sku: str | None
    quantity: int
    unit: Amount | None
    total: Amount | None


#: A line, and whether the list pays it once per contract.
Earning = tuple[CommissionLine, bool]


@dataclass(frozen=True, slots=True)
class Commission:
    """A fixed amount for the contract, with its lines and those of other terms.

    `total` is None where a firm line is not offered for the term.
    """

    total: Amount | None
    terms: ByTerm[Amount]
    lines: tuple[CommissionLine, ...]
    problems: Problems


def commission(quote: Quote, catalogue: Catalogue) -> Commission:
    """Return the commission under the quote's term, and under each term."""
    return earned(quote, resolve(quote.proposal, catalogue))


def earned(quote: Quote, resolved: Resolved) -> Commission:
    """Return the commission of a quote whose proposal was resolved."""
    proposal = quote.proposal
    terms = ByTerm.each(lambda term: _term_total(quote, resolved, term))
    if proposal.term is None:
        return Commission(Amount.zero(resolved.currency), terms, (), ())
    lines = lines_under(quote, resolved, proposal.term)
    problems = tuple(
        warning("commission_missing", line.place) for line in lines if line.unit is None
    )
    return Commission(terms.at(proposal.term), terms, lines, problems)


def total_earned(quote: Quote, resolved: Resolved) -> Amount | None:
    """Return the `total` alone of what `earned` returns."""
    term = quote.proposal.term
    if term is None:
        return Amount.zero(resolved.currency)
    return _term_total(quote, resolved, term)


def _term_total(quote: Quote, resolved: Resolved, term: Term) -> Amount | None:
    """Sum what is known for a term; None where the term is not offered (W7)."""
    if not_offered(resolved, term):
        return None
    known = [line.total for line in lines_under(quote, resolved, term) if line.total]
    return total(known, resolved.currency)


def lines_under(
    quote: Quote, resolved: Resolved, term: Term
) -> tuple[CommissionLine, ...]:
    """Return the firm lines that earn something under a term.

    A SKU that the list pays once per contract comes once, its quantities summed.
    """
    groups = (_earning(quote, group, term) for group in resolved.groups)
    return summed(earning for group in groups for earning in group)


def summed(earnings: Iterable[Earning]) -> tuple[CommissionLine, ...]:
    """Return lines, those of a SKU that is paid once per contract as one."""
    lines: list[CommissionLine] = []
    once: dict[str, int] = {}
    for line, per_contract in earnings:
        if not per_contract:
            lines.append(line)
        elif line.sku in once:
            at = once[line.sku]
            lines[at] = _more(lines[at], line.quantity)
        else:
            once[line.sku or ""] = len(lines)
            lines.append(line)
    return tuple(lines)


def _earning(quote: Quote, group: Group, term: Term) -> tuple[Earning, ...]:
    """Return the firm lines of a group that earn something."""
    head = group.head
    if isinstance(head.line, RequestLine):
        answered = _answered(quote, head, head.line, term) if head.firm else None
        return ((answered, False),) if answered else ()
    key = (_earning, term)
    if key not in group.known:
        lines = ((_listed(each, term), each) for each in group.lines if each.firm)
        group.known[key] = tuple(
            (line, paid_once(each)) for line, each in lines if line
        )
    known: tuple[Earning, ...] = group.known[key]
    return known


def _listed(each: ResolvedLine, term: Term) -> CommissionLine | None:
    """Return what the list says that a line earns."""
    line = each.line
    if not isinstance(line, PackLine | OptionLine) or each.item is None:
        return None
    unit = each.item.commissions.at(term)
    if unit is None or charge(each, term) is None:
        return None
    amount = unit if paid_once(each) else unit.times(line.quantity)
    return CommissionLine(each.place, line.sku, line.quantity, unit, amount)


def _answered(
    quote: Quote, each: ResolvedLine, line: RequestLine, term: Term
) -> CommissionLine | None:
    """W11: what came with the distributor's answer; it may still be missing."""
    if awaits_answer(each) or charge(each, term) is None:
        return None
    answered = quote.answer_commission(line.id)
    unit = None if answered is None else Amount.of(answered, each.currency)
    amount = unit.times(line.quantity) if unit else None
    return CommissionLine(each.place, None, line.quantity, unit, amount)


def paid_once(each: ResolvedLine) -> bool:
    """Tell whether the list pays it once per SKU and quote."""
    basis = each.item.commission_basis if each.item else CommissionBasis.UNIT
    return basis is CommissionBasis.CONTRACT


def _more(line: CommissionLine, quantity: int) -> CommissionLine:
    """Add pieces to a line that is paid once."""
    return CommissionLine(
        line.place, line.sku, line.quantity + quantity, line.unit, line.total
    )
