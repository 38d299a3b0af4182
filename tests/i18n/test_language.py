from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from babel.numbers import format_currency
from hypothesis import given
from hypothesis import strategies as st

from app.domain.money import Amount, UnitPrice
from i18n import N_, Language
from i18n.language import LANGUAGES

NO_BREAK = "\u00a0"
FR_BE, EN = Language.of("fr", "BE"), Language.of("en")
ALL = [
    Language.of(code, country)
    for code in LANGUAGES
    for country in ("", "BE", "FR", "LU", "CH")
]


def euros(text: str) -> Amount:
    return Amount.parse(text, "EUR")


def test_a_country_that_speaks_another_language_is_dropped() -> None:
    assert Language.of("fr", "BE") == Language("fr", "BE")
    assert Language.of("fr", "US") == Language("fr")
    assert Language.of("en", "ZZ") == Language("en")
    assert Language.of("fr", "") == Language("fr")


def test_english_in_luxembourg_is_that_of_belgium() -> None:
    english = Language.of("en", "LU")
    assert english.money(euros("23328.00")) == f"23.328,00{NO_BREAK}€"
    assert english.date(date(2026, 11, 2)) == "2 November 2026"


def test_swiss_french_has_a_point_where_it_is_chosen() -> None:
    plain, point = Language.of("fr", "CH"), Language.of("fr", "CH", point=True)
    francs = Amount.parse("23328.05", "CHF")
    assert plain.money(francs) == f"23{NO_BREAK}328,05{NO_BREAK}CHF"
    assert point.money(francs) == f"CHF{NO_BREAK}23’328.05"
    assert point.money(UnitPrice(41_250, "CHF")) == f"CHF{NO_BREAK}4.125"
    assert point.number(12_345) == "12’345"
    assert point.percent(Decimal("8.1")).replace(NO_BREAK, "") == "8.1%"
    assert point.parse("1’234.50") == Decimal("1234.5")
    assert point.date(date(2026, 11, 1)) == "1er novembre 2026"
    assert point.gettext("Valid until") == plain.gettext("Valid until")


@pytest.mark.parametrize("country", ["", "BE", "FR", "LU"])
def test_a_point_is_switzerlands_alone(country: str) -> None:
    assert Language.of("fr", country, point=True) == Language.of("fr", country)


def test_amounts_in_french_are_grouped_by_a_space_that_does_not_break() -> None:
    assert FR_BE.money(euros("23328.00")) == f"23{NO_BREAK}328,00{NO_BREAK}€"
    assert EN.money(euros("23328.00")) == "€23,328.00"


@pytest.mark.parametrize("language", ALL, ids=str)
def test_the_narrow_space_stands_in_no_figure(language: Language) -> None:
    figures = (
        language.money(euros("1234567.89")),
        language.number(1_234_567),
        language.percent(Decimal("8.1")),
        language.date(date(2026, 11, 22)),
    )
    assert "\u202f" not in "".join(figures)


@pytest.mark.parametrize(
    ("units", "shown"),
    [
        (499_000, "49,90"),
        (1_250, "0,125"),
        (1_234, "0,1234"),
        (50_000, "5,00"),
        (0, "0,00"),
        (1, "0,0001"),
    ],
)
def test_a_unit_price_has_two_to_four_decimals(units: int, shown: str) -> None:
    assert FR_BE.money(UnitPrice(units, "EUR")) == f"{shown}{NO_BREAK}€"


def test_huge_amounts_are_exact() -> None:
    assert FR_BE.money(euros("99999999.99")) == (
        f"99{NO_BREAK}999{NO_BREAK}999,99{NO_BREAK}€"
    )
    most = Amount(2**63 - 1, "EUR")
    assert EN.money(most) == "€92,233,720,368,547,758.07"


def test_a_credit_has_its_sign() -> None:
    assert FR_BE.money(Amount(-126_050, "EUR")) == f"-1{NO_BREAK}260,50{NO_BREAK}€"


def test_a_difference_has_its_sign_next_to_its_figure() -> None:
    less, more = Amount(-126_050, "EUR"), Amount(410, "EUR")
    assert FR_BE.signed(more) == f"+4,10{NO_BREAK}€"
    assert FR_BE.signed(less) == f"−1{NO_BREAK}260,50{NO_BREAK}€"
    assert EN.signed(less) == "−€1,260.50"
    assert FR_BE.signed(Amount(0, "EUR")) == FR_BE.money(Amount(0, "EUR"))
    swiss = Language.of("fr", "CH", point=True)
    assert swiss.signed(Amount(410, "CHF")) == f"CHF{NO_BREAK}+4.10"


def test_a_rise_in_percent_has_its_sign() -> None:
    assert FR_BE.signed_percent(Decimal("3.5")) == f"+3,5{NO_BREAK}%"
    assert FR_BE.signed_percent(Decimal(-3), 1) == f"−3,0{NO_BREAK}%"
    assert EN.signed_percent(Decimal(0)) == "0%"


def test_other_currencies_keep_two_decimals() -> None:
    assert EN.money(Amount(1_050, "CHF")) == f"CHF{NO_BREAK}10.50"
    assert FR_BE.money(Amount(1_050, "JPY")) == f"10,50{NO_BREAK}JPY"


