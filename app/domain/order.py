"""What the distributor is told of an accepted quote, to open the contract.

Made of what the customer may read alone: no commission, cost or note is within reach.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from app.domain.choices import Delivery, Party
from app.domain.identity import Customer, Partner, Seller
from app.domain.money import Amount
from app.domain.offer import (
    Offer,
    OfferLine,
    PartnerTotals,
    SubscriptionTotals,
    Taxed,
)
from app.domain.problems import Problems, RefusedError, error, warning
from app.domain.proposal import Proposal


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signs for the customer, and in which function; '' where it is not known."""

    name: str = ""
    function: str = ""
    email: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Receiver:
    """Who takes the delivery; '' where it is not known."""

    name: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """An accepted quote, who signs it, and who sold it.

    `offer` holds the firm lines of the distributor's alone; `left_out` says whether
    the quote has optional ones or alternatives beside them.
    """

    proposal: Proposal
    offer: Offer
    accepted_on: date
    signatory: Signatory
    partner: Partner
    seller: Seller
    left_out: bool

    @property
    def receiver(self) -> Receiver:
        """W2: the customer's contact, or where the partner takes it in, the seller."""
        if self.proposal.delivery is Delivery.PARTNER:
            return Receiver(
                self.seller.name or self.partner.name,
                self.seller.phone or self.partner.phone,
                self.seller.email or self.partner.email,
            )
        customer, signatory = self.proposal.customer, self.signatory
        signs = bool(customer.contact) and customer.contact == signatory.name
        phone = signatory.phone if signs else ""
        return Receiver(customer.contact, phone, customer.email)


#: How a customer's number names the enterprise; what is caught is its own number.
_ENTERPRISE: Final = {
    "BE": re.compile(r"(?:BE\s*)?([01]?\d{3}[. ]?\d{3}[. ]?\d{3})"),
    "FR": re.compile(r"(?:FR\s*[0-9A-Z]{2}\s*)?(\d{3} ?\d{3} ?\d{3})(?: ?\d{5})?"),
    "CH": re.compile(r"(CHE-?\d{3}\.?\d{3}\.?\d{3})(?: ?(?:TVA|MWST|IVA))?"),
}


def enterprise_number(customer: Customer) -> str:
    """Return the number under which its register knows a customer; '' if not known."""
    known = _ENTERPRISE.get(customer.country)
    found = known.fullmatch(customer.vat_number.strip()) if known else None
    return found[1] if found else ""


def order(
    proposal: Proposal,
    offer: Offer,
    accepted_on: date,
    signatory: Signatory,
    partner: Partner,
    seller: Seller,
) -> Order:
    """Return the order; RefusedError where the distributor has nothing to deliver."""
    mine = [each for each in offer.lines if each.invoiced_by is Party.DISTRIBUTOR]
    firm = tuple(each for each in mine if each.firm)
    if not firm:
        raise RefusedError(error("nothing_to_order"))
    return Order(
        proposal=proposal,
        offer=_of_distributor(offer, firm),
        accepted_on=accepted_on,
        signatory=signatory,
        partner=partner,
        seller=seller,
        left_out=len(firm) < len(mine),
    )


def _of_distributor(offer: Offer, lines: tuple[OfferLine, ...]) -> Offer:
    """W4: return the offer without what the partner invoices itself."""
    nothing = Amount.zero(offer.currency)
    none = Taxed(net=nothing, vat=None, gross=None)
    return replace(
        offer,
        lines=lines,
        partner=PartnerTotals(monthly=none, once=none),
        subscriptions=SubscriptionTotals(monthly=none, annual=none),
    )


def under(line: OfferLine) -> str:
    """Return the place of the pack that an option stands under, '' for others."""
    place, dot, _ = line.place.partition(".options[")
    return place if dot else ""


def missing(order: Order) -> Problems:
    """Warn of all that the distributor asks for and the order does not say.

    The customer's particulars can be filled in by hand; the partner's stand in the
    settings.
    """
    found = [warning("order_lacks", place) for place in _by_hand(order)]
    found += [warning("identity_missing", place) for place in _of_partner(order)]
    if order.left_out:
        found.append(warning("options_not_ordered"))
    return tuple(found)


def _by_hand(order: Order) -> Iterator[str]:
    """Yield the places for which the form has an empty line."""
    customer, signatory = order.proposal.customer, order.signatory
    said = {
        "customer.street": customer.street,
        "customer.postcode": customer.postcode,
        "customer.city": customer.city,
        "customer.vat_number": customer.vat_number,
        "signatory.name": signatory.name,
        "signatory.function": signatory.function,
        "signatory.email": signatory.email,
        "signatory.phone": signatory.phone,
        "receiver.name": order.receiver.name,
        "receiver.phone": order.receiver.phone,
    }
    return _empty(said)


def _of_partner(order: Order) -> Iterator[str]:
    """Yield what is not known of who sold it."""
    partner = order.partner
    said = {"partner.name": partner.name, "partner.vat_number": partner.vat_number}
    return _empty(said)


def _empty(said: Mapping[str, str]) -> Iterator[str]:
    """Yield the places where nothing is said."""
    return (place for place, text in said.items() if not text.strip())
