"""W9: by how much a contract may be extended, and which limit binds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.domain.localized import Localized
from app.domain.money import Amount, UnitPrice
from app.domain.policy import WaasPolicy


@dataclass(frozen=True, slots=True)
class Warranty:
    """A thing on the contract, and its longest warranty in months from the start."""

    name: Localized
    months: int


@dataclass(frozen=True, slots=True)
class ExtendedLine:
    """What one thing costs a month of the extension; None where it has no price."""

    name: Localized
    quantity: int
    unit: UnitPrice | None
    monthly: Amount | None

    @property
    def goes_on(self) -> bool:
        """Whether it costs anything a month; what was paid once is not paid again."""
        return self.monthly is None or bool(self.monthly.cents)


class Limit(StrEnum):
    """What keeps a contract from being extended any further."""

    CAP = "cap"
    WARRANTY = "warranty"


@dataclass(frozen=True, slots=True, kw_only=True)
class Extension:
    """How far a contract goes: months, in whole steps.

    `most` is 0 where it cannot be extended. `limits` are those that bind, `shortest`
    the things whose warranty ends first. `monthly` is the rate of the months that are
    added; None where a line has no price for them. `lines` are what it is made of.
    """

    term: int
    step: int
    most: int
    limits: tuple[Limit, ...]
    shortest: tuple[Warranty, ...]
    monthly: Amount | None = None
    lines: tuple[ExtendedLine, ...] = ()

    @property
    def choices(self) -> tuple[int, ...]:
        """The extensions to choose from, in months."""
        return tuple(range(self.step, self.most + 1, self.step))


def extension(
    term: int,
    warranties: tuple[Warranty, ...],
    policy: WaasPolicy,
    monthly: Amount | None = None,
) -> Extension:
    """W9: return how far a contract of so many months can be extended.

    The policy's cap is on the contract in all (`total`) or on what is added
    (`extension`); the shortest of the warranties counts as well.
    """
    begun = term if policy.extension_cap == "total" else 0
    room = {Limit.CAP: policy.extension_max_months - begun}
    months = min((each.months for each in warranties), default=None)
    if months is not None:
        room[Limit.WARRANTY] = months - term
    least = min(room.values())
    return Extension(
        term=term,
        step=policy.extension_step_months,
        most=_whole_steps(least, policy.extension_step_months),
        limits=tuple(limit for limit, left in room.items() if left == least),
        shortest=_shortest(warranties, months),
        monthly=monthly,
    )


def _whole_steps(months: int, step: int) -> int:
    """Return what of these months whole steps fill, nothing where there are none."""
    return max(months, 0) // step * step


def _shortest(
    warranties: tuple[Warranty, ...], months: int | None
) -> tuple[Warranty, ...]:
    """Return the things whose warranty ends first, each once."""
    found = (each for each in warranties if each.months == months)
    return tuple(dict.fromkeys(found))
