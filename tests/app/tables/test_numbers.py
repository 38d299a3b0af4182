from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.tables.numbers import NumberProblem, read_numbers

#: Every space that Unicode has.
SPACES = [
    *" \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009",
    *"\u200a\u202f\u205f\u3000",
]
APOSTROPHES = ["'", "’"]


def problem(text: str) -> str:
    """The code of what is wrong with the only cell of a column."""
    (read,) = read_numbers([text])
    assert isinstance(read, NumberProblem)
    return read.code


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1234.56", "1234.56"),
        ("1234,56", "1234.56"),
        ("1.234,56", "1234.56"),
        ("1,234.56", "1234.56"),
        ("1'234.56", "1234.56"),
        ("1’234.56", "1234.56"),
        ("1.234.567,8", "1234567.8"),
        ("1,234,567", "1234567"),
        ("12", "12"),
        ("0", "0"),
        ("0.125", "0.125"),
        ("0,125", "0.125"),
        ("007,50", "7.5"),
        ("1200", "1200"),
    ],
)
def test_each_accepted_form_reads_as_its_number(text: str, number: str) -> None:
    assert read_numbers([text]) == [Decimal(number)]


@pytest.mark.parametrize("space", SPACES, ids=lambda space: f"U+{ord(space):04X}")
def test_any_kind_of_space_groups_thousands(space: str) -> None:
    assert read_numbers([f"1{space}234{space}567,89"]) == [Decimal("1234567.89")]


def test_an_empty_cell_is_nothing_and_never_0() -> None:
    assert read_numbers(["", "0", ""]) == [None, Decimal(0), None]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("-5", "number_negative"),
        ("−5", "number_negative"),
        ("– 5,00", "number_negative"),
        ("-1e5", "number_negative"),
        ("(5)", "number_parentheses"),
        ("(59,82 %)", "number_parentheses"),
        ("1e5", "number_exponent"),
        ("1,5E+3", "number_exponent"),
        ("1E999999999", "number_exponent"),
        ("NaN", "number_not_finite"),
        ("sNaN", "number_letters"),
        ("inf", "number_not_finite"),
        ("-Infinity", "number_not_finite"),
        ("∞", "number_not_finite"),
        ("#REF!", "number_formula_error"),
        ("#N/A", "number_formula_error"),
        ("#VALEUR!", "number_formula_error"),
        ("#DIV/0!", "number_formula_error"),
        ("49,90 €", "number_letters"),
        ("sur demande", "number_letters"),
        ("1_000", "number_letters"),
        ("+5", "number_letters"),
        ("٤٩", "number_letters"),
        ("４９", "number_letters"),
        ("5-", "number_letters"),
        ("=A1*2", "number_letters"),
        (".", "number_letters"),
        ("1..2", "number_letters"),
        ("1 23", "number_letters"),
        ("12 34,5", "number_letters"),
        ("1.23.456", "number_letters"),
        ("1 234'567", "number_letters"),
        ("0 125", "number_letters"),
    ],
)
def test_what_is_no_number_says_why(text: str, code: str) -> None:
    assert problem(text) == code


def test_a_number_readable_in_two_ways_shows_both_readings() -> None:
    assert read_numbers(["1,234"]) == [
        NumberProblem("number_ambiguous", ("1234", "1.234"))
    ]
    assert read_numbers(["1.500"]) == [
        NumberProblem("number_ambiguous", ("1.5", "1500"))
    ]


def test_the_whole_column_decides_how_a_cell_reads() -> None:
    assert read_numbers(["1,234", "0,5"]) == [Decimal("1.234"), Decimal("0.5")]
    assert read_numbers(["1,234", "0.5"]) == [Decimal(1234), Decimal("0.5")]
    assert read_numbers(["49", "1,234", "1,234.5"])[1] == Decimal(1234)


def test_a_lone_0_before_the_sign_is_never_a_group_of_thousands() -> None:
    assert read_numbers(["0.125", "1.234"]) == [Decimal("0.125"), Decimal("1.234")]


def test_a_column_with_both_signs_as_decimals_is_refused_where_one_is_needed() -> None:
    mixed = NumberProblem("number_signs_mixed")
    assert read_numbers(["3.50", "3,50", "7"]) == [mixed, mixed, Decimal(7)]
    assert read_numbers(["3.50", "3,50", "1,234"])[2] == mixed


def test_no_decimal_is_lost_however_many_there_are() -> None:
    tiny = f"1.{'0' * 40}1"
    assert read_numbers([tiny]) == [Decimal(tiny)]


@st.composite
def written(draw: st.DrawFn) -> tuple[Decimal, str, str]:
    """A price, one of the ways to write it, and the decimal sign of that way."""
    number = Decimal(draw(st.integers(0, 10**13 - 1))).scaleb(-4)
    sign = draw(st.sampled_from(".,"))
    other = {".": ",", ",": "."}[sign]
    group = draw(st.sampled_from(["", other, *SPACES, *APOSTROPHES]))
    text = f"{number:,.4f}" if group else f"{number:.4f}"
    whole, _, fraction = text.partition(".")
    if draw(st.booleans()):
        fraction = fraction.rstrip("0")
    whole = whole.replace(",", group)
    return number, f"{whole}{sign}{fraction}" if fraction else whole, sign


@given(written())
def test_a_price_written_in_any_accepted_way_reads_back_exactly(
    price: tuple[Decimal, str, str],
) -> None:
    number, text, sign = price
    assert read_numbers([text, f"0{sign}5"])[0] == number


@given(st.lists(st.text(max_size=12) | st.text("0123456789.,' -e()#€", max_size=12)))
def test_any_column_of_texts_gives_one_answer_a_cell(texts: list[str]) -> None:
    for text, read in zip(texts, read_numbers(texts), strict=True):
        assert (read is None) == (text == "")
        if isinstance(read, Decimal):
            assert read.is_finite()
            assert read >= 0
