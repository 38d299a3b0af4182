"""Days that lie whole months apart."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import Final

_YEAR: Final = 12


def later(day: date, months: int) -> date:
    """Return the day so many months on; the month's last where it has no such day."""
    years, month = divmod(day.month - 1 + months, _YEAR)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
