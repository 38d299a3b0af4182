"""The open quotes that a list would price differently, in a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from app.domain.affected import Affected
from app.domain.money import Amount
from app.wording import PAID
from i18n import Language

_MOST_NAMED: Final = 5
#: So many letters tell whose quote it is.
_LONGEST: Final = 40


def moved_sentence(quotes: Sequence[Affected], language: Language) -> str:
    """Name the quotes with the total that moves; nothing where none is moved."""
    if not quotes:
        return ""
    said = language.ngettext(
        "{count} open quote would price differently and keeps its prices: {quotes}",
        "{count} open quotes would price differently and keep their prices: {quotes}",
        len(quotes),
    )
    named = [_named(each, language) for each in quotes[:_MOST_NAMED]]
    if len(quotes) > _MOST_NAMED:
        named.append("…")
    return said.format(count=language.number(len(quotes)), quotes=" · ".join(named))


def _named(quote: Affected, language: Language) -> str:
    """Name one quote, before and after."""
    before, after = (_money(each, language) for each in (quote.before, quote.after))
    words = language.gettext(PAID[quote.paid])
    figures = words.format(amount=f"{before} → {after}")
    customer = quote.customer[:_LONGEST].rstrip()
    cut = "…" if len(quote.customer) > _LONGEST else ""
    return f"{quote.number} {customer}{cut} ({figures})"


def _money(amount: Amount | None, language: Language) -> str:
    """Write money; a dash for what cannot be had."""
    return "–" if amount is None else language.money(amount)
