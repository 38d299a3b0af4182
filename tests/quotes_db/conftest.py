"""Databases for tests: real files, copied from one that is made once."""

from __future__ import annotations

from pathlib import Path

import pytest

from quotes_db.schema import new_database
from quotes_db.storage import FILE, Database
from tests.fakes import FakeClock


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture(scope="session")
def template() -> bytes:
    """A new database, as bytes."""
    return new_database(FakeClock().now())


@pytest.fixture
def folder(tmp_path: Path, template: bytes) -> Path:
    """A folder with a new database in it."""
    made = tmp_path / "data"
    made.mkdir(mode=0o700)
    (made / FILE).write_bytes(template)
    return made


@pytest.fixture
def database(folder: Path, clock: FakeClock) -> Database:
    return Database(folder, clock)
