"""Open quotes that a price list would price differently."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.domain.money import Amount


class Rhythm(StrEnum):
    """How often a total is paid."""

    MONTH = "month"
    YEAR = "year"
    ONCE = "once"


@dataclass(frozen=True, slots=True)
class Affected:
    """An open quote that would price differently; None where it could not be.

    Of its totals it says the first that moves, and how often that one is paid.
    """

    number: str
    customer: str
    before: Amount | None
    after: Amount | None
    paid: Rhythm = Rhythm.MONTH

    @property
    def difference(self) -> Amount | None:
        """By how much the total would rise; None where either cannot be had."""
        before, after = self.before, self.after
        if before is None or after is None or before.currency != after.currency:
            return None
        return after - before
