"""Lists with a row for each item and term."""

from __future__ import annotations

from typing import Any

import pytest

from tests.app.pricelist.mapping.tables import (
    SIMPLE,
    codes,
    items,
    named,
    only,
    parsed,
    simple,
)

HEADER = "Réf.;Nom;Durée;Loyer;Prime"
LONG: dict[str, Any] = {
    **SIMPLE,
    "fields": {
        "sku": "Réf.",
        "name_fr": "Nom",
        "term": "Durée",
        "price": "Loyer",
        "commission": "Prime",
    },
}
ROWS = (
    "A;Portable;12 mois;60,50;10",
    "A;Portable;24;50,50;20",
    "B;Écran;3 ans;9,90;",
    "A;Portable;36 mois;45,50;30",
)


def test_the_rows_of_an_item_become_one() -> None:
    first, second = items(parsed(simple(*ROWS, header=HEADER), **LONG))
    assert [str(price) for _, price in first.prices.pairs()] == [
        "60.50",
        "50.50",
        "45.50",
    ]
    assert [str(each) for _, each in first.commissions.pairs()] == [
        "10.00",
        "20.00",
        "30.00",
    ]
    assert second.prices.months_12 is None
    assert str(second.prices.months_36) == "9.90"


def test_a_wrong_price_is_named_by_its_own_row() -> None:
    rows = (*ROWS[:3], "A;Portable;36;quarante;1")
    read = parsed(simple(*rows, header=HEADER), **LONG)
    (said,) = named(read, "number_letters")
    assert (said["row"], said["column"], said["value"]) == (5, "Loyer", "quarante")


@pytest.mark.parametrize(
    ("row", "code", "where"),
    [
        ("A;Portable;48 mois;1,5;", "term_unknown", "row 6, column Durée"),
        ("A;Portable;;1,5;", "term_unknown", "row 6, column Durée"),
        ("A;Portable;2 ans;1,5;", "term_twice", "row 6, column Durée"),
        ("B;Autre écran;12;1,5;", "item_differs", "row 6, column Nom"),
    ],
)
def test_rows_that_do_not_go_together_are_refused(
    row: str, code: str, where: str
) -> None:
    read = parsed(simple(*ROWS, row, header=HEADER), **LONG)
    assert read.price_list is None
    assert only(read, code).where == where


def test_a_commission_of_a_long_list_stays_the_partners() -> None:
    rows = (*ROWS[:3], "A;Portable;36;1,5;12x")
    read = parsed(simple(*rows, header=HEADER), **LONG)
    assert codes(read) >= {"number_letters"}
    assert named(read, "number_letters")[0]["field"] == "commission_36"
