"""Pages that are only looked at: drawn as ever, without what nobody sees."""

from __future__ import annotations

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFStream

from app.paper.file import written
from app.paper.metadata import Facts, set_identifier
from app.paper.structure import Annotation, Element, Loose, Structure
from app.paper.tagged import TaggedCanvas

_NOBODY = "0" * 32


class SketchCanvas(TaggedCanvas):
    """Draws what `TaggedCanvas` draws, in a fraction of the time.

    Its file has neither a tree of elements nor bookmarks, nor files inside.
    """

    def __init__(self, facts: Facts) -> None:
        """Begin the first page."""
        super().__init__(facts, structure=_Untied)

    def finish(self) -> bytes:
        """Finish the last page and return the document."""
        self.showPage()
        document = self._doc
        for page in document.Pages.pages:
            page.Contents = PDFStream(PDFDictionary({}), page.stream.encode("ascii"))
        # Left to itself reportlab would look for some.
        document.Catalog.Outlines = None
        self._fonts.write()
        set_identifier(document, _NOBODY)
        return written(document)


class _Untied(Structure):
    """Counts what is marked on a page; no element learns where it was drawn."""

    def element(
        self, tag: str, parent: Element | None, language: str = "", attributes: str = ""
    ) -> Element:
        """Return an element that is in no tree."""
        return Loose().element(tag, parent, language, attributes)

    def mark(self, element: Element) -> int:
        """Return the number of the element's content on the current page."""
        marks = self._marks[-1]
        marks.append(element)
        return len(marks) - 1

    def annotate(self, element: Element, number: int) -> Annotation:  # noqa: ARG002
        """Return the annotation that is the object of that number."""
        return Annotation(self.page, number)
