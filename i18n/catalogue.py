"""A compiled catalogue, in which a text is sought when it is asked for.

The library reads it whole before the first: many times what one page asks of it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from gettext import c2py
from struct import unpack_from
from typing import Final

_NOTHING: Final = b"\xde\x12\x04\x95" + bytes(24)
#: Texts that are kept once they were found: more than the window ever shows.
_KEPT: Final = 8_192
#: What English does, for a catalogue that says nothing of it.
_TWO: Final = "n != 1"


class Catalogue:
    """The texts of one language by the English ones, which stand in their order."""

    def __init__(self, content: bytes = _NOTHING) -> None:
        """Take the content of a little-endian .mo file; without one all is English."""
        self._content = content
        self._count, self._here, self._there = unpack_from("<8x3I", content)
        self._known = lru_cache(_KEPT)(self._sought)
        (head,) = self._known("") or ("",)
        self._form: Callable[[int], int] = c2py(_form(head))

    def gettext(self, text: str) -> str:
        """Translate a text; one without a translation stays as it is."""
        return (self._known(text) or (text,))[0]

    def ngettext(self, one: str, many: str, count: int) -> str:
        """Translate the form that a count asks for."""
        forms = self._known(one)
        if forms is None:
            return one if count == 1 else many
        return forms[self._form(count)]

    def _sought(self, text: str) -> tuple[str, ...] | None:
        """Return the forms of a text, None where it is not translated."""
        wanted, first, end = text.encode(), 0, self._count
        while first < end:
            middle = (first + end) // 2
            key = self._at(self._here, middle).partition(b"\0")[0]
            if key == wanted:
                return tuple(self._at(self._there, middle).decode().split("\0"))
            first, end = (middle + 1, end) if key < wanted else (first, middle)
        return None

    def _at(self, table: int, number: int) -> bytes:
        """Return what the entry of a table points to."""
        length, place = unpack_from("<2I", self._content, table + 8 * number)
        return self._content[place : place + length]


def _form(head: str) -> str:
    """Return how a catalogue's head chooses the form of a count."""
    _, _, rest = head.partition("plural=")
    return rest.partition(";")[0].partition("\n")[0].strip() or _TWO
