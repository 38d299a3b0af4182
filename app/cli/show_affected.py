"""Open quotes that would price differently, in words and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from app.cli.answer import columns
from app.cli.show_offer import money
from app.domain.affected import Affected
from app.exchange.offer_json import text
from app.wording import PAID
from i18n import Language


def affected_json(quotes: Sequence[Affected]) -> list[dict[str, Any]]:
    """Return the quotes with the total that moves, and how often it is paid."""
    return [
        {
            "number": each.number,
            "customer": each.customer,
            "paid": each.paid.value,
            "before": text(each.before),
            "after": text(each.after),
        }
        for each in quotes
    ]


def affected_lines(quotes: Sequence[Affected], language: Language) -> Iterator[str]:
    """Say which open quotes would price differently."""
    if not quotes:
        return
    yield language.gettext(
        "These open quotes would price differently; none is re-priced:"
    )
    rows = [
        (
            each.number,
            each.customer,
            _figures(each, language),
        )
        for each in quotes
    ]
    yield from (f"  {line}" for line in columns(rows))


def _figures(quote: Affected, language: Language) -> str:
    """Return '110,90 € → 115,10 € a month'."""
    before, after = money(quote.before, language), money(quote.after, language)
    words = language.gettext(PAID[quote.paid])
    return words.format(amount=f"{before} → {after}")
