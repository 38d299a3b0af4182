"""A document as headings, paragraphs and tables: what any program can set."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from app.documents.document import Document, Headline, Section, Words

FONTS = Path(__file__).parents[2] / "resources" / "fonts"
REGULAR, SEMIBOLD = (
    FONTS / "IBMPlexSans-Regular.ttf",
    FONTS / "IBMPlexSans-SemiBold.ttf",
)


@dataclass(frozen=True)
class Heading:
    """A heading, 1 for the title and 2 for the rest."""

    text: str
    level: int = 2


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; `strong` stands out."""

    text: str
    strong: bool = False


@dataclass(frozen=True)
class Table:
    """Rows of four cells, the first one the head; figures at the right."""

    rows: tuple[tuple[str, str, str, str], ...]


Part = Heading | Paragraph | Table


def outline(document: Document) -> Iterator[Part]:
    """Yield a document from top to bottom."""
    yield Heading(_said(document.title), 1)
    for words in (document.issuer, document.number, *document.dates, document.topic):
        yield Paragraph(_said(words))
    for party in document.parties:
        yield Heading(_said(party.heading))
        yield from (Paragraph(_said(line)) for line in party.lines)
    yield from _headline(document.headline)
    for section in document.sections:
        yield Heading(_said(section.heading))
        yield Table(tuple(_rows(section)))
    yield from _closing(document)


def _headline(head: Headline | None) -> Iterator[Part]:
    """Yield the one number and the figures beside it."""
    if head:
        yield Paragraph(f"{_said(head.amount)} {_said(head.per)}", strong=True)
        yield Paragraph(_said(head.buys))
        yield from (Paragraph(_said(f.label + f.amount)) for f in head.figures)


def _closing(document: Document) -> Iterator[Part]:
    """Yield terms, conditions and acceptance."""
    if document.comparison:
        yield Heading(_said(document.comparison.heading))
        for term in document.comparison.terms:
            yield Paragraph(f"{_said(term.heading)} {_said(term.figures)}")
    yield Heading(_said(document.conditions.heading))
    for clause in document.conditions.clauses:
        yield Paragraph(f"{_said(clause.label)} {_said(clause.text)}")
    if document.acceptance:
        yield Heading(_said(document.acceptance.heading))
        yield Paragraph(_said(document.acceptance.text))
        yield from (Paragraph(_said(field)) for field in document.acceptance.fields)
    yield from (Paragraph(_said(words)) for words in document.footer)


def _rows(section: Section) -> Iterator[tuple[str, str, str, str]]:
    """Yield a table's head, lines and totals."""
    first, quantity, unit, amount = map(_said, section.columns)
    yield first, quantity, unit, amount
    for item in section.items:
        name = "\n".join(map(_said, (item.name, *item.details)))
        yield name, _said(item.quantity), _said(item.unit), _said(item.amount)
    for figure in section.totals:
        yield _said(figure.label), "", "", _said(figure.amount)


def _said(words: Words) -> str:
    """Return the words in the one language."""
    return " ".join(words)
