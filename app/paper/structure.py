"""The tree of headings, tables and paragraphs that a tagged page carries."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol

from app.paper.file import Written

#: Signs of a string that mean something of their own.
_SPECIAL = re.compile(r"[()\\]")
_ESCAPED = r"\\\g<0>"


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

    def __init__(self) -> None:
        """Begin an empty tree."""
        self._elements: list[Element] = []
        self._marks: list[list[Element]] = [[]]
        self._annotated: list[Element] = []
        self.root = self.element("Document", None)
        #: What holds content in itself or below: the rest says nothing.
        self._full = {self.root}

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
        self._fill(element)
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
        self._fill(element)
        return made

    def next_page(self) -> None:
        """Turn to the next page."""
        self._marks.append([])

    def written(self, pages: list[str], first: int) -> list[Written]:
        """Return the tree as objects numbered from `first` on, which is its root.

        `pages` are the references of the pages.
        """
        kept = [each for each in self._elements if each in self._full]
        numbers = {each: number for number, each in enumerate(kept, first + 1)}
        return [
            Written(first, self._root(numbers, len(pages))),
            *(
                Written(number, _written(each, numbers, pages, first))
                for each, number in numbers.items()
            ),
        ]

    def _fill(self, element: Element) -> None:
        """Note that the element has content, and so all that it is in."""
        above: Element | None = element
        while above is not None and above not in self._full:
            self._full.add(above)
            above = above.parent

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


def _written(
    each: Element, numbers: dict[Element, int], pages: list[str], root: int
) -> bytes:
    """Return the dictionary of one element."""
    home = next((held[0] for held in each.held if isinstance(held, tuple)), None)
    parent = numbers[each.parent] if each.parent else root
    kids = " ".join(_kids(each.held, home, numbers, pages))
    facts = f"/S/{each.tag}/P {parent} 0 R/K[{kids}]"
    if home is not None:
        facts += f"/Pg {pages[home]}"
    if each.language:
        facts += f"/Lang{string(each.language)}"
    if each.attributes:
        facts += f"/A<<{each.attributes}>>"
    if each.alternative:
        facts += f"/Alt{string(each.alternative)}"
    return f"<<{facts}>>".encode("latin-1")


def _kids(
    held: list[Held], home: int | None, numbers: dict[Element, int], pages: list[str]
) -> Iterator[str]:
    """Yield what an element says of each that it holds and that has content."""
    for each in held:
        if isinstance(each, Element):
            if each in numbers:
                yield f"{numbers[each]} 0 R"
        elif isinstance(each, Annotation):
            yield f"<</Type/OBJR/Pg {pages[each.page]}/Obj {each.number} 0 R>>"
        elif each[0] == home:
            yield str(each[1])
        else:
            yield f"<</Type/MCR/Pg {pages[each[0]]}/MCID {each[1]}>>"


def string(text: str) -> str:
    """Return a PDF string."""
    if text.isascii() and text.isprintable():
        return f"({_SPECIAL.sub(_ESCAPED, text)})"
    return f"<FEFF{text.encode('utf-16-be').hex()}>"
