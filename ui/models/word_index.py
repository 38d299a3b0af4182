"""Tells where words begin: a set of positions is a number, one bit a position."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import accumulate
from os.path import commonprefix
from typing import Final

#: Words that begin alike at more positions have their bits made beforehand.
_NARROW: Final = 1_000
_FILLED: Final = re.compile(rb"[^\0]")
_BITS: Final = tuple(
    tuple(bit for bit in range(8) if byte >> bit & 1) for byte in range(256)
)


@dataclass(frozen=True, slots=True, eq=False)
class WordIndex:
    """Sorted words; where the n-th occurs stands from `_first[n]` on in `_places`."""

    size: int
    _words: list[str] = field(repr=False)
    _first: array[int] = field(repr=False)
    _places: array[int] = field(repr=False)
    _broad: dict[tuple[int, int], int] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, where: Mapping[str, Collection[int]], size: int) -> WordIndex:
        """Index words by where they occur, each place below the size."""
        words = _sorted(where)
        ends = accumulate((len(where[word]) for word in words), initial=0)
        places = array("I")
        for word in words:
            places.extend(where[word])
        made = cls(size, words, array("I", ends), places)
        made._prepare("")
        return made

    def begun(self, start: str) -> int:
        """Return the positions where a word begins so."""
        first, last = self._span(start)
        known = self._broad.get((first, last))
        return self._bits(first, last) if known is None else known

    def _span(self, start: str, low: int = 0) -> tuple[int, int]:
        """Return which of the words begin so, from that one on."""
        first = bisect_left(self._words, start, low)
        cut = len(start)
        last = bisect_right(self._words, start, first, key=lambda word: word[:cut])
        return first, last

    def _bits(self, first: int, last: int) -> int:
        """Gather where these words occur."""
        return gathered(self._places[self._first[first] : self._first[last]], self.size)

    def _prepare(self, start: str, low: int = 0) -> int:
        """Make the bits of all beginnings that are broad; return those of this one."""
        first, last = self._span(start, low)
        if self._first[last] - self._first[first] <= _NARROW:
            return self._bits(first, last)
        ends = self._words[first], self._words[last - 1]
        start = commonprefix(ends)  # noqa: RUF071  # of words: they are no paths
        at = first + (self._words[first] == start)
        bits = self._bits(first, at)
        while at < last:
            longer = self._words[at][: len(start) + 1]
            bits |= self._prepare(longer, at)
            at = self._span(longer, at)[1]
        self._broad[first, last] = bits
        return bits


def _sorted(words: Iterable[str]) -> list[str]:
    """Sort in portions: while one thread sorts, no other goes on."""
    portions = defaultdict[str, list[str]](list)
    for word in words:
        portions[word[:1]].append(word)
    return [word for start in sorted(portions) for word in sorted(portions[start])]


def gathered(positions: Iterable[int], size: int) -> int:
    """Return positions below a size as bits."""
    bits = bytearray(size // 8 + 1)
    for position in positions:
        bits[position >> 3] |= 1 << (position & 7)
    return int.from_bytes(bits, "little")


def each(bits: int) -> Iterator[int]:
    """Yield the positions, the lowest first, as they are asked for."""
    held = bits.to_bytes(bits.bit_length() // 8 + 1, "little")
    for found in _FILLED.finditer(held):
        at = found.start()
        first = at << 3
        for bit in _BITS[held[at]]:
            yield first + bit
