"""By how much an open quote would move."""

from __future__ import annotations

from app.domain.affected import Affected
from app.domain.money import Amount
from tests.app.domain.build import cents


def test_a_total_rises_by_what_it_is_after_less_what_it_was() -> None:
    moved = Affected("TR-1", "Zoé", cents("120.00"), cents("90.50"))
    assert moved.difference == cents("-29.50")


def test_what_cannot_be_priced_or_is_in_another_currency_rises_by_nothing_known() -> (
    None
):
    euros, francs = cents("1.00"), Amount.parse("1.00", "CHF")
    for before, after in ((None, euros), (euros, None), (euros, francs)):
        assert Affected("TR-1", "Zoé", before, after).difference is None
