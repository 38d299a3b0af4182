"""The typefaces of the paper: which one has a character, and how wide it is."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from copy import copy
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files
from io import BytesIO
from itertools import groupby
from threading import Lock
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFDocument, PDFTrueTypeFont
from reportlab.pdfbase.ttfonts import TTFont

from app.paper.file import stream


class Weight(StrEnum):
    """The two weights of the one family; the values name their files."""

    REGULAR = "IBMPlexSans-Regular"
    SEMIBOLD = "IBMPlexSans-SemiBold"


#: They hold what the family lacks: symbols and most scripts, then Chinese and
#: Japanese.
_FALLBACKS = ("DejaVuSans", "DroidSansFallbackFull")
#: Embedded in every document in this order, so that nearly all documents share
#: one subset of each weight, made and compressed once.
_REPERTOIRE = (
    "".join(map(chr, range(0x20, 0x7F)))
    + "ÀÂÄÇÈÉÊËÎÏÔÖÙÛÜàâäçèéêëîïôöùûüÿßñáíóúŒœÆæ"
    + "\u00a0«»‘’“”„…–—·•×−±°²³µ§€£©®™½¼¾→″′≤≥"
)
_LOADING = Lock()
_EMBEDDING = Lock()


@cache
def _load(name: str) -> Any:  # noqa: ANN401 - reportlab ships no types
    """Read a font file; its subsets are kept, for most documents share them."""
    data = (files("resources") / "fonts" / f"{name}.ttf").read_bytes()
    font = TTFont(name, BytesIO(data), asciiReadable=True)
    make = font.face.makeSubset
    kept = lru_cache(maxsize=32)(make)
    font.face.makeSubset = lambda subset: kept(tuple(subset))
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


@cache
def _begun(weight: Weight) -> Any:  # noqa: ANN401 - reportlab ships no types
    """Return how a weight's subset begins: with the repertoire."""
    face, nobody = font(weight.value), PDFDocument()
    face.splitString(_REPERTOIRE, nobody)
    return face.state.pop(nobody)


def begin(document: PDFDocument) -> None:
    """Give the document the repertoire that all documents share."""
    for weight in Weight:
        state = copy(_begun(weight))
        state.assignments = dict(state.assignments)
        state.subsets = [list(subset) for subset in state.subsets]
        font(weight.value).state[document] = state


@lru_cache(maxsize=8192)
def _shared(text: str, weight: Weight) -> str:
    """Return a text's codes, the same in all documents; '' where they are not."""
    codes = _begun(weight).assignments
    # reportlab draws a no-break space as a space.
    found = [codes.get(32 if char == "\u00a0" else ord(char), -1) for char in text]
    return "" if -1 in found else bytes(found).hex()


def encoded(
    text: str, weight: Weight, document: PDFDocument
) -> Iterator[tuple[str, str]]:
    """Yield (font resource, hexadecimal string) for each part of the text."""
    if codes := _shared(text, weight):
        yield font(weight.value).getSubsetInternalName(0, document), codes
        return
    for name, part in runs(text, weight):
        face = font(name)
        for subset, codes in face.splitString(part, document):
            yield face.getSubsetInternalName(subset, document), codes.hex()


@lru_cache(maxsize=64)
def _array(numbers: tuple[float, ...]) -> bytes:
    """Write an array of widths, which are the same in most documents."""
    return f"[{' '.join(f'{number:g}' for number in numbers)}]".encode()


@lru_cache(maxsize=64)
def _stream(data: bytes, facts: bytes) -> bytes:
    """Write a font file or a character map, which come again and again."""
    return stream(facts, data)


def embed(document: PDFDocument) -> None:
    """Write the fonts that the document used into it."""
    # A face reads its file through one position: one document at a time.
    with _EMBEDDING:
        for each in document.delayedFonts:
            each.addObjects(document)
    document.delayedFonts.clear()
    for name, thing in document.idToObject.items():
        if isinstance(thing, PDFTrueTypeFont):
            thing.Widths = _array(tuple(thing.Widths.sequence))
        elif name.startswith("fontFile:"):
            facts = b"/Length1 %d" % len(thing.content)
            document.idToObject[name] = _stream(thing.content, facts)
        elif name.startswith("toUnicodeCMap:"):
            document.idToObject[name] = _stream(thing.content.encode(), b"")
