"""Pricing a quote for the person who makes it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING

from app.domain.by_term import ByTerm
from app.domain.catalogue import Catalogue
from app.domain.commission import Commission, earned
from app.domain.costs import Costs, paid
from app.domain.discount import below_floor
from app.domain.extended import extensions
from app.domain.extension import Extension
from app.domain.money import UnitPrice
from app.domain.offer import Offer, OfferTotals
from app.domain.policy import DEFAULT_WAAS, Policies, WaasPolicy
from app.domain.pricing import totals, whole_offer
from app.domain.problems import Problem, Problems, refused, warning
from app.domain.proposal import Proposal
from app.domain.quote import Quote
from app.domain.resolved import Resolved, related, resolve
from app.domain.rules import problems
from app.domain.validity import completed
from app.ports import QuoteRecord, Stamp
from app.use_cases.bundled import is_sample
from app.use_cases.workplace import Workplace

if TYPE_CHECKING:
    from app.exchange.quote_file import QuotedPrice


@dataclass(frozen=True)
class PricedQuote:
    """A quote with its offer, and beside it what only the partner may see.

    Its lines, what is wrong and what the partner earns are worked out when first
    asked for: the totals need not wait for them.
    """

    quote: Quote
    resolved: Resolved
    totals: OfferTotals
    policies: Policies
    today: date
    #: The percentage of a service's price that a discount must leave.
    floor: Decimal = Decimal(0)

    @cached_property
    def offer(self) -> Offer:
        """The whole offer, as the customer sees it."""
        return whole_offer(self.resolved, self.totals)

    @cached_property
    def sample(self) -> bool:
        """Whether it is priced by the bundled sample, whose prices are invented."""
        lists = self.resolved.lists or self.catalogue.lists[:1]
        return any(is_sample(each) for each in lists)

    @cached_property
    def problems(self) -> Problems:
        """All that is wrong with it, or worth a look."""
        found = problems(self.resolved, self.policies, self.today) + self.held_back
        return (*found, warning("sample_prices")) if self.sample else found

    @cached_property
    def held_back(self) -> Problems:
        """What keeps a draft from being handed over by the partner's own rules."""
        return tuple(below_floor(self.quote.proposal, self.floor))

    @cached_property
    def waas(self) -> WaasPolicy:
        """The terms of the programme that it is made under."""
        return waas_of(self.quote.proposal, self.policies)

    @cached_property
    def extensions(self) -> ByTerm[Extension]:
        """W9: how far its contract would go, for each term."""
        return extensions(self.resolved, self.waas)

    @cached_property
    def commission(self) -> Commission:
        """W1: what the partner earns."""
        return earned(self.quote, self.resolved)

    @cached_property
    def costs(self) -> Costs:
        """What the partner pays itself."""
        return paid(self.resolved)

    @property
    def catalogue(self) -> Catalogue:
        """The lists it is priced by."""
        return self.resolved.catalogue

    @property
    def prices(self) -> Catalogue:
        """The part of the catalogue that the figures depend on, to be kept."""
        return related(self.quote.proposal, self.catalogue)

    @property
    def refused(self) -> bool:
        """Whether an error keeps it from being handed over."""
        return refused(self.problems)


def priced(
    quote: Quote,
    catalogue: Catalogue,
    workplace: Workplace,
    before: PricedQuote | None = None,
) -> PricedQuote:
    """Complete a quote's defaults and price it.

    What the quote came to `before` an edit spares the lines that are the same.
    """
    policies = workplace.policies
    waas = waas_of(quote.proposal, policies)
    asked = resolve(quote.proposal, catalogue, before.resolved if before else None)
    resolved = replace(asked, proposal=completed(asked, waas))
    return PricedQuote(
        quote=replace(quote, proposal=resolved.proposal),
        resolved=resolved,
        totals=totals(resolved, policies, workplace.settings.partner.country),
        policies=policies,
        today=workplace.clock.today(),
        floor=workplace.settings.services.least_percent,
    )


def waas_of(proposal: Proposal, policies: Policies) -> WaasPolicy:
    """Return the terms that a proposal names, else the usual ones."""
    policy = policies.waas_named(proposal.policies.waas)
    policy = policy or policies.waas_named(DEFAULT_WAAS)
    if policy is None:
        raise LookupError(DEFAULT_WAAS)
    return policy


def recorded(record: QuoteRecord, newest: PricedQuote, by: Stamp) -> QuoteRecord:
    """Return the record with a quote as it is priced now, and its prices."""
    return replace(
        record,
        quote=newest.quote,
        prices=newest.prices.lists,
        monthly=newest.offer.distributor.monthly.net,
        commission=newest.commission.total,
        changed=by,
    )


def own_prices(quoted: tuple[QuotedPrice, ...], proposal: Proposal) -> Problems:
    """Warn of prices in a customer copy that no list of today can be asked about."""
    answered = any(line.answer for line in proposal.special_requests)
    if quoted and (proposal.partner_services or answered):
        return (warning("own_prices"),)
    return ()


def differences(quoted: tuple[QuotedPrice, ...], offer: Offer) -> Problems:
    """Warn of each line of a customer copy whose price is another today."""
    prices = {line.id: line.unit_price for line in offer.lines}
    places = {line.id: line.place for line in offer.lines}
    found: list[Problem] = []
    for each in quoted:
        was = UnitPrice.of(each.unit_price, each.currency)
        today = prices.get(each.line_id)
        place = places.get(each.line_id, "")
        if today is None:
            found.append(warning("price_gone", place, sku=each.sku, quoted=was))
        elif today != was:
            found.append(
                warning("price_differs", place, sku=each.sku, quoted=was, listed=today)
            )
    return tuple(found)
