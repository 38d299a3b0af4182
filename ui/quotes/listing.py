"""Which quotes the list shows: filtered, searched, earlier revisions folded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from app.domain.choices import Status
from app.domain.lifecycle import label
from app.domain.money import Amount
from app.ports import QuoteHead
from ui.models.words import folded


class Filter(StrEnum):
    """What the list is narrowed to."""

    ALL = "all"
    DRAFT = "draft"
    PRESENTED = "presented"
    EXPIRED = "expired"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    ARCHIVED = "archived"


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """A quote with the status it has today, and the filters that let it through.

    `searched` is what a search looks through, folded. `earlier` counts the revisions
    before it, which are folded under it; one of those is `nested`.
    """

    head: QuoteHead
    status: Status
    passes: frozenset[Filter]
    searched: str
    earlier: int = 0
    nested: bool = False


#: Tells whether a quote is searched for.
Matches = Callable[[Entry], bool]


@dataclass(frozen=True, slots=True, eq=False)
class Family:
    """The newest revision of a quote, and those before it, the newest first."""

    newest: Entry
    earlier: tuple[Entry, ...] = ()

    def shown(
        self, wanted: Filter, matches: Matches, unfolded: Collection[str]
    ) -> Iterable[Entry]:
        """Return what of it is shown: earlier ones where unfolded or searched for."""
        if wanted not in self.newest.passes:
            return ()
        found = matches(self.newest)
        if not self.earlier:
            return (self.newest,) if found else ()
        hits = [each for each in self.earlier if matches(each)]
        if not found and not hits:
            return ()
        if self.newest.head.number in unfolded:
            return (self.newest, *self.earlier)
        return (self.newest,) if found else (self.newest, *hits)


def families(heads: Iterable[QuoteHead], today: date) -> tuple[Family, ...]:
    """Put revisions together, the newest quote first, as the heads come."""
    by_number: dict[str, list[QuoteHead]] = {}
    for head in heads:
        by_number.setdefault(head.number, []).append(head)
    return tuple(_family(revisions, today) for revisions in by_number.values())


def _family(revisions: Sequence[QuoteHead], today: date) -> Family:
    """Make the family of a quote's revisions, which come the newest first."""
    newest, *earlier = revisions
    return Family(
        _entry(newest, today, earlier=len(earlier)),
        tuple(_entry(each, today, nested=True) for each in earlier),
    )


def _entry(
    head: QuoteHead, today: date, *, earlier: int = 0, nested: bool = False
) -> Entry:
    """Say of a quote where it stands today, and what finds it."""
    status = head.lifecycle.shown(head.valid_until, today)
    away = head.lifecycle.archived_on is not None
    name = label(head.number, head.revision)
    return Entry(
        head=head,
        status=status,
        passes=_AWAY if away else _PASSES[status],
        searched=folded(f"{name}\n{head.customer}\n{head.title}"),
        earlier=earlier,
        nested=nested,
    )


def counts(found: Iterable[Family]) -> Mapping[Filter, int]:
    """Count the quotes that each filter lets through."""
    together = Counter(family.newest.passes for family in found)
    sums: Counter[Filter] = Counter()
    for passes, count in together.items():
        sums.update(dict.fromkeys(passes, count))
    return sums


def monthly(entries: Iterable[Entry]) -> tuple[Amount, ...]:
    """Sum what quotes come to a month, a currency each; superseded ones are out."""
    sums: dict[str, Amount] = {}
    for each in entries:
        amount = each.head.monthly
        if amount and each.status is not Status.SUPERSEDED:
            held = sums.get(amount.currency)
            sums[amount.currency] = held + amount if held else amount
    return tuple(sums.values())


#: What lets a quote of a status through, and what one that is archived.
_AWAY: Final = frozenset({Filter.ARCHIVED})
_PASSES: Final = {
    status: frozenset(
        each for each in Filter if each in (Filter.ALL.value, status.value)
    )
    for status in Status
}
