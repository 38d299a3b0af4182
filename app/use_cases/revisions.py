"""Two revisions of a quote beside each other, each under the prices it keeps."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.lifecycle import exact, named
from app.domain.problems import RefusedError, error
from app.domain.quote_changes import QuoteChanges, quote_changes
from app.use_cases.quotes import Saved, find
from app.use_cases.workplace import Workplace


@dataclass(frozen=True, slots=True)
class Compared:
    """The earlier and the later revision, and what changed between them."""

    before: Saved
    after: Saved
    changes: QuoteChanges


def revisions(workplace: Workplace, name: str) -> tuple[str, ...]:
    """Return the exact label of every revision of a quote, the newest first."""
    number, _ = named(name)
    with workplace.storage.reading() as store:
        return tuple(head.name for head in store.revisions(number))


def compare(workplace: Workplace, name: str, with_: str = "") -> Compared:
    """Compare a revision with another of its quote, else with the one before it.

    RefusedError where there is no such revision, or none before.
    """
    after = find(workplace, name)
    every = revisions(workplace, name)
    at = every.index(exact(after.record.quote.proposal))
    if not with_ and at + 1 == len(every):
        raise RefusedError(error("no_earlier_revision", number=name))
    before = find(workplace, with_ or every[at + 1])
    numbers = {each.record.quote.proposal.number for each in (before, after)}
    if len(numbers) > 1:
        raise RefusedError(error("other_quote", number=name, other=with_))
    changes = quote_changes(before.priced.offer, after.priced.offer)
    return Compared(before, after, changes)
