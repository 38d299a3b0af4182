"""W8: what a contract costs that ends early."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.choices import Term
from app.domain.early_end import early_end, every_month
from app.domain.money import Amount
from app.domain.problems import RefusedError
from tests.app.domain.build import cents

rates = st.integers(0, 10**9).map(lambda whole: Amount(whole, "EUR"))
terms = st.sampled_from([term.value for term in Term])


def test_the_worked_example_after_month_ten() -> None:
    """W8, example 2."""
    found = early_end(cents("648.00"), 36, 10, "remaining")
    assert found.paid == cents("6480.00")
    assert found.due == cents("16848.00")
    assert found.total == cents("23328.00")


@given(rate=rates, term=terms, data=st.data())
def test_paid_and_due_make_the_contract_total(
    rate: Amount, term: int, data: st.DataObject
) -> None:
    month = data.draw(st.integers(1, term))
    found = early_end(rate, term, month, "remaining")
    assert found.paid + found.due == found.total == rate.times(term)


@given(rate=rates, term=terms)
def test_every_month_of_the_term_is_told(rate: Amount, term: int) -> None:
    months = every_month(rate, term, "remaining")
    assert [each.month for each in months] == list(range(1, term + 1))
    assert {each.total for each in months} == {rate.times(term)}
    assert months[-1].due == Amount.zero("EUR")


def test_under_the_other_reading_the_whole_is_due_again() -> None:
    found = early_end(cents("648.00"), 36, 10, "full")
    assert found.due == cents("23328.00")
    assert found.total == cents("29808.00")
    assert early_end(cents("648.00"), 36, 36, "full").due == cents("0")


@pytest.mark.parametrize("month", [-1, 0, 37])
def test_a_month_outside_the_term_is_refused(month: int) -> None:
    with pytest.raises(RefusedError) as refusal:
        early_end(cents("648.00"), 36, month, "remaining")
    assert [each.code for each in refusal.value.problems] == ["month_outside_term"]
