from __future__ import annotations

import sys
import unicodedata
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n.numerals import SIGNS, parse_number

SPACES = [
    each
    for each in map(chr, range(sys.maxunicode + 1))
    if unicodedata.category(each) == "Zs"
]


@pytest.mark.parametrize("space", SPACES, ids=lambda each: f"U+{ord(each):04X}")
def test_every_space_of_unicode_groups_thousands(space: str) -> None:
    text = f"{space}1{space}234{space}567,89{space}"
    assert parse_number(text, ",") == Decimal("1234567.89")


@pytest.mark.parametrize(
    ("text", "sign", "number"),
    [
        ("49,90", ",", "49.90"),
        ("49.90", ".", "49.90"),
        ("1.234,56", ",", "1234.56"),
        ("1,234.56", ".", "1234.56"),
        ("1'234,56", ",", "1234.56"),
        ("1’234.56", ".", "1234.56"),
        ("1.234.567", ",", "1234567"),
        ("1,125", ",", "1.125"),
        ("1.125", ".", "1.125"),
        ("0,125", ",", "0.125"),
        ("1234", ",", "1234"),
        ("007", ",", "7"),
    ],
)
def test_a_number_reads_as_people_type_it(text: str, sign: str, number: str) -> None:
    assert parse_number(text, sign) == Decimal(number)


@pytest.mark.parametrize(("text", "sign"), [("1.234", ","), ("1,234", ".")])
def test_a_sign_that_could_mean_either_is_refused(text: str, sign: str) -> None:
    with pytest.raises(ValueError, match=text):
        parse_number(text, sign)


@pytest.mark.parametrize("sign", [",", "."])
@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "-5", "+5", "1e5", "NaN", "inf", "5 €", "1_000", "٤٩", "(5)"),
        *("1 23", "1..2", "5,", ".5", "1 234'567", "0 125", "1 2345", "12,34,56"),
    ],
)
def test_what_is_no_number_is_refused(text: str, sign: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  # the text is its message
        parse_number(text, sign)


@pytest.mark.parametrize(("text", "sign"), [("0.125", ","), ("0,125", ".")])
def test_a_lone_0_before_the_other_sign_is_no_thousand(text: str, sign: str) -> None:
    with pytest.raises(ValueError, match=text):
        parse_number(text, sign)


@given(st.text(), st.sampled_from(sorted(SIGNS)))
def test_any_text_is_a_number_or_refused(text: str, sign: str) -> None:
    try:
        number = parse_number(text, sign)
    except ValueError:
        return
    assert number.is_finite()
    assert number >= 0
