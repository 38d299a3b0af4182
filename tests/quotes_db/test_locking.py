"""One program at a time holds the data, and knows that nobody changes it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

import pytest

from app.domain.problems import UnavailableError
from quotes_db.opening import look
from quotes_db.storage import Database
from tests.fakes import FakeClock
from tests.quotes_db.samples import code_of, database_file, files, filled, record


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The files that were looked at."""
    seen: list[Path] = []

    def note(path: Path) -> int | None:
        seen.append(path)
        return look(path)

    monkeypatch.setattr("quotes_db.storage.look", note)
    return seen


def save(database: Database, number: str) -> None:
    with database.writing() as store:
        store.add_quote(record(number))


def is_free(folder: Path) -> bool:
    try:
        with Database(folder, FakeClock()).locked():
            return True
    except UnavailableError:
        return False


def test_the_lock_is_free_when_the_last_holder_leaves(
    database: Database, folder: Path
) -> None:
    with ExitStack() as later:
        with database.locked():
            later.enter_context(database.locked())
            later.enter_context(database.writing())
            assert not is_free(folder)
        assert not is_free(folder)
    assert is_free(folder)
    with pytest.raises(ZeroDivisionError), database.locked():
        raise ZeroDivisionError
    assert is_free(folder)


def test_holding_the_lock_makes_no_database(tmp_path: Path, clock: FakeClock) -> None:
    database = Database(tmp_path, clock)
    with database.locked():
        with database.reading() as store:
            assert store.quotes() == ()
        assert files(tmp_path) == set()
        with database.writing() as store:
            store.add_quote(record())


def test_who_holds_the_lock_looks_at_the_file_once(
    database: Database, folder: Path, looks: list[Path]
) -> None:
    with database.locked():
        for number in range(5):
            save(database, f"A-{number}")
            with database.reading() as store:
                assert len(store.quotes()) == number + 1
    assert looks == [database_file(folder)]


def test_what_others_may_have_changed_is_looked_at_again(
    database: Database, folder: Path, tmp_path: Path, looks: list[Path]
) -> None:
    with database.locked():
        save(database, "A-1")
        database.backup(tmp_path / "backup.db")
        database.restore(tmp_path / "backup.db")
        looks.clear()
        save(database, "A-2")
        assert looks == [database_file(folder)]
    database_file(folder).write_text("not ours", "utf-8")
    with pytest.raises(UnavailableError) as refusal, database.writing():
        pass
    assert code_of(refusal) == "database_foreign"


def test_many_threads_write_at_once(tmp_path: Path, clock: FakeClock) -> None:
    database = Database(tmp_path / "data", clock)

    def draw(_: int) -> str:
        with database.writing() as store:
            return store.draw_number("TR", 2026)

    with ThreadPoolExecutor(4) as threads:
        drawn = set(threads.map(draw, range(12)))
    assert drawn == {f"TR-2026-{number:04}" for number in range(1, 13)}
    assert is_free(tmp_path / "data")


def test_nothing_is_replaced_under_whoever_writes(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quotes_db.locking._PATIENCE", 0.05)
    filled(database)
    database.backup(tmp_path / "backup.db")
    with database.writing() as store:
        with pytest.raises(UnavailableError) as refusal:
            database.restore(tmp_path / "backup.db")
        assert code_of(refusal) == "database_busy"
        store.add_quote(record("TR-2026-0002"))
    with database.reading() as store:
        assert len(store.quotes()) == 2


def test_a_restore_waits_for_whoever_writes(database: Database, tmp_path: Path) -> None:
    filled(database)
    database.backup(tmp_path / "backup.db")
    with ThreadPoolExecutor(1) as thread:
        with database.writing() as store:
            restored = thread.submit(database.restore, tmp_path / "backup.db")
            store.add_quote(record("TR-2026-0002"))
            assert not restored.done()
        kept = restored.result()
    assert kept is not None
    with database.reading() as store:
        assert len(store.quotes()) == 1
