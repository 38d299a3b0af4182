"""The tree of headings, tables and paragraphs that a tagged page carries."""

from __future__ import annotations

from dataclasses import dataclass, field

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFString


@dataclass(slots=True, eq=False)
class Element:
    """One structure element: a tag, and what it holds in reading order.

    `attributes` is the inside of its attribute dictionary (`/O/Table/ColSpan 3`);
    `held` holds elements, and (page, mark) for content, both from 0 up.
    """

    tag: str
    parent: Element | None
    language: str = ""
    attributes: str = ""
    #: What a picture shows, in words.
    alternative: str = ""
    held: list[Element | tuple[int, int]] = field(default_factory=list)


class Structure:
    """Collects elements and the marked content on each page."""

    def __init__(self, document: PDFDocument) -> None:
        """Begin an empty tree for that document."""
        self._document = document
        self._elements: list[Element] = []
        self._marks: list[list[Element]] = [[]]
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
        """Note content of the element on the current page; return its number."""
        marks = self._marks[-1]
        element.held.append((len(self._marks) - 1, len(marks)))
        marks.append(element)
        return len(marks) - 1

    def next_page(self) -> None:
        """Turn to the next page."""
        self._marks.append([])

    def write(self) -> bytes:
        """Register the tree with the document and return its root's reference."""
        # Only what holds something: an empty element says nothing.
        kept = [each for each in self._elements if _holds_content(each)]
        numbers = {
            id(each): self._number(f"element {i}") for i, each in enumerate(kept)
        }
        root = self._number("structure")
        pages = [
            self._document.Reference(page).format(self._document).decode()
            for page in self._document.Pages.pages
        ]
        for i, each in enumerate(kept):
            self._document.idToObject[f"element {i}"] = self._element(
                each, numbers, pages, root
            )
        self._document.idToObject["structure"] = self._root(numbers, len(pages))
        return f"{root} 0 R".encode()

    def _number(self, name: str) -> int:
        """Reserve an object and return its number."""
        self._document.Reference(b"null", name)
        number: int = self._document.idToObjectNumberAndVersion[name][0]
        return number

    def _element(
        self, each: Element, numbers: dict[int, int], pages: list[str], root: int
    ) -> bytes:
        """Return the dictionary of one element."""
        home = next((held[0] for held in each.held if isinstance(held, tuple)), None)
        kids = " ".join(_kid(held, home, numbers, pages) for held in _full(each.held))
        parts = [
            f"/S/{each.tag}/P {numbers[id(each.parent)] if each.parent else root} 0 R",
            f"/K[{kids}]",
            f"/Pg {pages[home]}" if home is not None else "",
            f"/Lang{_string(each.language, self._document)}" if each.language else "",
            f"/A<<{each.attributes}>>" if each.attributes else "",
            self._alternative(each),
        ]
        return f"<<{''.join(parts)}>>".encode()

    def _alternative(self, each: Element) -> str:
        """Return what is read aloud in the place of a picture."""
        if not each.alternative:
            return ""
        return f"/Alt{_string(each.alternative, self._document)}"

    def _root(self, numbers: dict[int, int], pages: int) -> bytes:
        """Return the root with the way back from marked content to elements."""
        by_page = "".join(
            f"{page}[{' '.join(f'{numbers[id(each)]} 0 R' for each in marks)}]"
            for page, marks in enumerate(self._marks[:pages])
        )
        return (
            f"<</Type/StructTreeRoot/K {numbers[id(self.root)]} 0 R"
            f"/ParentTree<</Nums[{by_page}]>>/ParentTreeNextKey {pages}>>"
        ).encode()


def _holds_content(element: Element) -> bool:
    """Tell whether there is any content in the element or below it."""
    return element.parent is None or any(
        isinstance(held, tuple) or _holds_content(held) for held in element.held
    )


def _full(held: list[Element | tuple[int, int]]) -> list[Element | tuple[int, int]]:
    """Leave out the elements without content."""
    return [each for each in held if isinstance(each, tuple) or _holds_content(each)]


def _kid(
    held: Element | tuple[int, int],
    home: int | None,
    numbers: dict[int, int],
    pages: list[str],
) -> str:
    """Return what an element's list of kids says of one of them."""
    if isinstance(held, Element):
        return f"{numbers[id(held)]} 0 R"
    page, mark = held
    return str(mark) if page == home else f"<</Type/MCR/Pg {pages[page]}/MCID {mark}>>"


def _string(text: str, document: PDFDocument) -> str:
    """Return a PDF string."""
    written: bytes = PDFString(text).format(document)
    return written.decode("latin-1")
