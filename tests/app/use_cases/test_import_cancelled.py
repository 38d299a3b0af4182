"""An import that is no longer wanted leaves the real database as it was."""

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
