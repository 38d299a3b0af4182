"""All customers as the page lists them, made beside the window."""

from __future__ import annotations

from dataclasses import dataclass

from app.ports import CustomerRecord
from app.use_cases.customers import all_customers, duplicates
from app.use_cases.workplace import Workplace
from i18n import Language
from ui.customers.rows import CustomerRow, customer_row


@dataclass(frozen=True, slots=True)
class Listed:
    """A row for each customer, and groups of those that are likely the same.

    It is not `whole` as long as nobody looked for their quotes.
    """

    rows: tuple[CustomerRow, ...] = ()
    twice: tuple[tuple[CustomerRecord, ...], ...] = ()
    whole: bool = True


def listed_alone(workplace: Workplace, language: Language) -> Listed:
    """Return every customer without quotes: where they are many, those take a while."""
    every = all_customers(workplace, alone=True)
    rows = tuple(customer_row(each, language, alone=True) for each in every)
    return Listed(rows, whole=False)


def listed(workplace: Workplace, language: Language) -> Listed:
    """Return every customer; who is in the archive is nobody's double."""
    every = all_customers(workplace)
    rows = tuple(customer_row(each, language) for each in every)
    return Listed(rows, duplicates(each for each in every if not each.archived_on))
