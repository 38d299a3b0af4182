"""Versions of price lists taken out of use, and back; none is forgotten."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.problems import RefusedError, error
from app.domain.versions import current
from app.ports import ListRecord, Store
from app.use_cases.workplace import Workplace


@dataclass(frozen=True, slots=True)
class Retired:
    """The versions of a list that changed sides, and which one counts since."""

    list_id: str
    versions: tuple[str, ...]
    back: bool
    current: ListRecord | None


def retire(workplace: Workplace, name: str, *, back: bool = False) -> Retired:
    """Take `NAME@VERSION`, or every version of `NAME`, out of use or `back`.

    RefusedError says what there is.
    """
    with workplace.storage.reading() as store:
        records = store.price_lists()
    list_id, sign, version = name.rpartition("@")
    if not sign or any(each.list_id == name for each in records):
        list_id, version = name, ""
    mine = [each.version for each in records if each.list_id == list_id]
    if not mine:
        raise RefusedError(error("list_unknown", list=list_id))
    if version and version not in mine:
        raise RefusedError(
            error("version_unknown", list=list_id, versions=", ".join(mine))
        )
    return retire_versions(workplace, list_id, (version,) if version else mine, back)


def retire_versions(
    workplace: Workplace, list_id: str, versions: Sequence[str], back: bool
) -> Retired:
    """Take versions of a list out of use, or `back`; those that are so already stay.

    No saved quote changes: each keeps its prices.
    """
    with workplace.storage.writing() as store:
        before = {each.version for each in _mine(store, list_id) if each.in_use != back}
        changed = tuple(each for each in versions if each in before)
        store.retire_price_lists(list_id, changed, workplace.stamp(), back=back)
        counting = current(_mine(store, list_id), workplace.clock.today())
    return Retired(list_id, changed, back, next(iter(counting), None))


def _mine(store: Store, list_id: str) -> list[ListRecord]:
    """Return the imported versions of a list."""
    return [each for each in store.price_lists() if each.list_id == list_id]
