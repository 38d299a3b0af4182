"""Lists that wait for their day, and what each will change."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.affected import Affected
from app.domain.price_changes import PriceChanges, price_changes
from app.domain.versions import Standing, made_of
from app.ports import ListRecord
from app.use_cases.history import affected, versions
from app.use_cases.price_files import kept
from app.use_cases.prices import current_lists
from app.use_cases.workplace import Workplace


@dataclass(frozen=True, slots=True)
class Coming:
    """What a waiting version changes against the one of its name that counts today.

    `against` is '' and `changes` None where none does. `moved` names the open
    quotes that would price differently.
    """

    against: str
    changes: PriceChanges | None
    moved: tuple[Affected, ...]


def waiting(workplace: Workplace) -> tuple[ListRecord, ...]:
    """Return the versions that take over on their own day, the nearest first."""
    found = [e.record for e in versions(workplace) if e.standing is Standing.WAITING]
    return tuple(sorted(found, key=lambda each: each.valid_from))


def coming(workplace: Workplace, record: ListRecord) -> Coming:
    """Return what a waiting version changes; nobody's quote is re-priced."""
    new = kept(workplace, record.list_id, record.version)
    lists = current_lists(workplace.storage, workplace.clock.today())
    old = next((each for each in lists if each.list_id == new.list_id), None)
    changes = price_changes(old, new) if old else None
    against = old.version if old else ""
    return Coming(against, changes, affected(workplace, new))


def taken_back(workplace: Workplace, record: ListRecord) -> tuple[str, ...]:
    """Name a version, what it was made of and what was made of that; all in use."""
    return tuple(
        each.record.version
        for each in versions(workplace, record.list_id)
        if each.record.in_use
        and made_of(each.record.version) == made_of(record.version)
    )
