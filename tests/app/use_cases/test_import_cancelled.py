"""An import keeps what was checked, or leaves the real database as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.settings import Settings
from app.use_cases import prices
from app.use_cases.bundled import policies
from app.use_cases.prices import Imported
from app.use_cases.workplace import Workplace
from quotes_db.storage import Database
from tests.fakes import FakeClock


class UnwantedError(Exception):
    """Somebody pressed Cancel."""


def unwanted(done: int, total: int) -> None:
    assert 0 <= done <= total
    raise UnwantedError


def test_reading_ends_wherever_it_is_no_longer_wanted(examples: Path) -> None:
    path = examples / "list-cp1252.csv"
    asked: list[int] = []

    def still() -> None:
        asked.append(len(asked))
        if len(asked) == last:
            raise UnwantedError

    last = 0
    assert prices.check(path, still=still) == prices.check(path)
    assert len(asked) > len(("the text", "each column", "the fingerprints"))
    for last in range(1, len(asked) + 1):  # noqa: B007 -- `still` looks at it
        asked.clear()
        with pytest.raises(UnwantedError):
            prices.check(path, still=still)


def test_what_is_raised_while_writing_leaves_nothing(
    tmp_path: Path, examples: Path
) -> None:
    clock = FakeClock()
    database = Database(tmp_path, clock)
    workplace = Workplace(tmp_path, database, clock, Settings(), policies(), "tester")
    checked = prices.check(examples / "list-cp1252.csv")
    with pytest.raises(UnwantedError):
        prices.import_checked(workplace, checked, "list.csv", unwanted)
    with database.reading() as store:
        assert store.price_lists() == ()
        assert store.events() == ()
    again = prices.import_checked(workplace, checked, "list.csv")
    assert again.outcome is Imported.NEW


def test_a_file_replaced_after_it_was_checked_changes_nothing(
    tmp_path: Path, examples: Path
) -> None:
    clock = FakeClock()
    place = Workplace(
        *(tmp_path / "data", Database(tmp_path / "data", clock), clock),
        *(Settings(), policies(), "tester"),
    )
    path = tmp_path / "list.csv"
    content = (examples / "list-cp1252.csv").read_bytes()
    path.write_bytes(content)
    checked = prices.check(path)
    path.write_bytes(content[:-200])
    kept = prices.import_checked(place, checked, path.name).price_list
    path.unlink()
    with place.storage.reading() as store:
        assert store.price_list(kept.list_id, kept.version) == checked.price_list
