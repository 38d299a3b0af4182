"""Everything that the paper of a quote is made from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from app.documents.document import Words
from app.documents.quote.writer import Writer
from app.domain.choices import Kind
from app.domain.identity import Partner, Seller
from app.domain.offer import Offer, OfferLine
from app.domain.policy import CspPolicy, WaasPolicy
from app.domain.proposal import Proposal


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """The offer, what was asked for, who offers it, and under which terms.

    `sample` where the prices are the invented ones that come with the program.
    """

    offer: Offer
    proposal: Proposal
    partner: Partner
    seller: Seller
    waas: WaasPolicy
    csp: CspPolicy
    write: Writer
    sample: bool

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
        """The firm packs and special requests."""
        kinds = (Kind.PACK, Kind.SPECIAL_REQUEST)
        return [line for line in self.offer.lines if line.firm and line.kind in kinds]

    @property
    def unpriced(self) -> bool:
        """W11: whether nothing but open special requests is rented."""
        return self.rental and all(line.awaits_answer for line in self.rented)

    @property
    def valid_until(self) -> date:
        """The last day the quote holds, which counts whole."""
        default = self.proposal.date + timedelta(days=self.waas.validity_days)
        return self.proposal.valid_until or default

    def holds(self, kind: Kind) -> bool:
        """Whether the offer has a line of that kind."""
        return any(line.kind is kind for line in self.offer.lines)
