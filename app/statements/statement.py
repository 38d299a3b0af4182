"""What a paper for the partner says: facts, and tables of typed values.

The paper writes the values as people do; a workbook keeps numbers as numbers.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Sum:
    """So much of a currency."""

    decimal: Decimal
    currency: str


@dataclass(frozen=True, slots=True)
class Rise(Sum):
    """By how much a sum rose, or fell where it is negative: shown with its sign."""


@dataclass(frozen=True, slots=True)
class RiseInPercent:
    """By how many per cent a sum rose, or fell where it is negative."""

    percent: Decimal


#: What a cell holds; None is shown as a dash.
Value = str | int | date | Sum | RiseInPercent | None


@dataclass(frozen=True, slots=True)
class Fact:
    """A value and what it is; the strong ones are what the paper is about."""

    label: str
    value: Value
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column; figures stand at the right."""

    heading: str
    figures: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A value for each column, and for each of the section's keys."""

    values: tuple[Value, ...]
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading over a table; what is said instead of lines, or under them.

    Lines that follow one another with the same keys belong together: on paper
    the keys head them, in a workbook they begin each row.
    """

    heading: str
    aside: str = ""
    keys: tuple[Column, ...] = ()
    columns: tuple[Column, ...] = ()
    lines: tuple[Line, ...] = ()
    total: Fact | None = None
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Maker:
    """Who makes a paper, on which day, and with which program and version."""

    issuer: str
    day: date
    program: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A whole paper; `subject` names in a line what it is about.

    `facts` come in rows, under the title; `signs` are repeated on every page.
    """

    maker: Maker
    title: str
    subject: str
    facts: tuple[tuple[Fact, ...], ...]
    sections: tuple[Section, ...]
    remarks: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()
