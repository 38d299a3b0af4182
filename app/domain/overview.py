"""What needs doing, where the quotes stand, and what the accepted ones earn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from app.domain.choices import Status
from app.domain.contract import Contract
from app.domain.falling_due import Step, falling_due
from app.domain.lifecycle import Lifecycle, Named
from app.domain.money import Amount

#: A quote whose last day is no further off, before or after, wants a look.
SOON: Final = timedelta(days=7)
#: So many months are looked back on, the present one included.
MONTHS: Final = 12
#: The stages that a quote passes, as they follow one another.
STAGES: Final = (
    Status.DRAFT,
    Status.PRESENTED,
    Status.EXPIRED,
    Status.ACCEPTED,
    Status.DECLINED,
)


@dataclass(frozen=True, slots=True)
class Stage:
    """How many quotes stand at a status, and what they come to a month."""

    status: Status
    count: int
    monthly: Amount | None


@dataclass(frozen=True, slots=True)
class Earned:
    """W1: what falls due in a month, and what contracts of that month may bring yet.

    `expected` is what still waits, in the month of its acceptance. `month` is its
    first day.
    """

    month: date
    due: Amount
    expected: Amount


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty(Named):
    """A quote that waits for the partner: its last day is near, or its contract.

    `day` is its last day; that of the acceptance where its contract waits.
    """

    number: str
    revision: str
    customer: str
    status: Status
    day: date
    contract: Contract

    @property
    def waits_for(self) -> tuple[Step, ...]:
        """What the contract of an accepted quote still lacks (W1)."""
        if self.status is not Status.ACCEPTED:
            return ()
        return falling_due(self.contract).waits_for

    def shown(self, today: date) -> Status:
        """Return the status to show."""
        return Lifecycle(status=self.status).shown(self.day, today)


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """What is asked of all quotes at once; one stage or month comes once a currency.

    Of the duties come the most pressing, of which there may be `more`; `uncounted`
    are the accepted quotes whose commission is not known yet.
    """

    duties: tuple[Duty, ...] = ()
    more: int = 0
    stages: tuple[Stage, ...] = ()
    months: tuple[Earned, ...] = ()
    uncounted: int = 0


def first_month(today: date) -> date:
    """Return the first day of the months that are looked back on."""
    return _months_before(today, MONTHS - 1)


def every_stage(found: Sequence[Stage]) -> tuple[Stage, ...]:
    """Order stages, the currency of most quotes first; one without quotes is there."""
    known = {each.status for each in found}
    lacking = (Stage(each, 0, None) for each in STAGES if each not in known)
    listed = (each for each in found if each.status in STAGES)
    return tuple(
        sorted(
            (*listed, *lacking),
            key=lambda each: (STAGES.index(each.status), -each.count),
        )
    )


def every_month(found: Sequence[Earned], today: date) -> tuple[Earned, ...]:
    """Order months, those without a commission there for the currency that has most."""
    sums: dict[str, int] = {}
    for each in found:
        cents = each.due.cents + each.expected.cents
        sums[each.due.currency] = sums.get(each.due.currency, 0) + cents
    if not sums:
        return ()
    ranks = sorted(sums, key=lambda currency: (-sums[currency], currency))
    none = Amount.zero(ranks[0])
    months = {(each.month, each.due.currency): each for each in found}
    for back in range(MONTHS):
        month = _months_before(today, back)
        months.setdefault((month, ranks[0]), Earned(month, none, none))
    ordered = sorted(months, key=lambda key: (ranks.index(key[1]), key[0]))
    return tuple(months[key] for key in ordered)


def _months_before(day: date, count: int) -> date:
    """Return the first day of the month that lies so many months back."""
    at = day.year * 12 + day.month - 1 - count
    return date(at // 12, at % 12 + 1, 1)
