"""What needs doing, and how stages and months are put in order."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.choices import Status
from app.domain.contract import Contract, CreditCheck, Outcome
from app.domain.falling_due import Step
from app.domain.money import Amount
from app.domain.overview import (
    MONTHS,
    STAGES,
    Duty,
    Earned,
    Stage,
    every_month,
    every_stage,
    first_month,
)

DAY = date(2026, 11, 22)


def earned(month: date, due: int, expected: int = 0, currency: str = "EUR") -> Earned:
    return Earned(month, Amount(due, currency), Amount(expected, currency))


def duty(status: Status, contract: Contract | None = None) -> Duty:
    return Duty(
        number="TR-1",
        revision="",
        customer="Noël",
        status=status,
        day=DAY,
        contract=contract or Contract(),
    )


def test_a_duty_leads_to_its_very_revision() -> None:
    assert (duty(Status.DRAFT).label, duty(Status.DRAFT).name) == ("TR-1", "TR-1-A")


def test_an_accepted_quote_waits_for_what_its_contract_lacks() -> None:
    granted = Contract(credit=CreditCheck(Outcome.GRANTED, DAY))
    waits = duty(Status.ACCEPTED, granted).waits_for
    assert waits == (Step.DISTRIBUTOR, Step.CUSTOMER)
    assert duty(Status.PRESENTED, granted).waits_for == ()


@pytest.mark.parametrize(
    ("today", "status"), [(DAY, Status.PRESENTED), (date(2026, 11, 23), Status.EXPIRED)]
)
def test_an_offer_past_its_last_day_is_shown_as_expired(
    today: date, status: Status
) -> None:
    assert duty(Status.PRESENTED).shown(today) is status


def test_every_stage_is_there_in_its_order() -> None:
    many = Stage(Status.DRAFT, 3, Amount(300, "EUR"))
    few = Stage(Status.DRAFT, 1, Amount(100, "CHF"))
    gone = Stage(Status.SUPERSEDED, 9, None)
    found = every_stage((few, gone, many))
    assert found[:2] == (many, few)
    assert [each.status for each in found[1:]] == list(STAGES)
    assert all(each.count == 0 for each in found[2:])


def test_without_a_commission_there_are_no_months() -> None:
    assert every_month((), DAY) == ()


def test_months_without_a_commission_stand_between_the_others() -> None:
    found = (earned(date(2026, 1, 1), 500), earned(date(2026, 11, 1), 0, 700))
    months = every_month(found, DAY)
    assert months[0].month == first_month(DAY) == date(2025, 12, 1)
    assert [each for each in months if each.due.cents or each.expected.cents] == [
        *found
    ]
    assert len(months) == MONTHS


def test_the_currency_that_earns_most_comes_first() -> None:
    first = DAY.replace(day=1)
    euro, franc = earned(first, 5), earned(first, 9, currency="CHF")
    months = every_month((euro, franc), DAY)
    assert months[MONTHS - 1 :] == (franc, euro)
    assert {each.due.currency for each in months[:MONTHS]} == {"CHF"}


@given(st.dates(min_value=date(2, 1, 1)))
def test_twelve_months_end_with_the_present_one(today: date) -> None:
    months = every_month((earned(today.replace(day=1), 1),), today)
    starts = [each.month for each in months]
    assert len(set(starts)) == MONTHS
    assert starts == sorted(starts)
    assert (starts[0], starts[-1]) == (first_month(today), today.replace(day=1))
