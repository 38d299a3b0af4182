"""From a proposal and a catalogue to the offer that the customer sees."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from app.domain.by_term import ByTerm
from app.domain.catalogue import Catalogue, list_name
from app.domain.charges import Charge, awaits_answer, charge
from app.domain.choices import Kind, Party, Term
from app.domain.collection import at_end
from app.domain.localized import Localized
from app.domain.money import Amount, total
from app.domain.offer import (
    CustomerCopy,
    Difference,
    DistributorTotals,
    Offer,
    OfferLine,
    OfferTotals,
    PartnerTotals,
    PricedLine,
    SubscriptionTotals,
    Taxed,
    TermTotals,
)
from app.domain.policy import Policies
from app.domain.price_list import Item
from app.domain.proposal import (
    PackLine,
    Proposal,
    RequestLine,
    ServiceLine,
    SubscriptionLine,
)
from app.domain.resolved import RENTED, Group, Resolved, ResolvedLine, resolve, sku_of


def price(
    proposal: Proposal, catalogue: Catalogue, policies: Policies, home: str = ""
) -> Offer:
    """Price a proposal for all terms.

    `home` is the partner's country (ISO code), until set that of the lists.
    What cannot be had is None; `rules.check` says why.
    """
    return offer(resolve(proposal, catalogue), policies, home)


def offer(resolved: Resolved, policies: Policies, home: str = "") -> Offer:
    """Price what was resolved; see `price`."""
    return whole_offer(resolved, totals(resolved, policies, home))


def totals(resolved: Resolved, policies: Policies, home: str = "") -> OfferTotals:
    """Sum what was resolved for the term asked for; see `price`."""
    proposal = resolved.proposal
    country = proposal.customer.country or resolved.country
    home = home or resolved.country
    at_home = bool(home) and country == home
    rate = policies.vat_percent(country, proposal.date) if at_home else None
    sums = _Sums(resolved, rate)
    term = proposal.term if proposal.packs or proposal.special_requests else None
    return OfferTotals(
        currency=resolved.currency,
        term=term,
        distributor=sums.distributor(term),
        partner=sums.partner(),
        subscriptions=sums.subscriptions(),
        at_end=at_end(resolved),
        vat_rate=sums.rate,
        vat_abroad=bool(home and country) and not at_home,
    )


def whole_offer(resolved: Resolved, totals: OfferTotals) -> Offer:
    """Put beside the totals the lines, and what each term would come to."""
    lines = tuple(
        line for group in resolved.groups for line in _offer_lines(group, resolved)
    )
    return Offer(
        currency=totals.currency,
        term=totals.term,
        price_lists=tuple(list_name(each) for each in resolved.lists),
        lines=_with_differences(lines),
        distributor=totals.distributor,
        partner=totals.partner,
        subscriptions=totals.subscriptions,
        at_end=totals.at_end,
        terms=ByTerm.each(lambda each: _term_totals(resolved, each)),
        vat_rate=totals.vat_rate,
        vat_abroad=totals.vat_abroad,
        provisional=any(awaits_answer(group.head) for group in resolved.groups),
    )


def customer_copy(proposal: Proposal, offer: Offer) -> CustomerCopy:
    """Return what travels inside the PDF: the proposal with its unit prices."""
    priced = tuple(
        PricedLine(line.id, line.sku, line.unit_price, line.price_list)
        for line in offer.lines
        if line.sku and line.unit_price and line.price_list
    )
    return CustomerCopy(proposal, offer.currency, priced)


def not_offered(resolved: Resolved, term: Term) -> tuple[ResolvedLine, ...]:
    """W7: return the firm lines of the distributor's that have no price then."""
    return tuple(
        each
        for group in resolved.rented
        if _subtotal(group, term) is None
        for each in _counted(group)
        if charge(each, term) is None
    )


def _term_totals(resolved: Resolved, term: Term) -> TermTotals | None:
    """W7: what the distributor would invoice; None where a firm line is missing."""
    found = _sum(resolved.rented, term, resolved.currency)
    if found is None:
        return None
    return TermTotals(monthly=found.monthly, contract_total=found.monthly.times(term))


