"""Kept price lists written as files of their own format."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from app import files
from app.domain.price_list import PriceList
from app.domain.problems import RefusedError, error
from app.domain.versions import current
from app.ports import Store
from app.pricelist import write
from app.use_cases.prices import current_lists
from app.use_cases.workplace import Workplace

FORMS: Final[Mapping[str, Callable[..., bytes]]] = {
    "csv": write.as_csv,
    "xlsx": write.as_xlsx,
}


def kept(workplace: Workplace, list_id: str, version: str = "") -> PriceList:
    """Return a version that was imported; without one, that of today.

    A list that has not begun has none of today: its newest import is returned.
    RefusedError names what there is.
    """
    with workplace.storage.reading() as store:
        mine = [each for each in store.price_lists() if each.list_id == list_id]
        if not mine:
            raise RefusedError(error("list_unknown", list=list_id))
        begun = current(mine, workplace.clock.today()) or mine[-1:]
        return _version(store, list_id, version or begun[0].version)


def _version(store: Store, list_id: str, version: str) -> PriceList:
    """Return one version; RefusedError names those that there are."""
    found = store.price_list(list_id, version)
    if found is None:
        versions = [e.version for e in store.price_lists() if e.list_id == list_id]
        raise RefusedError(
            error("version_unknown", list=list_id, versions=", ".join(versions))
        )
    return found


def export(
    lists: Sequence[PriceList], forms: Sequence[str], folder: Path, *, internal: bool
) -> Iterator[Path]:
    """Write each list in each form and yield where; folders are made.

    Commissions and costs are written only where `internal`, into a file whose
    name says so.
    """
    for each in lists:
        name = f"{each.list_id}-{each.version}{'-internal' * internal}"
        for form in forms:
            content = FORMS[form](each, internal=internal)
            yield files.write_beside(
                folder / f"{files.safe_name(name)}.{form}", content
            )


def chosen(workplace: Workplace, list_id: str, version: str) -> tuple[PriceList, ...]:
    """Return the version named, or every list that counts today."""
    if list_id:
        return (kept(workplace, list_id, version),)
    return current_lists(workplace.storage, workplace.clock.today())
