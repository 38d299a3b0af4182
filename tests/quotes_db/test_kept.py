"""Backups by themselves: made where something changed, each one whole."""

from __future__ import annotations

import stat
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from app.domain.problems import UnavailableError
from quotes_db.backups import taken, written
from quotes_db.contents import counts, fingerprint
from quotes_db.storage import FILE, Database
from tests.fakes import FakeClock
from tests.quotes_db.samples import code_of, database_file, files, filled, record


def test_a_change_is_backed_up_once(
    database: Database, folder: Path, clock: FakeClock
) -> None:
    filled(database)
    made = database.back_up_changes()
    assert made is not None
    assert made.parent == folder / "backups"
    clock.moment += timedelta(minutes=10)
    assert database.back_up_changes() is None
    assert Database(folder, clock).back_up_changes() is None
    with database.writing() as store:
        store.add_quote(record("TR-2026-0002"))
    assert database.back_up_changes() not in (None, made)
    newest, oldest = database.backups()
    assert (newest.quotes, oldest.quotes) == (2, 1)
    assert newest.at - oldest.at == timedelta(minutes=10)
    assert newest.lists == oldest.lists == 1
    assert newest.automatic
    assert newest.size == newest.path.stat().st_size
    assert files(folder) == {FILE, "backups"}


def test_who_writes_waits_for_no_look_at_what_is_backed_up(
    database: Database, folder: Path
) -> None:
    filled(database)
    with closing(taken(database_file(folder))) as state:
        before = fingerprint(state)
        with database.writing() as store:
            store.add_quote(record("TR-2026-0002"))
        assert fingerprint(state) == before
        with written(state, folder / "copy.db") as copy:
            assert counts(copy) == (1, 1, 0)


def test_what_was_kept_by_itself_is_restored(
    database: Database, clock: FakeClock
) -> None:
    filled(database)
    made = database.back_up_changes()
    assert made is not None
    with database.writing() as store:
        store.add_quote(record("TR-2026-0002"))
    clock.moment += timedelta(minutes=3)
    assert database.restore(made) is not None
    with database.reading() as store:
        assert len(store.quotes()) == 1
    before, automatic = database.backups()
    assert (before.automatic, before.quotes) == (False, 2)
    assert (automatic.automatic, automatic.quotes) == (True, 1)
    assert database.check() == ()


def test_templates_are_kept_within_and_a_change_of_theirs_is_a_change(
    database: Database, folder: Path, clock: FakeClock
) -> None:
    filled(database)
    plain = database.back_up_changes()
    assert plain is not None
    templates = folder / "templates"
    templates.mkdir()
    (templates / "office.json").write_bytes(b"one")
    (templates / "notes.txt").write_bytes(b"no template")
    kept = []
    for content in (b"one", b"other"):
        (templates / "office.json").write_bytes(content)
        clock.moment += timedelta(minutes=10)
        made = database.back_up_changes()
        assert made is not None
        assert database.back_up_changes() is None
        assert Database(folder, clock).back_up_changes() is None
        kept.append(database.kept_templates(made))
    assert kept == [{"office.json": b"one"}, {"office.json": b"other"}]
    assert database.kept_templates(plain) == {}
    assert [each.templates for each in database.backups()] == [1, 1, 0]


def test_a_template_that_cannot_be_read_holds_no_backup_up(
    database: Database, folder: Path
) -> None:
    filled(database)
    (folder / "templates" / "folder.json").mkdir(parents=True)
    made = database.back_up_changes()
    assert made is not None
    assert database.kept_templates(made) == {}


def test_what_is_restored_keeps_its_templates_in_their_folder_alone(
    database: Database, folder: Path
) -> None:
    filled(database)
    (folder / "templates").mkdir()
    (folder / "templates" / "office.json").write_bytes(b"one")
    made = database.back_up_changes()
    assert made is not None
    kept = database.restore(made)
    assert kept is not None
    assert database.kept_templates(kept) == {"office.json": b"one"}
    assert database.kept_templates(database_file(folder)) == {}


def test_without_a_database_there_is_nothing_to_back_up(
    tmp_path: Path, clock: FakeClock
) -> None:
    database = Database(tmp_path / "data", clock)
    assert database.back_up_changes() is None
    assert database.backups() == ()
    assert files(tmp_path) == set()


def test_a_folder_that_cannot_be_written_is_explained_and_tried_again(
    database: Database, folder: Path
) -> None:
    filled(database)
    (folder / "backups").write_text("in the way")
    with pytest.raises(UnavailableError) as refusal:
        database.back_up_changes()
    assert code_of(refusal) == "file_unwritable"
    (folder / "backups").unlink()
    assert database.back_up_changes() is not None


def test_a_damaged_database_replaces_no_good_backup(
    database: Database, folder: Path, clock: FakeClock
) -> None:
    filled(database)
    made = database.back_up_changes()
    database_file(folder).write_bytes(b"damaged" * 1_000)
    with pytest.raises(UnavailableError):
        Database(folder, clock).back_up_changes()
    assert [each.path for each in database.backups()] == [made]


def test_a_spoilt_backup_is_listed_as_one_and_strangers_are_not(
    database: Database, folder: Path
) -> None:
    filled(database)
    made = database.back_up_changes()
    assert made is not None
    made.write_bytes(b"spoilt")
    (folder / "backups" / "holiday.db").write_bytes(b"")
    (folder / "backups" / "auto-20269999-999999-00.db").write_bytes(b"")
    (one,) = database.backups()
    assert (one.quotes, one.lists, one.size) == (None, None, 6)
    with pytest.raises(UnavailableError):
        database.restore(one.path)


def test_a_dropped_backup_is_gone_and_may_be_gone_already(database: Database) -> None:
    filled(database)
    database.back_up_changes()
    (one,) = database.backups()
    database.drop(one)
    database.drop(one)
    assert database.backups() == ()


def test_backups_are_their_users_alone(database: Database, folder: Path) -> None:
    filled(database)
    made = database.back_up_changes()
    assert made is not None
    assert stat.S_IMODE(made.stat().st_mode) == 0o600
    assert stat.S_IMODE((folder / "backups").stat().st_mode) == 0o700
