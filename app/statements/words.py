"""Values of a statement as people write them."""

from __future__ import annotations

from datetime import date
from typing import Final

from app.statements.statement import Rise, RiseInPercent, Sum, Value
from i18n import N_, Language

#: Said on every page and every sheet.
PARTNER_ONLY: Final = N_("Partner only – not for customers")
_NOTHING: Final = "–"


def written(value: Value, language: Language) -> str:
    """Write a value; what rises or falls begins with its sign."""
    if value is None:
        return _NOTHING
    if isinstance(value, Rise):
        return language.signed(value)
    if isinstance(value, Sum):
        return language.money(value)
    if isinstance(value, RiseInPercent):
        return language.signed_percent(value.percent, decimals=1)
    if isinstance(value, date):
        return language.day(value)
    return value if isinstance(value, str) else language.number(value)
