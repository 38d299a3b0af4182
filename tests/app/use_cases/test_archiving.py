"""Many quotes put out of the way at once, or none of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.listing import Filter
from app.settings import Settings
from app.use_cases import issuing
from app.use_cases.bundled import policies
from app.use_cases.workplace import Workplace
from quotes_db.storage import Database
from tests.fakes import FakeClock
from tests.quotes_db.samples import BY, record

QUOTES = 600


@pytest.fixture
def place(tmp_path: Path) -> Workplace:
    clock = FakeClock()
    storage = Database(tmp_path, clock)
    with storage.writing() as store:
        made = (record(f"TR-2026-{number:04}") for number in range(QUOTES))
        store.take_in(((replace(each, edition=0), ()) for each in made), (), BY)
    return Workplace(tmp_path, storage, clock, Settings(), policies(), "tester")


def away(place: Workplace) -> int:
    with place.storage.listing() as quotes:
        return quotes.counts(place.clock.today())[Filter.ARCHIVED]


def names(place: Workplace) -> list[str]:
    with place.storage.reading() as store:
        return [head.name for head in store.quotes()]


class StopError(Exception):
    """What a cancel raises."""


@pytest.mark.parametrize("last", [1, QUOTES])
def test_what_is_stopped_stands_as_before(place: Workplace, last: int) -> None:
    seen: list[int] = []

    def progress(done: int, total: int) -> None:
        assert total == QUOTES
        seen.append(away(place))
        if done >= last:
            raise StopError

    with pytest.raises(StopError):
        issuing.archive_many(place, names(place), away=True, progress=progress)
    # It went on by parts, each whole, before it was stopped.
    assert seen[0] == 0 < seen[1] <= QUOTES
    assert away(place) == 0


def test_all_go_and_only_what_was_there_comes_back(place: Workplace) -> None:
    issuing.archive(place, "TR-2026-0007", away=True)
    moved = issuing.archive_many(place, names(place), away=True)
    assert away(place) == QUOTES
    assert len(moved) == QUOTES - 1
    assert issuing.archive_many(place, moved, away=False) == moved
    assert away(place) == 1
