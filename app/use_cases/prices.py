"""Price lists: reading, importing, comparing, and which ones count."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import partial
from pathlib import Path

from app import files
from app.domain.catalogue import Catalogue
from app.domain.columns import has_confidential
from app.domain.many import uncollected
from app.domain.price_list import PriceList
from app.domain.problems import Problems, RefusedError, Severity, error
from app.domain.rules.lines import clashes
from app.domain.versions import any_begun, current, made_of, version_key
from app.ports import Enriched, ListRecord, Progress, Stamp, Storage, Store, unwatched
from app.pricelist.foreign import CANONICAL, Layouts, parse_any
from app.pricelist.parse import ParsedList
from app.tables import reading
from app.tables.table import Still, wanted
from app.use_cases.bundled import sample_list
from app.use_cases.mapping_files import known_in
from app.use_cases.workplace import Workplace


class Imported(StrEnum):
    """What an import came to."""

    NEW = "new"
    SAME = "same"
    BACK = "back"


@dataclass(frozen=True, slots=True)
class Import:
    """The list, what became of it, and the warnings about it."""

    price_list: PriceList
    outcome: Imported
    problems: Problems


def check(
    path: Path,
    currency: str = "",
    layouts: Layouts = CANONICAL,
    still: Still = wanted,
) -> ParsedList:
    """Read a list's file and say everything that is wrong with it.

    `still` is called on the way; what it raises ends the reading.
    """
    return parse_content(files.read(path), path.name, currency, layouts, still)


def parse_content(
    content: bytes,
    name: str = "",
    currency: str = "",
    layouts: Layouts = CANONICAL,
    still: Still = wanted,
) -> ParsedList:
    """Read a list's bytes; a file of several currencies needs one to be named."""
    try:
        raw = partial(reading.read, content, name=name, still=still)
        with uncollected():
            return parse_any(name, currency, raw, layouts, still)
    except RefusedError as refusal:
        return ParsedList(None, refusal.problems)


def read(path: Path, currency: str = "", layouts: Layouts = CANONICAL) -> PriceList:
    """Return a list from its file; RefusedError with every reason."""
    parsed = check(path, currency, layouts)
    if parsed.price_list is None:
        raise RefusedError(*parsed.problems)
    return parsed.price_list


def import_list(
    workplace: Workplace,
    path: Path,
    currency: str = "",
    layouts: Layouts = CANONICAL,
) -> Import:
    """Keep a list, whole or not at all; a saved quote keeps its own prices.

    RefusedError where the list is wrong, or may not be kept (`import_checked`).
    """
    return import_read(workplace, check(path, currency, layouts), path.name)


def import_read(workplace: Workplace, checked: ParsedList, source: str) -> Import:
    """Keep a list with what its offer matrix says of it, as `import_checked` does."""
    # What most lists never need is loaded when one does.
    from app.use_cases.matrices import with_matrix  # noqa: PLC0415

    known, enriched = with_matrix(workplace, checked)
    return import_checked(workplace, known, source, enriched=enriched)


def import_checked(
    workplace: Workplace,
    checked: ParsedList,
    source: str,
    progress: Progress = unwatched,
    enriched: Enriched | None = None,
) -> Import:
    """Keep a list that was read before, whatever its file holds by now.

    With it the version that its offer matrix made of it, both or neither: what
    `progress` raises leaves nothing written, even of a write begun.
    The same content again is no change, unless it was taken out of use: then it is
    back, and what was made of it. RefusedError where the list is wrong, or its
    version is there with other content, or is below the imported one.
    """
    price_list = checked.price_list
    if price_list is None:
        raise RefusedError(*checked.problems)
    with workplace.storage.writing() as store:
        today = workplace.clock.today()
        if (held := _held(price_list, store.price_lists(), today)) is not None:
            if held.in_use:
                return Import(price_list, Imported.SAME, checked.problems)
            _bring_back(store, held, workplace.stamp())
            if enriched is not None:
                _keep_matrix_of(store, held, enriched)
            return Import(price_list, Imported.BACK, checked.problems)
        store.add_price_list(
            price_list, source, workplace.stamp(), progress, enriched=enriched
        )
        clashes = _clashes(
            store, enriched.price_list if enriched else price_list, today
        )
    return Import(price_list, Imported.NEW, checked.problems + clashes)


