"""A span of days, and those that people look back on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from app.domain.months import later
from app.domain.problems import RefusedError, error


class Span(StrEnum):
    """What people look back on from a day; the month and the year it lies in."""

    MONTH = "month"
    LAST_MONTH = "last_month"
    QUARTER = "quarter"
    YEAR = "year"


#: The months in each.
_MONTHS: Final = {
    Span.MONTH: 1,
    Span.LAST_MONTH: 1,
    Span.QUARTER: 3,
    Span.YEAR: 12,
}


@dataclass(frozen=True, slots=True)
class Period:
    """From a first day to a last one, both whole; RefusedError where they cross."""

    first: date
    last: date

    def __post_init__(self) -> None:
        """Refuse days that cross."""
        if self.last < self.first:
            raise RefusedError(error("period_crossed", first=self.first, day=self.last))

    def __contains__(self, day: date) -> bool:
        """Tell whether it holds a day."""
        return self.first <= day <= self.last


def looking_back(span: Span, today: date) -> Period:
    """Return the whole of a span; the days to come of one that goes on as well."""
    months = _MONTHS[span]
    month = (today.month - 1) // months * months + 1
    first = date(today.year, month, 1)
    if span is Span.LAST_MONTH:
        first = (first - timedelta(days=1)).replace(day=1)
    return Period(first, later(first, months) - timedelta(days=1))
