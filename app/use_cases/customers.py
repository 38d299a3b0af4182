"""The customers that quotes name."""

from __future__ import annotations

from app.ports import CustomerRecord
from app.use_cases.workplace import Workplace


def all_customers(workplace: Workplace) -> tuple[CustomerRecord, ...]:
    """Return every customer with its quotes, in the order of their names."""
    with workplace.storage.reading() as store:
        found = store.customers()
    return tuple(sorted(found, key=lambda each: each.customer.name.casefold()))
