"""Spans of days: both ends count, and a span is whole."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.period import Period, Span, looking_back
from app.domain.problems import RefusedError

ONE = timedelta(days=1)
_days = st.dates(date(2001, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize(
    ("span", "today", "first", "last"),
    [
        (Span.MONTH, date(2026, 11, 28), date(2026, 11, 1), date(2026, 11, 30)),
        (Span.LAST_MONTH, date(2026, 1, 31), date(2025, 12, 1), date(2025, 12, 31)),
        (Span.LAST_MONTH, date(2028, 3, 31), date(2028, 2, 1), date(2028, 2, 29)),
        (Span.QUARTER, date(2026, 11, 28), date(2026, 10, 1), date(2026, 12, 31)),
        (Span.QUARTER, date(2026, 3, 31), date(2026, 1, 1), date(2026, 3, 31)),
        (Span.YEAR, date(2026, 1, 1), date(2026, 1, 1), date(2026, 12, 31)),
    ],
)
def test_a_span_is_whole(span: Span, today: date, first: date, last: date) -> None:
    assert looking_back(span, today) == Period(first, last)


@given(st.sampled_from([each for each in Span if each is not Span.LAST_MONTH]), _days)
def test_a_span_holds_its_day_and_the_next_begins_after_it(
    span: Span, today: date
) -> None:
    found = looking_back(span, today)
    assert today in found
    assert looking_back(span, found.last + ONE).first == found.last + ONE


@given(_days)
def test_the_last_month_ends_where_this_one_begins(today: date) -> None:
    last = looking_back(Span.LAST_MONTH, today)
    assert last.last + ONE == looking_back(Span.MONTH, today).first
    assert last.first.day == 1


@given(_days, st.integers(0, 500))
def test_both_ends_count_and_no_day_beyond(first: date, length: int) -> None:
    found = Period(first, first + timedelta(days=length))
    assert found.first in found
    assert found.last in found
    assert found.first - ONE not in found
    assert found.last + ONE not in found


def test_days_that_cross_are_refused() -> None:
    with pytest.raises(RefusedError) as refusal:
        Period(date(2026, 11, 2), date(2026, 11, 1))
    assert [each.code for each in refusal.value.problems] == ["period_crossed"]
