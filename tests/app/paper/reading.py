"""Reads PDFs back the way other programs do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import pypdfium2
from pypdf import PdfReader


def page_texts(pdf: bytes) -> list[str]:
    """Return the text of each page, lines ending in a newline."""
    document = pypdfium2.PdfDocument(pdf)
    texts = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return [text.replace("\r\n", "\n") for text in texts]


def text_of(pdf: bytes) -> str:
    """Return all the text with single plain spaces."""
    return plain("\n".join(page_texts(pdf)))


def plain(text: str) -> str:
    """Return the text with every space the same."""
    return re.sub(r"\s+", " ", text)


def tight(text: str) -> str:
    """Return the text without any space, as broken lines leave none to rely on."""
    return re.sub(r"\s+", "", text)


def boxes(pdf: bytes) -> list[list[tuple[float, float, float, float]]]:
    """Return the boxes (left, bottom, right, top) of the texts on each page."""
    document = pypdfium2.PdfDocument(pdf)
    found = []
    for page in document:
        text = page.get_textpage()
        found.append([text.get_rect(i) for i in range(text.count_rects())])
    document.close()
    return found


def font_dictionaries(pdf: bytes) -> list[Any]:
    """Return the font dictionaries of every page."""
    pages: Any = PdfReader(BytesIO(pdf)).pages
    return [
        font.get_object()
        for page in pages
        for font in page["/Resources"]["/Font"].values()
    ]


@dataclass
class Node:
    """One element of the structure tree."""

    tag: str
    language: str
    attributes: dict[str, Any]
    alternative: str = ""
    kids: list[Node] = field(default_factory=list)
    marks: list[tuple[int, int]] = field(default_factory=list)

    def walk(self) -> Iterator[Node]:
        """Yield the node and all below it, in reading order."""
        yield self
        for kid in self.kids:
            yield from kid.walk()

    def tagged(self, tag: str) -> list[Node]:
        """Return the nodes of that tag."""
        return [node for node in self.walk() if node.tag == tag]


def structure(pdf: bytes) -> Node:
    """Return the structure tree, after checking that content leads back to it."""
    reader: Any = PdfReader(BytesIO(pdf))
    root = reader.trailer["/Root"]["/StructTreeRoot"]
    pages = {page.indirect_reference.idnum: i for i, page in enumerate(reader.pages)}
    top = root["/K"].get_object()
    tree = _node(top, pages)
    numbers = root["/ParentTree"]["/Nums"]
    back = {numbers[i]: numbers[i + 1] for i in range(0, len(numbers), 2)}
    homes = [int(page["/StructParents"]) for page in reader.pages]
    assert all(page["/Tabs"] == "/S" for page in reader.pages)
    for element, node in zip(_dictionaries(top), tree.walk(), strict=True):
        for number, mark in node.marks:
            assert back[homes[number]][mark].get_object() == element
        for annotation in _annotations(element):
            assert back.pop(annotation["/StructParent"]).get_object() == element
    assert sorted(back) == homes
    marks = sorted(mark for node in tree.walk() for mark in node.marks)
    told = [(n, i) for n, at in enumerate(homes) for i in range(len(back[at]))]
    assert marks == told
    return tree


def _dictionaries(element: Any) -> Iterator[Any]:
    """Yield the dictionaries of an element and all below it."""
    yield element
    for each in element["/K"]:
        kid = each.get_object()
        if isinstance(kid, dict) and "/S" in kid:
            yield from _dictionaries(kid)


def _annotations(element: Any) -> Iterator[Any]:
    """Yield the links and fields that an element holds."""
    for each in element["/K"]:
        kid = each.get_object()
        if isinstance(kid, dict) and kid.get("/Type") == "/OBJR":
            yield kid["/Obj"]


def _node(element: Any, pages: dict[int, int]) -> Node:
    """Read one element."""
    node = Node(
        element["/S"][1:],
        element.get("/Lang", ""),
        dict(element.get("/A", {})),
        element.get("/Alt", ""),
    )
    for each in element["/K"]:
        kid = each.get_object()
        if isinstance(kid, int):
            node.marks.append((pages[element.raw_get("/Pg").idnum], int(kid)))
        elif "/S" in kid:
            assert kid["/P"] == element
            node.kids.append(_node(kid, pages))
        elif kid["/Type"] == "/MCR":
            node.marks.append((pages[kid.raw_get("/Pg").idnum], int(kid["/MCID"])))
    return node
