"""Open quotes that would price differently, in words and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from app.cli.answer import columns
from app.cli.show_offer import money
from app.exchange.offer_json import text
from app.use_cases.history import Affected
from i18n import Language


def affected_json(quotes: Sequence[Affected]) -> list[dict[str, Any]]:
    """Return the quotes with their monthly rates."""
    return [
        {
            "number": each.number,
            "customer": each.customer,
            "monthly_before": text(each.before),
            "monthly_after": text(each.after),
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
            f"{money(each.before, language)} → {money(each.after, language)}",
        )
        for each in quotes
    ]
    yield from (f"  {line}" for line in columns(rows))
