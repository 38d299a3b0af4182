"""A new quote: of today, for nobody yet or for a customer, from a template or none."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from app.domain.choices import Edition, Term
from app.domain.known_customer import NOBODY, KnownCustomer
from app.domain.proposal import Proposal
from app.domain.quote import Quote
from app.domain.templates import begun_from
from app.use_cases.workplace import Workplace

#: Who a new quote is for as long as nobody is named.
_UNNAMED: Final = KnownCustomer(customer=NOBODY)


def blank(
    workplace: Workplace,
    edition: Edition,
    customer: KnownCustomer | None = None,
    template: Proposal | None = None,
) -> Quote:
    """Return a quote of today with nothing in it yet but a template's lines, if any.

    It is written in the customer's language, where that is known.
    """
    known = customer or _UNNAMED
    proposal = Proposal(
        date=workplace.clock.today(),
        customer=known.customer,
        language=known.language or edition,
        delivery_address=known.delivery_address,
        term=Term.MONTHS_36,
        seller=workplace.settings.seller.name,
    )
    begun = begun_from(template, proposal) if template else proposal
    return Quote(proposal=replace(begun, delivery_address=proposal.delivery_address))
