"""W3: what the signed contracts of a period sold, for the partner alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from app.domain import sell_out as counted
from app.domain.period import Period
from app.domain.sell_out import Sale, SellOut
from app.ports import Progress, unwatched
from app.use_cases.workplace import Workplace

#: So many quotes are read by one transaction: whoever saves waits for no more.
_AT_ONCE: Final = 100


def sell_out(
    workplace: Workplace, period: Period, progress: Progress = unwatched
) -> SellOut:
    """Count through the contracts, each once; what is remembered is the result."""
    return counted.sell_out(period, _sales(workplace, period, progress))


def _sales(workplace: Workplace, period: Period, progress: Progress) -> Iterator[Sale]:
    """Yield what each contract sold."""
    with workplace.storage.listing() as quotes:
        which = quotes.signed(period)
    for at in range(0, len(which), _AT_ONCE):
        progress(at, len(which))
        with workplace.storage.listing() as quotes:
            found = quotes.sales(which[at : at + _AT_ONCE])
        yield from found
