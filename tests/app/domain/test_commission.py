"""W1: fixed amounts, per unit or per contract; and the partner's own costs."""

from dataclasses import replace
from decimal import Decimal

import pytest

from app.domain.choices import Billing, CommissionBasis, Kind, PriceBasis, Term
from app.domain.commission import commission, total_earned
from app.domain.costs import costs
from app.domain.quote import Quote
from app.domain.resolved import resolve
from tests.app.domain.build import (
    EXAMPLE,
    PACK,
    a_quote,
    catalogue,
    cents,
    commissions,
    euro,
    item,
    option,
    pack,
    prices,
    proposal,
    request,
    service,
    subscription,
)


def test_example_1_earns_1560() -> None:
    earned = commission(Quote(proposal=EXAMPLE), catalogue())
    assert earned.total == cents("1560.00")
    assert earned.terms.at(Term.MONTHS_24) == cents("1176.00")
    assert earned.terms.at(Term.MONTHS_12) is None
    assert [(e.sku, e.quantity, e.total) for e in earned.lines] == [
        ("PACK", 12, cents("1440.00")),
        ("UPGRADE", 12, cents("120.00")),
    ]


def test_a_contract_commission_counts_once_for_all_its_lines() -> None:
    fleet = item(
        "FLEET",
        prices=prices("1", "1", "1"),
        commissions=commissions("", "", "100"),
        commission_basis=CommissionBasis.CONTRACT,
    )
    quote = a_quote(
        pack(option("FLEET", 3)), pack(option("FLEET", 4, id="b"), id="two", quantity=4)
    )
    earned = commission(quote, catalogue(fleet))
    (line,) = [each for each in earned.lines if each.sku == "FLEET"]
    assert (line.quantity, line.unit, line.total) == (7, cents("100"), cents("100"))
    assert earned.total == cents("2020.00")


def test_optional_lines_services_and_subscriptions_earn_nothing() -> None:
    quote = a_quote(
        pack(option("DOCK", optional=True), optional=True),
        partner_services=(service(),),
        subscriptions=(subscription(sku="DOCK"),),
    )
    assert commission(quote, catalogue()).total == cents("0.00")


def test_w7_a_line_not_offered_leaves_no_total() -> None:
    quote = Quote(proposal=replace(EXAMPLE, term=Term.MONTHS_12))
    earned = commission(quote, catalogue())
    assert earned.total is None
    assert earned.lines == ()


def test_w11_an_answer_earns_what_came_with_it() -> None:
    answered = request({"price_36": "30"}, quantity=2)
    with_it = a_quote(
        special_requests=(answered,), answer_commissions=(("request", Decimal(25)),)
    )
    earned = commission(with_it, catalogue())
    assert earned.total == cents("50.00")
    assert earned.lines[0].sku is None


def test_w11_an_answer_without_its_commission_is_to_be_confirmed() -> None:
    answered = request({"price_36": "30"})
    earned = commission(a_quote(pack(), special_requests=(answered,)), catalogue())
    assert earned.lines[1].total is None
    assert [each.code for each in earned.problems] == ["commission_missing"]
    assert earned.total == cents("1440.00")


def test_w11_an_open_request_earns_nothing_yet() -> None:
    earned = commission(a_quote(pack(), special_requests=(request(),)), catalogue())
    assert earned.total == cents("1440.00")


def test_a_quote_without_packs_earns_nothing() -> None:
    quote = a_quote(partner_services=(service(),), term=None)
    assert commission(quote, catalogue()).total == cents("0.00")


@pytest.mark.parametrize(
    ("term", "expected"),
    [(Term.MONTHS_36, "1560.00"), (Term.MONTHS_12, None), (None, "0.00")],
)
def test_the_total_alone_is_that_of_the_whole(
    term: Term | None, expected: str | None
) -> None:
    quote = Quote(proposal=replace(EXAMPLE, term=term))
    total = total_earned(quote, resolve(quote.proposal, catalogue()))
    assert total == commission(quote, catalogue()).total
    assert total == (cents(expected) if expected else None)


def test_costs_follow_the_lines() -> None:
    bought = item(
        "BOUGHT",
        prices=prices("3", "3", "3"),
        cost_month=euro("1.25"),
        cost_once=euro("10"),
    )
    o365 = item("O365", Kind.SUBSCRIPTION, price_month=euro("10"), cost_month=euro("8"))
    quote = proposal(
        pack(option("BOUGHT", 2)),
        subscriptions=(
            subscription(billing=Billing.ANNUAL),
            subscription(id="b", sku="YEAR", billing=Billing.MONTHLY),
            subscription(id="c", optional=True),
        ),
    )
    year = replace(o365, sku="YEAR", price_basis=PriceBasis.TERM)
    spent = costs(quote, catalogue(bought, o365, year))
    assert spent.monthly == cents("9.17")
    assert spent.annual == cents("960.00")
    assert spent.once == cents("20.00")
    assert not spent.complete
    whole = costs(
        quote, catalogue(bought, o365, year, replace(PACK, cost_month=euro("1")))
    )
    assert whole.complete
