"""Values of a statement as people write them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Final

from app.statements.statement import Rise, RiseInPercent, Sum, Value
from i18n import N_, Language

#: Said on every page and every sheet.
PARTNER_ONLY: Final = N_("Partner only – not for customers")
_NOTHING: Final = "–"
_MINUS: Final = "−"


def written(value: Value, language: Language) -> str:
    """Write a value; what rises or falls begins with its sign."""
    if value is None:
        return _NOTHING
    if isinstance(value, Rise):
        size = Sum(abs(value.decimal), value.currency)
        return _sign(value.decimal) + language.money(size)
    if isinstance(value, Sum):
        return language.money(value)
    if isinstance(value, RiseInPercent):
        return _sign(value.percent) + language.percent(abs(value.percent), decimals=1)
    if isinstance(value, date):
        return language.day(value)
    return value if isinstance(value, str) else language.number(value)


def _sign(number: Decimal) -> str:
    """Return a plus, a true minus, or nothing for zero."""
    if not number:
        return ""
    return "+" if number > 0 else _MINUS
