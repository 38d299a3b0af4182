"""The offer, waas-offer/1, key by key as CONTRACT lays it down."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from app.domain.catalogue import Catalogue
from app.domain.money import Amount, UnitPrice
from app.domain.problems import error, warning
from app.exchange import quote_file
from app.exchange.offer_json import (
    internal_json,
    number,
    offer_json,
    problem_json,
    refused_json,
    text,
)
from app.settings import Settings
from app.use_cases.bundled import policies
from app.use_cases.prices import read
from app.use_cases.pricing import PricedQuote, priced
from app.use_cases.workplace import Workplace
from tests.app.exchange.quotes import (
    Json,
    a_pack,
    a_quote,
    a_request,
    a_service,
    a_subscription,
)
from tests.app.pricelist.lists import Cells, item, written
from tests.fakes import FakeClock, FakeStorage


def workplace(folder: Path) -> Workplace:
    return Workplace(
        folder=folder,
        storage=FakeStorage(folder),
        clock=FakeClock(),
        settings=Settings(),
        policies=policies(),
        user="tester",
    )


def priced_file(quote: Path, prices: Path, folder: Path) -> PricedQuote:
    """What a quote file comes to under a list's file."""
    asked = quote_file.read(quote.read_bytes()).quote
    return priced(asked, Catalogue.of([read(prices)]), workplace(folder))


LIST: tuple[Cells, ...] = (
    item(
        "PACK",
        "pack",
        includes="BASE",
        price_24="57.90",
        price_36="49.90",
        price_once="15",
        commission_36="120",
    ),
    item("BASE"),
    item("BAG", "option", price_once="39", cost_once="20"),
    item("SHORT", "option", price_12="7.90"),
    item("BACKUP", "option", price_36="0.125"),
    item("E3", "subscription", price_month="19.70", billing="monthly|annual"),
)


def offered(folder: Path, language: str = "fr", **quote: object) -> Json:
    """The offer for a quote over that list, as a caller reads it."""
    prices, file = folder / "prices.csv", folder / "quote.json"
    prices.write_text(written(*LIST), "utf-8")
    file.write_text(json.dumps(a_quote(**quote)), "utf-8")
    return written_out(
        offer_json(priced_file(file, prices, folder).offer, language, [])
    )


def written_out(value: Json) -> Json:
    """The object as it comes out of its text: nothing in it is unknown to JSON."""
    again: Json = json.loads(json.dumps(value))
    assert again == value
    return again


def more_than(mine: Any, theirs: Any) -> Any:
    """Theirs, where mine holds all of it; keys of its own are allowed."""
    if isinstance(theirs, dict) and isinstance(mine, dict):
        return {key: more_than(mine.get(key), theirs[key]) for key in theirs}
    if isinstance(theirs, list) and isinstance(mine, list) and len(mine) == len(theirs):
        return [more_than(one, other) for one, other in zip(mine, theirs, strict=True)]
    is_hash = isinstance(mine, str) and len(mine) == 64
    return theirs if theirs == "(sha-256)" and is_hash else mine


@pytest.mark.parametrize("internal", [False, True])
def test_example_1_gives_the_offer_of_the_contract(
    examples: Path, tmp_path: Path, internal: bool
) -> None:
    quote = examples / "quote.json"
    done = priced_file(quote, examples / "list-cp1252.csv", tmp_path)
    mine = offer_json(done.offer, "fr", [])
    if internal:
        mine |= internal_json(done.prices.lists, done.commission, done.costs)
    name = "offer-internal.json" if internal else "offer.json"
    theirs = json.loads((examples / name).read_text("utf-8"))
    assert more_than(written_out(mine), theirs) == theirs
    assert [*mine][: len(theirs)] == [*theirs]


def test_without_internal_the_offer_holds_neither_commission_nor_cost(
    examples: Path, tmp_path: Path
) -> None:
    quote = examples / "quote.json"
    done = priced_file(quote, examples / "list-cp1252.csv", tmp_path)
    shown = json.dumps(offer_json(done.offer, "fr", []))
    for word in ("ommission", "cost", "file_fingerprint", "1560", "120.00"):
        assert word not in shown


def test_names_are_in_the_language_asked_for(tmp_path: Path) -> None:
    french = offered(tmp_path)["lines"][0]
    english = offered(tmp_path, "en")["lines"][0]
    assert (french["name"], english["name"]) == ("PACK, f", "PACK")


def test_an_item_with_both_prices_adds_its_one_off_price(tmp_path: Path) -> None:
    pack = offered(tmp_path)["lines"][0]
    assert (pack["unit_price"], pack["unit_once"]) == ("49.90", "15.00")
    assert (pack["monthly"], pack["once"]) == ("598.80", "180.00")


def test_a_one_off_lines_unit_price_is_its_one_off_price(tmp_path: Path) -> None:
    option = {"sku": "BAG", "quantity": 2}
    bag = offered(tmp_path, packs=[a_pack(options=[option])])["lines"][1]
    assert (bag["unit_price"], bag["once"], bag["monthly"]) == (
        "39.00",
        "78.00",
        "0.00",
    )
    assert "unit_once" not in bag


def test_a_unit_price_has_two_to_four_decimals(tmp_path: Path) -> None:
    option = {"sku": "BACKUP", "quantity": 3}
    backup = offered(tmp_path, packs=[a_pack(options=[option])])["lines"][1]
    assert (backup["unit_price"], backup["monthly"]) == ("0.125", "0.38")


