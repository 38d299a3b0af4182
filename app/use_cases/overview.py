"""What needs doing today, and what the quotes come to, for the partner alone."""

from __future__ import annotations

from typing import Final

from app.domain.catalogue import Catalogue
from app.domain.lifecycle import named
from app.domain.money import Amount
from app.domain.overview import Overview
from app.ports import Progress, Store, unwatched
from app.use_cases.pricing import priced
from app.use_cases.workplace import Workplace

#: More duties than anybody looks through at once.
MOST: Final = 100
#: So many quotes are counted by one transaction.
_AT_ONCE: Final = 50


def overview(workplace: Workplace) -> Overview:
    """Return how things stand today."""
    with workplace.storage.listing() as quotes:
        return quotes.overview(workplace.clock.today(), MOST)


def count_commissions(workplace: Workplace, progress: Progress = unwatched) -> int:
    """Work out what accepted quotes of older programs earn; return for how many.

    Each quote is priced by the lists that it keeps.
    """
    with workplace.storage.listing() as quotes:
        names = quotes.uncounted()
    kept = 0
    for at in range(0, len(names), _AT_ONCE):
        progress(at, len(names))
        with workplace.storage.reading() as store:
            earned = _earned(workplace, store, names[at : at + _AT_ONCE])
        if earned:
            with workplace.storage.writing() as store:
                store.keep_commissions(earned)
            kept += len(earned)
    return kept


def _earned(
    workplace: Workplace, store: Store, names: tuple[str, ...]
) -> dict[str, Amount]:
    """Return what quotes earn, by their ids, where that can be had."""
    found: dict[str, Amount] = {}
    for name in names:
        record = store.quote(*named(name))
        if record is None:
            continue
        quote = priced(record.quote, Catalogue.of(record.prices), workplace)
        amount = quote.commission.total
        if amount is not None:
            found[record.id] = amount
    return found
