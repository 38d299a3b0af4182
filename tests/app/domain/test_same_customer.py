"""Customers are found to be the same by number or by name, however written."""

from __future__ import annotations

import pytest

from app.domain.identity import Customer
from app.domain.known_customer import KnownCustomer
from app.domain.same_customer import alike, folded_name, numbers, signs_of


def known(
    name: str, country: str = "BE", vat: str = "", enterprise: str = ""
) -> KnownCustomer:
    customer = Customer(name, country, vat_number=vat)
    return KnownCustomer(customer=customer, enterprise_number=enterprise)


@pytest.mark.parametrize(
    "name",
    ["Menuiserie Lefèvre", "MENUISERIE LEFEVRE SRL", "S.A. Menuiserie-Lefèvre"],
)
def test_a_name_is_compared_without_accents_case_and_legal_form(name: str) -> None:
    assert folded_name(name) == "menuiserie lefevre"


def test_a_name_that_is_but_a_legal_form_stays() -> None:
    assert folded_name("S.A.") == "sa"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (known("A", vat="BE 0403.170.701"), known("B", enterprise="0403170701")),
        (known("A", vat="BE403170701"), known("B", vat="0403.170.701")),
        (
            known("A", "FR", vat="FR40 303 265 045"),
            known("B", "FR", enterprise="303 265 045 00013"),
        ),
        (
            known("A", "CH", vat="CHE-107.787.577 TVA"),
            known("B", "CH", enterprise="CHE107787577"),
        ),
    ],
)
def test_one_number_written_in_two_ways_is_one(
    one: KnownCustomer, other: KnownCustomer
) -> None:
    assert numbers(one) == numbers(other)
    assert len(numbers(one)) == 1


def test_the_same_digits_of_two_countries_are_two() -> None:
    assert not numbers(known("A", "LU", "12345613")) & numbers(
        known("B", "DE", "12345613")
    )
    assert numbers(known("A")) == frozenset()
    assert signs_of(known("Ada SA")) == {"name ada"}


def test_likely_the_same_come_together_through_others_too() -> None:
    found = alike(
        {
            "a": known("Ada SA"),
            "b": known("Bob", vat="BE0403170701"),
            "c": known("Carl"),
            "d": known("ADA", vat="BE0403170701"),
        }
    )
    assert [sorted(group) for group in found] == [["a", "b", "d"]]
