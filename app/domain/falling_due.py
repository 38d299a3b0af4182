"""W1: when a commission falls due, and what it waits for until then."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from app.domain.choices import Status
from app.domain.contract import Contract, Outcome

#: W1: as long as a quote stands so, no contract comes of it that would earn.
EARNS_NOTHING: Final = frozenset({Status.DECLINED, Status.EXPIRED, Status.SUPERSEDED})


class Step(StrEnum):
    """What a commission waits for."""

    CREDIT = "credit"
    DISTRIBUTOR = "distributor"
    CUSTOMER = "customer"


@dataclass(frozen=True, slots=True)
class FallingDue:
    """The day of each step, None for one still open; `lost` by a refused credit."""

    steps: tuple[tuple[Step, date | None], ...]
    lost: bool

    @property
    def waits_for(self) -> tuple[Step, ...]:
        """The steps still open; none where it is lost."""
        return () if self.lost else tuple(step for step, day in self.steps if not day)

    @property
    def on(self) -> date | None:
        """The day it falls due: the latest of them; None while it waits or is lost."""
        days = [day for _, day in self.steps if day]
        return max(days) if len(days) == len(self.steps) and not self.lost else None


def falling_due(contract: Contract) -> FallingDue:
    """W1: return when a commission falls due under what is known of the contract."""
    credit = contract.credit
    return FallingDue(
        steps=(
            (Step.CREDIT, credit.on if credit else None),
            (Step.DISTRIBUTOR, contract.distributor_signed_on),
            (Step.CUSTOMER, contract.customer_signed_on),
        ),
        lost=credit is not None and credit.outcome is Outcome.REFUSED,
    )
