"""One text in several languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from json.encoder import encode_basestring
from typing import Self

#: Texts by language code, two plain letters, sorted.
Texts = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Localized:
    """Texts by language code, sorted; further languages are only more data."""

    texts: Texts = ()

    @classmethod
    def of(cls, texts: Mapping[str, str]) -> Self:
        """Keep the texts that say something."""
        return cls(tuple(sorted((code, text) for code, text in texts.items() if text)))

    @classmethod
    def same(cls, text: str) -> Self:
        """Keep one text that serves French and English alike."""
        return cls.of({"en": text, "fr": text})

    def get(self, language: str) -> str:
        """Return the text in that language, or '' where there is none."""
        return dict(self.texts).get(language, "")

    def best(self, language: str) -> str:
        """Return the text in that language, else in any, English first."""
        known = dict(self.texts)
        return known.get(language) or known.get("en") or next(iter(known.values()), "")

    def __bool__(self) -> bool:
        """Tell whether any language has a text."""
        return bool(self.texts)


def as_members(texts: Texts, prefix: str = "") -> str:
    """Write texts as members of a JSON object: `"name_en":"…","name_fr":"…"`."""
    if len(texts) == 2:  # noqa: PLR2004  # nearly all are in two, and lists are long
        (first, one), (second, other) = texts
        one, other = encode_basestring(one), encode_basestring(other)
        return f'"{prefix}{first}":{one},"{prefix}{second}":{other}'
    return ",".join(
        [f'"{prefix}{code}":{encode_basestring(text)}' for code, text in texts]
    )
