"""No number comes twice, whatever becomes of the database that counted."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from app.domain.problems import UnavailableError
from quotes_db.carrying import carry_numbers
from quotes_db.connections import connect
from quotes_db.storage import Database
from tests.quotes_db.samples import code_of, database_file, filled, rows

LETTERS = "SELECT letters FROM installation"


@pytest.fixture(autouse=True)
def _letters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quotes_db.carrying.three_letters", lambda: "NEW")


@pytest.fixture
def backup(database: Database, tmp_path: Path) -> Path:
    """A backup after which three more numbers were given away."""
    filled(database)
    draw(database, "TR", 2026)
    draw(database, "", 2026)
    database.backup(tmp_path / "backup.db")
    for prefix, year in (("TR", 2026), ("TR", 2027), ("", 2026)):
        draw(database, prefix, year)
    return tmp_path / "backup.db"


def draw(database: Database, prefix: str, year: int) -> str:
    with database.writing() as store:
        return store.draw_number(prefix, year)


def spoil_page_of(file: Path, table: str) -> None:
    with closing(connect(file)) as database:
        found = database.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)
        )
        page = found.fetchone()[0]
    data = bytearray(file.read_bytes())
    data[(page - 1) * 4096 : page * 4096] = b"\xff" * 4096
    file.write_bytes(data)


def spoil_counters(file: Path) -> None:
    spoil_page_of(file, "number_counter")


def spoil_installation(file: Path) -> None:
    spoil_page_of(file, "installation")


def forget_installation(file: Path) -> None:
    with closing(connect(file)) as database:
        database.execute("DELETE FROM installation")
    spoil_page_of(file, "quote")


def truncate(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-5_000])


def write_text(file: Path) -> None:
    file.write_text("no database", "utf-8")


def test_a_damaged_database_still_says_how_far_it_counted(
    database: Database, folder: Path, backup: Path
) -> None:
    letters = rows(folder, LETTERS)
    spoil_page_of(database_file(folder), "quote")
    database.restore(backup)
    assert rows(folder, LETTERS) == letters
    assert [draw(database, "TR", year) for year in (2026, 2027, 2028)] == [
        "TR-2026-0004",
        "TR-2027-0002",
        "TR-2028-0001",
    ]
    assert draw(database, "", 2026).endswith("-0003")


@pytest.mark.parametrize(
    "spoil",
    [spoil_counters, spoil_installation, forget_installation, truncate, write_text],
)
def test_where_nothing_says_so_numbers_skip_ahead(
    database: Database, folder: Path, backup: Path, spoil: Callable[[Path], None]
) -> None:
    spoil(database_file(folder))
    kept = database.restore(backup)
    assert kept is not None
    assert kept.parent == folder / "backups"
    drawn = [draw(database, prefix, 2026) for prefix in ("TR", "", "AB")]
    assert drawn == ["TR-2026-1001", "NEW-2026-1001", "AB-2026-1001"]
    assert draw(database, "TR", 2027) == "TR-2027-1001"


def test_a_lost_database_whose_journal_is_left_had_counted_too(
    database: Database, folder: Path, backup: Path
) -> None:
    file = database_file(folder)
    file.rename(file.with_name("quotes.db-journal"))
    database.restore(backup)
    assert draw(database, "TR", 2026) == "TR-2026-1001"


def test_who_skipped_ahead_never_goes_back(
    database: Database, folder: Path, backup: Path
) -> None:
    write_text(database_file(folder))
    database.restore(backup)
    assert draw(database, "TR", 2027) == "TR-2027-1001"
    database.restore(backup)
    drawn = [draw(database, "TR", year) for year in (2026, 2027, 2028)]
    assert drawn == ["TR-2026-1001", "TR-2027-1002", "TR-2028-1001"]


@pytest.mark.parametrize(
    ("last", "then"),
    [(1, 1_000), (500, 1_000), (501, 2_000), (999, 2_000), (1_000, 2_000)],
)
def test_the_leap_is_never_a_short_one(
    folder: Path, tmp_path: Path, last: int, then: int
) -> None:
    rows(folder, f"INSERT INTO number_counter VALUES ('TR', 2026, {last})")
    carry_numbers(tmp_path / "nowhere.db", database_file(folder))
    assert rows(folder, "SELECT last FROM number_counter") == [(then,)]


def test_an_empty_database_goes_on_with_the_numbers(
    database: Database, folder: Path
) -> None:
    filled(database)
    assert draw(database, "TR", 2026) == "TR-2026-0002"
    kept = database.begin_anew()
    assert kept is not None
    assert kept.parent == folder / "backups"
    with database.reading() as store:
        assert store.quotes() == ()
    assert draw(database, "TR", 2026) == "TR-2026-0003"


def test_a_backup_of_a_database_that_is_gone_skips_ahead(
    database: Database, folder: Path
) -> None:
    filled(database)
    draw(database, "TR", 2026)
    kept = database.back_up_changes()
    assert kept is not None
    draw(database, "TR", 2026)
    database_file(folder).unlink()
    with pytest.raises(UnavailableError) as refusal:
        database.ready(whole=False)
    assert code_of(refusal) == "database_gone"
    assert database.restore(kept) is None
    assert draw(database, "TR", 2026) == "TR-2026-1001"
