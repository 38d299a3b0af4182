"""Which backups are kept: the newest, one of each recent day, one of each month."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Final

RECENT: Final = 10
DAILY: Final = 30
MONTHLY: Final = 12


def retained(moments: Iterable[datetime], now: datetime) -> frozenset[datetime]:
    """Return the moments (aware) whose backups are kept, at most 52 up to now.

    These are the 10 newest, then the newest of each of the last 30 days and of
    the last 12 months that have one. Days are those of `now`'s own zone. Days
    without a backup do not count: a long absence costs nothing. What claims to be
    later than now was made under a wrong clock: it stays, and displaces nothing.
    """
    every = sorted(set(moments), reverse=True)
    past = [moment for moment in every if moment <= now]
    here = now.tzinfo
    days = _newest(past, lambda moment: f"{moment.astimezone(here):%Y-%m-%d}")
    months = _newest(past, lambda moment: f"{moment.astimezone(here):%Y-%m}")
    ahead = every[: len(every) - len(past)]
    return frozenset([*ahead, *past[:RECENT], *days[:DAILY], *months[:MONTHLY]])


def _newest(moments: list[datetime], span: Callable[[datetime], str]) -> list[datetime]:
    """Return the first moment of each span, in the order given."""
    first: dict[str, datetime] = {}
    for moment in moments:
        first.setdefault(span(moment), moment)
    return list(first.values())
