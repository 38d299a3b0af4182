"""Small documents for the tests of the paper."""

from __future__ import annotations

from datetime import date

from app.paper.fonts import Weight
from app.paper.metadata import Facts
from app.paper.tagged import Placed, TaggedCanvas
from app.paper.text import Style

BODY = Style(9, 12, "#17202a")
BOLD = Style(9, 12, "#17202a", Weight.SEMIBOLD)
FACTS = Facts(
    title="Offre <1> & l’été",
    author="Ardenne & Co",
    subject="Essai",
    program="WaaS Quotes 0.1.0",
    language="fr-BE",
    day=date(2026, 11, 22),
)


def canvas() -> TaggedCanvas:
    """Return an empty canvas."""
    return TaggedCanvas(FACTS)


def one_line(text: str, style: Style = BODY) -> bytes:
    """Return a document of one line."""
    sheet = canvas()
    sheet.draw(sheet.element("P"), [Placed(42, 700, text, style)])
    return sheet.finish()