@given(st.integers(-(2**63), 2**63), st.sampled_from(ALL))
def test_an_amount_is_written_exactly_and_never_rounded(
    cents: int, language: Language
) -> None:
    digits = [each for each in language.money(Amount(cents, "EUR")) if each.isdigit()]
    assert int("".join(digits)) == abs(cents)


@given(
    st.integers(-(10**13), 10**13),
    st.sampled_from([*ALL, Language("en", "IN"), Language("en", "US")]),
    st.sampled_from(["EUR", "CHF", "USD", "JPY"]),
)
def test_an_amount_is_written_as_babel_writes_it(
    cents: int, language: Language, currency: str
) -> None:
    written = format_currency(
        Amount(cents, currency).decimal,
        currency,
        locale="_".join(filter(None, (language.code, language.territory))),
        currency_digits=False,
        decimal_quantization=False,
    )
    ours = language.money(Amount(cents, currency))
    # Two habits of our own: no narrow space, and one between a code and its figures.
    assert ours.replace(NO_BREAK, "") == written.replace("\u202f", "").replace(
        NO_BREAK, ""
    )


@given(st.integers(0, 10**13 - 1), st.sampled_from(ALL))
def test_a_unit_price_is_written_exactly_and_never_rounded(
    units: int, language: Language
) -> None:
    price = UnitPrice(units, "EUR")
    written = language.money(price).strip("€" + NO_BREAK)
    assert language.parse(written) == price.decimal


@pytest.mark.parametrize(
    ("percent", "shown"),
    [("21", "21"), ("8.1", "8,1"), ("0", "0"), ("100", "100"), ("33.3333", "33,3333")],
)
def test_a_percentage_keeps_its_decimals(percent: str, shown: str) -> None:
    assert FR_BE.percent(Decimal(percent)) == f"{shown}{NO_BREAK}%"


def test_a_percentage_shows_as_many_decimals_as_are_asked_for() -> None:
    assert FR_BE.percent(Decimal(3), decimals=1) == f"3,0{NO_BREAK}%"
    assert EN.percent(Decimal("1234.25"), decimals=1) == "1,234.25%"


def test_half_a_hundredth_of_a_percentage_is_not_rounded_to_even() -> None:
    assert EN.percent(Decimal("12.345")) == "12.345%"
    assert EN.percent(Decimal("12.355")) == "12.355%"


@given(units=st.integers(0, 10**12), language=st.sampled_from(ALL))
def test_a_price_is_typed_as_it_is_shown(units: int, language: Language) -> None:
    price = Decimal(units) / 10_000
    shown = language.price(price)
    assert language.parse(shown) == price


def test_a_price_has_two_decimals_or_more() -> None:
    assert FR_BE.price(Decimal("1054.5")) == f"1{NO_BREAK}054,50"
    assert FR_BE.price(Decimal("54.0000")) == "54,00"
    assert EN.price(Decimal("0.1234")) == "0.1234"


def test_numbers_keep_their_decimals() -> None:
    assert FR_BE.number(1_234_567) == f"1{NO_BREAK}234{NO_BREAK}567"
    assert EN.number(1_234_567) == "1,234,567"
    assert EN.number(Decimal("0.12345")) == "0.12345"


def test_dates_are_written_out_and_in_figures() -> None:
    day = date(2026, 11, 22)
    assert FR_BE.date(day) == "22 novembre 2026"
    assert FR_BE.day(day) == "22/11/2026"
    assert Language.of("en", "BE").date(day) == "22 November 2026"
    assert EN.day(date(2026, 2, 1)) == "01/02/2026"


def test_french_counts_the_first_of_a_month_and_no_other_day() -> None:
    assert FR_BE.date(date(2026, 11, 1)) == "1er novembre 2026"
    assert FR_BE.date(date(2026, 11, 11)) == "11 novembre 2026"
    assert FR_BE.date(date(2026, 11, 21)) == "21 novembre 2026"


def test_a_country_has_a_name_and_what_is_none_keeps_its_own() -> None:
    assert FR_BE.country("BE") == "Belgique"
    assert Language("en").country("BE") == "Belgium"
    assert (FR_BE.country("QQ"), FR_BE.country("")) == ("QQ", "")


def test_amounts_are_parsed_as_people_there_type_them() -> None:
    assert FR_BE.parse("1 234,56") == Decimal("1234.56")
    assert EN.parse("1,234.56") == Decimal("1234.56")
    assert Language.of("fr", "CH").parse("1’234,5") == Decimal("1234.5")


@pytest.mark.parametrize("language", [FR_BE, EN], ids=str)
def test_what_is_no_number_is_refused(language: Language) -> None:
    for text in ("", "abc", "-1", "1e3"):
        with pytest.raises(ValueError):  # noqa: PT011  # the text is its message
            language.parse(text)


def test_texts_are_translated_and_unknown_ones_stay_english() -> None:
    assert Language("fr").gettext(N_("Row {row}")) == "Ligne {row}"
    assert Language("en").gettext("Row {row}") == "Row {row}"
    assert Language("fr").gettext("No catalogue has this.") == "No catalogue has this."


def test_a_language_without_a_catalogue_speaks_english() -> None:
    assert Language("nl").gettext("Row {row}") == "Row {row}"
    assert Language("nl").ngettext("one", "many", 2) == "many"
