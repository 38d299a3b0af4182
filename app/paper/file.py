"""A finished document as a file: small objects packed together and compressed."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from typing import NamedTuple

from reportlab.pdfbase.pdfdoc import PDFDocument, format  # noqa: A004 - its own name

_HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
#: A row of the cross-reference: kind, offset or home, generation or place.
_ROW = struct.Struct(">BIH")
_FREE, _ALONE, _PACKED = 0, 1, 2
_END = b"endstream"


class _Written(NamedTuple):
    """An object's number and what stands in the file for it."""

    number: int
    content: bytes


def written(document: PDFDocument) -> bytes:
    """Return the file; the document is finished and takes nothing more."""
    catalog = document.Reference(document.Catalog).format(document)
    info = document.Reference(document.info).format(document)
    objects = _objects(document)
    streams = [each for each in objects if each.content.endswith(_END)]
    packed = [each for each in objects if not each.content.endswith(_END)]
    home = len(objects) + 1
    rows = {0: (_FREE, 0, 0xFFFF)}
    rows |= {each.number: (_PACKED, home, i) for i, each in enumerate(packed)}
    parts, offset = [_HEAD], len(_HEAD)
    for number, content in (*streams, _Written(home, _pack(packed))):
        rows[number] = _ALONE, offset, 0
        part = b"%d 0 obj\n%b\nendobj\n" % (number, content)
        parts.append(part)
        offset += len(part)
    rows[home + 1] = _ALONE, offset, 0
    trailer = b"/Type/XRef/W[1 4 2]/Size %d/Root %b/Info %b/ID%b" % (
        *(home + 2, catalog, info, document.ID().strip()),
    )
    table = b"".join(_ROW.pack(*rows[number]) for number in sorted(rows))
    parts.append(b"%d 0 obj\n%b\nendobj\n" % (home + 1, stream(trailer, table)))
    parts.append(b"startxref\n%d\n%%%%EOF\n" % offset)
    return b"".join(parts)


def _objects(document: PDFDocument) -> list[_Written]:
    """Write every object; writing one may make others."""
    found: list[_Written] = []
    names, things = document.numberToId, document.idToObject
    while (number := len(found) + 1) in names:
        thing = things[names[number]]
        if not isinstance(thing, bytes):
            thing = format(thing, document, toplevel=1).strip(b"\r\n ")
        found.append(_Written(number, thing))
    return found


def _pack(objects: Iterable[_Written]) -> bytes:
    """Return a stream that holds objects."""
    places, offset, contents = [], 0, []
    for number, content in objects:
        places.append(f"{number} {offset}")
        contents.append(content)
        offset += len(content) + 1
    index = " ".join(places).encode() + b"\n"
    facts = b"/Type/ObjStm/N %d/First %d" % (len(contents), len(index))
    return stream(facts, index + b"\n".join(contents))


def stream(facts: bytes, content: bytes) -> bytes:
    """Return a compressed stream, of which these entries of its dictionary are true."""
    data = zlib.compress(content)
    return b"<<%b/Filter/FlateDecode/Length %d>>\nstream\n%b\nendstream" % (
        *(facts, len(data), data),
    )
