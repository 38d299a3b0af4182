"""A kept version as it is shown: its items, and what changed since another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from app.domain.price_changes import price_changes
from app.domain.price_list import PriceList
from app.use_cases.history import KeptVersion
from app.use_cases.price_files import kept
from app.use_cases.workplace import Workplace
from i18n import Language
from ui.jobs import Monitor
from ui.letting_go import let_go
from ui.prices.change_rows import ChangeRow, change_rows
from ui.prices.items import Searchable, searchable

#: The last is the answer itself.
_STEPS: Final = 3


@dataclass(frozen=True, slots=True)
class ReadVersion:
    """A version as it was read to be shown, and what changed since another.

    `against` names that version, '' where it is compared with none.
    """

    of: KeptVersion
    price_list: PriceList
    items: tuple[Searchable, ...]
    against: str = ""
    changes: tuple[ChangeRow, ...] = ()

    @property
    def held(self) -> list[object]:
        """All that it holds, to be let go."""
        return [*self.price_list.items, *self.items, *self.changes]


def read_version(
    workplace: Workplace, version: KeptVersion, monitor: Monitor
) -> ReadVersion:
    """Read a version."""
    record = version.record
    monitor.report(0, _STEPS)
    found = kept(workplace, record.list_id, record.version)
    monitor.report(1, _STEPS)
    return ReadVersion(version, found, tuple(map(searchable, found.items)))


def compared(
    workplace: Workplace,
    read: ReadVersion,
    against: str,
    language: Language,
    monitor: Monitor,
) -> ReadVersion:
    """Compare a version that was read with another one of its list."""
    new = read.price_list
    monitor.report(0, _STEPS)
    old = kept(workplace, new.list_id, against)
    monitor.report(1, _STEPS)
    changes = price_changes(old, new)
    monitor.report(2, _STEPS)
    rows = change_rows(changes, new.currency, language)
    held = [*old.items]
    del old
    let_go(held)
    return replace(read, against=against, changes=rows)


def others(versions: Sequence[KeptVersion], place: int) -> list[KeptVersion]:
    """Return the other versions of a list, the one before first."""
    mine = versions[place].record
    same = [each for each in versions if each.record.list_id == mine.list_id]
    at = same.index(versions[place])
    return same[at + 1 :] + same[:at]
