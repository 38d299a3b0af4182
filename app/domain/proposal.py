"""What a quote asks for, as the customer may read it: who, when, which lines.

Nothing here can hold a commission, a cost or an internal note: pricing and
the paper know this part of a quote and no other. Prices that were typed are
decimals of at most four places; their currency is that of the price lists.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from app.domain.by_term import ByTerm
from app.domain.choices import (
    Billing,
    Delivery,
    Edition,
    Recurrence,
    Return,
    ServiceType,
    Term,
)
from app.domain.identity import Customer
from app.domain.localized import Localized
from app.domain.policy import PolicyNames


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What every line has: an id, a quantity, and whether it is firm.

    An optional line is shown and counted in no total, and so is an alternative
    (`alternative_to` holds the id of the line it would replace).
    """

    id: str
    quantity: int
    optional: bool = False
    alternative_to: str = ""

    @property
    def firm(self) -> bool:
        """Whether the line itself counts in totals."""
        return not self.optional and not self.alternative_to


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionLine(Line):
    """W5: an upgrade, option, piece of hardware or service under a pack."""

    sku: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PackLine(Line):
    """A pack with the options under it."""

    sku: str
    options: tuple[OptionLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SubscriptionLine(Line):
    """A stand-alone Microsoft subscription that the partner resells."""

    sku: str
    billing: Billing = Billing.MONTHLY
    start: dt.date | None = None
    name: str = ""
    licence_delivery: str = ""
    parent: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceLine(Line):
    """W4: a service that the partner offers and invoices itself."""

    name: Localized
    price: Decimal
    recurrence: Recurrence = Recurrence.ONCE
    type: ServiceType = ServiceType.OTHER
    discount_percent: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestLine(Line):
    """W11: hardware outside the list; no price until the distributor answers."""

    text: Localized
    answer: ByTerm[Decimal] | None = None


_SECTIONS: Final = ("packs", "subscriptions", "partner_services", "special_requests")
AnyLine = PackLine | OptionLine | SubscriptionLine | ServiceLine | RequestLine


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """The whole of a quote but its note and its commissions."""

    date: dt.date
    customer: Customer
    language: Edition = Edition.FR
    term: Term | None = None
    delivery: Delivery = Delivery.CUSTOMER
    return_way: Return = Return.SELF
    packs: tuple[PackLine, ...] = ()
    subscriptions: tuple[SubscriptionLine, ...] = ()
    partner_services: tuple[ServiceLine, ...] = ()
    special_requests: tuple[RequestLine, ...] = ()
    valid_until: dt.date | None = None
    number: str = ""
    revision: str = ""
    title: str = ""
    reference: str = ""
    seller: str = ""
    delivery_address: str = ""
    policies: PolicyNames = field(default_factory=PolicyNames)

    def places(self) -> Iterator[tuple[str, AnyLine]]:
        """Yield every line with its place, in the order of the quote."""
        for place, line in self.heads():
            yield place, line
            yield from options_under(place, line)

    def heads(self) -> Iterator[tuple[str, AnyLine]]:
        """Yield the lines that stand under no other, with their places."""
        for section in _SECTIONS:
            for i, line in enumerate(getattr(self, section)):
                yield f"{section}[{i}]", line


def options_under(place: str, line: AnyLine) -> Iterator[tuple[str, OptionLine]]:
    """Yield a pack's options with their places; nothing under another line."""
    if isinstance(line, PackLine):
        for i, option in enumerate(line.options):
            yield f"{place}.options[{i}]", option
