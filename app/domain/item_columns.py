"""The items of a long list as columns: an item is made once any is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import MISSING, fields
from itertools import compress
from typing import Any, Final, overload

from app.domain.by_term import ByTerm
from app.domain.choices import Term
from app.domain.many import many
from app.domain.price_list import Item, items_of

#: Fields of an item that are a column for each term.
_BY_TERM: Final = {"prices": "price", "commissions": "commission"}
#: What an item says though its list does not.
_SAID_BY_ITSELF: Final = {
    field.name: field.default
    for field in fields(Item)
    if field.default is not MISSING and field.default
}


class ItemColumns(Sequence[Item]):
    """Items kept as columns, by the names that a list gives them (CONTRACT).

    A text is one column in all its languages. A column that is left out holds
    what an item has by itself. Equal to a tuple of equal items.
    """

    __slots__ = ("_columns", "_count", "_items")

    def __init__(self, columns: Mapping[str, list[Any]], count: int) -> None:
        """Hold columns of that many right values each."""
        self._columns = columns
        self._count = count
        self._items: tuple[Item, ...] | None = None

    def column(self, name: str) -> list[Any] | None:
        """Return the values of a column, None where no item says anything there."""
        if name not in self._columns and name in _SAID_BY_ITSELF:
            return [_SAID_BY_ITSELF[name]] * self._count
        return self._columns.get(name)

    def some(self, places: Sequence[int]) -> tuple[Item, ...]:
        """Make the items at some places alone."""
        some = {name: [of[at] for at in places] for name, of in self._columns.items()}
        return _made(some, len(places))

    def __len__(self) -> int:
        """Return how many there are."""
        return self._count

    @overload
    def __getitem__(self, at: int) -> Item: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Item, ...]: ...
    def __getitem__(self, at: int | slice) -> Item | tuple[Item, ...]:
        """Return an item, or some."""
        return self._all()[at]

    def __iter__(self) -> Iterator[Item]:
        """Yield the items in their order."""
        return iter(self._all())

    def __eq__(self, other: object) -> bool:
        """Compare item by item."""
        if not isinstance(other, (ItemColumns, tuple)):
            return NotImplemented
        return self is other or self._all() == tuple(other)

    def __hash__(self) -> int:
        """Return what a tuple of the same items would."""
        return hash(self._all())

    def __repr__(self) -> str:
        """Write what a tuple of the same items would."""
        return repr(self._all())

    def _all(self) -> tuple[Item, ...]:
        """Return every item, each made once."""
        if self._items is None:
            self._items = _made(self._columns, self._count)
        return self._items


def column_of(
    items: Sequence[Item], name: str, of: Callable[[Item], Any]
) -> list[Any] | None:
    """Return one column of items, as `of` takes it from each of them.

    None where no item says anything there.
    """
    if isinstance(items, ItemColumns):
        return items.column(name)
    return list(map(of, items))


def some_of(items: Sequence[Item], places: Sequence[int]) -> Sequence[Item]:
    """Return the items at some places; of columns, no other is made."""
    if isinstance(items, ItemColumns):
        return items.some(places)
    return [items[at] for at in places]


def _made(columns: Mapping[str, list[Any]], count: int) -> tuple[Item, ...]:
    """Make the items of columns."""
    filled = {**columns}
    for field, prefix in _BY_TERM.items():
        nothing = [None] * count
        by_term = {
            f"months_{term}": filled.pop(f"{prefix}_{term}", nothing) for term in Term
        }
        filled[field] = _by_term(by_term)
    return items_of(filled, count)


def _by_term(columns: Mapping[str, list[Any]]) -> list[ByTerm[Any]]:
    """Collect the columns of one kind of amount, a term each."""
    nothing: ByTerm[Any] = ByTerm()
    priced = list(map(any, zip(*columns.values(), strict=True)))
    those = {name: compress(values, priced) for name, values in columns.items()}
    made = iter(many(ByTerm, those, sum(priced)))
    return [next(made) if each else nothing for each in priced]