class _Sum(NamedTuple):
    """What firm lines come to each month, once and each year."""

    monthly: Amount
    once: Amount
    annual: Amount


def _sum(groups: Iterable[Group], term: Term | None, currency: str) -> _Sum | None:
    """Sum the firm lines of these groups; None where one has no price."""
    return _added([_subtotal(each, term) for each in groups], currency)


def _subtotal(group: Group, term: Term | None) -> _Sum | None:
    """Sum a pack with its options, or one other line; None where one has no price."""
    key = (_subtotal, term)
    if key not in group.known:
        costs = [charge(each, term) for each in _counted(group)]
        group.known[key] = _added(costs, group.head.currency)
    known: _Sum | None = group.known[key]
    return known


def _added(parts: Sequence[_Sum | Charge | None], currency: str) -> _Sum | None:
    """Add up; one part that is missing leaves no sum."""
    known = [part for part in parts if part]
    if len(known) < len(parts):
        return None
    return _Sum(
        monthly=total([part.monthly for part in known], currency),
        once=total([part.once for part in known], currency),
        annual=total([part.annual for part in known], currency),
    )


def _counted(group: Group) -> list[ResolvedLine]:
    """Return the lines that have, or should have, amounts in the totals."""
    return [each for each in group.lines if each.firm and not awaits_answer(each)]


class _Sums:
    """The totals of each invoicing party, with VAT on each total."""

    def __init__(self, resolved: Resolved, rate: Decimal | None) -> None:
        """Take the rate, None where no VAT can be stated."""
        self._resolved = resolved
        self.rate = rate

    def distributor(self, term: Term | None) -> DistributorTotals:
        """W10: packs, options and answered requests."""
        found = self._of(self._resolved.rented)
        return DistributorTotals(
            name=self._resolved.distributor,
            monthly=self._taxed(found and found.monthly),
            once=self._taxed(found and found.once),
            contract_total=found.monthly.times(term or 0) if found else None,
        )

    def partner(self) -> PartnerTotals:
        """W4: the partner's own services."""
        found = self._of(self._alone(ServiceLine))
        return PartnerTotals(
            monthly=self._taxed(found and found.monthly),
            once=self._taxed(found and found.once),
        )

    def subscriptions(self) -> SubscriptionTotals:
        """Stand-alone subscriptions, invoiced by the partner."""
        found = self._of(self._alone(SubscriptionLine))
        return SubscriptionTotals(
            monthly=self._taxed(found and found.monthly),
            annual=self._taxed(found and found.annual),
        )

    def _alone(self, kind: type) -> Iterator[Group]:
        """Yield the lines of a kind that stands under no pack."""
        groups = self._resolved.groups
        return (each for each in groups if isinstance(each.head.line, kind))

    def _of(self, groups: Iterable[Group]) -> _Sum | None:
        """Return what one party invoices under the term asked for."""
        return _sum(groups, self._resolved.proposal.term, self._resolved.currency)

    def _taxed(self, net: Amount | None) -> Taxed:
        """Add VAT to a total, rounded half-up once."""
        if net is None or self.rate is None:
            return Taxed(net=net, vat=None, gross=None)
        vat = net.share(self.rate)
        return Taxed(net=net, vat=vat, gross=net + vat)


def _offer_lines(group: Group, resolved: Resolved) -> tuple[OfferLine, ...]:
    """Return a group's lines as the customer sees them."""
    key = (_offer_lines, resolved.proposal.term)
    if key not in group.known:
        group.known[key] = tuple(_offer_line(each, resolved) for each in group.lines)
    known: tuple[OfferLine, ...] = group.known[key]
    return known


def _offer_line(each: ResolvedLine, resolved: Resolved) -> OfferLine:
    """Return one line as the customer sees it."""
    key = (_offer_line, resolved.proposal.term)
    if key not in each.known:
        each.known[key] = _new_offer_line(each, resolved)
    known: OfferLine = each.known[key]
    return known


