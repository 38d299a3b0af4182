"""What every storage promises: whole changes, one writer, backups."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.problems import RefusedError, UnavailableError
from app.ports import Storage
from quotes_db.storage import Database
from tests.fakes import FakeClock, FakeStorage
from tests.quotes_db.samples import BY, changed, code_of, price_list, record


@contextmanager
def locked_by_another(storage: Storage, folder: Path) -> Iterator[None]:
    """Let another program hold the data lock."""
    if isinstance(storage, FakeStorage):
        storage.locked_elsewhere = True
        yield
        storage.locked_elsewhere = False
    else:
        with Database(folder, FakeClock()).locked():
            yield


def test_a_refused_change_leaves_no_trace(storage: Storage) -> None:
    with storage.writing() as store:
        store.add_quote(first := record())
        before = (store.quotes(), store.events(), store.quote("TR-2026-0001"))
        for one in (record(), replace(first, edition=7)):
            with pytest.raises(RefusedError):
                store.add_quote(one) if one.edition == 1 else store.save_quote(one)
        assert before == (store.quotes(), store.events(), store.quote("TR-2026-0001"))


def test_a_reader_changes_nothing(storage: Storage) -> None:
    with storage.reading() as store:
        for change in (
            lambda: store.add_quote(record()),
            lambda: store.draw_number("TR", 2026),
            lambda: store.add_price_list(price_list(), "list.csv", BY),
        ):
            with pytest.raises(UnavailableError) as refusal:
                change()
            assert code_of(refusal) == "database_unwritable"
        assert store.quotes() == ()


def test_one_program_writes_at_a_time_and_all_may_read(
    storage: Storage, folder: Path, tmp_path: Path
) -> None:
    with storage.writing() as store:
        store.add_quote(record())
    storage.backup(tmp_path / "backup.db")
    with locked_by_another(storage, folder):
        for opened in (storage.locked, storage.writing):
            with pytest.raises(UnavailableError) as refusal, opened():
                pass
            assert code_of(refusal) == "data_locked"
        with pytest.raises(UnavailableError) as refusal:
            storage.restore(tmp_path / "backup.db")
        assert code_of(refusal) == "data_locked"
        with storage.reading() as store:
            assert len(store.quotes()) == 1
    with storage.writing() as store:
        assert len(store.quotes()) == 1


def test_who_holds_the_lock_writes_from_any_thread(storage: Storage) -> None:
    def save(number: str) -> None:
        with storage.writing() as store:
            store.add_quote(record(number))

    with storage.locked(), ThreadPoolExecutor(1) as thread:
        thread.submit(save, "TR-2026-0001").result()
        with storage.locked(), storage.writing() as store:
            thread.submit(save, "TR-2026-0002").result()
            assert len(store.quotes()) == 2
        save("TR-2026-0003")
    with storage.reading() as store:
        assert len(store.quotes()) == 3


def test_a_backup_brings_back_what_was(storage: Storage, tmp_path: Path) -> None:
    file = tmp_path / "backup.db"
    with storage.writing() as store:
        store.add_quote(first := record())
    storage.backup(file)
    with storage.writing() as store:
        store.save_quote(changed(first, title="after the backup"))
    assert storage.restore(file) is not None
    with storage.reading() as store:
        assert store.quote("TR-2026-0001") == first


def test_a_backup_replaces_no_file(storage: Storage, tmp_path: Path) -> None:
    file = tmp_path / "backup.db"
    file.write_bytes(b"mine")
    with pytest.raises(UnavailableError) as refusal:
        storage.backup(file)
    assert code_of(refusal) == "file_exists"
    assert file.read_bytes() == b"mine"


def test_numbers_given_away_after_a_backup_do_not_come_again(
    storage: Storage, tmp_path: Path
) -> None:
    with storage.writing() as store:
        store.draw_number("TR", 2026)
    storage.backup(tmp_path / "backup.db")
    with storage.writing() as store:
        given = [store.draw_number(prefix, 2026) for prefix in ("TR", "TR", "")]
    storage.restore(tmp_path / "backup.db")
    with storage.writing() as store:
        drawn = [store.draw_number(prefix, 2026) for prefix in ("TR", "")]
    assert drawn == ["TR-2026-0004", given[2].replace("0001", "0002")]


def test_a_missing_backup_cannot_be_restored(storage: Storage, tmp_path: Path) -> None:
    with pytest.raises(UnavailableError) as refusal:
        storage.restore(tmp_path / "nowhere.db")
    assert code_of(refusal) == "file_missing"


def test_a_sound_database_has_no_problems(storage: Storage) -> None:
    with storage.writing() as store:
        store.add_price_list(price_list(), "list.csv", BY)
        store.add_quote(record())
    assert storage.check() == ()
