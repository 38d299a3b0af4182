"""A saved quote as the list shows it: finished strings, and what is searched."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from app.ports import QuoteHead
from app.wording.statuses import STATUSES
from i18n import Language
from ui.models.lifecycle_words import TONES
from ui.models.words import folded, money

#: A quote that ends within so many days is worth a look.
_SOON: Final = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class QuoteRow:
    """One line of the list; `searched` is folded for comparing."""

    number: str
    revision: str
    customer: str
    title: str
    status: str
    tone: str
    date: str
    valid_until: str
    ends_soon: bool
    term: str
    monthly: str
    searched: str

    @property
    def label(self) -> str:
        """The number with its revision."""
        return f"{self.number}-{self.revision}" if self.revision else self.number

    def matches(self, words: tuple[str, ...]) -> bool:
        """Tell whether every word, folded, occurs in it."""
        return all(word in self.searched for word in words)


def quote_row(head: QuoteHead, language: Language, today: date) -> QuoteRow:
    """Write a quote for the list, in a language."""
    ends = head.valid_until
    now = head.lifecycle.shown(ends, today)
    status = language.gettext(STATUSES[now])
    searched = (head.number, head.revision, head.customer, head.title, status)
    return QuoteRow(
        number=head.number,
        revision=head.revision,
        customer=head.customer,
        title=head.title,
        status=status,
        tone=TONES.get(now, "plain"),
        date=language.day(head.date),
        valid_until=language.day(ends) if ends else "",
        ends_soon=ends is not None and ends - today <= _SOON,
        term=str(head.term.value) if head.term else "",
        monthly=money(head.monthly, language),
        searched=folded("\n".join(searched)),
    )


def words_of(text: str) -> tuple[str, ...]:
    """Split what was typed into the words that are searched."""
    return tuple(folded(text).split())
