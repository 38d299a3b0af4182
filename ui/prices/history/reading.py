"""A kept version as it is shown: its items, and what changed since another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.price_changes import price_changes
from app.use_cases.history import KeptVersion
from app.use_cases.price_files import kept
from app.use_cases.workplace import Workplace
from i18n import Language
from ui.prices.change_rows import ChangeRow, change_rows
from ui.prices.items import Searchable, searchable


@dataclass(frozen=True, slots=True)
class ReadVersion:
    """A version as it was read to be shown, and what changed since another."""

    of: KeptVersion
    currency: str
    items: tuple[Searchable, ...]
    changes: tuple[ChangeRow, ...]


def read_version(
    workplace: Workplace, version: KeptVersion, against: str, language: Language
) -> ReadVersion:
    """Read a version, compared with another one of its list; with none for ''."""
    record = version.record
    new = kept(workplace, record.list_id, record.version)
    rows: tuple[ChangeRow, ...] = ()
    if against:
        old = kept(workplace, record.list_id, against)
        rows = change_rows(price_changes(old, new), new.currency, language)
    return ReadVersion(version, new.currency, tuple(map(searchable, new.items)), rows)


def others(versions: Sequence[KeptVersion], place: int) -> list[KeptVersion]:
    """Return the other versions of a list, the one before first."""
    mine = versions[place].record
    same = [each for each in versions if each.record.list_id == mine.list_id]
    at = same.index(versions[place])
    return same[at + 1 :] + same[:at]
