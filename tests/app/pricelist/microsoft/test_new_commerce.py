"""Microsoft's new-commerce licence list: whole terms, and what cannot be said."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from app.domain.choices import Billing, Kind, PriceBasis, Segment
from app.domain.price_list import Item
from app.domain.problems import Severity
from app.pricelist.parse import ParsedList
from app.use_cases.prices import check, parse_content

FILE = Path("tests/data/microsoft/2025-11-new-commerce.csv")
TEXT = FILE.read_text("utf-8-sig")
YEARLY, MONTHLY = "MAILSMALL001:0001:P1Y:Annual", "MAILSMALL001:0001:P1Y:Monthly"


def parsed(text: str = TEXT, name: str = FILE.name, currency: str = "") -> ParsedList:
    return parse_content(text.encode("utf-8-sig"), name, currency)


def items(read: ParsedList) -> dict[str, Item]:
    assert read.price_list, read.problems
    return {item.sku: item for item in read.price_list.items}


def amounts(item: Item) -> tuple[Decimal, Decimal]:
    """What an item costs the partner and the customer."""
    assert item.cost_month
    assert item.price_month
    return item.cost_month.decimal, item.price_month.decimal


def test_the_list_says_its_market_its_currency_and_its_month() -> None:
    price_list = check(FILE).price_list
    assert price_list is not None
    assert price_list.list_id == "microsoft-new-commerce-BE-EUR"
    assert (price_list.version, price_list.valid_from) == ("2025-11", date(2025, 11, 1))
    assert (price_list.country, price_list.currency) == ("BE", "EUR")


def test_a_price_of_a_year_stays_one_and_is_billed_as_the_file_says() -> None:
    found = items(parsed())
    for sku, figures, billing in (
        (YEARLY, ("48", "60"), Billing.ANNUAL),
        (MONTHLY, ("50.4", "63"), Billing.MONTHLY),
    ):
        item = found[sku]
        assert item.kind is Kind.SUBSCRIPTION
        assert item.price_basis is PriceBasis.TERM
        assert amounts(item) == tuple(map(Decimal, figures))
        assert item.billing == (billing,)
        assert item.segment == (Segment.BUSINESS,)
        assert item.countries == ("BE",)
        assert not item.trial


def test_a_month_is_a_monthly_price_and_a_trial_is_one() -> None:
    found = items(parsed())
    month = found["MAILSMALL001:0001:P1M:Monthly"]
    assert (month.price_basis, month.billing) == (PriceBasis.MONTH, (Billing.MONTHLY,))
    assert amounts(month) == (Decimal("4.8"), Decimal(6))
    trial = found["MAILSMALL001:0001:P1M:None"]
    assert (trial.trial, trial.billing) == (True, ())


def test_items_are_told_apart_in_both_languages() -> None:
    found = items(parsed())
    said = [found[sku].description for sku in (YEARLY, MONTHLY)]
    assert found[YEARLY].name == found[MONTHLY].name
    assert all(each.get("fr") and each.get("en") for each in said)
    assert said[0] != said[1]


def test_zeros_that_a_spreadsheet_took_away_are_given_back() -> None:
    item = items(parsed())["MAILSMALL001:0005:P1Y:Annual"]
    assert item.segment == (Segment.EDUCATION,)


def test_the_open_end_is_none_and_an_end_is_a_day() -> None:
    found = items(parsed())
    assert (found[YEARLY].valid_from, found[YEARLY].valid_to) == (
        date(2024, 5, 1),
        None,
    )
    large = found["MAILLARGE001:0001:P1Y:Annual"]
    assert amounts(large) == (Decimal(96), Decimal(120))
    assert large.valid_to == date(2025, 12, 31)


def test_of_two_periods_the_one_of_the_list_counts() -> None:
    later = items(parsed(name="2026-02-new-commerce.csv"))
    large = later["MAILLARGE001:0001:P1Y:Annual"]
    assert amounts(large) == (Decimal("100.8"), Decimal(126))


def test_what_cannot_be_said_is_left_out_with_one_warning_a_reason() -> None:
    read = parsed()
    assert len(items(read)) == 6
    assert {each.severity for each in read.problems} == {Severity.WARNING}
    told = [
        (each.code, said.get("value", ""), said["count"])
        for each in read.problems
        for said in [dict(each.parameters)]
    ]
    assert told == [
        ("term_left_out", "P3Y", 2),
        ("offers_withdrawn", "", 1),
        ("markets_left_out", "BE", 1),
        ("periods_left_out", "", 1),
        ("tiers_left_out", "", 2),
        ("billing_left_out", "P1Y Triennial", 1),
        ("segment_left_out", "Household", 1),
        ("names_missing", "", 6),
        ("offers_free", "", 1),
    ]


def test_a_name_without_a_month_leaves_it_to_the_offers_sold_already() -> None:
    read = parsed(name="Nov_NCE.csv")
    assert read.price_list is not None
    assert read.price_list.version == "2025-11"


@pytest.mark.parametrize(("asked", "price"), [("EUR", "63"), ("CHF", "60")])
def test_a_file_of_several_currencies_asks_for_one(asked: str, price: str) -> None:
    text = TEXT.replace("EUR,48,", "CHF,48,")
    (problem,) = parsed(text).problems
    assert problem.code == "currency_choice"
    assert dict(problem.parameters)["there"] == "CHF, EUR"
    read = parsed(text, currency=asked)
    assert read.price_list is not None
    assert read.price_list.list_id == f"microsoft-new-commerce-BE-{asked}"
    assert price in {str(amounts(each)[1]) for each in items(read).values()}
    (problem,) = parsed(text, currency="USD").problems
    assert problem.code == "currency_not_there"


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("MAILSMALL001,0001", ",0001", "cell_missing"),
        (",48,", ",x,", "number_letters"),
        (",BE,EUR", ",XX,EUR", "not_a_country_code"),
        ("2024-05-01T00", "1 May 2024 00", "not_a_day"),
    ],
)
def test_a_wrong_cell_refuses_the_list(old: str, new: str, code: str) -> None:
    read = parsed(TEXT.replace(old, new))
    assert read.price_list is None
    assert code in {each.code for each in read.problems}
