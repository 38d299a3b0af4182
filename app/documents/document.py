"""A document of finished strings: nothing in it is computed or looked up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

from app.documents.attachment import Attachment

#: One text for each language of the edition, or a single one that serves all.
Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PartyBox:
    """A small heading with lines under it; the first line stands out if `named`.

    `links` has, beside the text of a line, the address it leads to.
    """

    heading: Words
    lines: tuple[Words, ...]
    named: bool = True
    links: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """An amount and what it is."""

    label: Words
    amount: Words
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Headline:
    """The one number, what it is per, and what it buys; other figures beside it.

    Without a number (`amount` is empty) `per` is a sentence that stands for it.
    """

    amount: Words
    per: Words
    buys: Words
    figures: tuple[Figure, ...]


class Tone(Enum):
    """How a line is said: part of the price, along with another, or outside it."""

    STRONG = "strong"
    PLAIN = "plain"
    QUIET = "quiet"


@dataclass(frozen=True, slots=True, kw_only=True)
class TableItem:
    """One line of a table; `indented` under the pack it belongs to."""

    name: Words
    quantity: Words
    unit: Words
    amount: Words
    details: tuple[Words, ...] = ()
    indented: bool = False
    tone: Tone = Tone.STRONG


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """What one party invoices in one way: a table of four columns and totals.

    A `dense` one is a long list of figures, its lines close together.
    """

    heading: Words
    aside: Words
    columns: tuple[Words, Words, Words, Words]
    items: tuple[TableItem, ...]
    totals: tuple[Figure, ...]
    remarks: tuple[Words, ...] = ()
    dense: bool = False


@dataclass(frozen=True, slots=True)
class Particular:
    """What a form says under a label; without any line it is to be filled in."""

    label: Words
    lines: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Particulars:
    """One block of a form."""

    heading: Words
    entries: tuple[Particular, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TermOffer:
    """One term: `share` of the highest monthly rate, 0 to 1; 0 if not offered."""

    heading: Words
    figures: Words
    chosen: bool
    share: Decimal


@dataclass(frozen=True, slots=True)
class Comparison:
    """The terms beside one another."""

    heading: Words
    aside: Words
    terms: tuple[TermOffer, ...]


@dataclass(frozen=True, slots=True)
class Clause:
    """One condition under its catchword."""

    label: Words
    text: Words


@dataclass(frozen=True, slots=True)
class Conditions:
    """The conditions in plain words."""

    heading: Words
    clauses: tuple[Clause, ...]


@dataclass(frozen=True, slots=True)
class Signed:
    """What stands in the fields: texts, then a drawing, and what is said under it.

    The drawing has points in widths of a box so many widths high; `drawing` says
    what it is to those who do not see it.
    """

    values: tuple[Words, ...]
    strokes: tuple[tuple[tuple[float, float], ...], ...]
    height: float
    drawing: Words
    remarks: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Acceptance:
    """Where the customer signs: what is agreed to, and three or four fields.

    Nothing stands in them yet, unless it was `signed`.
    """

    heading: Words
    text: Words
    fields: tuple[Words, ...]
    signed: Signed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """The whole paper; `languages` are tags such as `fr-BE`, `day` is its date.

    `name`, `author`, `subject` and `program` are what the file says of itself;
    `notices` are repeated on every page, and so are `footer` and `running`.
    """

    languages: tuple[str, ...]
    day: date
    name: str
    author: str
    subject: str
    program: str
    issuer: Words
    title: Words
    number: Words
    dates: tuple[Words, ...]
    notices: tuple[Words, ...]
    running: Words
    footer: tuple[Words, ...]
    topic: Words
    parties: tuple[PartyBox, ...]
    headline: Headline | None
    warnings: tuple[Words, ...]
    sections: tuple[Section, ...]
    comparison: Comparison | None
    conditions: Conditions
    acceptance: Acceptance | None
    attachments: tuple[Attachment, ...]
    accent: str
    #: The issuer's picture, an opaque PNG; none where it has none.
    logo: bytes = b""
    #: How many pages of another paper stand before its first.
    after: int = 0
    #: The blocks of a form, two side by side.
    particulars: tuple[Particulars, ...] = ()
