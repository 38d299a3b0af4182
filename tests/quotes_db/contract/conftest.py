"""The store over SQLite and the one in memory, alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.ports import Storage
from quotes_db.storage import Database
from tests.fakes import FakeClock, FakeStorage


@pytest.fixture(params=["sql", "fake"])
def storage(request: pytest.FixtureRequest, folder: Path, clock: FakeClock) -> Storage:
    return Database(folder, clock) if request.param == "sql" else FakeStorage(folder)