def test_w7_a_firm_line_that_is_not_offered_leaves_amounts_null(tmp_path: Path) -> None:
    option = {"sku": "SHORT", "quantity": 1}
    offer = offered(tmp_path, packs=[a_pack(options=[option])])
    short = offer["lines"][1]
    assert short["unit_price"] is None
    assert (short["monthly"], short["once"], short["annual"]) == (None, None, None)
    assert offer["distributor"]["monthly"] is None
    assert offer["distributor"]["contract_total"] is None
    assert offer["distributor"]["monthly_vat"] is None
    assert offer["terms"] == {"12": None, "24": None, "36": None}


def test_w11_an_open_request_has_null_amounts_and_makes_the_quote_provisional(
    tmp_path: Path,
) -> None:
    offer = offered(tmp_path, special_requests=[a_request()])
    request = offer["lines"][1]
    assert (request["kind"], request["sku"]) == ("special_request", None)
    assert request["name"] == "Portable durci"
    assert (request["unit_price"], request["monthly"]) == (None, None)
    assert offer["provisional"] is True
    assert offer["distributor"]["monthly"] == "598.80"
    assert offered(tmp_path)["provisional"] is False


def test_w4_a_discounted_service_keeps_its_unit_price(tmp_path: Path) -> None:
    service = a_service(discount_percent="12.50", quantity=1)
    shown = offered(tmp_path, partner_services=[service])["lines"][1]
    assert (shown["kind"], shown["sku"]) == ("partner_service", None)
    assert shown["invoiced_by"] == "partner"
    assert (shown["unit_price"], shown["once"]) == ("85.00", "74.38")
    assert shown["discount_percent"] == "12.5"


def test_an_alternative_names_its_line_and_its_delta(tmp_path: Path) -> None:
    options = [
        {"sku": "BACKUP", "quantity": 8, "id": "first"},
        {"sku": "BACKUP", "quantity": 4, "alternative_to": "first"},
    ]
    lines = offered(tmp_path, packs=[a_pack(options=options)])["lines"]
    assert lines[2]["alternative_to"] == "first"
    assert lines[2]["delta"] == "-0.50"
    assert lines[2]["optional"] is True
    assert "delta" not in lines[1]


def test_m1_an_annual_subscription_is_paid_by_the_year(tmp_path: Path) -> None:
    annual = a_subscription(billing="annual")
    offer = offered(tmp_path, packs=[], subscriptions=[annual])
    assert offer["term"] is None
    assert offer["lines"][0]["annual"] == "2364.00"
    assert offer["lines"][0]["monthly"] == "0.00"
    assert offer["subscriptions"]["annual"] == "2364.00"
    assert offer["distributor"]["monthly"] == "0.00"
    assert offer["distributor"]["contract_total"] == "0.00"


def test_across_a_border_the_vat_is_null(tmp_path: Path) -> None:
    customer = {"name": "Lefèvre", "country": "FR"}
    shown = offered(tmp_path, customer=customer)["distributor"]
    assert shown["monthly"] == "598.80"
    assert shown["vat_rate"] is None
    assert shown["monthly_vat"] is None
    assert shown["monthly_with_vat"] is None


@pytest.mark.parametrize("internal", [False, True])
def test_a_refused_quote_is_the_same_object_with_null_throughout(
    examples: Path, internal: bool
) -> None:
    problem = problem_json(error("no_line"), "The quote has no line.")
    shown = written_out(refused_json([problem], internal))
    name = "offer-internal.json" if internal else "offer.json"
    theirs = json.loads((examples / name).read_text("utf-8"))
    assert shown.keys() == theirs.keys()
    assert shown["format"] == "waas-offer/1"
    assert shown["terms"] == {"12": None, "24": None, "36": None}
    assert (shown["price_lists"], shown["lines"]) == ([], [])
    assert shown["problems"] == [problem]
    for key in ("currency", "term", "distributor", "partner", "subscriptions"):
        assert shown[key] is None


def test_a_problem_has_its_code_severity_place_and_sentence() -> None:
    shown = problem_json(warning("sku_unknown", "packs[0]", sku="A"), "What it says.")
    assert shown == {
        "code": "sku_unknown",
        "severity": "warning",
        "where": "packs[0]",
        "message": "What it says.",
    }


def test_a_problem_of_a_cell_names_row_column_and_value_apart() -> None:
    problem = error("x", "row 3, column sku", row=3, column="sku", value="A", other=1)
    shown = problem_json(problem, "")
    assert (shown["row"], shown["column"], shown["value"]) == (3, "sku", "A")
    assert "other" not in shown


def test_money_is_a_text_with_a_point() -> None:
    assert text(Amount(-64_800, "EUR")) == "-648.00"
    assert text(UnitPrice(1_250, "EUR")) == "0.125"
    assert text(None) is None


@pytest.mark.parametrize(
    ("percent", "shown"),
    [("21", "21"), ("21.00", "21"), ("8.10", "8.1"), ("100", "100")],
)
def test_a_percentage_has_no_needless_zero(percent: str, shown: str) -> None:
    assert number(Decimal(percent)) == shown


def test_the_quotes_date_decides_the_vat_rate(tmp_path: Path) -> None:
    prices = tmp_path / "prices.csv"
    prices.write_text(written(*LIST).replace(";BE\n", ";LU\n"), "utf-8")
    rates = {}
    for day in (date(2022, 12, 31), date(2023, 1, 1), date(2024, 1, 1)):
        quote = tmp_path / "quote.json"
        quote.write_text(json.dumps(a_quote(date=day.isoformat())), "utf-8")
        offer = priced_file(quote, prices, tmp_path).offer
        rates[day.year] = offer_json(offer, "fr", [])["distributor"]["vat_rate"]
    assert rates == {2022: "17", 2023: "16", 2024: "17"}
