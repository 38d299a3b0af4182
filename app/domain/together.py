"""What must not part at the end of a line."""

from __future__ import annotations

import re
from typing import Final

_HELD: Final = "\u00a0"
#: Before a number or a group of one, and before what a number is counted in.
_WITHIN: Final = re.compile(r"(?<![,;:·]) (?=\S*\d)|(?<=\d) (?=(?:[A-Z]{2,5}|€)(?!\w))")


def together(text: str) -> str:
    """Return a text in one line, its numbers whole and with the word before them."""
    return _WITHIN.sub(_HELD, " ".join(text.split()))


def unbroken(text: str) -> str:
    """Return a text in one line that is never broken between its words."""
    return _HELD.join(text.split())


def labelled(shown: str, value: str) -> str:
    """Return 'RPM Liège' for 'RPM {}': a label stays with what it names."""
    return together(shown).replace(" {}", f"{_HELD}{{}}").format(together(value))
