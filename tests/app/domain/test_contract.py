from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.domain.contract import Contract, CreditCheck, Outcome, faults
from app.domain.falling_due import Step, falling_due
from app.domain.order import Signatory
from tests.strategies import contracts

DAY = date(2026, 12, 1)
GRANTED = CreditCheck(Outcome.GRANTED, DAY)


def codes(contract: Contract, accepted_on: date, today: date) -> dict[str, str]:
    return {each.where: each.code for each in faults(contract, accepted_on, today)}


def test_who_signs_alone_sets_nothing_going() -> None:
    assert not Contract(signatory=Signatory("Zoé Lefèvre")).under_way
    assert Contract(credit=GRANTED).under_way
    assert Contract(delivered_on=DAY).under_way


def test_no_day_is_still_to_come() -> None:
    contract = Contract(credit=GRANTED, delivered_on=DAY)
    assert codes(contract, DAY, DAY) == {}
    assert codes(contract, DAY, DAY - timedelta(1)) == {
        "contract.credit": "contract_day_to_come",
        "contract.delivered_on": "contract_day_to_come",
    }


def test_nothing_but_the_credit_check_comes_before_the_acceptance() -> None:
    contract = Contract(
        credit=GRANTED, distributor_signed_on=DAY, customer_signed_on=DAY
    )
    later = DAY + timedelta(1)
    assert codes(contract, later, later) == {
        "contract.distributor_signed_on": "contract_day_early",
        "contract.customer_signed_on": "contract_day_early",
    }


def test_w1_a_commission_waits_for_credit_check_and_both_signatures() -> None:
    assert falling_due(Contract()).waits_for == tuple(Step)
    signed = Contract(credit=GRANTED, customer_signed_on=DAY)
    assert falling_due(signed).waits_for == (Step.DISTRIBUTOR,)
    assert falling_due(signed).on is None


@given(contracts)
def test_w1_it_falls_due_on_the_latest_day_unless_it_is_lost(
    contract: Contract,
) -> None:
    due = falling_due(contract)
    credit = contract.credit
    refused = credit is not None and credit.outcome is Outcome.REFUSED
    signed = contract.distributor_signed_on, contract.customer_signed_on
    assert due.lost is refused
    if refused:
        assert (due.on, due.waits_for) == (None, ())
    elif credit and signed[0] and signed[1]:
        assert due.on == max(credit.on, signed[0], signed[1])
        assert not due.waits_for
    else:
        assert due.on is None
        assert due.waits_for


@given(st.dates(), st.dates())
def test_the_delivery_is_no_part_of_what_a_commission_waits_for(
    delivered: date, signed: date
) -> None:
    before = Contract(customer_signed_on=signed)
    after = Contract(customer_signed_on=signed, delivered_on=delivered)
    assert falling_due(before) == falling_due(after)
