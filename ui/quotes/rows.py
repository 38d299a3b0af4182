"""A saved quote as the list shows it: finished strings, and what is searched."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from app.domain.choices import Status
from app.domain.lifecycle import label, labelled_exactly
from app.wording.statuses import STATUSES
from i18n import Language
from ui.models.lifecycle_words import TONES
from ui.models.words import folded, money
from ui.quotes.listing import Entry

#: A quote that ends within so many days is worth a look.
_SOON: Final = timedelta(days=7)
_OPEN: Final = (Status.DRAFT, Status.PRESENTED)


@dataclass(frozen=True, slots=True)
class QuoteRow:
    """One line of the list; `name` is the label that leads to this very revision."""

    name: str
    label: str
    customer: str
    title: str
    status: str
    tone: str
    date: str
    valid_until: str
    ends_soon: bool
    term: str
    monthly: str
    earlier: str
    nested: bool


def quote_row(entry: Entry, language: Language, today: date) -> QuoteRow:
    """Write a quote for the list, in a language."""
    head, ends = entry.head, entry.head.valid_until
    soon = ends is not None and ends - today <= _SOON and entry.status in _OPEN
    return QuoteRow(
        name=labelled_exactly(head.number, head.revision),
        label=label(head.number, head.revision),
        customer=head.customer,
        title=head.title,
        status=language.gettext(STATUSES[entry.status]),
        tone=TONES.get(entry.status, "plain"),
        date=language.day(head.date),
        valid_until=language.day(ends) if ends else "",
        ends_soon=soon,
        term=str(head.term.value) if head.term else "",
        monthly=money(head.monthly, language),
        earlier=_earlier(entry.earlier, language),
        nested=entry.nested,
    )


def _earlier(count: int, language: Language) -> str:
    """Say how many revisions came before, where any did."""
    if not count:
        return ""
    text = language.ngettext(
        "{count} earlier revision", "{count} earlier revisions", count
    )
    return text.format(count=count)


def status_words(language: Language) -> dict[Status, str]:
    """Return each status in a word, folded: a search may name it too."""
    return {each: folded(language.gettext(word)) for each, word in STATUSES.items()}


def words_of(text: str) -> tuple[str, ...]:
    """Split what was typed into the words that are searched."""
    return tuple(folded(text).split())
