"""A saved quote as the list shows it: finished strings, and what is searched."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from app.domain.choices import Status
from app.domain.listing import ListedQuote
from app.domain.money import Amount
from app.wording.statuses import STATUSES
from i18n import Language
from ui.models.lifecycle_words import TONES
from ui.models.words import folded, money

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
    #: For the partner's eyes alone; '' while a customer looks on.
    commission: str
    monthly: str
    earlier: str
    nested: bool


#: Stands where a quote cannot be read for a moment.
BLANK: Final = QuoteRow(
    name="",
    label="",
    customer="",
    title="",
    status="",
    tone="plain",
    date="",
    valid_until="",
    ends_soon=False,
    term="",
    commission="",
    monthly="",
    earlier="",
    nested=False,
)


def quote_row(
    quote: ListedQuote, earned: Amount | None, language: Language, today: date
) -> QuoteRow:
    """Write a quote for the list, in a language, with what it earns the partner."""
    status, ends = quote.shown(today), quote.ends
    soon = ends is not None and ends - today <= _SOON and status in _OPEN
    return QuoteRow(
        name=quote.name,
        label=quote.label,
        customer=quote.customer,
        title=quote.title,
        status=language.gettext(STATUSES[status]),
        tone=TONES.get(status, "plain"),
        date=language.day(quote.day),
        valid_until=language.day(ends) if ends else "",
        ends_soon=soon,
        term=str(quote.term or ""),
        commission=money(earned, language) if earned else "",
        monthly=money(quote.amount, language),
        earlier="" if quote.newer else _earlier(quote.earlier, language),
        nested=bool(quote.newer),
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
