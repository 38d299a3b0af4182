"""W8: what a contract costs that ends before its term."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from app.domain.money import Amount
from app.domain.problems import RefusedError, error

Reading = Literal["remaining", "full"]


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlyEnd:
    """After how many months; what was invoiced by then, and what is still due."""

    month: int
    paid: Amount
    due: Amount

    @property
    def total(self) -> Amount:
        """What the contract costs in all."""
        return self.paid + self.due


def early_end(rate: Amount, term: int, month: int, reading: Reading) -> EarlyEnd:
    """W8: return what an end after that month costs, of a monthly rate.

    With the reading `remaining` all that was not invoiced is due, so that the total
    is rate x term; with `full` the contract total is due again. Nothing is due at
    the term's own end. RefusedError for a month outside the term.
    """
    if not 1 <= month <= term:
        raise RefusedError(error("month_outside_term", month=month, term=term))
    left = term - month
    owed = term if reading == "full" and left else left
    return EarlyEnd(month=month, paid=rate.times(month), due=rate.times(owed))


def every_month(rate: Amount, term: int, reading: Reading) -> tuple[EarlyEnd, ...]:
    """W8: return what an end costs after each month of the term."""
    months = range(1, term + 1)
    return tuple(early_end(rate, term, month, reading) for month in months)
