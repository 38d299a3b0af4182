"""From bytes to text, and from text to the sign that separates its cells."""

from __future__ import annotations

import codecs
import re
from collections import Counter

from app.domain.problems import RefusedError, error

SEPARATORS = (";", ",", "\t")
_QUOTED = re.compile(r'"[^"]*"')
_LINES_LOOKED_AT = 200
_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}


def decode(content: bytes) -> str:
    """Decode UTF-8 with or without a mark, UTF-16 with one, else cp1252.

    RefusedError where the bytes are none of these, or not what their mark says.
    """
    for mark, encoding in _MARKS.items():
        if content.startswith(mark):
            return _decoded(content, encoding)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _decoded(content, "cp1252")


def _decoded(content: bytes, encoding: str) -> str:
    """Decode, or refuse the file whole: a lost character may be a digit."""
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as reason:
        raise RefusedError(error("not_a_text_file", byte=reason.start)) from reason


def separator(text: str) -> str:
    """Return the sign by which most lines have the same number of cells."""
    lines = _QUOTED.sub("", text[:1_000_000]).splitlines()[:_LINES_LOOKED_AT]
    return max(SEPARATORS, key=lambda sign: _evenness(lines, sign))


def _evenness(lines: list[str], sign: str) -> int:
    """Weigh a sign: its most common count in a line, times those lines."""
    counts = Counter(line.count(sign) for line in lines)
    return max((count * lines for count, lines in counts.items()), default=0)
