"""The typefaces of the paper: which one has a character, and how wide it is."""

from __future__ import annotations

import unicodedata
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files
from io import BytesIO
from itertools import groupby
from threading import Lock
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont


class Weight(StrEnum):
    """The two weights of the one family; the values name their files."""

    REGULAR = "IBMPlexSans-Regular"
    SEMIBOLD = "IBMPlexSans-SemiBold"


#: They hold what the family lacks: symbols and most scripts, then Chinese and
#: Japanese.
_FALLBACKS = ("DejaVuSans", "DroidSansFallbackFull")
_LOADING = Lock()


@cache
def _load(name: str) -> Any:  # noqa: ANN401 - reportlab ships no types
    """Read a font file."""
    data = (files("resources") / "fonts" / f"{name}.ttf").read_bytes()
    font = TTFont(name, BytesIO(data), asciiReadable=True)
    pdfmetrics.registerFont(font)
    return font


def font(name: str) -> Any:  # noqa: ANN401 - reportlab ships no types
    """Return the reportlab font of that name, loaded once."""
    with _LOADING:
        return _load(name)


def _chain(weight: Weight) -> tuple[str, ...]:
    """Return the names of the fonts to try, in their order."""
    return (weight.value, *_FALLBACKS)


def _holder(char: str, weight: Weight) -> str:
    """Return the name of the first font that has the character, or ''."""
    code = ord(char)
    return next(
        (name for name in _chain(weight) if code in font(name).face.charToGlyph), ""
    )


def has(char: str) -> bool:
    """Tell whether any font has the character."""
    return bool(_holder(char, Weight.REGULAR))


class _Glyphs(dict[str, tuple[str, float]]):
    """Character -> the font that draws it and its width in 1/1000 em."""

    def __init__(self, weight: Weight) -> None:
        """Begin with none known."""
        super().__init__()
        self._weight = weight

    def __missing__(self, char: str) -> tuple[str, float]:
        """Look a character up that has not come up before."""
        name = _holder(char, self._weight) or self._weight.value
        self[char] = glyph = name, font(name).face.getCharWidth(ord(char))
        return glyph


_GLYPHS = {weight: _Glyphs(weight) for weight in Weight}


@lru_cache(maxsize=8192)
def width(text: str, weight: Weight) -> float:
    """Return how wide the text runs, in 1/1000 em."""
    glyphs = _GLYPHS[weight]
    return sum(glyphs[char][1] for char in text)


@lru_cache(maxsize=8192)
def runs(text: str, weight: Weight) -> tuple[tuple[str, str], ...]:
    """Split the text into (font name, part); a mark stays with its letter."""
    glyphs = _GLYPHS[weight]
    names: list[str] = []
    for char in text:
        name = glyphs[char][0]
        if names and unicodedata.combining(char):
            name = names[-1] if ord(char) in font(names[-1]).face.charToGlyph else name
        names.append(name)
    chars = zip(names, text, strict=True)
    return tuple(
        (name, "".join(char for _, char in part))
        for name, part in groupby(chars, key=lambda pair: pair[0])
    )
