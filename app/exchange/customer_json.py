"""A kept customer as JSON: what is not known is left out."""

from __future__ import annotations

from dataclasses import asdict

from app.domain.known_customer import KnownCustomer, as_texts
from app.exchange.proposal_json import Json, filled


def customer_json(known: KnownCustomer) -> Json:
    """Return the keys of a customer, its other contacts as a list."""
    contacts = [filled(asdict(each)) for each in known.contacts]
    return filled({**as_texts(known), "contacts": contacts})
