"""A priced quote as the customer may see it: types only, nothing internal."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from app.domain.by_term import ByTerm
from app.domain.choices import Kind, Party, PriceBasis, Term
from app.domain.localized import Localized
from app.domain.money import Amount, UnitPrice
from app.domain.proposal import Proposal


@dataclass(frozen=True, slots=True)
class ListName:
    """Which price list, in which version, with which customer-safe content."""

    list_id: str
    version: str
    fingerprint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """An alternative's amounts minus those of the line it replaces."""

    monthly: Amount
    once: Amount
    annual: Amount

    @property
    def only(self) -> Amount | None:
        """The difference where there is one way of paying it, else None."""
        apart = [each for each in (self.monthly, self.once, self.annual) if each.cents]
        return (apart or [self.monthly])[0] if len(apart) <= 1 else None


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferLine:
    """One line with its amounts; an amount that cannot be had is None.

    `place` is the line's place in the quote (`packs[0].options[1]`), `contents`
    what a pack includes (name and count), `replaces` what an upgrade takes the
    place of, `difference` what an alternative would change, `price_basis` whether a
    subscription's unit price pays for a month or a year, `warranties` the different
    warranties (in months, from the start) that the list gives for what it holds.
    """

    id: str
    place: str
    kind: Kind
    sku: str | None
    name: Localized
    quantity: int
    unit_price: UnitPrice | None
    unit_once: UnitPrice | None
    monthly: Amount | None
    once: Amount | None
    annual: Amount | None
    invoiced_by: Party
    optional: bool
    firm: bool
    alternative_to: str = ""
    difference: Difference | None = None
    discount_percent: Decimal = Decimal(0)
    description: Localized = Localized()
    contents: tuple[tuple[Localized, int], ...] = ()
    replaces: tuple[Localized, ...] = ()
    price_basis: PriceBasis = PriceBasis.MONTH
    warranties: tuple[int, ...] = ()
    price_list: ListName | None = None
    awaits_answer: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Taxed:
    """An amount with its VAT; without a rate both are None."""

    net: Amount | None
    vat: Amount | None
    gross: Amount | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DistributorTotals:
    """W10: what the distributor invoices: monthly, and once."""

    name: str
    monthly: Taxed
    once: Taxed
    contract_total: Amount | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerTotals:
    """W4: what the partner invoices for its own services."""

    monthly: Taxed
    once: Taxed


@dataclass(frozen=True, slots=True, kw_only=True)
class SubscriptionTotals:
    """What the partner invoices for Microsoft subscriptions."""

    monthly: Taxed
    annual: Taxed


@dataclass(frozen=True, slots=True, kw_only=True)
class AtEnd:
    """W12: collecting the devices at the end, in no other total."""

    devices: int
    per_device: UnitPrice | None
    total: Amount | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TermTotals:
    """What the distributor would invoice for one term."""

    monthly: Amount
    contract_total: Amount


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferTotals:
    """What an offer comes to; VAT is in per cent, None across a border."""

    currency: str
    term: Term | None
    distributor: DistributorTotals
    partner: PartnerTotals
    subscriptions: SubscriptionTotals
    at_end: AtEnd
    vat_rate: Decimal | None
    vat_abroad: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer(OfferTotals):
    """The whole offer: its totals, and what they are made of."""

    price_lists: tuple[ListName, ...]
    lines: tuple[OfferLine, ...]
    terms: ByTerm[TermTotals]
    provisional: bool


@dataclass(frozen=True, slots=True)
class PricedLine:
    """The unit price that a line was quoted at, and the list it came from."""

    id: str
    sku: str
    unit_price: UnitPrice
    price_list: ListName


@dataclass(frozen=True, slots=True)
class CustomerCopy:
    """What travels inside a PDF: the proposal and the prices it was quoted at."""

    proposal: Proposal
    currency: str
    priced: tuple[PricedLine, ...]
