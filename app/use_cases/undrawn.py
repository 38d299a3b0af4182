"""What somebody typed that the paper can only show as a code."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.problems import Problems, warning
from app.paper.characters import undrawn
from app.use_cases.pricing import PricedQuote


def texts_undrawn(quote: PricedQuote) -> Problems:
    """Warn of each text that holds signs of no typeface, once a text."""
    found = ((text, undrawn(text)) for text in dict.fromkeys(_texts(quote)))
    return tuple(
        warning("signs_undrawn", text=text, signs=" ".join(signs))
        for text, signs in found
        if signs
    )


def _texts(quote: PricedQuote) -> Iterator[str]:
    """Yield what the paper says in words that somebody typed."""
    proposal = quote.quote.proposal
    who = proposal.customer
    yield from (who.name, who.contact, who.street, who.city)
    yield from (proposal.title, proposal.reference, proposal.seller)
    yield proposal.delivery_address
    for line in quote.offer.lines:
        for text in (line.name, line.description):
            yield from (said for _, said in text.texts)
    for each in proposal.subscriptions:
        yield from (each.name, each.licence_delivery)
