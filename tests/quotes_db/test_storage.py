"""The database as a file: made whole, kept private, backed up and brought back."""

from __future__ import annotations

import hashlib
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
from quotes_db.engine import connect
from quotes_db.opening import journal
from quotes_db.schema import mark
from quotes_db.storage import FILE, Database
from tests.fakes import FakeClock
from tests.kill import Reporter, forked
from tests.quotes_db.samples import changed, database_file, files, filled, record

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
posix = pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")


def code_of(refusal: pytest.ExceptionInfo[UnavailableError]) -> str:
    (problem,) = refusal.value.problems
    return problem.code


def digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def test_reading_where_nothing_is_makes_nothing(tmp_path: Path) -> None:
    nowhere = Database(tmp_path / "data", FakeClock())
    with nowhere.reading() as store:
        assert store.quotes() == ()
        assert store.price_lists() == ()
    assert nowhere.check() == ()
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
    assert code_of(refusal) == "database_unwritable"


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
    (folder / f".{FILE}.abc").write_bytes(b"half a copy")
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
    assert code_of(refusal) == "file_unwritable"


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


def test_checking_finds_what_can_no_longer_be_understood(
    database: Database, folder: Path
) -> None:
    filled(database, "A-1", "A-2")
    with closing(connect(database_file(folder))) as raw:
        raw.execute("PRAGMA foreign_keys = OFF")
        raw.execute("UPDATE quote SET status = 'lost' WHERE number = 'A-1'")
        raw.execute("UPDATE price_item SET kind = 'brick'")
        raw.execute("UPDATE snapshot_list SET quote_id = 'nobody' WHERE rowid = 1")
        raw.execute("UPDATE snapshot_item SET quote_id = 'nobody' WHERE rowid < 3")
    assert [p.code for p in database.check()] == [
        "reference_broken",
        "price_list_unreadable",
        "quote_unreadable",
    ]
    with database.reading() as store:
        for read in (
            lambda: store.quote("A-1"),
            lambda: store.price_list("also-be", "1"),
        ):
            with pytest.raises(UnavailableError) as refusal:
                read()
            assert code_of(refusal) == "database_damaged"
        assert store.quote("A-2") is not None


def test_a_text_that_is_none_is_damage(database: Database, folder: Path) -> None:
    filled(database)
    with closing(connect(database_file(folder))) as raw:
        raw.execute("UPDATE quote SET title = CAST(x'ff' AS TEXT)")
    with database.reading() as store, pytest.raises(UnavailableError) as refusal:
        store.quotes()
    assert code_of(refusal) == "database_damaged"
    assert [p.code for p in database.check()] == ["quote_unreadable"]


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


def test_a_customer_has_one_row_and_a_name_half_typed_none(
    database: Database, folder: Path
) -> None:
    with database.writing() as store:
        one = record("A-1")
        store.add_quote(one)
        store.add_quote(record("A-2"))
        customer = one.quote.proposal.customer
        for name in ("A", "AC", "ACME"):
            one = store.save_quote(changed(one, customer=type(customer)(name, "BE")))
    with closing(connect(database_file(folder))) as raw:
        names = raw.execute("SELECT name FROM customer ORDER BY name").fetchall()
        quoted = raw.execute(
            "SELECT quote.number, customer.name, quote.customer_name FROM quote"
            " JOIN customer ON customer.id = customer_id ORDER BY number"
        ).fetchall()
    assert names == [("ACME",), ("Menuiserie Lefèvre SRL",)]
    assert quoted == [
        ("A-1", "ACME", "ACME"),
        ("A-2", "Menuiserie Lefèvre SRL", "Menuiserie Lefèvre SRL"),
    ]
