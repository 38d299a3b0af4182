"""The tree of headings, tables and paragraphs that a tagged page carries."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFString


@dataclass(frozen=True, slots=True)
class Annotation:
    """A link or a field: the page it is on, from 0 up, and its object's number."""

    page: int
    number: int


@dataclass(slots=True, eq=False)
class Element:
    """One structure element: a tag, and what it holds in reading order.

    `attributes` is the inside of its attribute dictionary (`/O/Table/ColSpan 3`);
    `held` holds elements, (page, mark) for content, both from 0 up, and annotations.
    """

    tag: str
    parent: Element | None
    language: str = ""
    attributes: str = ""
    #: What a picture shows, in words.
    alternative: str = ""
    #: Where a link leads.
    target: str = ""
    held: list[Held] = field(default_factory=list)


Held = Element | Annotation | tuple[int, int]


class Tags(Protocol):
    """Whatever elements come from."""

    def element(
        self,
        tag: str,
        parent: Element | None = None,
        language: str = "",
        attributes: str = "",
    ) -> Element:
        """Add an element at the end of its parent."""
        ...


@dataclass(frozen=True, slots=True)
class Loose:
    """Elements of no document: what is set with them can be drawn time and again."""

    def element(
        self,
        tag: str,
        parent: Element | None = None,  # noqa: ARG002 - it holds none
        language: str = "",
        attributes: str = "",
    ) -> Element:
        """Return an element that is in no tree."""
        return Element(tag, None, language, attributes)


class Structure:
    """Collects elements and the marked content on each page."""

    def __init__(self, document: PDFDocument) -> None:
        """Begin an empty tree for that document."""
        self._document = document
        self._elements: list[Element] = []
        self._marks: list[list[Element]] = [[]]
        self._annotated: list[Element] = []
        self.root = self.element("Document", None)

    def element(
        self, tag: str, parent: Element | None, language: str = "", attributes: str = ""
    ) -> Element:
        """Add an element at the end of its parent."""
        made = Element(tag, parent, language, attributes)
        self._elements.append(made)
        if parent is not None:
            parent.held.append(made)
        return made

    def mark(self, element: Element) -> int:
        """Note content of the element on the current page; return its number.

        It stands before the elements within that have none yet: those follow it.
        """
        marks = self._marks[-1]
        element.held.insert(_drawn(element), (self.page, len(marks)))
        marks.append(element)
        return len(marks) - 1

    @property
    def page(self) -> int:
        """The current page, from 0 up."""
        return len(self._marks) - 1

    def annotate(self, element: Element, number: int) -> Annotation:
        """Let the element hold the annotation that is the object of that number."""
        made = Annotation(self.page, number)
        element.held.append(made)
        self._annotated.append(element)
        return made

    def next_page(self) -> None:
        """Turn to the next page."""
        self._marks.append([])

    def write(self, pages: list[str]) -> bytes:
        """Register the tree with the document and return its root's reference.

        `pages` are the references of the pages.
        """
        kept = self._kept()
        numbers = {each: self._number(f"element {i}") for i, each in enumerate(kept)}
        root = self._number("structure")
        for i, each in enumerate(kept):
            self._document.idToObject[f"element {i}"] = self._element(
                each, numbers, pages, root
            )
        self._document.idToObject["structure"] = self._root(numbers, len(pages))
        return f"{root} 0 R".encode()

    def _kept(self) -> list[Element]:
        """Return what holds content in itself or below: the rest says nothing."""
        full = {self.root}
        # What an element holds was made after it.
        for each in reversed(self._elements):
            if any(not isinstance(held, Element) or held in full for held in each.held):
                full.add(each)
        return [each for each in self._elements if each in full]

    def _number(self, name: str) -> int:
        """Reserve an object and return its number."""
        self._document.Reference(b"null", name)
        number: int = self._document.idToObjectNumberAndVersion[name][0]
        return number

    def _element(
        self, each: Element, numbers: dict[Element, int], pages: list[str], root: int
    ) -> bytes:
        """Return the dictionary of one element."""
        home = next((held[0] for held in each.held if isinstance(held, tuple)), None)
        kids = " ".join(
            _kid(held, home, numbers, pages)
            for held in each.held
            if not isinstance(held, Element) or held in numbers
        )
        parts = [
            f"/S/{each.tag}/P {numbers[each.parent] if each.parent else root} 0 R",
            f"/K[{kids}]",
            f"/Pg {pages[home]}" if home is not None else "",
            f"/Lang{string(each.language, self._document)}" if each.language else "",
            f"/A<<{each.attributes}>>" if each.attributes else "",
            self._alternative(each),
        ]
        return f"<<{''.join(parts)}>>".encode()

    def _alternative(self, each: Element) -> str:
        """Return what is read aloud in the place of a picture."""
        if not each.alternative:
            return ""
        return f"/Alt{string(each.alternative, self._document)}"

    def _root(self, numbers: dict[Element, int], pages: int) -> bytes:
        """Return the root with the way back from marked content to elements."""
        by_page = "".join(
            f"{page}[{' '.join(f'{numbers[each]} 0 R' for each in marks)}]"
            for page, marks in enumerate(self._marks[:pages])
        )
        alone = "".join(
            f" {pages + i} {numbers[each]} 0 R"
            for i, each in enumerate(self._annotated)
        )
        return (
            f"<</Type/StructTreeRoot/K {numbers[self.root]} 0 R"
            f"/ParentTree<</Nums[{by_page}{alone}]>>"
            f"/ParentTreeNextKey {pages + len(self._annotated)}>>"
        ).encode()


def _drawn(element: Element) -> int:
    """Return how much of what the element holds has content, or is some."""
    for i, held in enumerate(element.held):
        if isinstance(held, Element) and not held.held:
            return i
    return len(element.held)


def _kid(
    held: Held,
    home: int | None,
    numbers: dict[Element, int],
    pages: list[str],
) -> str:
    """Return what an element's list of kids says of one of them."""
    if isinstance(held, Element):
        return f"{numbers[held]} 0 R"
    if isinstance(held, Annotation):
        return f"<</Type/OBJR/Pg {pages[held.page]}/Obj {held.number} 0 R>>"
    page, mark = held
    return str(mark) if page == home else f"<</Type/MCR/Pg {pages[page]}/MCID {mark}>>"


def string(text: str, document: PDFDocument) -> str:
    """Return a PDF string."""
    written: bytes = PDFString(text).format(document)
    return written.decode("latin-1")
