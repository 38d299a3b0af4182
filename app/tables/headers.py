"""Names of columns, compared as people write them."""

from __future__ import annotations

import unicodedata
from functools import lru_cache


@lru_cache(4096)
def plain(name: str) -> str:
    """Return the name without case, accents, spaces and joining signs."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in letters if letter.isalnum())
