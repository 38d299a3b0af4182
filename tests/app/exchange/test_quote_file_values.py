"""Quantities, prices and days of a quote file: which are taken."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tests.app.exchange.quotes import (
    a_pack,
    a_request,
    a_service,
    quote_of,
    refusals,
)


@pytest.mark.parametrize("quantity", [1, 9_999])
def test_quantities_from_1_to_9999_are_accepted(quantity: int) -> None:
    pack = quote_of(packs=[a_pack(quantity=quantity)]).proposal.packs[0]
    assert pack.quantity == quantity


@pytest.mark.parametrize("quantity", [0, -1, 10_000, 10**30])
def test_other_quantities_are_refused(quantity: int) -> None:
    assert refusals(packs=[a_pack(quantity=quantity)]) == [
        ("quantity_range", "packs[0].quantity")
    ]


@pytest.mark.parametrize("price", ["0", "0.00", "85", "85.5", "0.1234", "999999999"])
def test_prices_from_0_on_with_four_decimals_are_accepted(price: str) -> None:
    service = quote_of(partner_services=[a_service(price=price)]).proposal
    assert service.partner_services[0].price == Decimal(price)


WRONG_PRICES = ("-1", "85,00", "1e3", "NaN", "85.00 ", "0.12345", "1000000000", "٨٥")


@pytest.mark.parametrize("price", [*WRONG_PRICES, ".5", "5.", "+5", "1_0", "x"])
def test_other_prices_are_refused(price: str) -> None:
    assert refusals(partner_services=[a_service(price=price)]) == [
        ("not_a_price", "partner_services[0].price")
    ]
    assert refusals(special_requests=[a_request(answer={"price_36": price})]) == [
        ("not_a_price", "special_requests[0].answer.price_36")
    ]


@pytest.mark.parametrize("commission", [*WRONG_PRICES, "12.345"])
def test_a_commission_has_two_decimals_at_most(commission: str) -> None:
    assert refusals(
        special_requests=[a_request(answer={"commission": commission})]
    ) == [("not_an_amount", "special_requests[0].answer.commission")]


@pytest.mark.parametrize("percent", ["100.01", "101", "-5", "5 %", "12,5"])
def test_a_discount_is_0_to_100_per_cent(percent: str) -> None:
    assert refusals(partner_services=[a_service(discount_percent=percent)]) == [
        ("not_a_percentage", "partner_services[0].discount_percent")
    ]
    for good in ("0", "100", "12.5", "33.3333"):
        quote = quote_of(partner_services=[a_service(discount_percent=good)])
        assert quote.proposal.partner_services[0].discount_percent == Decimal(good)


@pytest.mark.parametrize(
    "day", ["22/11/2026", "2026-11-31", "20261122", "2026-1-1", "demain", "0000-01-01"]
)
@pytest.mark.parametrize("key", ["date", "valid_until"])
def test_what_is_no_day_is_refused(key: str, day: str) -> None:
    assert refusals(**{key: day}) == [("not_a_date", key)]


@pytest.mark.parametrize("day", ["1999-12-31", "2024-02-29", "2126-11-22"])
def test_days_past_and_future_are_accepted(day: str) -> None:
    assert quote_of(date=day).proposal.date == date.fromisoformat(day)
