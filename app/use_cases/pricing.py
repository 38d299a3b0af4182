"""Pricing a quote for the person who makes it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.domain.catalogue import Catalogue
from app.domain.commission import Commission, commission
from app.domain.costs import Costs, costs
from app.domain.money import UnitPrice
from app.domain.offer import Offer
from app.domain.policy import DEFAULT_WAAS
from app.domain.pricing import price
from app.domain.problems import Problem, Problems, refused, warning
from app.domain.quote import Quote
from app.domain.resolved import related, resolve
from app.domain.rules import check
from app.domain.validity import completed
from app.exchange.quote_file import QuotedPrice
from app.ports import QuoteRecord, Stamp
from app.use_cases.bundled import is_sample
from app.use_cases.workplace import Workplace


@dataclass(frozen=True, slots=True)
class PricedQuote:
    """A quote with its offer, and beside it what only the partner may see."""

    quote: Quote
    catalogue: Catalogue
    offer: Offer
    commission: Commission
    costs: Costs
    problems: Problems
    sample: bool

    @property
    def prices(self) -> Catalogue:
        """The part of the catalogue that the figures depend on, to be kept."""
        return related(self.quote.proposal, self.catalogue)

    @property
    def refused(self) -> bool:
        """Whether an error keeps it from being handed over."""
        return refused(self.problems)


def priced(quote: Quote, catalogue: Catalogue, workplace: Workplace) -> PricedQuote:
    """Complete a quote's defaults, price it and look for problems."""
    policies = workplace.policies
    waas = policies.waas_named(quote.proposal.policies.waas)
    waas = waas or policies.waas_named(DEFAULT_WAAS)
    if waas is None:
        raise LookupError(DEFAULT_WAAS)
    resolved = resolve(quote.proposal, catalogue)
    proposal = completed(resolved, waas)
    full = replace(quote, proposal=proposal)
    offer = price(proposal, catalogue, policies, workplace.settings.partner.country)
    sample = any(is_sample(each) for each in resolved.lists or catalogue.lists[:1])
    problems = check(proposal, catalogue, policies, workplace.clock.today())
    if sample:
        problems += (warning("sample_prices"),)
    return PricedQuote(
        quote=full,
        catalogue=catalogue,
        offer=offer,
        commission=commission(full, catalogue),
        costs=costs(proposal, catalogue),
        problems=problems,
        sample=sample,
    )


def recorded(record: QuoteRecord, newest: PricedQuote, by: Stamp) -> QuoteRecord:
    """Return the record with a quote as it is priced now, and its prices."""
    return replace(
        record,
        quote=newest.quote,
        prices=newest.prices.lists,
        monthly=newest.offer.distributor.monthly.net,
        changed=by,
    )


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
