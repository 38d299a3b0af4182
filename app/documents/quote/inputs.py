"""Everything that the paper of a quote is made from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from app.documents.document import Words
from app.documents.quote.writer import Writer
from app.domain.choices import Kind, PriceBasis
from app.domain.identity import Partner, Seller
from app.domain.money import Amount
from app.domain.offer import Offer, OfferLine
from app.domain.policy import CspPolicy, WaasPolicy
from app.domain.proposal import AnyLine, Proposal, SubscriptionLine


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """The offer, what was asked for, who offers it, and under which terms.

    `valid_until` is the last day the quote holds, which counts whole; `legal` is who
    the partner is before the law; `sample` is true where the prices are the invented
    ones that come with the program, `final` where it was handed over.
    """

    offer: Offer
    proposal: Proposal
    valid_until: date
    partner: Partner
    legal: str
    seller: Seller
    waas: WaasPolicy
    csp: CspPolicy
    write: Writer
    sample: bool
    final: bool

    @property
    def rental(self) -> bool:
        """Whether the distributor rents anything out: packs, special requests."""
        return bool(self.proposal.packs or self.proposal.special_requests)

    @cached_property
    def distributor_name(self) -> Words:
        """The distributor's name, or words for it."""
        name = self.offer.distributor.name
        return (name,) if name else self.write.gettext("the distributor")

    @cached_property
    def partner_name(self) -> Words:
        """The partner's name, or words for it."""
        name = self.partner.name
        return (name,) if name else self.write.gettext("your partner")

    @property
    def rented(self) -> list[OfferLine]:
        """The firm packs and special requests; none where all are optional."""
        kinds = (Kind.PACK, Kind.SPECIAL_REQUEST)
        return [line for line in self.firm if line.kind in kinds]

    @property
    def firm(self) -> list[OfferLine]:
        """What counts in totals, and what the customer would sign for."""
        return [line for line in self.offer.lines if line.firm]

    @property
    def on_request(self) -> bool:
        """W11: whether nothing but open special requests is rented."""
        rented = self.rented
        return bool(rented) and all(line.awaits_answer for line in rented)

    @property
    def rate(self) -> Amount | None:
        """The monthly rate; None where nothing that is rented has a price."""
        if all(line.awaits_answer for line in self.rented):
            return None
        return self.offer.distributor.monthly.net

    @cached_property
    def subscriptions(self) -> dict[str, SubscriptionLine]:
        """The subscriptions asked for, by their id."""
        return {line.id: line for line in self.proposal.subscriptions}

    @cached_property
    def asked(self) -> dict[str, AnyLine]:
        """What was asked for, by its place."""
        return dict(self.proposal.places())

    @cached_property
    def priced_by_year(self) -> bool:
        """Whether any licence has its price for a year and not for a month."""
        return any(line.price_basis is PriceBasis.TERM for line in self.offer.lines)

    def holds(self, kind: Kind) -> bool:
        """Whether the offer has a line of that kind."""
        return any(line.kind is kind for line in self.offer.lines)
