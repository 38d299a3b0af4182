"""Texts that a spreadsheet would take for formulas: made safe, and given back."""

from __future__ import annotations

import re

_SIGN = "'"
#: A text that would be computed, or one that looks as if it was made safe before.
_COMPUTED = re.compile(r"'*[=+\-@\t\r]")
_MADE_SAFE = re.compile(r"'+[=+\-@\t\r]")


def made_safe(text: str) -> str:
    """Return a text that no spreadsheet computes: "=A1" becomes "'=A1".

    A text that begins so already gets one more sign, so that all come back.
    """
    return _SIGN + text if _COMPUTED.match(text) else text


def given_back(texts: list[str]) -> list[str]:
    """Return texts as they were before each was made safe."""
    if f"\n{_SIGN}" not in "\n" + "\n".join(texts):
        return texts
    return [text[1:] if _MADE_SAFE.match(text) else text for text in texts]
