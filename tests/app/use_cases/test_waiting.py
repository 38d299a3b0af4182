"""Lists that wait for their day, and taking one of them back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.ports import Storage
from app.pricelist.parse import ParsedList
from app.settings import Settings
from app.use_cases import prices
from app.use_cases.bundled import policies, sample_list
from app.use_cases.prices import catalogue
from app.use_cases.retiring import retire
from app.use_cases.waiting import coming, taken_back, waiting
from app.use_cases.workplace import Workplace
from quotes_db.storage import Database
from tests.fakes import FakeClock, FakeStorage
from tests.quotes_db.samples import price_list


@pytest.fixture(params=["fake", "real"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Workplace:
    """A workplace on 22 November 2026, over a store in memory and over a file."""
    clock = FakeClock()
    stores: dict[str, Storage] = {
        "fake": FakeStorage(tmp_path),
        "real": Database(tmp_path, clock),
    }
    storage = stores[request.param]
    return Workplace(tmp_path, storage, clock, Settings(), policies(), "tester")


def next_year(place: Workplace, version: str = "2027") -> None:
    new = replace(price_list(version), valid_from=date(2027, 1, 1))
    prices.import_checked(place, ParsedList(new, ()), "list.csv")


def counting(place: Workplace, day: date) -> list[str]:
    return [each.list_id for each in prices.current_lists(place.storage, day)]


def test_the_sample_counts_until_a_real_list_begins(place: Workplace) -> None:
    sample = sample_list().list_id
    next_year(place)
    assert counting(place, date(2026, 12, 31)) == [sample]
    assert counting(place, date(2027, 1, 1)) == ["also-be"]
    (record,) = waiting(place)
    assert coming(place, record).sample
    assert catalogue(place).find("WAAS-NB-M") is not None


def test_a_list_that_never_began_takes_no_sample_away(place: Workplace) -> None:
    next_year(place)
    retire(place, "also-be")
    assert counting(place, date(2027, 6, 1)) == [sample_list().list_id]


def test_the_sample_steps_in_for_nobody_whose_list_counted(place: Workplace) -> None:
    prices.import_checked(place, ParsedList(price_list("2026"), ()), "list.csv")
    next_year(place)
    (record,) = waiting(place)
    assert not coming(place, record).sample
    retire(place, "also-be")
    assert counting(place, date(2026, 12, 31)) == []


def test_what_is_taken_back_is_the_list_named_not_its_neighbours(
    tmp_path: Path,
) -> None:
    workplace = Workplace(
        *(tmp_path, FakeStorage(tmp_path), FakeClock()),
        *(Settings(), policies(), "tester"),
    )
    for version in ("2027-01", "2027-01+1", "2027-01b"):
        new = replace(price_list(version), valid_from=date(2027, 1, 1))
        prices.import_checked(workplace, ParsedList(new, ()), "list.csv")
    named = {each.version: each for each in waiting(workplace)}
    assert taken_back(workplace, named["2027-01b"]) == ("2027-01b",)
    kept = replace(named["2027-01b"], version="2027-01+1")
    assert set(taken_back(workplace, kept)) == {"2027-01", "2027-01+1"}
