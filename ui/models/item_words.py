"""What an item is found by: its words, the tails of its reference, its marks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from typing import Final

from app.domain.choices import OPTION_KINDS, Kind
from app.domain.listing import words_of
from app.domain.price_list import Item
from ui.models.words import folded

#: Longer words are told apart by so many signs.
_LONGEST: Final = 24
#: From so many signs on a reference is found by its middle too.
MIDDLE: Final = 3
#: Nobody types these signs: they begin what is no word of a text.
TAIL, _MARK = "\1", "\0"


def where(items: Sequence[Item]) -> Mapping[str, list[int]]:
    """Tell of each word, mark and tail of a reference which items have it."""
    texts, found = defaultdict[str, list[int]](list), defaultdict[str, list[int]](list)
    alike = defaultdict[tuple[object, ...], list[int]](list)
    for place, item in enumerate(items):
        alike[_asked(item)].append(place)
        for text in _texts(item):
            texts[text].append(place)
        for tail in _tails(item.sku):
            found[tail].append(place)
    # What many items share is read once, and so is a word that many texts share.
    for places in alike.values():
        for each in _marks(items[places[0]]):
            found[each] += places
    read = lru_cache(4_000)(words_in)
    for text, places in texts.items():
        for word in chain.from_iterable(map(read, text.split())):
            found[word] += places
    return found


def found_by(item: Item) -> tuple[object, ...]:
    """Return all that `where` reads of an item."""
    return _asked(item), *_texts(item)


def words_in(text: str) -> tuple[str, ...]:
    """Return the words of a text as they are searched."""
    return tuple(word[:_LONGEST] for word in words_of(folded(text)))


def _texts(item: Item) -> Iterator[str]:
    """Yield all that is read of an item."""
    yield from (item.sku, item.family, item.manufacturer)
    for _, text in (*item.name.texts, *item.description.texts):
        yield text


def _tails(sku: str) -> Iterator[str]:
    """Yield what the words of a reference hold from any later sign on."""
    for word in words_of(folded(sku)):
        for at in range(1, len(word) - MIDDLE + 1):
            yield TAIL + word[at : at + _LONGEST]


def _asked(item: Item) -> tuple[object, ...]:
    """Return all that the marks of an item are made of."""
    return item.kind, item.valid_from, item.valid_to, item.fits, item.replaces


def _marks(item: Item) -> Iterator[str]:
    """Yield what is asked of an item beside its words."""
    yield span(item)
    yield mark("kind", item.kind)
    if item.kind not in OPTION_KINDS:
        return
    yield from (
        (mark("fits", name) for name in item.fits) if item.fits else (mark("any pack"),)
    )
    if item.kind is Kind.UPGRADE:
        yield from (mark("replaces", sku) for sku in item.replaces)
    else:
        yield mark("replaces nothing")


def span(item: Item) -> str:
    """Return the mark of the days that an item is sold in."""
    return mark("sold", f"{item.valid_from} {item.valid_to}")


def mark(what: str, of: str = "") -> str:
    """Return a mark: none is the beginning of another."""
    return f"{_MARK}{what}{_MARK}{of}{_MARK}"
