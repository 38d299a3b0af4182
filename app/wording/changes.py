"""A cell of a price list as people write it, before or after a change."""

from __future__ import annotations

from datetime import date
from decimal import Decimal, InvalidOperation

from app.domain.money import UnitPrice
from app.domain.price_changes import CellChange
from app.wording.values import value_words
from i18n import Language


def cell_text(cell: CellChange, text: str, currency: str, language: Language) -> str:
    """Write amounts as money, days as days, nothing as a dash, any other as it is.

    Where the list changed its currency, amounts are numbers alone.
    """
    if not text:
        return "–"
    if cell.is_day:
        return language.day(date.fromisoformat(text))
    if not cell.is_amount:
        return value_words(cell.column, text, language)
    try:
        number = Decimal(text)
        if not cell.comparable:
            return language.number(number)
        return language.money(UnitPrice.of(number, currency))
    except (ValueError, InvalidOperation):
        return text
