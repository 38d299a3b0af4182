"""A backup is whole or not there, and it brings back what was."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.problems import UnavailableError
from quotes_db.opening import journal
from quotes_db.storage import FILE, Database
from tests.fakes import FakeClock
from tests.quotes_db.samples import (
    code_of,
    database_file,
    digest,
    files,
    filled,
    hot_journal,
    record,
)


def test_a_backup_is_whole_and_made_while_another_writes(
    database: Database, folder: Path, tmp_path: Path, clock: FakeClock
) -> None:
    filled(database, "A-1", "A-2")
    elsewhere = tmp_path / "stick"
    elsewhere.mkdir()
    with database.writing():
        Database(folder, clock).backup(elsewhere / FILE)
    assert files(elsewhere) == {FILE}
    copy = Database(elsewhere, clock)
    assert copy.check() == ()
    with copy.reading() as theirs, database.reading() as ours:
        assert theirs.quotes() == ours.quotes()
        assert theirs.events() == ours.events()
        assert theirs.quote("A-1") == ours.quote("A-1")


def test_there_is_no_backup_of_nothing(tmp_path: Path, clock: FakeClock) -> None:
    with pytest.raises(UnavailableError) as refusal:
        Database(tmp_path / "data", clock).backup(tmp_path / "backup.db")
    assert code_of(refusal) == "database_missing"
    assert files(tmp_path) == set()


def test_a_backup_into_a_folder_that_is_not_there_is_explained(
    database: Database, tmp_path: Path
) -> None:
    with pytest.raises(UnavailableError) as refusal:
        database.backup(tmp_path / "nowhere" / "backup.db")
    assert code_of(refusal) == "database_unwritable"


def test_restoring_keeps_the_present_database(
    database: Database, folder: Path, tmp_path: Path
) -> None:
    filled(database)
    database.backup(tmp_path / "backup.db")
    with database.writing() as store:
        store.add_quote(record("TR-2026-0002"))
    kept = database.restore(tmp_path / "backup.db")
    assert kept == folder / "backups" / "quotes-20261122-143200.db"
    with database.reading() as store:
        assert len(store.quotes()) == 1
    again = database.restore(kept)
    assert again == folder / "backups" / "quotes-20261122-143200-2.db"
    with database.reading() as store:
        assert len(store.quotes()) == 2


def test_a_backup_makes_a_database_where_there_is_none(
    database: Database, tmp_path: Path, clock: FakeClock
) -> None:
    filled(database)
    database.backup(tmp_path / "backup.db")
    fresh = Database(tmp_path / "fresh", clock)
    assert fresh.restore(tmp_path / "backup.db") is None
    with fresh.reading() as store:
        assert len(store.quotes()) == 1


@pytest.mark.parametrize("spoilt", [b"", b"no database", b"SQLite format 3\x00" * 20])
def test_what_is_no_backup_is_refused_and_nothing_changes(
    database: Database, folder: Path, tmp_path: Path, spoilt: bytes
) -> None:
    filled(database)
    before = digest(database_file(folder))
    (tmp_path / "backup.db").write_bytes(spoilt)
    with pytest.raises(UnavailableError):
        database.restore(tmp_path / "backup.db")
    assert digest(database_file(folder)) == before
    assert files(folder) == {FILE}


def test_a_damaged_database_is_put_aside_as_it_is(
    database: Database, folder: Path, tmp_path: Path
) -> None:
    filled(database)
    database.backup(tmp_path / "backup.db")
    file = database_file(folder)
    file.write_bytes(b"damaged" * 1_000)
    journal(file).write_bytes(b"and its journal")
    kept = database.restore(tmp_path / "backup.db")
    assert kept is not None
    assert kept.read_bytes() == b"damaged" * 1_000
    assert journal(kept).read_bytes() == b"and its journal"
    assert not journal(file).exists()
    with database.reading() as store:
        assert len(store.quotes()) == 1


def test_the_journal_of_a_lost_database_spoils_no_restored_one(
    database: Database, folder: Path, tmp_path: Path
) -> None:
    filled(database)
    file = database_file(folder)
    stale = hot_journal(file)
    with database.writing() as store:
        for number in range(2, 20):
            store.add_quote(record(f"TR-2026-{number:04}"))
    database.backup(tmp_path / "backup.db")
    file.unlink()
    journal(file).write_bytes(stale)
    kept = database.restore(tmp_path / "backup.db")
    with database.reading() as store:
        assert len(store.quotes()) == 19
    assert database.check() == ()
    assert kept == folder / "backups" / "quotes-20261122-143200.db-journal"
    assert kept.read_bytes() == stale
    assert files(folder) == {FILE, "backups"}


@pytest.mark.parametrize("taken", [False, True])
def test_a_stick_that_knows_no_links_gets_its_backup_too(
    database: Database,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    taken: bool,
) -> None:
    file = tmp_path / "backup.db"

    def no_links(_new: Path, _file: Path) -> None:
        if taken:
            file.write_bytes(b"made meanwhile")
        raise PermissionError

    monkeypatch.setattr("os.link", no_links)
    if taken:
        with pytest.raises(UnavailableError) as refusal:
            database.backup(file)
        assert code_of(refusal) == "file_exists"
        assert file.read_bytes() == b"made meanwhile"
    else:
        database.backup(file)
    assert files(tmp_path) == {"backup.db", "data"}
