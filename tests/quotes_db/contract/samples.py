"""Days and papers that several promises are tried with."""

from __future__ import annotations

from datetime import date

from app.domain.identity import Customer
from app.domain.known_customer import KnownCustomer
from app.domain.lifecycle import Lifecycle
from app.ports import CustomerRecord
from tests.quotes_db.samples import BY

DAY = date(2026, 11, 27)
PRESENTED = Lifecycle().presented(DAY)


def kept(name: str) -> CustomerRecord:
    """A customer that is new to a store."""
    customer = KnownCustomer(customer=Customer(name))
    return CustomerRecord(id=f"id of {name}", known=customer, changed=BY)
