"""The message that takes a quote to the customer, left for people to send."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from app import files
from app.domain.choices import Edition
from app.exchange.mail import Letter, write
from app.use_cases import issuing
from app.use_cases.export import languages_of, named, pdfs, signed_by
from app.use_cases.pricing import PricedQuote
from app.use_cases.quotes import Saved
from app.use_cases.workplace import Workplace

#: Far above any paper of ours.
_MOST_BYTES: Final = 50_000_000


def mail_draft(
    quote: PricedQuote, editions: Sequence[Edition], folder: Path, workplace: Workplace
) -> Path:
    """Write a message with drafts of these editions and return its path.

    RefusedError, and nothing written, where an error keeps it from the customer.
    """
    papers = pdfs(quote, editions, workplace)
    return _mail(quote, papers, folder, workplace, draft=True)


def mail_saved(
    saved: Saved, editions: Sequence[Edition], folder: Path, workplace: Workplace
) -> Path:
    """Write a message with the papers as they were handed over, else with drafts.

    RefusedError as `export` and `issuing.papers` raise it.
    """
    if not saved.record.lifecycle.frozen:
        return mail_draft(saved.priced, editions, folder, workplace)
    kept = issuing.papers(workplace, saved.record, editions)
    papers = {each.language: (each.file_name, each.content) for each in kept}
    return _mail(saved.priced, papers, folder, workplace, draft=False)


def mail_written(
    quote: PricedQuote,
    paths: Mapping[Edition, Path],
    workplace: Workplace,
    *,
    draft: bool,
) -> Path:
    """Write a message with papers that were just written, beside the first."""
    papers = {
        edition: (path.name, files.read(path, _MOST_BYTES))
        for edition, path in paths.items()
    }
    first = next(iter(paths.values()))
    return _mail(quote, papers, first.parent, workplace, draft=draft)


def _mail(
    quote: PricedQuote,
    papers: Mapping[Edition, tuple[str, bytes]],
    folder: Path,
    workplace: Workplace,
    *,
    draft: bool,
) -> Path:
    """Write the message, in every language of its papers."""
    proposal = quote.quote.proposal
    country, partner = proposal.customer.country, workplace.settings.partner
    spoken = (
        each for edition in papers for each in languages_of(edition, country, partner)
    )
    letter = Letter(
        proposal=proposal,
        draft=draft,
        provisional=quote.offer.provisional,
        languages=tuple(dict.fromkeys(spoken)),
        partner=partner,
        seller=signed_by(proposal, workplace.settings),
        papers=tuple(papers.values()),
    )
    name = f"{files.safe_name(named(proposal))}-{'-'.join(papers)}.eml"
    return files.write_beside(folder / name, write(letter))
