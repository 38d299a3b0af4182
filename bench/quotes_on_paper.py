"""The quotes whose papers are measured, from one page to very many lines."""

from __future__ import annotations

from dataclasses import replace

from app.documents.content import quote_document
from app.documents.document import Document
from app.domain.catalogue import Catalogue
from app.domain.choices import Edition
from app.domain.pricing import customer_copy
from app.domain.quote import Quote
from app.use_cases.bundled import sample_list, sample_quote
from app.use_cases.export import attachments, inputs, paper
from app.use_cases.pricing import PricedQuote, priced
from app.use_cases.workplace import Workplace

#: The sample's first pack and its options that are no alternatives.
_PACK_WITH_OPTIONS = 5


def of_lines(count: int, desk: Workplace) -> PricedQuote:
    """Return a quote of so many lines (a multiple of five): packs with options."""
    quote = sample_quote()
    pack = quote.proposal.packs[0]
    plain = [option for option in pack.options if not option.alternative_to]
    packs = tuple(
        replace(
            pack,
            id=f"pack{n}",
            options=tuple(
                replace(option, id=f"{option.id}-{n}")
                for option in plain[: _PACK_WITH_OPTIONS - 1]
            ),
        )
        for n in range(count // _PACK_WITH_OPTIONS)
    )
    proposal = replace(
        quote.proposal,
        number="TR-2026-0148",
        packs=packs,
        subscriptions=(),
        partner_services=(),
        special_requests=(),
    )
    made = priced(Quote(proposal=proposal), Catalogue.of([sample_list()]), desk)
    assert len(made.offer.lines) == count, len(made.offer.lines)
    return made


def document_of(quote: PricedQuote, desk: Workplace) -> Document:
    """Return what its French paper says and carries: what every peer is given."""
    mine = paper(quote, Edition.FR, desk, final=True)
    copy = customer_copy(mine.proposal, mine.offer)
    return quote_document(inputs(mine), tuple(attachments(mine, copy)), "bench")
