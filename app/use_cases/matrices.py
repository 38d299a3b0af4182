"""The offer matrix of a list, applied again to the versions that follow."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from app.domain.price_list import PriceList
from app.domain.problems import Problems, RefusedError, suggestion, warning
from app.domain.versions import made_of, revised, version_key
from app.ports import Enriched, ListRecord, OfferMatrix
from app.pricelist.foreign import matrix_in
from app.pricelist.microsoft.enriched import enrich
from app.pricelist.parse import ParsedList
from app.tables import reading
from app.tables.table import Still, wanted
from app.use_cases.workplace import Workplace


@dataclass(frozen=True, slots=True)
class Carried:
    """What the kept matrix makes of a new version, and what there is to say of it."""

    enriched: Enriched | None = None
    problems: Problems = ()


def carried(workplace: Workplace, new: PriceList, still: Still = wanted) -> Carried:
    """Apply the matrix that a list was enriched with to a version that is new to us.

    Only where the newest version in use holds what a matrix said: taking that one
    out of use ends it. What `still` raises ends the reading.
    """
    with workplace.storage.reading() as store:
        newest = _newest(store.price_lists(), new)
        matrix = store.offer_matrix(new.list_id) if newest else None
    if newest is None:
        return Carried()
    if matrix is None or not _made_with(newest, matrix):
        return Carried(problems=(warning("matrix_not_kept", file=newest.source),))
    made = _made(new, matrix, still)
    if made.price_list is None:
        return Carried(problems=(warning("matrix_not_carried", file=matrix.source),))
    if made.price_list is new:
        return Carried(problems=_lacking(made))
    told = suggestion(
        "matrix_carried",
        file=matrix.source,
        day=matrix.read.at.astimezone().date(),
        version=made.price_list.version,
    )
    return Carried(Enriched(made.price_list, matrix), (told, *_lacking(made)))


def with_matrix(
    workplace: Workplace, read: ParsedList, still: Still = wanted
) -> tuple[ParsedList, Enriched | None]:
    """Return a list that was read, with what its kept matrix makes of it and says."""
    if read.price_list is None:
        return read, None
    more = carried(workplace, read.price_list, still)
    return replace(read, problems=(*more.problems, *read.problems)), more.enriched


def _newest(records: tuple[ListRecord, ...], new: PriceList) -> ListRecord | None:
    """Return the newest version, where a matrix made it and the new one is no import.

    One that was imported before is not enriched anew.
    """
    mine = [each for each in records if each.list_id == new.list_id]
    if any(each.version == new.version for each in mine):
        return None
    counting = [each for each in mine if each.in_use]
    newest = max(counting, key=lambda each: version_key(each.version), default=None)
    if newest is None or made_of(newest.version) == newest.version:
        return None
    return newest


def _made_with(newest: ListRecord, matrix: OfferMatrix) -> bool:
    """Tell whether the kept matrix made that version, not one out of use by now."""
    later = matrix.read.at > newest.imported.at
    return matrix.source == newest.source and not later


def _made(new: PriceList, matrix: OfferMatrix, still: Still) -> ParsedList:
    """Return what a matrix makes of a version; no list where it fits no more."""
    try:
        read = partial(reading.read, matrix.content, name=matrix.source, still=still)
        offers = matrix_in(read, still)
    except RefusedError as refusal:
        return ParsedList(None, refusal.problems)
    return enrich(new, offers, revised(new.version))


def _lacking(made: ParsedList) -> Problems:
    """Return what the matrix leaves open; all else was said when it was imported."""
    return tuple(each for each in made.problems if each.code == "list_only")
