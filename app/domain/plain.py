"""Texts without signs that control a terminal, or turn the writing round."""

from __future__ import annotations

import re

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_LINE_END = re.compile("[\t\n\r\u2028\u2029]")


def is_plain(text: str) -> bool:
    """Tell whether a text holds no such sign; line ends and tabs do not count."""
    return _CONTROL.search(text) is None


def escaped(text: str) -> str:
    """Return a text with each such sign named, like ‹U+202E›, for people to read."""
    return _CONTROL.sub(lambda sign: f"‹U+{ord(sign[0]):04X}›", text)


def is_line(text: str) -> bool:
    """Tell whether a plain text is on one line."""
    return is_plain(text) and _LINE_END.search(text) is None
