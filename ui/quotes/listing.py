"""Which quotes the list shows: filtered, searched, earlier revisions folded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from app.domain.choices import Status
from app.domain.money import Amount
from app.ports import QuoteHead


class Filter(StrEnum):
    """What the list is narrowed to."""

    ALL = "all"
    DRAFT = "draft"
    PRESENTED = "presented"
    EXPIRED = "expired"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    ARCHIVED = "archived"


@dataclass(frozen=True, slots=True)
class Entry:
    """A quote with the status it has today.

    `earlier` counts the revisions before it, which are folded under it; one of those
    is `nested`.
    """

    head: QuoteHead
    status: Status
    earlier: int = 0
    nested: bool = False

    def passes(self, wanted: Filter) -> bool:
        """Tell whether a filter lets it through."""
        away = self.head.lifecycle.archived_on is not None
        if wanted is Filter.ARCHIVED:
            return away
        return not away and wanted.value in ("all", self.status.value)


@dataclass(frozen=True, slots=True)
class Family:
    """The newest revision of a quote, and those before it, the newest first."""

    newest: Entry
    earlier: tuple[Entry, ...]

    def shown(
        self,
        wanted: Filter,
        matches: Callable[[Entry], bool],
        unfolded: Collection[str],
    ) -> Iterator[Entry]:
        """Yield what of it is shown: an earlier one where unfolded, or searched for."""
        hits = [each for each in self.earlier if matches(each)]
        if not self.newest.passes(wanted) or not (matches(self.newest) or hits):
            return
        yield self.newest
        if self.newest.head.number in unfolded:
            yield from self.earlier
        elif not matches(self.newest):
            yield from hits


def families(heads: Iterable[QuoteHead], today: date) -> tuple[Family, ...]:
    """Put revisions together, the newest quote first, as the heads come."""
    by_number: dict[str, list[Entry]] = {}
    for head in heads:
        entry = Entry(head, head.lifecycle.shown(head.valid_until, today))
        by_number.setdefault(head.number, []).append(entry)
    return tuple(
        Family(
            replace(newest, earlier=len(earlier)),
            tuple(replace(each, nested=True) for each in earlier),
        )
        for newest, *earlier in by_number.values()
    )


def counts(found: Iterable[Family]) -> Mapping[Filter, int]:
    """Count the quotes that each filter lets through."""
    entries = [family.newest for family in found]
    return Counter(
        wanted for wanted in Filter for entry in entries if entry.passes(wanted)
    )


def monthly(entries: Iterable[Entry]) -> tuple[Amount, ...]:
    """Sum what quotes come to a month, a currency each; superseded ones are out."""
    sums: dict[str, Amount] = {}
    for each in entries:
        amount = each.head.monthly
        if amount and each.status is not Status.SUPERSEDED:
            held = sums.get(amount.currency)
            sums[amount.currency] = held + amount if held else amount
    return tuple(sums.values())
