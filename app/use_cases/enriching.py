"""A current price list with what Microsoft's offer matrix says about its offers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from app import files
from app.domain.price_list import PriceList
from app.domain.problems import RefusedError, error
from app.domain.versions import revised
from app.ports import Enriched, OfferMatrix
from app.pricelist.foreign import matrix_in
from app.pricelist.microsoft.enriched import enrich
from app.pricelist.microsoft.matrix import Matrix, Offer
from app.pricelist.parse import ParsedList
from app.tables import reading
from app.tables.table import Still, wanted
from app.use_cases.bundled import is_sample
from app.use_cases.prices import current_lists
from app.use_cases.workplace import Workplace


@dataclass(frozen=True, slots=True)
class Enriching:
    """A list as it counts, what a matrix makes of it, and the rows it met not.

    `read` holds the very list `old` where the matrix says nothing new, and
    `enriched`, to be kept, what it holds with the matrix.
    """

    old: PriceList
    read: ParsedList
    unmet: tuple[Offer, ...]
    enriched: Enriched | None


def enriching(
    workplace: Workplace, path: Path, list_id: str = "", still: Still = wanted
) -> Enriching:
    """Read a matrix and enrich the current list that it belongs to, or the one named.

    The list becomes a version of its own name (`revised`), for `import_checked` to
    keep. RefusedError where the file is no matrix, no list is concerned, or several.
    What `still` raises ends the reading.
    """
    content = files.read(path)
    matrix = matrix_in(
        partial(reading.read, content, name=path.name, still=still), still
    )
    old = _concerned(_imported(workplace), matrix, list_id)
    read = _enriched(workplace, old, matrix)
    kept = OfferMatrix(source=path.name, content=content, read=workplace.stamp())
    enriched = Enriched(read.price_list, kept) if read.price_list else None
    return Enriching(old, read, matrix.unmet(old), enriched)


def _enriched(workplace: Workplace, old: PriceList, matrix: Matrix) -> ParsedList:
    """Enrich a list under the first name that no other content has.

    What another matrix made may be kept under one, out of use.
    """
    with workplace.storage.reading() as store:
        records = store.price_lists()
    held = {(each.list_id, each.version): each.file_fingerprint for each in records}
    version = revised(old.version)
    while True:
        read = enrich(old, matrix, version)
        made = read.price_list
        if made is None or made is old:
            return read
        if held.get((old.list_id, version)) in {None, made.file_fingerprint}:
            return read
        version = revised(version)


def _imported(workplace: Workplace) -> list[PriceList]:
    """Return the current lists that were imported: the sample stays as it is."""
    lists = current_lists(workplace.storage, workplace.clock.today())
    return [each for each in lists if not is_sample(each)]


def _concerned(lists: Sequence[PriceList], matrix: Matrix, list_id: str) -> PriceList:
    """Return the one list that holds offers of the matrix, or the one named."""
    named = [each for each in lists if list_id in {"", each.list_id}]
    if list_id and not named:
        there = ", ".join(each.list_id for each in lists) or "–"
        raise RefusedError(error("list_not_current", list=list_id, there=there))
    met = [each for each in named if matrix.meets(each)]
    if not met:
        raise RefusedError(error("matrix_meets_none"))
    if len(met) > 1:
        names = ", ".join(each.list_id for each in met)
        raise RefusedError(error("matrix_meets_several", lists=names))
    return met[0]