def _new_offer_line(each: ResolvedLine, resolved: Resolved) -> OfferLine:
    """Write one line."""
    line = each.line
    cost = charge(each, resolved.proposal.term)
    shown = OfferLine(
        id=line.id,
        place=each.place,
        kind=_kind(each),
        sku=sku_of(line) or None,
        name=_name(each),
        quantity=line.quantity,
        unit_price=cost.unit_price if cost else None,
        unit_once=cost.unit_once if cost else None,
        monthly=cost.monthly if cost else None,
        once=cost.once if cost else None,
        annual=cost.annual if cost else None,
        invoiced_by=_invoiced_by(each),
        optional=not each.firm,
        firm=each.firm,
        alternative_to=line.alternative_to,
        awaits_answer=awaits_answer(each),
    )
    if isinstance(line, ServiceLine):
        return replace(shown, discount_percent=line.discount_percent)
    if each.item and each.price_list:
        return replace(
            shown,
            description=each.item.description,
            contents=tuple((i.name, n) for i, n in resolved.contents(each)),
            replaces=_replaced(each.item, each.pack, resolved),
            price_basis=each.item.price_basis,
            warranties=_warranties(each, resolved),
            price_list=list_name(each.price_list),
        )
    return shown


def _kind(each: ResolvedLine) -> Kind:
    """Return the kind of the item, else the kind the place calls for."""
    if isinstance(each.line, ServiceLine):
        return Kind.PARTNER_SERVICE
    if isinstance(each.line, RequestLine):
        return Kind.SPECIAL_REQUEST
    if each.item:
        return each.item.kind
    places = {PackLine: Kind.PACK, SubscriptionLine: Kind.SUBSCRIPTION}
    return places.get(type(each.line), Kind.OPTION)


def _name(each: ResolvedLine) -> Localized:
    """Return the name to show: an item's, a service's, a request's, else the SKU."""
    line = each.line
    if isinstance(line, ServiceLine):
        return line.name
    if isinstance(line, RequestLine):
        return line.text
    return each.item.name if each.item else Localized.same(sku_of(line))


def _invoiced_by(each: ResolvedLine) -> Party:
    """W4, W10: the partner invoices its services and the subscriptions."""
    rented = isinstance(each.line, RENTED)
    return Party.DISTRIBUTOR if rented else Party.PARTNER


def _replaced(
    item: Item, pack: Item | None, resolved: Resolved
) -> tuple[Localized, ...]:
    """W5: return the names of what an upgrade takes the place of in its pack."""
    return tuple(
        held.name for held, _ in resolved.included(pack) if held.sku in item.replaces
    )


def _warranties(each: ResolvedLine, resolved: Resolved) -> tuple[int, ...]:
    """W11: return the different warranties of an item and of what it includes."""
    items = [each.item, *(item for item, _ in resolved.contents(each))]
    months = {item.warranty_months for item in items if item}
    return tuple(sorted(known for known in months if known is not None))


def _with_differences(lines: tuple[OfferLine, ...]) -> tuple[OfferLine, ...]:
    """Give each alternative what it would change, beside the line it replaces."""
    if not any(line.alternative_to for line in lines):
        return lines
    by_id = {line.id: line for line in lines}
    return tuple(
        replace(line, difference=_difference(line, by_id.get(line.alternative_to)))
        if line.alternative_to
        else line
        for line in lines
    )


def _difference(line: OfferLine, replaced: OfferLine | None) -> Difference | None:
    """Compare each way of paying; None where either line has no price."""
    mine = _amounts(line)
    its = _amounts(replaced) if replaced else None
    if mine is None or its is None:
        return None
    monthly, once, annual = (one - other for one, other in zip(mine, its, strict=True))
    return Difference(monthly=monthly, once=once, annual=annual)


def _amounts(line: OfferLine) -> tuple[Amount, Amount, Amount] | None:
    """Return a line's (monthly, once, annual); None where it has no price."""
    if line.monthly is None or line.once is None or line.annual is None:
        return None
    return line.monthly, line.once, line.annual
