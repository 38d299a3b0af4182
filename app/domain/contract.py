"""From acceptance to delivery: who signs the contract, and which days are known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from app.domain.order import Signatory
from app.domain.problems import Problem, Problems, error


class Outcome(StrEnum):
    """How the distributor's credit check of the customer ended."""

    GRANTED = "granted"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class CreditCheck:
    """How a credit check ended, and on which day."""

    outcome: Outcome
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Contract:
    """What is known of a contract; a day that is None has not come yet.

    It begins on delivery (W8, W10). Nothing of this is the customer's to read.
    """

    signatory: Signatory = field(default_factory=Signatory)
    credit: CreditCheck | None = None
    distributor_signed_on: date | None = None
    customer_signed_on: date | None = None
    delivered_on: date | None = None

    @property
    def under_way(self) -> bool:
        """Whether anything came of it yet."""
        return any(True for _ in self.days())

    def days(self) -> Iterator[tuple[str, date]]:
        """Yield the days that are known, each with the place that holds it."""
        known = {
            "contract.credit": self.credit.on if self.credit else None,
            "contract.distributor_signed_on": self.distributor_signed_on,
            "contract.customer_signed_on": self.customer_signed_on,
            "contract.delivered_on": self.delivered_on,
        }
        for place, day in known.items():
            if day is not None:
                yield place, day


def faults(contract: Contract, accepted_on: date, today: date) -> Problems:
    """Return an error for each day still to come, or before the acceptance."""
    found = (_fault(place, day, accepted_on, today) for place, day in contract.days())
    return tuple(problem for problem in found if problem)


def _fault(place: str, day: date, accepted_on: date, today: date) -> Problem | None:
    """Return what is wrong with one day; credit may have been checked before."""
    if day > today:
        return error("contract_day_to_come", place, day=day)
    if day < accepted_on and place != "contract.credit":
        return error("contract_day_early", place, day=day, accepted=accepted_on)
    return None
