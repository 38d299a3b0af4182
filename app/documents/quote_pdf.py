"""From a document of finished strings to the bytes of a tagged PDF."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from app.documents.document import Document
from app.documents.layout.closing import acceptance, conditions
from app.documents.layout.headline import headline
from app.documents.layout.masthead import masthead
from app.documents.layout.particulars import particulars
from app.documents.layout.tables import tables
from app.documents.layout.terms import terms
from app.paper import styles
from app.paper.furniture import Furniture, Repeated, draw, overlong
from app.paper.metadata import Facts
from app.paper.rows import Align, Row
from app.paper.setter import Setter
from app.paper.sketch import SketchCanvas
from app.paper.structure import Loose, Tags
from app.paper.styles import LEFT, WIDTH
from app.paper.table import Column
from app.paper.tagged import TaggedCanvas


def render(document: Document) -> bytes:
    """Return the PDF; the same document gives the same bytes."""
    canvas = TaggedCanvas(_facts(document))
    _draw(document, canvas, canvas)
    for file in document.attachments:
        canvas.attach(file.name, file.mime, file.relation, file.data)
    return canvas.finish()


class Sketch(NamedTuple):
    """A PDF of the first page alone, and how many pages the whole has."""

    content: bytes
    pages: int


def sketch(document: Document) -> Sketch:
    """Return the first page as it looks in the whole, and little else.

    Lines that were set for the sketch before are not set again.
    """
    canvas = SketchCanvas(_facts(document))
    pages = _draw(document, canvas, Loose(), 1)
    return Sketch(canvas.finish(), pages)


def _draw(
    document: Document, canvas: TaggedCanvas, tags: Tags, most: int | None = None
) -> int:
    """Draw so many of the pages; return how many there are."""
    setter = Setter(tags, document.languages, document.accent)
    furniture = Furniture(canvas, _repeated(document))
    return draw(canvas, _rows(document, setter), furniture, most)


def _repeated(document: Document) -> Repeated:
    """Return what every page says."""
    return Repeated(
        document.notices, document.issuer, document.running, document.footer
    )


def _facts(document: Document) -> Facts:
    """Return what the file says about itself."""
    return Facts(
        title=document.name,
        author=document.author,
        subject=document.subject,
        program=document.program,
        language=document.languages[0],
        day=document.day,
    )


def _rows(document: Document, setter: Setter) -> list[Row]:
    """Return the document from top to bottom, in the order it is read."""
    rows = masthead(document, setter)
    if document.headline:
        rows.append(headline(document.headline, setter))
    rows += particulars(document.particulars, setter)
    column = Column(LEFT, WIDTH, Align.LEFT)
    for words in document.warnings:
        cell = setter.cell(words, styles.WARNING, column)
        rows.append(Row(cells=(cell,), gap=9))
    rows += tables(document.sections, setter)
    if document.comparison:
        rows += terms(document.comparison, setter)
    clauses = conditions(document.conditions, setter)
    if document.acceptance:
        # A page with nothing but a signature could belong to any quote.
        clauses[-2:] = [replace(row, keep=True) for row in clauses[-2:]]
        clauses += acceptance(document.acceptance, setter)
    rows += clauses
    for words in overlong(document.footer):
        cell = setter.cell(words, styles.FOOTER, column)
        rows.append(Row(cells=(cell,), gap=20))
    return rows
