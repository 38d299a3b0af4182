"""What of a text is drawn: every visible character, whatever was typed."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from app.paper import fonts
from app.paper.direction import shaped

#: Without any form of their own; nothing that can be seen goes with them.
_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff") | {
    chr(code) for code in range(0xFE00, 0xFE10)
}
#: The narrow no-break space is all but none in the paper's font.
_SPACES = {"\u202f": "\u00a0", "\u2028": " ", "\u2029": " "}
#: Code points that XML does not know.
_NO_CHARACTERS = "\ufffe\uffff"
#: Those that turn the direction of reading, and halves of others.
_UNSAID = frozenset({"Cf", "Cs"})
#: The subset fonts cannot name what lies beyond in a reader's search.
_LAST = 0xFFFF


class _Drawn(dict[int, str]):
    """Code point -> what is drawn for it, found out once."""

    def __missing__(self, code: int) -> str:
        """Look at a character that has not come up before."""
        self[code] = drawn = _drawn(chr(code))
        return drawn


def _drawn(char: str) -> str:
    """Return the character, a space, nothing, or its visible code [U+1F600]."""
    if char in _INVISIBLE:
        return ""
    if char in _SPACES:
        return _SPACES[char]
    category = unicodedata.category(char)
    if category == "Cc":
        return " "
    if ord(char) <= _LAST and category not in {"Cf", "Cs"} and fonts.has(char):
        return char
    return " " if category == "Zs" else f"[U+{ord(char):04X}]"


_DRAWN = _Drawn()
_UNITS = re.compile(r"\[U\+[0-9A-F]{4,6}\]|.", re.DOTALL)
_PLAIN = re.compile(r"[ -~]*")


@lru_cache(maxsize=4096)
def visible(text: str) -> str:
    """Return the text composed (NFC), each character one that a font has.

    A character that no font has becomes its code, such as [U+1F600], and so do
    those that turn the direction of reading; control characters become spaces.
    """
    if _PLAIN.fullmatch(text):
        return text
    return shaped(unicodedata.normalize("NFC", text)).translate(_DRAWN)


def typed(text: str) -> str:
    """Return the text composed (NFC) as it was typed, on one line.

    Nothing in it turns the direction of reading.
    """
    said = "".join(
        " " if unicodedata.category(c) == "Cc" else c
        for c in unicodedata.normalize("NFC", text)
        if unicodedata.category(c) not in _UNSAID and c not in _NO_CHARACTERS
    )
    return " ".join(said.split())


def undrawn(text: str) -> str:
    """Return the characters for which a code is drawn, each of them once."""
    signs = dict.fromkeys(unicodedata.normalize("NFC", text))
    return "".join(c for c in signs if _DRAWN[ord(c)].startswith("[U+"))


def units(text: str) -> list[str]:
    """Return what a drawn text may be parted into: characters, whole codes."""
    return _UNITS.findall(text)
