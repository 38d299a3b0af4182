from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain.choices import Status, Term
from app.domain.lifecycle import Lifecycle
from app.domain.money import Amount
from app.ports import QuoteHead
from ui.quotes.listing import Entry, Filter, counts, families, monthly

TODAY = date(2026, 11, 27)
PRESENTED = Lifecycle().presented(TODAY)


def head(
    number: str = "TR-2026-0001",
    revision: str = "",
    lifecycle: Lifecycle = PRESENTED,
    cents: int = 100,
    currency: str = "EUR",
) -> QuoteHead:
    return QuoteHead(
        id=number + revision,
        number=number,
        revision=revision,
        customer="Dumont",
        title="",
        lifecycle=lifecycle,
        date=TODAY,
        valid_until=TODAY,
        term=Term.MONTHS_36,
        monthly=Amount(cents, currency),
    )


def shown(
    heads: list[QuoteHead],
    wanted: Filter = Filter.ALL,
    unfolded: tuple[str, ...] = (),
    revision: str | None = None,
) -> list[str]:
    """The revisions that are shown; `revision` is all that is searched for."""

    def matches(entry: Entry) -> bool:
        return revision is None or entry.head.revision == revision

    return [
        entry.head.id
        for family in families(heads, TODAY)
        for entry in family.shown(wanted, matches, unfolded)
    ]


REVISED = [
    head(revision="B", lifecycle=Lifecycle()),
    head("TR-2026-0002"),
    head(lifecycle=PRESENTED.superseded()),
]


def test_earlier_revisions_are_folded_under_the_newest() -> None:
    assert shown(REVISED) == ["TR-2026-0001B", "TR-2026-0002"]
    assert shown(REVISED, unfolded=("TR-2026-0001",)) == [
        "TR-2026-0001B",
        "TR-2026-0001",
        "TR-2026-0002",
    ]
    first, _ = families(REVISED, TODAY)
    assert (first.newest.earlier, first.earlier[0].nested) == (1, True)


def test_a_search_finds_what_is_folded() -> None:
    assert shown(REVISED, revision="B") == ["TR-2026-0001B"]
    assert shown(REVISED[:1] + REVISED[2:], revision="") == [
        "TR-2026-0001B",
        "TR-2026-0001",
    ]


@pytest.mark.parametrize("wanted", [each for each in Filter if each != "archived"])
def test_a_filter_shows_a_status(wanted: Filter) -> None:
    late = head("late")
    quotes = [
        head("draft", lifecycle=Lifecycle()),
        head("presented"),
        replace(late, valid_until=TODAY - timedelta(1)),
        head("accepted", lifecycle=PRESENTED.accepted(TODAY)),
        head("declined", lifecycle=PRESENTED.declined(TODAY, "price")),
    ]
    expected = {"expired": ["late"], "all": [each.number for each in quotes]}
    assert shown(quotes, wanted) == expected.get(wanted.value, [wanted.value])
    assert counts(families(quotes, TODAY))[wanted] == len(shown(quotes, wanted))


def test_what_is_archived_is_shown_by_its_own_filter_alone() -> None:
    away = head("away", lifecycle=replace(PRESENTED, archived_on=TODAY))
    quotes = [away, head("here")]
    assert shown(quotes) == ["here"]
    assert shown(quotes, Filter.PRESENTED) == ["here"]
    assert shown(quotes, Filter.ARCHIVED) == ["away"]


def test_totals_go_by_currency_and_leave_superseded_quotes_out() -> None:
    quotes = [
        head("a", cents=100),
        head("b", cents=250),
        head("c", cents=700, currency="CHF"),
        head("d", cents=999, lifecycle=PRESENTED.superseded()),
        replace(head("e"), monthly=None),
    ]
    entries = [family.newest for family in families(quotes, TODAY)]
    assert [each.status for each in entries].count(Status.SUPERSEDED) == 1
    assert monthly(entries) == (Amount(350, "EUR"), Amount(700, "CHF"))
