"""What somebody typed that the paper can only show as a code."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from app.domain.problems import Problems, warning
from app.paper.characters import undrawn
from app.use_cases.pricing import PricedQuote

#: So much of a text names it.
_NAMING: Final = 60


def texts_undrawn(quote: PricedQuote, codes: Sequence[str]) -> Problems:
    """Warn of each text in these languages that holds signs of no typeface, once."""
    found = ((text, undrawn(text)) for text in dict.fromkeys(_texts(quote, codes)))
    return tuple(
        warning("signs_undrawn", text=_named(text), signs=" ".join(signs))
        for text, signs in found
        if signs
    )


def _named(text: str) -> str:
    """Return so much of a text as names it."""
    return text if len(text) <= _NAMING else f"{text[:_NAMING]}…"


def _texts(quote: PricedQuote, codes: Sequence[str]) -> Iterator[str]:
    """Yield what the paper says in words that somebody typed."""
    proposal = quote.quote.proposal
    who = proposal.customer
    yield from (who.name, who.contact, who.street, who.city)
    yield from (proposal.title, proposal.reference, proposal.seller)
    yield proposal.delivery_address
    for line in quote.offer.lines:
        contents = (name for name, _ in line.contents)
        for text in (line.name, line.description, *contents, *line.replaces):
            yield from (text.best(code) for code in codes)
    for each in proposal.subscriptions:
        yield from (each.name, each.licence_delivery)
