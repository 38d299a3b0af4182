"""What a list of saved quotes shows: which of them, and what of each."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, NamedTuple

from app.domain.choices import Status
from app.domain.lifecycle import Lifecycle, Named
from app.domain.money import Amount

#: A place is the newest revision's serial times this, and counts down from there.
REVISIONS: Final = 1_000_000
_WORD: Final = re.compile(r"[^\W_]+")


class Filter(StrEnum):
    """What the list is narrowed to."""

    ALL = "all"
    DRAFT = "draft"
    PRESENTED = "presented"
    EXPIRED = "expired"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    ARCHIVED = "archived"


class _Columns(NamedTuple):
    """What is read of a quote that is listed."""

    place: int
    number: str
    revision: str
    customer: str
    title: str
    status: str
    archived_on: str | None
    date: str
    valid_until: str | None
    term: int | None
    monthly: int | None
    currency: str | None
    earlier: int
    newer: int


class ListedQuote(Named, _Columns):
    """A quote as it is listed: ISO days, cents and a status' name, read when seen.

    A list is ordered by `place`, the highest first. `earlier` and `newer` count the
    revisions on both sides of it.
    """

    __slots__ = ()

    @property
    def day(self) -> dt.date:
        """Its date."""
        return dt.date.fromisoformat(self.date)

    @property
    def ends(self) -> dt.date | None:
        """Its last day."""
        return dt.date.fromisoformat(self.valid_until) if self.valid_until else None

    @property
    def amount(self) -> Amount | None:
        """What it comes to a month."""
        if self.monthly is None or self.currency is None:
            return None
        return Amount(self.monthly, self.currency)

    @property
    def stands(self) -> Status:
        """The status it was given."""
        return Status(self.status)

    def shown(self, today: dt.date) -> Status:
        """Return the status to show."""
        return Lifecycle(status=self.stands).shown(self.ends, today)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which quotes are listed on a day: those of a filter that hold every word.

    One of the words may name statuses instead, as `named` says of it. Words begin
    words of number, customer or title (of the number alone for `by_number`). The
    earlier revisions of the numbers in `unfolded` are shown too.
    """

    today: dt.date
    filter: Filter = Filter.ALL
    words: tuple[str, ...] = ()
    named: Mapping[str, frozenset[Status]] = field(default_factory=dict)
    unfolded: frozenset[str] = frozenset()
    by_number: bool = False


@dataclass(frozen=True, slots=True)
class Chosen:
    """What several quotes come to; superseded ones are in the count alone."""

    count: int = 0
    archived: int = 0
    monthly: tuple[Amount, ...] = ()


def words_of(text: str) -> tuple[str, ...]:
    """Return the words that are searched of what was typed: letters and digits."""
    return tuple(_WORD.findall(text))


def newest(place: int) -> int:
    """Return the place of the newest revision of the quote at a place."""
    return place - place % REVISIONS + REVISIONS - 1
