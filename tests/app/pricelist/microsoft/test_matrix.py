"""Microsoft's offer matrix beside its price list."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.choices import Billing, LimitScope
from app.domain.price_list import PriceList
from app.domain.problems import RefusedError
from app.pricelist.microsoft.matrix import enrich
from app.tables import reading
from app.tables.table import Table
from app.use_cases.prices import check

FOLDER = Path("tests/data/microsoft")


def the_list() -> PriceList:
    """The list that the matrix belongs to."""
    price_list = check(FOLDER / "2020-03-licences-EUR.csv").price_list
    assert price_list is not None
    return price_list


def matrix(old: str = "", new: str = "") -> Table:
    """The matrix, with one text in place of another."""
    text = (FOLDER / "2020-03-offermatrix.csv").read_text("utf-8")
    return reading.read(text.replace(old, new, 1).encode())


def test_an_offer_gains_what_the_matrix_says() -> None:
    before = the_list()
    enriched, _ = enrich(before, matrix(), "2020-03b")
    small, large, trial = enriched.items
    assert small.billing == (Billing.ANNUAL, Billing.MONTHLY)
    assert (small.seats_min, small.seats_max) == (1, 300)
    assert small.limit_per_customer == 2
    assert small.limit_scope is LimitScope.CONCURRENT
    assert small.countries == ("BE", "BQ")
    assert large.addon_of == ("offer-1",)
    assert (large.seats_min, large.seats_max) == (5, None)
    assert (large.limit_per_customer, large.limit_scope) == (None, None)
    assert trial.trial
    assert trial.billing == ()
    assert small.price_month == before.items[0].price_month


def test_it_is_another_version_with_fingerprints_of_its_own() -> None:
    before = the_list()
    enriched, _ = enrich(before, matrix(), "2020-03b")
    assert (enriched.list_id, enriched.version) == (before.list_id, "2020-03b")
    assert enriched.file_fingerprint not in {"", before.file_fingerprint}


def test_what_one_alone_holds_is_counted() -> None:
    _, problems = enrich(the_list(), matrix("offer-3,", "offer-7,"), "2")
    told = {each.code: dict(each.parameters) for each in problems}
    assert told["matrix_only"]["count"] == 2
    assert told["list_only"]["count"] == 1
    assert told["parents_missing"]["count"] == 1
    assert told["country_unknown"]["value"] == "Nowhere"


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("Durable Offer ID", "Offer", "no_matrix"),
        ("offer-2,", "offer-1,", "matrix_twice"),
        ("Monthly,5,", "Monthly,five,", "not_a_whole_number"),
        ("Monthly,5,", "Monthly,²,", "not_a_whole_number"),
    ],
)
def test_a_wrong_matrix_is_refused(old: str, new: str, code: str) -> None:
    with pytest.raises(RefusedError) as refusal:
        enrich(the_list(), matrix(old, new), "2")
    assert [each.code for each in refusal.value.problems] == [code]
