"""Lists that wait for their day, and taking one of them back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from app.pricelist.parse import ParsedList
from app.settings import Settings
from app.use_cases import prices
from app.use_cases.bundled import policies
from app.use_cases.waiting import taken_back, waiting
from app.use_cases.workplace import Workplace
from tests.fakes import FakeClock, FakeStorage
from tests.quotes_db.samples import price_list


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
