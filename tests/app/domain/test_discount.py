from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.discount import below_floor
from app.domain.problems import warning
from app.domain.proposal import Proposal
from tests.app.domain.build import EXAMPLE

PERCENT = st.decimals(0, 100, places=2)


def reduced(*discounts: str) -> Proposal:
    first = EXAMPLE.partner_services[0]
    lines = tuple(
        replace(first, id=f"s{at}", discount_percent=Decimal(each))
        for at, each in enumerate(discounts)
    )
    return replace(EXAMPLE, partner_services=lines)


def test_a_discount_below_the_floor_names_both_and_its_line() -> None:
    (found,) = below_floor(reduced("20", "20.01"), Decimal(80))
    left, floor = Decimal("79.99"), Decimal(80)
    where = "partner_services[1]"
    assert found == warning("discount_below_floor", where, left=left, value=floor)


@pytest.mark.parametrize("floor", ["0", "100"])
def test_a_price_that_is_not_reduced_needs_no_floor(floor: str) -> None:
    assert not list(below_floor(reduced("0"), Decimal(floor)))


@given(discount=PERCENT, floor=PERCENT)
def test_it_is_named_exactly_where_less_is_left(
    discount: Decimal, floor: Decimal
) -> None:
    found = list(below_floor(reduced(str(discount)), floor))
    assert bool(found) == (discount > 0 and 100 - discount < floor)
