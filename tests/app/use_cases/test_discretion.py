"""Whoever may not see commissions and costs reads none in a problem."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.domain.problems import Problem, Severity, error, suggestion, warning
from app.use_cases.discretion import for_customer, masked


def about(column: str) -> Problem:
    where = f"row 3, column {column}"
    return error("number_malformed", where, column=column, value="7")


@pytest.mark.parametrize("column", ["commission_36", "cout_mois", "Coût mois"])
def test_a_secret_cell_keeps_its_place_and_loses_its_value(column: str) -> None:
    hidden = masked(about(column))
    assert hidden.where == about(column).where
    assert dict(hidden.parameters)["value"] == "…"


def test_the_floor_of_discounts_is_the_partners_own() -> None:
    floor = Decimal(80)
    found = warning("discount_below_floor", "partner_services[0]", value=floor)
    assert dict(masked(found).parameters) == {"value": "…"}
    assert [each.code for each in for_customer((found,))] == ["problems_hidden"]


def test_what_anybody_may_see_stays() -> None:
    assert masked(about("price_36")) == about("price_36")
    assert for_customer((about("price_36"),)) == (about("price_36"),)


def test_a_customer_reads_how_many_are_not_shown() -> None:
    shown = for_customer((about("commission_36"), warning("x"), about("cost_month")))
    assert [each.code for each in shown] == ["x", "problems_hidden"]
    assert dict(shown[1].parameters) == {"count": 2}
    assert shown[1].severity is Severity.ERROR


def test_advice_to_the_partner_is_left_out_without_a_word() -> None:
    advice = suggestion("no_installation", "partner_services")
    assert for_customer((advice, warning("x"))) == (warning("x"),)
