"""The fonts inside a document: of each the subsets that its texts use."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import copy
from functools import cache, lru_cache
from threading import Lock
from typing import Any, Final, NamedTuple

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObjectReference
from reportlab.pdfbase.ttfonts import (
    FF_NONSYMBOLIC,
    FF_SYMBOLIC,
    SUBSETN,
    makeToUnicodeCMap,
)

from app.paper.direction import unshaped
from app.paper.file import stream
from app.paper.fonts import Weight, font, runs

#: Embedded in every document in this order, so that nearly all documents share
#: one subset of each weight, made and compressed once.
_REPERTOIRE: Final = (
    "".join(map(chr, range(0x20, 0x7F)))
    + "ÀÂÄÇÈÉÊËÎÏÔÖÙÛÜàâäçèéêëîïôöùûüÿßñáíóúŒœÆæ"
    + "\u00a0«»‘’“”„…–—·•×−±°²³µ§€£©®™½¼¾→″′≤≥"
)
#: Of 9: it is compressed once, and then used again and again.
_MOST: Final = 9
_CUTTING: Final = Lock()
_WEIGHTS: Final = frozenset(weight.value for weight in Weight)


@cache
def _begun(name: str) -> Any:  # noqa: ANN401 - reportlab ships no types
    """Return how a weight's subsets begin: with the repertoire."""
    face, nobody = font(name), PDFDocument()
    face.splitString(_REPERTOIRE, nobody)
    return face.state.pop(nobody)


@lru_cache(maxsize=8192)
def _shared(text: str, weight: Weight) -> str:
    """Return a text's codes, the same in all documents; '' where they are not."""
    codes = _begun(weight.value).assignments
    # reportlab draws a no-break space as a space.
    found = [codes.get(32 if char == "\u00a0" else ord(char), -1) for char in text]
    return "" if -1 in found else bytes(found).hex()


class _Subset(NamedTuple):
    """What a file says of up to 256 characters of a font.

    `font` and `descriptor` are insides of dictionaries that lack the references to
    the others.
    """

    font: str
    descriptor: str
    file: bytes
    characters: bytes


@lru_cache(maxsize=64)
def _subset(name: str, number: int, codes: tuple[int, ...]) -> _Subset:
    """Cut a font down to these code points; nearly all documents have the same."""
    face = font(name).face
    base = (SUBSETN(number) + b"+" + face.name + face.subfontNameX).decode("latin-1")
    # A face reads its file through one position: one at a time.
    with _CUTTING:
        data = face.makeSubset(list(codes))
    widths = " ".join(f"{face.getCharWidth(code):g}" for code in codes)
    box = " ".join(f"{edge:g}" for edge in face.bbox)
    return _Subset(
        font=(
            f"/Type/Font/Subtype/TrueType/BaseFont/{base}/FirstChar 0"
            f"/LastChar {len(codes) - 1}/Widths[{widths}]"
        ),
        descriptor=(
            f"/Type/FontDescriptor/FontName/{base}"
            f"/Flags {face.flags & ~FF_NONSYMBOLIC | FF_SYMBOLIC}/FontBBox[{box}]"
            f"/ItalicAngle {face.italicAngle:g}/Ascent {face.ascent:g}"
            f"/Descent {face.descent:g}/CapHeight {face.capHeight:g}"
            f"/StemV {face.stemV:g}/MissingWidth {face.defaultWidth:g}"
        ),
        file=stream(b"/Length1 %d" % len(data), data, _MOST),
        characters=stream(b"", _characters(base, codes), _MOST),
    )


def _characters(base: str, codes: tuple[int, ...]) -> bytes:
    """Return what is copied and searched for each glyph: the letter that was typed."""

    def letter(found: re.Match[str]) -> str:
        seen = chr(int(found[1], 16))
        return f"> <{unshaped(seen).encode('utf-16-be').hex().upper()}>"

    written: str = makeToUnicodeCMap(base, codes)
    return re.sub(r"> <([0-9A-F]{4})>", letter, written).encode()


class Embedding:
    """The fonts of one document, each under the name that its pages know."""

    def __init__(self, document: PDFDocument) -> None:
        """Begin without any."""
        self._document = document
        self._names: dict[str, str] = {}

    def encoded(self, text: str, weight: Weight) -> Iterator[tuple[str, str]]:
        """Yield (font resource, hexadecimal string) for each part of the text."""
        if codes := _shared(text, weight):
            yield self._resource(weight.value, 0), codes
            return
        for name, part in runs(text, weight):
            for number, parted in self._parted(name, part):
                yield self._resource(name, number), parted.hex()

    def write(self) -> None:
        """Write what was used into the document."""
        held = self._document.idToObject["BasicFonts"].dict
        for name in self._names:
            state = font(name).state.pop(self._document, None) or _begun(name)
            for number, codes in enumerate(state.subsets):
                resource = self._resource(name, number).removeprefix("/")
                subset = _subset(name, number, tuple(codes))
                held[resource] = self._written(resource, subset)

    def _resource(self, name: str, number: int) -> str:
        """Return what pages call a subset of a font."""
        known = self._names.setdefault(name, f"/F{len(self._names) + 1}")
        return f"{known}+{number}"

    def _parted(self, name: str, text: str) -> list[tuple[int, bytes]]:
        """Return (number of a subset, codes) for each part of the text."""
        face = font(name)
        if name in _WEIGHTS and self._document not in face.state:
            state = copy(_begun(name))
            state.assignments = dict(state.assignments)
            state.subsets = [list(subset) for subset in state.subsets]
            face.state[self._document] = state
        parted: list[tuple[int, bytes]] = face.splitString(text, self._document)
        return parted

    def _written(self, resource: str, subset: _Subset) -> PDFObjectReference:
        """Register a subset's objects; return the reference to the font."""
        file = self._object(subset.file, f"file of {resource}")
        characters = self._object(subset.characters, f"characters of {resource}")
        about = f"<<{subset.descriptor}/FontFile2 {file}>>"
        descriptor = self._object(about.encode(), f"descriptor of {resource}")
        ends = f"/Name/{resource}/ToUnicode {characters}/FontDescriptor {descriptor}"
        content = f"<<{subset.font}{ends}>>".encode()
        return self._document.Reference(content, resource)

    def _object(self, content: bytes, name: str) -> str:
        """Register an object and return the reference to it."""
        reference = self._document.Reference(content, name)
        written: bytes = reference.format(self._document)
        return written.decode()
