"""All the items that a quote may be made of, from several price lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from app.domain.choices import Kind
from app.domain.offer import ListName
from app.domain.price_list import Item, PriceList


def list_name(price_list: PriceList) -> ListName:
    """Return what an offer says of the list."""
    return ListName(price_list.list_id, price_list.version, price_list.fingerprint)


@dataclass(frozen=True, slots=True)
class Clash:
    """SKUs that two lists both hold: neither price can be trusted."""

    first: PriceList
    second: PriceList
    skus: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Price lists with an index over their items; what clashes is in neither.

    `returns` holds the items that collect hardware at the end (W12).
    """

    lists: tuple[PriceList, ...]
    clashes: tuple[Clash, ...] = ()
    returns: tuple[tuple[Item, PriceList], ...] = ()
    _index: dict[str, tuple[Item, PriceList]] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, lists: Iterable[PriceList]) -> Catalogue:
        """Index the lists; SKUs in two of them are kept as clashes."""
        kept = tuple(lists)
        index: dict[str, tuple[Item, PriceList]] = {}
        twice: dict[tuple[int, int], list[str]] = {}
        for number, price_list in enumerate(kept):
            for item in price_list.items:
                held = index.setdefault(item.sku, (item, price_list))
                if held[1] is not price_list:
                    pair = (_position(kept, held[1]), number)
                    twice.setdefault(pair, []).append(item.sku)
        clashes = tuple(
            Clash(kept[first], kept[second], tuple(skus))
            for (first, second), skus in twice.items()
        )
        for clash in clashes:
            for sku in clash.skus:
                index.pop(sku, None)
        returns = tuple(pair for pair in index.values() if pair[0].kind is Kind.RETURN)
        return cls(kept, clashes, returns, index)

    @property
    def clashing(self) -> frozenset[str]:
        """The SKUs that two lists hold."""
        return frozenset(sku for clash in self.clashes for sku in clash.skus)

    def find(self, sku: str) -> tuple[Item, PriceList] | None:
        """Return the item of that SKU with the list it comes from."""
        return self._index.get(sku)

    def item(self, sku: str) -> Item | None:
        """Return the item of that SKU."""
        found = self._index.get(sku)
        return found[0] if found else None

    def rows(self) -> Iterator[tuple[Item, PriceList]]:
        """Yield every item with its list."""
        yield from self._index.values()

    def only(self, skus: Iterable[str]) -> Catalogue:
        """Return the lists cut down to these SKUs; lists without one fall out.

        Where no list holds any, the first stays, empty: its currency counts.
        """
        wanted = frozenset(skus)
        cut = [
            replace(each, items=tuple(i for i in each.items if i.sku in wanted))
            for each in self.lists
        ]
        return Catalogue.of([each for each in cut if each.items] or cut[:1])


def _position(lists: tuple[PriceList, ...], wanted: PriceList) -> int:
    """Return where in the lists that very list is."""
    return next(i for i, each in enumerate(lists) if each is wanted)
