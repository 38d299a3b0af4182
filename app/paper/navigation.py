"""What a reader follows or fills in: bookmarks, links, a field to sign in."""

from __future__ import annotations

from dataclasses import dataclass

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObjectReference

from app.paper.structure import Annotation, Element, Structure, string

#: Left, bottom, right and top, in points from the page's lower left corner.
Rectangle = tuple[float, float, float, float]
#: Drawn on paper too.
_PRINTED = 4


@dataclass(frozen=True, slots=True)
class _Bookmark:
    """A heading, the page it stands on, from 0 up, and its upper edge."""

    text: str
    page: int
    top: float


@dataclass(frozen=True, slots=True)
class _Place:
    """An annotation, and its dictionary without its place in the document."""

    annotation: Annotation
    facts: str


class Navigation:
    """Collects them while the pages are drawn."""

    def __init__(self, document: PDFDocument, structure: Structure) -> None:
        """Begin without any."""
        self._document, self._structure = document, structure
        self._bookmarks: list[_Bookmark] = []
        self._places: list[_Place] = []
        self._fields: list[int] = []

    def bookmark(self, text: str, top: float) -> None:
        """Let a heading on the current page be found."""
        self._bookmarks.append(_Bookmark(text, self._structure.page, top))

    def link(self, element: Element, box: Rectangle) -> PDFObjectReference:
        """Let a part of the current page lead to where the element does."""
        target = string(element.target)
        facts = f"/Subtype/Link/Border[0 0 0]/A<</S/URI/URI{target}>>"
        label = string(element.alternative)
        return self._place(element, box, f"{facts}/Contents{label}")

    def signature(self, element: Element, box: Rectangle) -> PDFObjectReference:
        """Make a field of the current page in which the document can be signed."""
        label = string(element.alternative)
        facts = f"/Subtype/Widget/FT/Sig/T(signature)/TU{label}"
        reference = self._place(element, box, facts)
        self._fields.append(self._places[-1].annotation.number)
        return reference

    def _place(
        self, element: Element, box: Rectangle, facts: str
    ) -> PDFObjectReference:
        """Reserve an annotation and tie it to its element."""
        name = f"annotation {len(self._places)}"
        reference = self._document.Reference(b"null", name)
        number = self._document.idToObjectNumberAndVersion[name][0]
        edges = " ".join(f"{edge:.2f}" for edge in box)
        annotation = self._structure.annotate(element, number)
        self._places.append(_Place(annotation, f"{facts}/Rect[{edges}]"))
        return reference

    def write(self, pages: list[str]) -> None:
        """Register them all, once the pages have their references."""
        catalog = self._document.Catalog
        for i, place in enumerate(self._places):
            home = pages[place.annotation.page]
            parts = f"/Type/Annot{place.facts}/F {_PRINTED}/P {home}"
            content = f"<<{parts}/StructParent {len(pages) + i}>>"
            self._document.idToObject[f"annotation {i}"] = content.encode("latin-1")
        if self._fields:
            fields = " ".join(f"{number} 0 R" for number in self._fields)
            catalog.AcroForm = f"<</Fields[{fields}]>>".encode()
        # Left to itself reportlab would look for some.
        catalog.Outlines = self._outline(pages) if self._bookmarks else None

    def _outline(self, pages: list[str]) -> bytes:
        """Register the bookmarks, one after another; return their reference."""
        names = ["outline", *(f"bookmark {i}" for i in range(len(self._bookmarks)))]
        for name in names:
            self._document.Reference(b"null", name)
        numbers = self._document.idToObjectNumberAndVersion
        root, *own = (numbers[name][0] for name in names)
        count = len(own)
        objects = self._document.idToObject
        objects["outline"] = (
            f"<</Type/Outlines/First {own[0]} 0 R/Last {own[-1]} 0 R/Count {count}>>"
        ).encode()
        for i, mark in enumerate(self._bookmarks):
            before = f"/Prev {own[i - 1]} 0 R" if i else ""
            after = f"/Next {own[i + 1]} 0 R" if i + 1 < count else ""
            title = string(mark.text)
            target = f"[{pages[mark.page]} /XYZ null {mark.top:.2f} null]"
            content = f"<</Title{title}/Parent {root} 0 R{before}{after}/Dest{target}>>"
            objects[f"bookmark {i}"] = content.encode("latin-1")
        return f"{root} 0 R".encode()
