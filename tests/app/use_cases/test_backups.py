from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from app.settings import Settings
from app.use_cases import backups
from app.use_cases.bundled import policies
from app.use_cases.workplace import Workplace
from quotes_db.storage import Database
from tests.fakes import FakeClock
from tests.quotes_db.samples import filled, record


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def workplace(tmp_path: Path, clock: FakeClock) -> Workplace:
    storage = Database(tmp_path, clock)
    filled(storage)
    return Workplace(tmp_path, storage, clock, Settings(), policies(), "tester")


def add(workplace: Workplace, number: int) -> None:
    with workplace.storage.writing() as store:
        store.add_quote(record(f"TR-2026-{number:04}"))


def test_old_backups_go_and_what_was_kept_before_a_restore_stays(
    workplace: Workplace, clock: FakeClock
) -> None:
    first, *_ = backups.back_up(workplace)
    clock.moment += timedelta(minutes=1)
    workplace.storage.restore(first.path)
    for number in range(2, 15):
        clock.moment += timedelta(minutes=10)
        add(workplace, number)
        backups.back_up(workplace)
    found = backups.back_up(workplace)
    assert found == workplace.storage.backups()
    assert [each.quotes for each in found if each.automatic] == list(range(14, 4, -1))
    assert [each.quotes for each in found if not each.automatic] == [1]


def test_nothing_is_dropped_where_nothing_was_made(
    workplace: Workplace, clock: FakeClock
) -> None:
    before = backups.back_up(workplace)
    clock.moment += timedelta(days=4_000)
    assert backups.back_up(workplace) == before


def test_a_backup_is_found_by_its_name(workplace: Workplace, tmp_path: Path) -> None:
    (made,) = backups.back_up(workplace)
    assert backups.named(workplace, Path(made.path.name)) == made.path
    elsewhere = tmp_path / "elsewhere" / made.path.name
    assert backups.named(workplace, elsewhere) == elsewhere
