"""The new-commerce offer matrix beside the new-commerce list."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.choices import LimitScope
from app.domain.price_list import Item, PriceList
from app.domain.problems import Parameter, RefusedError
from app.pricelist.foreign import matrix_in
from app.pricelist.microsoft.enriched import enrich
from app.pricelist.microsoft.matrix import read
from app.tables import reading
from app.use_cases.prices import check

FOLDER = Path("tests/data/microsoft")
TEXT = (FOLDER / "2025-11-new-commerce-offermatrix.csv").read_text("utf-8")
SMALL = "MAILSMALL001:0001"


def the_list() -> PriceList:
    price_list = check(FOLDER / "2025-11-new-commerce.csv").price_list
    assert price_list is not None
    return price_list


def enriched(text: str = TEXT) -> tuple[dict[str, Item], dict[str, Parameter | None]]:
    """The items by reference, and the problems by code with what they count."""
    offers = matrix_in(lambda _: reading.read(text.encode()))
    done = enrich(the_list(), offers, "2025-11+1")
    assert done.price_list is not None
    said = {p.code: next((v for _, v in p.parameters), None) for p in done.problems}
    return {item.sku: item for item in done.price_list.items}, said


def test_every_way_to_buy_an_offer_gains_what_the_matrix_says() -> None:
    items, _ = enriched()
    ways = [item for sku, item in items.items() if sku.startswith(SMALL)]
    assert len(ways) == 4
    for item in ways:
        assert (item.seats_min, item.seats_max) == (1, 300)
        assert item.limit_per_customer == 2
        assert item.limit_scope is LimitScope.CONCURRENT
        assert item.countries == ("BE", "FR", "LU")


def test_parents_are_every_way_to_buy_them_and_no_limit_is_none() -> None:
    items, said = enriched()
    (school,) = (item for sku, item in items.items() if ":0005:" in sku)
    assert set(school.addon_of) == {sku for sku in items if sku.startswith(SMALL)}
    assert school.seats_max is None
    assert (school.limit_per_customer, school.limit_scope) == (None, None)
    assert school.countries == ("BE",)
    assert said["country_unknown"] == "XX"
    assert said["parents_missing"] == 1
    assert said["matrix_only"] == 1


def test_how_it_is_billed_stays_as_the_list_says() -> None:
    items, _ = enriched()
    assert [item.billing for item in items.values()] == [
        item.billing for item in the_list().items
    ]
    assert any(item.trial for item in items.values())


@pytest.mark.parametrize(
    ("old", "new", "code", "column"),
    [
        ('"300","2"', '"many","2"', "not_a_whole_number", "MaxLicenses"),
        ('"MAILLATER001"', '"MAILSMALL001"', "matrix_twice", "SkuId"),
    ],
)
def test_what_cannot_be_read_is_refused_by_the_names_of_the_file(
    old: str, new: str, code: str, column: str
) -> None:
    with pytest.raises(RefusedError) as refusal:
        read(reading.read(TEXT.replace(old, new, 1).encode()))
    (problem,) = refusal.value.problems
    assert problem.code == code
    assert dict(problem.parameters)["column"] == column
