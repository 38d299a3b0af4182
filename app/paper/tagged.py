"""A canvas whose pages carry tags: what is a heading, a table, a decoration."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache, lru_cache
from io import BytesIO
from typing import NamedTuple

from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfdoc import (
    PDFDictionary,
    PDFName,
    PDFObjectReference,
    PDFPage,
)
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from app.paper import fonts
from app.paper.characters import visible
from app.paper.direction import unshaped, visual
from app.paper.embedding import Embedding
from app.paper.file import stream, written
from app.paper.fonts import Weight
from app.paper.metadata import (
    Facts,
    Relation,
    attach,
    cleaned,
    file_specification,
    set_identifier,
    set_info,
    xmp,
)
from app.paper.navigation import Navigation, Rectangle
from app.paper.structure import Element, Structure
from app.paper.text import Style, width

_A4 = (595.28, 841.89)
#: How wide a pen draws, in points.
_PEN = 1.1
_HEADINGS = ("H1", "H2")


class Placed(NamedTuple):
    """A line of text and where its baseline begins, in points from below left."""

    x: float
    y: float
    text: str
    style: Style


@cache
def _ink(colour: str) -> str:
    """Return '#0b5c5a' as the three numbers of a PDF colour."""
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return " ".join(f"{part:.3g}" for part in parts)


@lru_cache(maxsize=64)
def _rounded(box: tuple[float, float, float, float], radius: float) -> str:
    """Return the path of a box (x, y, width, height) with round corners."""
    path: list[str] = []
    PDFPathObject(code=path).roundRect(*box, radius)
    return " ".join(path)


@lru_cache(maxsize=8192)
def _drawn(text: str) -> str:
    """Return the characters that are drawn for a text, in the order they are seen."""
    return visual(visible(text))


class TaggedCanvas(Canvas):  # type: ignore[misc]  # reportlab ships no types
    """Draws pages and grows the tree of their structure beside them.

    Coordinates are points from the page's lower left corner. The same calls
    give the same bytes.
    """

    def __init__(
        self,
        facts: Facts,
        size: tuple[float, float] = _A4,
        structure: type[Structure] = Structure,
    ) -> None:
        """Begin the first page of a document of that size, A4 by default."""
        self.facts = cleaned(facts)
        fonts.font(Weight.REGULAR.value)
        super().__init__(
            BytesIO(),
            pagesize=size,
            pageCompression=1,
            invariant=1,
            pdfVersion=(1, 7),
            initialFontName=Weight.REGULAR.value,
            lang=self.facts.language,
        )
        set_info(self._doc, self.facts)
        self._fonts = Embedding(self._doc)
        self.width, self.height = size
        self._files: dict[str, PDFObjectReference] = {}
        self._digest = hashlib.sha256(repr(self.facts).encode())
        self.structure = structure()
        self._navigation = Navigation(self._doc, self.structure)

    def element(
        self,
        tag: str,
        parent: Element | None = None,
        language: str = "",
        attributes: str = "",
    ) -> Element:
        """Add a structure element under its parent, the document by default."""
        return self.structure.element(
            tag, parent or self.structure.root, language, attributes
        )

    def draw(self, element: Element | None, lines: Iterable[Placed]) -> None:
        """Draw lines as the element's content; None is a decoration."""
        lines = list(lines)
        if element is None:
            begin = "/Artifact BMC"
        else:
            begin = f"/{element.tag}<</MCID {self.structure.mark(element)}>>BDC"
            self._point(element, lines)
        code = [begin, "BT"]
        font = colour = ""
        for x, y, text, style in lines:
            if style.colour != colour:
                colour = style.colour
                code.append(f"{_ink(colour)} rg")
            code.append(f"1 0 0 1 {x:.2f} {y:.2f} Tm")
            for resource, codes in self._fonts.encoded(_drawn(text), style.weight):
                wanted = f"{resource} {style.size:g} Tf"
                if wanted != font:
                    font = wanted
                    code.append(font)
                code.append(f"<{codes}>Tj")
        self._code += [*code, "ET", "EMC"]

    def _point(self, element: Element, lines: list[Placed]) -> None:
        """Let headings be found, and links be followed."""
        if element.tag in _HEADINGS and lines:
            title = unshaped(visible("".join(line.text for line in lines)))
            self._navigation.bookmark(title, lines[0].y + lines[0].style.leading)
        for x, y, text, style in lines if element.target else ():
            bottom = y + style.baseline - style.leading
            box = (x, bottom, x + width(text, style), bottom + style.leading)
            self._annotationrefs.append(self._navigation.link(element, box))

    def signature(self, element: Element, box: Rectangle) -> None:
        """Make a box (left, bottom, right, top) the field that is signed, unsigned."""
        self._annotationrefs.append(self._navigation.signature(element, box))

    @contextmanager
    def decoration(self) -> Iterator[None]:
        """Mark what is drawn inside as no part of the text."""
        self._code.append("/Artifact BMC")
        yield
        self._code.append("EMC")

    def fill(self, box: tuple[float, float, float, float], colour: str) -> None:
        """Fill a box (x, y, width, height)."""
        x, y, width, height = box
        with self.decoration():
            self._code.append(
                f"{_ink(colour)} rg {x:.2f} {y:.2f} {width:.2f} {height:.2f} re f"
            )

    def fill_round(
        self, box: tuple[float, float, float, float], radius: float, colour: str
    ) -> None:
        """Fill a box (x, y, width, height) with round corners."""
        with self.decoration():
            self._code.append(f"{_ink(colour)} rg {_rounded(box, radius)} f")

    def picture(
        self, element: Element, box: tuple[float, float, float, float], content: bytes
    ) -> None:
        """Draw a PNG in a box (x, y, width, height) as the element's content."""
        self._digest.update(content)
        mark = self.structure.mark(element)
        self._code.append(f"/{element.tag}<</MCID {mark}>>BDC")
        self.drawImage(ImageReader(BytesIO(content)), *box)
        self._code.append("EMC")

    def strokes(
        self,
        element: Element,
        lines: Iterable[Iterable[tuple[float, float]]],
        colour: str,
    ) -> None:
        """Draw a pen's lines through points as the element's content, as vectors."""
        mark = self.structure.mark(element)
        self._code.append(f"/{element.tag}<</MCID {mark}>>BDC")
        self._code.append(f"q {_ink(colour)} RG {_PEN:.2f} w 1 J 1 j")
        for points in lines:
            steps = [f"{x:.2f} {y:.2f}" for x, y in points]
            # A line to where it began makes a dot of a point.
            first, *others = steps
            self._code.append(f"{first} m {' l '.join(others or [first])} l S")
        self._code += ["Q", "EMC"]

    def attach(self, name: str, mime: str, relation: Relation, data: bytes) -> None:
        """Let a file travel inside the document, under a name of its own."""
        self._digest.update(data)
        self._files[name] = file_specification(
            self._doc, name, mime, relation, data, self.facts.day
        )

    def next_page(self) -> None:
        """Finish the page and begin another."""
        self.showPage()
        self.structure.next_page()

    def finish(self) -> bytes:
        """Finish the last page and return the document."""
        self.showPage()
        document, catalog = self._doc, self._doc.Catalog
        for number, page in enumerate(document.Pages.pages):
            self._finish_page(page, number)
        pages = [
            document.Reference(page).format(document).decode()
            for page in document.Pages.pages
        ]
        tree = self.structure.written(pages, document.objectcounter + 1)
        document.objectcounter += len(tree)
        catalog.StructTreeRoot = f"{tree[0].number} 0 R".encode()
        self._navigation.write(pages)
        catalog.MarkInfo = PDFDictionary({"Marked": "true"})
        catalog.ViewerPreferences = PDFDictionary({"DisplayDocTitle": "true"})
        catalog.Metadata = xmp(self.facts)
        attach(document, self._files)
        self._fonts.write()
        # Taken over its pages and files.
        set_identifier(document, self._digest.hexdigest()[:32])
        return written(document, tree)

    def _finish_page(self, page: PDFPage, number: int) -> None:
        """Compress a page's content and tie it to the structure tree."""
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents = number
        page.Tabs = PDFName("S")
        content = page.stream.encode("ascii")
        self._digest.update(content)
        # Left to itself reportlab would write it as text (ASCII85) too.
        page.Contents = self._doc.Reference(stream(b"", content), f"page {number}")
