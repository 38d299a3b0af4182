"""Microsoft's offer matrix beside its price list."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.choices import Billing, LimitScope
from app.domain.price_list import PriceList
from app.domain.problems import Problems, RefusedError
from app.pricelist.foreign import matrix_in
from app.pricelist.microsoft.enriched import enrich
from app.pricelist.microsoft.matrix import Matrix, read
from app.tables import reading
from app.use_cases.prices import check
from tests.app.pricelist.lists import cell
from tests.app.tables.workbooks import written

FOLDER = Path("tests/data/microsoft")
TEXT = (FOLDER / "2020-03-offermatrix.csv").read_text("utf-8")


def the_list() -> PriceList:
    """The list that the matrix belongs to."""
    price_list = check(FOLDER / "2020-03-licences-EUR.csv").price_list
    assert price_list is not None
    return price_list


def matrix(old: str = "", new: str = "") -> Matrix:
    """The matrix, with one text in place of another."""
    return read(reading.read(TEXT.replace(old, new, 1).encode()))


def enriched(offers: Matrix) -> tuple[PriceList, Problems]:
    """The list with what a matrix says."""
    done = enrich(the_list(), offers, "2020-03+1")
    assert done.price_list is not None
    return done.price_list, done.problems


def test_an_offer_gains_what_the_matrix_says() -> None:
    small, large, trial = enriched(matrix())[0].items
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
    assert small.price_month == the_list().items[0].price_month


def test_it_is_another_version_with_fingerprints_of_its_own() -> None:
    before, (after, _) = the_list(), enriched(matrix())
    assert (after.list_id, after.version) == (before.list_id, "2020-03+1")
    assert after.file_fingerprint not in {"", before.file_fingerprint}


def test_a_matrix_that_says_nothing_new_gives_the_very_list_back() -> None:
    once, _ = enriched(matrix())
    assert enrich(once, matrix(), "2020-03+2").price_list is once


def test_what_has_no_column_stays_as_it_is() -> None:
    once, _ = enriched(matrix())
    lines = TEXT.replace("Min Seat Count", "Fewest").replace("Allowed Countries", "X")
    again = enrich(once, read(reading.read(lines.encode())), "2020-03+2")
    assert again.price_list is once


def test_items_that_do_not_agree_refuse_the_list_as_an_import_does() -> None:
    circle = matrix("Concurrent,,", "Concurrent,offer-2,")
    done = enrich(the_list(), circle, "2020-03+1")
    assert done.price_list is None
    (problem,) = (each for each in done.problems if each.severity == "error")
    assert problem.code == "circle"
    assert cell(problem)[1] == "Depends On"


def test_titles_above_and_empty_rows_below_say_nothing() -> None:
    text = f"Offers of March;;\n{TEXT}{',' * 15}x\n"
    offers = read(reading.read(text.replace(";;", ",,").encode()))
    assert list(offers.offers) == ["offer-1", "offer-2", "offer-3", "offer-8"]


def test_any_sheet_of_a_workbook_may_hold_it() -> None:
    table = reading.read(TEXT.encode())
    content = written(About=[["About"]], Offers=[list(row.cells) for row in table.rows])
    found = matrix_in(lambda sheet: reading.read(content, sheet))
    assert found.offers.keys() == matrix().offers.keys()


def test_the_rows_that_meet_no_item_are_named() -> None:
    (offer,) = matrix().unmet(the_list())
    assert (offer.row, offer.sku, offer.name) == (5, "offer-8", "Mail New")


def test_what_one_alone_holds_is_counted() -> None:
    _, problems = enriched(matrix("offer-3,", "offer-7,"))
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
        ("Monthly,5,", "Monthly,5000000,", "not_a_whole_number"),
    ],
)
def test_a_wrong_matrix_is_refused(old: str, new: str, code: str) -> None:
    with pytest.raises(RefusedError) as refusal:
        matrix(old, new)
    assert [each.code for each in refusal.value.problems] == [code]
