"""Sizes, colours and the grid of a document."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from app.paper.fonts import Weight
from app.paper.text import Style

INK = "#17202a"
#: The colour that stands out, until a partner has one of its own.
ACCENT = "#0b5c5a"
QUIET = "#5d6b79"
LINE = "#e1e6eb"
ATTENTION = "#a4400b"
ATTENTION_TINT = "#fdeee4"
WHITE = "#ffffff"

#: The grid, in points on an A4 page.
LEFT = 42.0
RIGHT = 553.3
WIDTH = RIGHT - LEFT
TOP = 38.0
GUTTER = 16.0


@dataclass(frozen=True, slots=True)
class Voice:
    """How a text looks in the leading language, and in those beneath it."""

    first: Style
    beneath: Style


def _beneath(style: Style) -> Style:
    """Return the quieter, smaller look of a second language."""
    size = max(round(style.size * 0.83, 1), 6.8)
    return Style(size, size + 2.8, QUIET)


def voice(
    size: float, leading: float, colour: str = INK, weight: Weight = Weight.REGULAR
) -> Voice:
    """Return a look with the one that goes beneath it; sizes in points."""
    style = Style(size, leading, colour, weight)
    return Voice(style, _beneath(style))


BODY = voice(9, 12)
STRONG = voice(9, 12, weight=Weight.SEMIBOLD)
FAINT = voice(9, 12, QUIET)
DETAIL = voice(8, 10.8, QUIET)
LABEL = voice(7.6, 10.5, QUIET)
TITLE = voice(19, 23, weight=Weight.SEMIBOLD)
ISSUER = voice(11.5, 14, weight=Weight.SEMIBOLD)
HEADING = voice(10, 13, weight=Weight.SEMIBOLD)
TOPIC = voice(12, 15, weight=Weight.SEMIBOLD)
PER = voice(11, 14)
TERM = voice(11, 14, weight=Weight.SEMIBOLD)
CLAUSE = voice(8, 11.2)
CATCHWORD = voice(8, 11.2, weight=Weight.SEMIBOLD)
NOTICE = voice(7.6, 10, ATTENTION, Weight.SEMIBOLD)
WARNING = voice(8.4, 11.5, ATTENTION)
RUNNING = voice(7.6, 10, QUIET)
FOOTER = voice(6.9, 9, QUIET)


@cache
def accented(voice: Voice, accent: str) -> Voice:
    """Return the same look in the accent colour."""
    first = voice.first
    return Voice(Style(first.size, first.leading, accent, first.weight), voice.beneath)