def is_news(workplace: Workplace, price_list: PriceList) -> bool:
    """Tell whether a list is neither imported nor below what counts of its name."""
    with workplace.storage.reading() as store:
        records = store.price_lists()
    mine = [each for each in records if each.list_id == price_list.list_id]
    key = version_key(price_list.version)
    known = any(each.file_fingerprint == price_list.file_fingerprint for each in mine)
    held = current(mine, workplace.clock.today())
    return not known and all(version_key(each.version) <= key for each in held)


def is_imported(workplace: Workplace, price_list: PriceList) -> bool:
    """Tell whether this very list is there and in use."""
    with workplace.storage.reading() as store:
        records = store.price_lists()
    name = (price_list.list_id, price_list.version, price_list.file_fingerprint)
    return any(
        (each.list_id, each.version, each.file_fingerprint) == name
        for each in records
        if each.in_use
    )


def refusal_of(workplace: Workplace, price_list: PriceList) -> Problems:
    """Return why a list cannot be kept beside the imported ones; () where it can."""
    with workplace.storage.reading() as store:
        try:
            _held(price_list, store.price_lists(), workplace.clock.today())
        except RefusedError as refusal:
            return refusal.problems
    return ()


def clashes_with(workplace: Workplace, new: PriceList) -> Problems:
    """Warn of SKUs that a list would hold beside another one, once it is imported."""
    with workplace.storage.reading() as store:
        return _clashes(store, new, workplace.clock.today())


def _clashes(store: Store, new: PriceList, today: date) -> Problems:
    """Warn of SKUs that a list holds beside another one, kept yet or not.

    Lists that clash with one another alone are not what was asked about.
    """
    if new.valid_from > today:
        return ()
    records = current(store.price_lists(), today)
    others = [each for each in records if each.list_id != new.list_id]
    lists = [*(_stored(store, each) for each in others), new]
    name = f"{new.list_id} {new.version}"
    return tuple(
        replace(problem, severity=Severity.WARNING)
        for problem in clashes(Catalogue.of(lists))
        if name in dict(problem.parameters).values()
    )


def _held(
    price_list: PriceList, records: tuple[ListRecord, ...], today: date
) -> ListRecord | None:
    """Return the import of the same content; RefusedError where it may not be one."""
    mine = [each for each in records if each.list_id == price_list.list_id]
    name = {"list": price_list.list_id, "version": price_list.version}
    for each in mine:
        if each.version == price_list.version:
            if each.file_fingerprint == price_list.file_fingerprint:
                return each
            raise RefusedError(error(_other_content(price_list, each), "", **name))
    for held in current(mine, today):
        if version_key(price_list.version) < version_key(held.version):
            raise RefusedError(error("version_lower", **name, current=held.version))
    return None


def _bring_back(store: Store, held: ListRecord, by: Stamp) -> None:
    """Take a version back into use, with what was made of it."""
    versions = [
        each.version
        for each in store.price_lists()
        if each.list_id == held.list_id
        and held.version in (each.version, made_of(each.version))
    ]
    store.retire_price_lists(held.list_id, versions, by, back=True)


def _keep_matrix_of(store: Store, held: ListRecord, enriched: Enriched) -> None:
    """Keep the matrix that a version in use again was made with, as of its import."""
    matrix = replace(enriched.matrix, source=held.source, read=held.imported)
    store.keep_offer_matrix(held.list_id, matrix)


def _other_content(price_list: PriceList, held: ListRecord) -> str:
    """Name what differs: prices, or only that the partner's part was left out."""
    shown = price_list.fingerprint == held.fingerprint
    if shown and not any(map(has_confidential, price_list.items)):
        return "version_without_internal"
    return "version_other_content"


def current_lists(storage: Storage, today: date) -> tuple[PriceList, ...]:
    """Return the lists that count today; the sample until one has begun to count."""
    with storage.reading() as store:
        records = store.price_lists()
        if not any_begun(records, today):
            return (sample_list(),)
        return tuple(_stored(store, record) for record in current(records, today))


def _stored(store: Store, record: ListRecord) -> PriceList:
    """Return a version that the store has just named."""
    found = store.price_list(record.list_id, record.version)
    if found is None:
        raise LookupError(record)
    return found


def catalogue(workplace: Workplace, named: Sequence[Path] = ()) -> Catalogue:
    """Return the lists named, whatever their day, else all that are current."""
    if named:
        layouts = Layouts(known=known_in(workplace.folder))
        lists = [read(path, layouts=layouts) for path in named]
        return Catalogue.of(current(lists, date.max))
    return Catalogue.of(current_lists(workplace.storage, workplace.clock.today()))
