"""The versions of price lists that were imported, and what each would move."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from app.domain.affected import Affected, Rhythm
from app.domain.catalogue import Catalogue
from app.domain.choices import Status
from app.domain.lifecycle import label
from app.domain.money import Amount
from app.domain.offer import Offer
from app.domain.price_list import PriceList
from app.domain.versions import Standing, standing
from app.ports import ListRecord, QuoteRecord
from app.use_cases.mapping_files import layouts
from app.use_cases.price_files import kept
from app.use_cases.prices import read
from app.use_cases.pricing import priced
from app.use_cases.workplace import Workplace

_OPEN: Final = (Status.DRAFT, Status.PRESENTED)


#: The totals that a price list can move, what is paid most often first.
_TOTALS: Final[tuple[tuple[Rhythm, Callable[[Offer], Amount | None]], ...]] = (
    (Rhythm.MONTH, lambda offer: offer.distributor.monthly.net),
    (Rhythm.MONTH, lambda offer: offer.subscriptions.monthly.net),
    (Rhythm.YEAR, lambda offer: offer.subscriptions.annual.net),
    (Rhythm.ONCE, lambda offer: offer.distributor.once.net),
)


@dataclass(frozen=True, slots=True)
class KeptVersion:
    """An imported version, and whether it counts."""

    record: ListRecord
    standing: Standing


def versions(workplace: Workplace, list_id: str = "") -> tuple[KeptVersion, ...]:
    """Return every imported version, or those of one list, the newest first."""
    today = workplace.clock.today()
    with workplace.storage.reading() as store:
        records = store.price_lists()
    return tuple(
        KeptVersion(each, standing(each, records, today))
        for each in reversed(records)
        if list_id in ("", each.list_id)
    )


def named(workplace: Workplace, name: str, currency: str = "") -> PriceList:
    """Return the list of a file, or the imported version of `NAME@VERSION`.

    A file of that very name comes first. RefusedError says what there is.
    """
    list_id, sign, version = name.rpartition("@")
    if sign and not Path(name).exists():
        return kept(workplace, list_id, version)
    return read(Path(name), currency, layouts(workplace))


def affected(workplace: Workplace, new: PriceList) -> tuple[Affected, ...]:
    """Return the open quotes that a version would price differently.

    None is re-priced: each keeps the prices that it was saved with.
    """
    with workplace.storage.reading() as store:
        heads = store.quotes_under(new.list_id, _OPEN)
        numbers = dict.fromkeys(each.number for each in heads)
        records = [store.quote(number) for number in numbers]
    found = (_affected(workplace, each, new) for each in records if each)
    return tuple(each for each in found if each)


def _affected(
    workplace: Workplace, record: QuoteRecord, new: PriceList
) -> Affected | None:
    """Price a quote under the version in place of the one it keeps."""
    others = [each for each in record.prices if each.list_id != new.list_id]
    if record.lifecycle.status not in _OPEN or len(others) == len(record.prices):
        return None
    old = priced(record.quote, Catalogue.of(record.prices), workplace).offer
    offer = priced(record.quote, Catalogue.of([*others, new]), workplace).offer
    if tuple(_amounts(old)) == tuple(_amounts(offer)):
        return None
    proposal = record.quote.proposal
    paid, total = _moved(old, offer)
    return Affected(
        number=label(proposal.number, proposal.revision),
        customer=proposal.customer.name,
        before=total(old),
        after=total(offer),
        paid=paid,
    )


def _moved(old: Offer, new: Offer) -> tuple[Rhythm, Callable[[Offer], Amount | None]]:
    """Return the first total that moves; lines may move and no total with them."""
    moved = (pair for pair in _TOTALS if pair[1](old) != pair[1](new))
    return next(moved, _TOTALS[0])


def _amounts(offer: Offer) -> Iterator[tuple[Amount | None, ...]]:
    """Yield what each line comes to."""
    for line in offer.lines:
        yield line.monthly, line.once, line.annual
