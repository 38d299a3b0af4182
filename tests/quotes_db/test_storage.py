"""The database as a file: made whole, kept private, backed up and brought back."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import time
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from app.domain.problems import UnavailableError
from quotes_db.connections import connect
from quotes_db.marks import mark
from quotes_db.opening import journal
from quotes_db.storage import FILE, Database
from tests.fakes import FakeClock
from tests.kill import Reporter, forked
from tests.quotes_db.samples import (
    code_of,
    database_file,
    digest,
    files,
    filled,
    grown_old,
    record,
)

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
posix = pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")


def test_reading_where_nothing_is_makes_nothing(tmp_path: Path) -> None:
    nowhere = Database(tmp_path / "data", FakeClock())
    with nowhere.reading() as store:
        assert store.quotes() == ()
        assert store.price_lists() == ()
    assert [each.code for each in nowhere.check()] == ["database_missing"]
    assert not (tmp_path / "data").exists()


def test_reading_writes_nothing(database: Database, folder: Path) -> None:
    filled(database)
    before, names = digest(database_file(folder)), files(folder)
    with database.reading() as store:
        assert len(store.quotes()) == 1
        assert store.quote("TR-2026-0001") is not None
    assert (digest(database_file(folder)), files(folder)) == (before, names)


@posix
def test_folder_and_files_are_their_owner_s_alone(
    tmp_path: Path, clock: FakeClock
) -> None:
    folder = tmp_path / "deep" / "data"
    database = Database(folder, clock)
    filled(database)
    database.backup(tmp_path / "backup.db")
    database.restore(tmp_path / "backup.db")
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / "backups").stat().st_mode) == 0o700
    made = [f for f in folder.rglob("*") if f.is_file()] + [tmp_path / "backup.db"]
    assert {f.name for f in made} >= {FILE, "lock", "backup.db"}
    assert {stat.S_IMODE(f.stat().st_mode) for f in made} == {0o600}


def test_a_folder_that_cannot_be_made_is_explained(
    tmp_path: Path, clock: FakeClock
) -> None:
    (tmp_path / "data").write_text("in the way", "utf-8")
    with (
        pytest.raises(UnavailableError) as refusal,
        Database(tmp_path / "data", clock).writing(),
    ):
        pass
    assert code_of(refusal) == "file_unwritable"


def test_numbers_never_repeat_when_the_clock_goes_back(
    database: Database, clock: FakeClock
) -> None:
    drawn = []
    for back in range(5):
        clock.moment -= timedelta(days=100 * back)
        with database.writing() as store:
            drawn += [store.draw_number("TR", year) for year in (2026, 2025)]
    assert len(set(drawn)) == 10


def test_each_installation_draws_letters_of_its_own(tmp_path: Path) -> None:
    letters = set()
    for number in range(5):
        with Database(tmp_path / str(number), FakeClock()).writing() as store:
            letters.add(store.draw_number("", 2026))
    assert len(letters) > 1


@needs_fork
def test_one_process_writes_at_a_time_and_a_crash_frees_the_lock(
    database: Database, folder: Path, clock: FakeClock
) -> None:
    def hold(report: Reporter) -> None:
        with Database(folder, clock).writing():
            report("held")
            time.sleep(60)

    with forked(hold) as other:
        other.listen(30, until=1)
        with pytest.raises(UnavailableError) as refusal, database.writing():
            pass
        assert code_of(refusal) == "data_locked"
        with pytest.raises(UnavailableError) as refusal:
            database.restore(folder / FILE)
        assert code_of(refusal) == "data_locked"
        with database.reading() as store:
            assert store.quotes() == ()
    with database.writing() as store:
        store.add_quote(record())


def test_what_a_crash_left_over_is_swept(database: Database, folder: Path) -> None:
    (folder / f".waas-{'0' * 16}").write_bytes(b"half a copy")
    grown_old(folder)
    with database.writing():
        pass
    assert files(folder) == {FILE}


def test_a_journal_without_its_database_is_put_aside(
    tmp_path: Path, clock: FakeClock
) -> None:
    left = journal(tmp_path / FILE)
    left.write_bytes(b"somebody else's pages")
    with Database(tmp_path, clock).writing() as store:
        store.add_quote(record())
    assert not left.exists()
    (kept,) = (tmp_path / "backups").iterdir()
    assert kept.read_bytes() == b"somebody else's pages"


def older(folder: Path) -> Path:
    """Make a database as from before the first migration."""
    file = database_file(folder)
    file.unlink()
    file.touch()
    with closing(connect(file)) as database:
        mark(database, 0)
    return file


def test_an_older_database_is_read_without_being_written(
    database: Database, folder: Path
) -> None:
    file = older(folder)
    before = digest(file)
    with database.reading() as store:
        assert store.quotes() == ()
        with pytest.raises(UnavailableError):
            store.add_quote(record())
    assert database.check() == ()
    assert digest(file) == before
    assert files(folder) == {FILE}


def test_an_older_database_is_upgraded_after_a_backup(
    database: Database, folder: Path
) -> None:
    older(folder)
    with database.writing() as store:
        store.add_quote(record())
    (kept,) = (folder / "backups").iterdir()
    assert kept.name == "quotes-20261122-143200.db"
    with closing(connect(kept)) as backup:
        assert backup.execute("PRAGMA user_version").fetchone() == (0,)
    with database.writing() as store:
        assert len(store.quotes()) == 1
    assert len(list((folder / "backups").iterdir())) == 1


def test_a_fast_start_does_not_import_alembic(folder: Path) -> None:
    program = (
        "import sys; from pathlib import Path;"
        "from quotes_db.storage import Database; from tests.fakes import FakeClock;"
        "folder = Path(sys.argv[1]);"
        "Database(folder, FakeClock()).reading().__enter__().quotes();"
        "Database(folder / 'new', FakeClock()).writing().__enter__();"
        "print('alembic' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, folder],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    assert done.stdout.strip() == "False"


def test_a_list_that_somebody_holds_is_read_once(database: Database) -> None:
    filled(database)
    with database.reading() as store:
        first = store.price_list("also-be", "1")
    with database.reading() as store:
        assert store.price_list("also-be", "1") is first
        assert store.price_list("also-be", "2") is None
