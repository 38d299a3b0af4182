"""What is sold, in the order it is shown, found as quickly as one types."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import reduce
from operator import or_
from typing import Final

from app.domain.catalogue import Catalogue
from app.domain.choices import OPTION_KINDS, Kind, Term
from app.domain.price_list import Item
from app.domain.proposal import PackLine, Proposal
from ui.models.item_words import MIDDLE, TAIL, found_by, mark, span, where, words_in
from ui.models.word_index import WordIndex, each, gathered

_LONG: Final = 1_000
_SHELVES: Final = (*OPTION_KINDS, Kind.PACK, Kind.SUBSCRIPTION)


@dataclass(frozen=True, slots=True)
class Wanted:
    """For which quote, under which pack, what was typed, and what comes first.

    `there` holds the SKUs under the pack already; all its options are wanted where
    they are `unfolded`, else the first ones.
    """

    term: Term
    day: date
    pack_id: str = ""
    pack_sku: str = ""
    search: str = ""
    favourites: frozenset[str] = frozenset()
    there: frozenset[str] = frozenset()
    unfolded: bool = False

    @classmethod
    def of(
        cls,
        proposal: Proposal,
        line_id: str,
        search: str,
        favourites: frozenset[str] = frozenset(),
    ) -> Wanted:
        """Take the pack of the chosen line, else the last one."""
        pack = pack_of(proposal, line_id)
        term = proposal.term or Term.MONTHS_36
        if pack is None:
            return cls(term, proposal.date, "", "", search, favourites)
        there = frozenset(option.sku for option in pack.options)
        return cls(term, proposal.date, pack.id, pack.sku, search, favourites, there)


def pack_of(proposal: Proposal, line_id: str) -> PackLine | None:
    """Return the pack that is the line or holds it, else the last pack."""
    for pack in proposal.packs:
        if line_id in (pack.id, *(option.id for option in pack.options)):
            return pack
    return proposal.packs[-1] if proposal.packs else None


@dataclass(frozen=True, slots=True)
class Found:
    """What could be added, but for favourites, which stand apart; read as needed."""

    favourites: Iterator[Item]
    options: Iterator[Item]
    packs: Iterator[Item]
    subscriptions: Iterator[Item]


@dataclass(frozen=True, slots=True, eq=False)
class Stock:
    """The items that could be added to some quote: options, then each family's."""

    catalogue: Catalogue
    _items: tuple[Item, ...] = field(repr=False)
    _index: WordIndex = field(repr=False)
    _places: dict[str, int] = field(repr=False)
    #: One item for each span of days that items are sold in.
    _spans: tuple[Item, ...] = field(repr=False)
    _sold: dict[date, int] = field(default_factory=dict, repr=False)
    _under: dict[str, int] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, catalogue: Catalogue, today: Catalogue | None = None) -> Stock:
        """Order and index what is sold today; its price may be one a quote keeps.

        A long list takes a second or two: it is made beside the window.
        """
        skus = (item.sku for item, _ in (today or catalogue).rows())
        items = _shelved(filter(None, map(catalogue.item, skus)))
        spans = {(item.valid_from, item.valid_to): item for item in items}
        return cls(
            catalogue,
            items,
            WordIndex.of(where(items), len(items)),
            {item.sku: place for place, item in enumerate(items)},
            tuple(spans.values()),
        )

    def at(self, lists: Catalogue, kept: Iterable[Item]) -> Stock | None:
        """Return the same under lists that hold the kept items instead of today's.

        None where it has to be made anew: another item is found by other words.
        """
        items = list(self._items)
        for item in kept:
            place = self._places.get(item.sku)
            if lists.item(item.sku) is not item or not self.catalogue.item(item.sku):
                continue
            if place is None and not _is_shelved(item):
                continue
            if place is None or not _stands_for(item, items[place]):
                return None
            items[place] = item
        return replace(self, catalogue=lists, _items=tuple(items), _under={})

    @property
    def long(self) -> bool:
        """Whether it shows as many rows as are ever shown."""
        return len(self._items) > _LONG

    def find(self, wanted: Wanted) -> Found:
        """Return what is sold that day and holds every word, each by its beginning.

        A reference is found by its middle too. Options are those of the pack.
        """
        held = self._holding(wanted)
        options = held & self._options(wanted.pack_sku)
        packs, subscriptions = (
            held & self._kind(kind) for kind in (Kind.PACK, Kind.SUBSCRIPTION)
        )
        places = (self._places.get(sku) for sku in wanted.favourites)
        starred = gathered((at for at in places if at is not None), len(self._items))
        return Found(
            self._read((options | packs | subscriptions) & starred),
            *(self._read(bits & ~starred) for bits in (options, packs, subscriptions)),
        )

    def _read(self, bits: int) -> Iterator[Item]:
        """Yield the items at these places."""
        return map(self._items.__getitem__, each(bits))

    def _holding(self, wanted: Wanted) -> int:
        """Return where what is sold that day holds every word."""
        held = self._sold_on(wanted.day)
        for word in words_in(wanted.search):
            found = self._index.begun(word)
            if len(word) >= MIDDLE:
                found |= self._index.begun(TAIL + word)
            held &= found
        return held

    def _sold_on(self, day: date) -> int:
        """Return where what is sold that day stands."""
        if day not in self._sold:
            spans = (span(item) for item in self._spans if item.sold_on(day))
            self._sold[day] = self._any(spans)
        return self._sold[day]

    def _kind(self, kind: Kind) -> int:
        """Return where the items of a kind stand."""
        return self._index.begun(mark("kind", kind))

    def _options(self, pack_sku: str) -> int:
        """Return where the options stand that can be put under a pack."""
        if pack_sku not in self._under:
            pack = self.catalogue.item(pack_sku)
            self._under[pack_sku] = self._fitting(pack) if pack else 0
        return self._under[pack_sku]

    def _fitting(self, pack: Item) -> int:
        """Return where the options stand that fit a pack.

        W5: an upgrade needs something in the pack that it replaces.
        """
        fitting = (mark("fits", name) for name in (pack.sku, pack.family))
        replaced = (mark("replaces", sku) for sku, _ in pack.includes)
        return self._any([mark("any pack"), *fitting]) & self._any(
            [mark("replaces nothing"), *replaced]
        )

    def _any(self, marks: Iterable[str]) -> int:
        """Return where any of the marks stands."""
        return reduce(or_, map(self._index.begun, marks), 0)


def _shelved(items: Iterable[Item]) -> tuple[Item, ...]:
    """Leave out what cannot be added; put families together, as they first come."""
    kept = [item for item in items if _is_shelved(item)]
    families: dict[tuple[Kind, str], int] = {}

    def shelf(item: Item) -> int:
        known = families.setdefault((item.kind, item.family), len(families))
        return -1 if item.kind in OPTION_KINDS else known

    return tuple(sorted(kept, key=shelf))


def _stands_for(item: Item, other: Item) -> bool:
    """Tell whether an item is found as another is, and stands where that does."""
    return _is_shelved(item) and found_by(item) == found_by(other)


def _is_shelved(item: Item) -> bool:
    """Tell whether it is sold on its own at all, not only inside packs."""
    if item.kind not in _SHELVES:
        return False
    priced = bool(item.prices) or item.price_once is not None
    return priced or item.kind not in OPTION_KINDS
