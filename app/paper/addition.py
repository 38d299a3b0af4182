"""Pages added behind a finished document, whose own bytes stay as they are."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING, Any

from app.paper.file import Trailer, Written, update

if TYPE_CHECKING:
    from pypdf import PdfReader, PdfWriter
    from pypdf.generic import IndirectObject

_LAST_TABLE = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")


class ForeignError(ValueError):
    """A document that this program did not write, or that was cut."""


def pages_of(document: bytes) -> int:
    """Return how many pages a document has; ForeignError where it is none."""
    return len(_read(document).pages)


def with_pages(document: bytes, more: bytes) -> bytes:
    """Return a document with the pages of another behind its own, read in that order.

    The result begins with the very bytes of `document`; both are of this program's
    making. ForeignError where the first is not.
    """
    from pypdf import PdfWriter  # noqa: PLC0415 - see below

    reader, found = _read(document), _LAST_TABLE.search(document)
    if found is None or not _tagged(reader):
        raise ForeignError
    writer = PdfWriter(BytesIO(document), incremental=True)
    old: Any = reader.trailer
    size, root, info = old["/Size"], old.raw_get("/Root"), old.raw_get("/Info")
    _append(writer, _read(more))
    objects = [_object(each) for each in writer.list_objects_in_increment()]
    trailer = Trailer(int(size), root.idnum, info.idnum, int(found[1]))
    return document + update(len(document), objects, trailer)


def _read(document: bytes) -> PdfReader:
    """Return a document as the library reads it; ForeignError where it cannot."""
    # The library is large, and only few papers need it.
    from pypdf import PdfReader  # noqa: PLC0415
    from pypdf.errors import PyPdfError  # noqa: PLC0415

    try:
        return PdfReader(BytesIO(document))
    except PyPdfError as found:
        raise ForeignError from found


def _tagged(reader: PdfReader) -> bool:
    """Tell whether a document has tags to which others can be added."""
    root: Any = reader.root_object
    tree = root.get("/StructTreeRoot", root).get_object()
    if not {"/K", "/ParentTree", "/ParentTreeNextKey"} <= tree.keys():
        return False
    return isinstance(tree["/K"], dict) and "/Nums" in tree["/ParentTree"]


def _append(writer: PdfWriter, more: PdfReader) -> None:
    """Add pages, and their structure as a part of its own."""
    from pypdf.generic import NameObject, NumberObject  # noqa: PLC0415 - see above

    tree: Any = writer.root_object["/StructTreeRoot"]
    added: Any = more.root_object["/StructTreeRoot"]
    first = int(tree["/ParentTreeNextKey"])
    for each in more.pages:
        page: Any = writer.add_page(each)
        # The library leaves it out.
        number = NumberObject(first + int(str(each["/StructParents"])))
        page[NameObject("/StructParents")] = number
        for reference in page.get("/Annots", ()):
            annotation = reference.get_object()
            number = NumberObject(first + int(annotation["/StructParent"]))
            annotation[NameObject("/StructParent")] = number
    part = added["/K"].get_object()
    # Its parent is another from now on; the old tree is not to come along.
    del part["/P"]
    part = part.clone(writer)
    part[NameObject("/S")] = NameObject("/Part")
    part[NameObject("/P")] = tree["/K"].indirect_reference
    tree["/K"]["/K"].append(part.indirect_reference)
    numbers = tree["/ParentTree"]["/Nums"]
    for at, each in enumerate(added["/ParentTree"]["/Nums"]):
        key = at % 2 == 0
        numbers.append(NumberObject(first + each) if key else each.clone(writer))
    last = NumberObject(first + int(added["/ParentTreeNextKey"]))
    tree[NameObject("/ParentTreeNextKey")] = last


def _object(reference: IndirectObject) -> Written:
    """Return an object as it stands in the file."""
    content, thing = BytesIO(), reference.get_object()
    if thing is not None:
        thing.write_to_stream(content)
    return Written(reference.idnum, content.getvalue())
