from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from app.domain.retention import DAILY, MONTHLY, RECENT, retained

NOW = datetime(2026, 11, 22, 14, 32, tzinfo=timezone(timedelta(hours=1)))
MOMENTS = st.lists(
    st.integers(0, 3 * 365 * 24 * 60).map(lambda m: NOW - timedelta(minutes=m)),
    max_size=300,
)


@given(MOMENTS)
def test_the_ten_newest_are_kept_and_never_more_than_agreed(
    moments: list[datetime],
) -> None:
    kept = retained(moments, NOW)
    assert set(sorted(set(moments))[-RECENT:]) <= kept <= set(moments)
    assert len(kept) <= RECENT + DAILY + MONTHLY


@given(MOMENTS)
def test_the_newest_of_each_of_the_last_days_and_months_is_kept(
    moments: list[datetime],
) -> None:
    kept = retained(moments, NOW)
    for form, most in (("%Y-%m-%d", DAILY), ("%Y-%m", MONTHLY)):
        spans = sorted({f"{m:{form}}" for m in moments})[-most:]
        for span in spans:
            assert max(m for m in moments if f"{m:{form}}" == span) in kept


@given(MOMENTS)
def test_what_is_kept_stays_kept_while_nothing_is_added(
    moments: list[datetime],
) -> None:
    kept = retained(moments, NOW)
    assert retained(kept, NOW) == kept
    assert retained(kept, NOW + timedelta(days=4_000)) == kept


@given(MOMENTS, st.lists(st.timedeltas(timedelta(minutes=1), timedelta(days=9_000))))
def test_a_wrong_clock_displaces_nothing(
    moments: list[datetime], ahead: list[timedelta]
) -> None:
    later = {NOW + each for each in ahead}
    assert retained([*moments, *later], NOW) == retained(moments, NOW) | later


@given(MOMENTS)
def test_two_years_of_backups_lose_no_more_than_the_rule_says(
    moments: list[datetime],
) -> None:
    """What was dropped on the way is never missed later."""
    kept: frozenset[datetime] = frozenset()
    for moment in sorted(set(moments)):
        kept = retained(kept | {moment}, moment)
    assert kept == retained(moments, NOW)


def test_days_are_those_of_the_user() -> None:
    base = [NOW + timedelta(days=-1, seconds=s) for s in range(RECENT)]
    late = datetime(2026, 11, 19, 22, 59, tzinfo=UTC)  # 23:59 here
    next_day = datetime(2026, 11, 19, 23, 1, tzinfo=UTC)  # 00:01 here
    same_day = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)
    kept = retained([*base, late, next_day, same_day], NOW)
    assert late in kept
    assert same_day in kept
    assert next_day not in kept
