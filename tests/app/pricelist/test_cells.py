"""What a single cell may hold, and what it is refused for."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.choices import (
    Billing,
    CommissionBasis,
    Kind,
    LimitScope,
    PriceBasis,
    Segment,
)
from app.domain.money import Amount, UnitPrice
from app.domain.price_list import Item
from app.wording import labelled
from i18n import Language
from tests.app.pricelist.lists import (
    FIRST_ROW,
    accepted,
    accepted_item,
    cell,
    item,
    parsed,
)

PRICES = (
    "price_12",
    "price_24",
    "price_36",
    "price_once",
    "price_month",
    "price_extension",
    "cost_month",
    "cost_once",
)
COMMISSIONS = (
    "commission_12",
    "commission_24",
    "commission_36",
    "commission_extension",
)


def euros(price: str) -> UnitPrice:
    return UnitPrice.parse(price, "EUR")


def test_an_item_holds_what_its_row_says() -> None:
    filled = accepted(
        item("NB", "hardware"),
        item("BASE", "service"),
        item("OTHER", "option"),
        item(
            "UP",
            "upgrade",
            name_nl="Opwaardering",
            description_fr="Plus grand",
            description_en="Larger",
            manufacturer="Brivane",
            family="Office",
            fits="Mobile|Compact",
            replaces="BASE",
            requires="NB",
            excludes="OTHER",
            max_per_pack="2",
            price_12="5.1",
            price_24="4.60",
            price_36="0.125",
            price_once="9",
            price_month="10.50",
            price_extension="3.9",
            cost_month="2.1234",
            cost_once="0",
            price_basis="term",
            commission_12="6",
            commission_24="8.50",
            commission_36="10.00",
            commission_extension="4",
            commission_basis="contract",
            warranty_months="36",
            max_warranty_months="60",
            billing="monthly|annual",
            trial="yes",
            addon_of="BASE|OTHER",
            limit_per_customer="1",
            limit_scope="lifetime",
            seats_min="1",
            seats_max="300",
            segment="business|charity",
            countries="BE|LU",
            valid_from="2026-01-01",
            valid_to="2026-09-30",
            successor="OTHER",
        ),
    ).items[3]
    assert dict(filled.name.texts) == {
        "en": "UP",
        "fr": "UP, f",
        "nl": "Opwaardering",
    }
    assert dict(filled.description.texts) == {"en": "Larger", "fr": "Plus grand"}
    assert filled == Item(
        sku="UP",
        kind=Kind.UPGRADE,
        name=filled.name,
        description=filled.description,
        manufacturer="Brivane",
        family="Office",
        fits=("Mobile", "Compact"),
        replaces=("BASE",),
        requires=("NB",),
        excludes=("OTHER",),
        max_per_pack=2,
        prices=type(filled.prices)(euros("5.10"), euros("4.60"), euros("0.125")),
        price_once=euros("9"),
        price_month=euros("10.50"),
        price_extension=euros("3.90"),
        cost_month=euros("2.1234"),
        cost_once=euros("0"),
        price_basis=PriceBasis.TERM,
        commissions=type(filled.commissions)(
            *(Amount(cents, "EUR") for cents in (600, 850, 1_000))
        ),
        commission_extension=Amount(400, "EUR"),
        commission_basis=CommissionBasis.CONTRACT,
        warranty_months=36,
        max_warranty_months=60,
        billing=(Billing.MONTHLY, Billing.ANNUAL),
        trial=True,
        addon_of=("BASE", "OTHER"),
        limit_per_customer=1,
        limit_scope=LimitScope.LIFETIME,
        seats_min=1,
        seats_max=300,
        segment=(Segment.BUSINESS, Segment.CHARITY),
        countries=("BE", "LU"),
        valid_from=date(2026, 1, 1),
        valid_to=date(2026, 9, 30),
        successor="OTHER",
    )


def test_w7_an_empty_price_is_not_offered_and_never_0() -> None:
    empty = accepted_item(price_12="", price_24="57.90", commission_24="")
    assert empty.prices.months_12 is None
    assert empty.prices.months_24 == euros("57.90")
    assert empty.commissions.months_24 is None
    assert empty.price_once is None
    assert empty.commission_extension is None


def test_what_a_row_leaves_out_has_its_default() -> None:
    empty = accepted_item(billing="", price_basis="", trial="", includes="")
    assert empty.price_basis is PriceBasis.MONTH
    assert empty.commission_basis is CommissionBasis.UNIT
    assert empty.trial is False
    assert (empty.billing, empty.includes, empty.countries) == ((), (), ())
    assert empty.max_per_pack is None


@pytest.mark.parametrize(
    "sku", ["1E5", "2026-01-01", "01/02/2026", "1.234", "12,50", "TRUE", "1/2", "0x1F"]
)
def test_a_sku_that_looks_like_something_else_is_kept_as_written(sku: str) -> None:
    price_list = accepted(item(sku, "service", name_fr="Pose"))
    assert [each.sku for each in price_list.items] == [sku]


def test_leading_zeros_of_a_sku_are_kept() -> None:
    kept = accepted(item("00042", "pack", includes="007*2"), item("007", "hardware"))
    assert kept.items[0].sku == "00042"
    assert kept.items[0].includes == (("007", 2),)


@pytest.mark.parametrize(
    ("includes", "contents"),
    [
        ("NB", (("NB", 1),)),
        ("NB|SCREEN*2", (("NB", 1), ("SCREEN", 2))),
        (" NB | SCREEN * 2 ", (("NB", 1), ("SCREEN", 2))),
        ("NB*1|", (("NB", 1),)),
    ],
)
def test_sku_times_2_is_two_in_the_contents_of_a_pack(
    includes: str, contents: tuple[tuple[str, int], ...]
) -> None:
    pack = item("PACK", "pack", includes=includes)
    read = accepted(pack, item("NB", "hardware"), item("SCREEN", "hardware"))
    assert read.items[0].includes == contents


@pytest.mark.parametrize("kind", [*Kind][:7])
def test_each_of_the_seven_kinds_is_accepted(kind: Kind) -> None:
    assert accepted_item(kind=kind.value.upper()).kind is kind


@pytest.mark.parametrize(
    ("mark", "trial"), [("yes", True), ("OUI", True), ("no", False), ("Non", False)]
)
def test_a_mark_is_yes_or_no_in_either_language(mark: str, trial: bool) -> None:
    assert accepted_item(trial=mark).trial is trial


@pytest.mark.parametrize("column", [*PRICES, *COMMISSIONS])
@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("-5.00", "number_negative"),
        ("NaN", "number_not_finite"),
        ("-Infinity", "number_not_finite"),
        ("1e5", "number_exponent"),
        ("sur demande", "number_letters"),
        ("49,90 €", "number_letters"),
        ("(5.00)", "number_parentheses"),
        ("#REF!", "number_formula_error"),
        ("1,234", "number_ambiguous"),
        ("1000000000", "number_too_large"),
        ("1.23456", "too_many_decimals"),
    ],
)
def test_an_amount_that_is_none_refuses_the_list_and_names_its_cell(
    column: str, value: str, code: str
) -> None:
    read = parsed(item("GOOD"), item("BAD", **{column: value}))
    assert read.price_list is None
    (problem,) = read.problems
    assert problem.code == code
    assert cell(problem) == (FIRST_ROW + 1, column, value)


def test_a_price_has_four_decimals_at_most_and_a_commission_two() -> None:
    assert accepted_item(price_36="1.2345").prices.months_36 == euros("1.2345")
    for column, value, most in (
        ("price_36", "1.23456", "4"),
        ("commission_36", "12.345", "2"),
        ("commission_36", "0.125", "2"),
    ):
        good, bad = item("GOOD", **{column: "0.5"}), item("BAD", **{column: value})
        (problem,) = parsed(good, bad).problems
        assert problem.code == "too_many_decimals"
        assert dict(problem.parameters)["expected"] == most


def test_both_readings_of_an_ambiguous_amount_are_named() -> None:
    (problem,) = parsed(item(price_36="1,234")).problems
    assert dict(problem.parameters)["expected"] == "1234 / 1.234"


def test_a_column_with_both_decimal_signs_names_each_cell_that_needs_one() -> None:
    rows = [("A", "3.50"), ("B", "3,50"), ("C", "7")]
    read = parsed(*(item(sku, price_36=price) for sku, price in rows))
    assert read.price_list is None
    assert [(each.code, cell(each)) for each in read.problems] == [
        ("number_signs_mixed", (FIRST_ROW, "price_36", "3.50")),
        ("number_signs_mixed", (FIRST_ROW + 1, "price_36", "3,50")),
    ]


def test_each_column_decides_its_own_decimal_sign() -> None:
    both = accepted_item(price_36="49,90", price_24="57.90")
    assert both.prices.months_36 == euros("49.90")
    assert both.prices.months_24 == euros("57.90")


@pytest.mark.parametrize(
    ("column", "value", "code"),
    [
        ("kind", "laptop", "word_unknown"),
        ("kind", "special_request", "word_unknown"),
        ("kind", "partner_service", "word_unknown"),
        ("kind", "", "cell_missing"),
        ("sku", "", "cell_missing"),
        ("sku", "A\u0007B", "control_character"),
        ("name_fr", "x" * 10_001, "text_too_long"),
        ("name_fr", "inversé \u202e", "control_character"),
        ("fits", "A|B\u0007", "control_character"),
        ("price_basis", "year", "word_unknown"),
        ("commission_basis", "percent", "word_unknown"),
        ("limit_scope", "ever", "word_unknown"),
        ("billing", "monthly|weekly", "word_unknown"),
        ("segment", "business|army", "word_unknown"),
        ("includes", "SERVICE*0", "contents_unreadable"),
        ("includes", "SERVICE|SERVICE*2", "contents_unreadable"),
        ("max_per_pack", "1.5", "not_a_whole_number"),
        ("max_per_pack", "-1", "not_a_whole_number"),
        ("seats_min", "1 000", "not_a_whole_number"),
        ("seats_max", "10000000", "not_a_whole_number"),
        ("limit_per_customer", "one", "not_a_whole_number"),
        ("warranty_months", "3 ans", "not_a_whole_number"),
        ("trial", "maybe", "not_yes_or_no"),
        ("countries", "BE|Luxembourg", "not_a_country_code"),
        ("countries", "be", "not_a_country_code"),
        ("valid_from", "01/11/2026", "not_a_day"),
        ("valid_from", "2026-02-30", "not_a_day"),
        ("valid_to", "2026-13-01", "not_a_day"),
        ("valid_to", "20261101", "not_a_day"),
        ("valid_to", "0000-01-01", "not_a_day"),
    ],
)
def test_a_cell_that_holds_something_else_refuses_the_list_and_is_named(
    column: str, value: str, code: str
) -> None:
    read = parsed(item("GOOD"), {**item(), column: value})
    assert read.price_list is None
    (problem,) = read.problems
    assert problem.code == code
    assert cell(problem) == (FIRST_ROW + 1, column, value)


def test_the_words_that_are_expected_are_named() -> None:
    (problem,) = parsed(item(kind="laptop")).problems
    assert dict(problem.parameters)["expected"] == (
        "pack, hardware, upgrade, option, service, subscription, return"
    )


def test_every_wrong_cell_of_a_list_is_named_at_once() -> None:
    read = parsed(
        item("A", "pack", price_36="-1", commission_36="x"),
        item("B", "pak", price_36="12.34567"),
    )
    assert read.price_list is None
    assert sorted(cell(each) for each in read.problems) == [
        (FIRST_ROW, "commission_36", "x"),
        (FIRST_ROW, "price_36", "-1"),
        (FIRST_ROW + 1, "kind", "pak"),
        (FIRST_ROW + 1, "price_36", "12.34567"),
    ]


@pytest.mark.parametrize("column", PRICES[:6])
def test_a_price_of_0_is_a_warning(column: str) -> None:
    read = parsed(item(**{column: "0,00"}))
    assert read.price_list is not None
    (problem,) = read.problems
    assert (problem.code, problem.severity) == ("price_zero", "warning")
    assert cell(problem) == (FIRST_ROW, column, "0,00")


def test_prices_of_0_in_one_column_are_said_in_one_sentence() -> None:
    read = parsed(*(item(f"A{at}", price_36="0") for at in range(12)))
    assert read.price_list is not None
    (problem,) = read.problems
    assert labelled(problem, Language.of("en")) == (
        "Warning – Prices of 0 in column price_36: 12 (rows 10, 11, 12, 13, 14,"
        " 15, 16, 17, 18, 19, …). Where an item is not offered, the cell stays empty."
    )


@pytest.mark.parametrize("column", [*PRICES[6:], *COMMISSIONS])
def test_a_cost_or_a_commission_of_0_goes_without_a_word(column: str) -> None:
    accepted_item(**{column: "0.00"})
