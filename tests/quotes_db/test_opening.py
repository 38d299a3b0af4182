"""A file that is not to be opened is explained, and stays as it is."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from app.domain.problems import UnavailableError
from quotes_db.connections import connect
from quotes_db.opening import journal
from quotes_db.storage import Database
from tests.fakes import FakeClock
from tests.kill import Reporter, forked
from tests.quotes_db.samples import (
    code_of,
    database_file,
    digest,
    files,
    filled,
    record,
)


def empty(file: Path) -> None:
    file.write_bytes(b"")


def text(file: Path) -> None:
    file.write_text("number;customer\n", "utf-8")


def another_program(file: Path) -> None:
    file.unlink()
    with closing(sqlite3.connect(file)) as database:
        database.execute("CREATE TABLE quote (id)")


def newer(file: Path) -> None:
    with closing(sqlite3.connect(file)) as database:
        database.execute("PRAGMA user_version = 99")


def truncated(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-5_000])


def header_alone(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:60])


def damaged(file: Path) -> None:
    data = bytearray(file.read_bytes())
    with closing(sqlite3.connect(file)) as database:
        found = database.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'quote'"
        )
        page = found.fetchone()[0]
    data[(page - 1) * 4096 : (page - 1) * 4096 + 512] = b"\xff" * 512
    file.write_bytes(data)


def damaged_schema(file: Path) -> None:
    file.write_bytes(
        file.read_bytes().replace(b"CREATE TABLE quote ", b"CREATE TABEL quote ")
    )


def without_a_table(file: Path) -> None:
    with closing(sqlite3.connect(file)) as database:
        database.execute("DROP TABLE installation")


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (empty, "database_empty"),
        (text, "database_foreign"),
        (another_program, "database_foreign"),
        (newer, "database_newer"),
        (truncated, "database_truncated"),
        (header_alone, "database_truncated"),
        (damaged, "database_damaged"),
        (damaged_schema, "database_damaged"),
        (without_a_table, "database_damaged"),
    ],
)
def test_a_file_that_is_not_to_be_opened_stays_as_it_is(
    database: Database, folder: Path, spoil: Callable[[Path], None], code: str
) -> None:
    filled(database)
    file = database_file(folder)
    spoil(file)
    before = digest(file)
    for opened in (database.reading, database.writing):
        with pytest.raises(UnavailableError) as refusal, opened():
            pass
        (problem,) = refusal.value.problems
        assert (problem.code, problem.parameters) == (code, (("path", str(file)),))
    assert [problem.code for problem in database.check()] == [code]
    assert digest(file) == before
    assert files(folder) == {file.name}


def test_every_shorter_file_is_known(database: Database, folder: Path) -> None:
    filled(database)
    file = database_file(folder)
    whole = file.read_bytes()
    for length in range(1, len(whole), 6_131):
        file.write_bytes(whole[:length])
        with pytest.raises(UnavailableError), database.reading():
            pass
        assert file.read_bytes() == whole[:length]


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root reads all")
def test_a_file_that_may_not_be_read_is_explained(
    database: Database, folder: Path
) -> None:
    database_file(folder).chmod(0)
    with pytest.raises(UnavailableError) as refusal, database.reading():
        pass
    assert code_of(refusal) == "database_unreadable"


def test_a_folder_in_its_place_is_explained(tmp_path: Path) -> None:
    database_file(tmp_path).mkdir()
    with (
        pytest.raises(UnavailableError) as refusal,
        Database(tmp_path, FakeClock()).reading(),
    ):
        pass
    assert code_of(refusal) == "database_unreadable"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_change_broken_off_in_the_file_is_taken_back(
    database: Database, folder: Path
) -> None:
    filled(database)
    file = database_file(folder)
    before = file.read_bytes()

    def break_off(report: Reporter) -> None:
        other = connect(file)
        other.execute("PRAGMA cache_size = 1")
        other.execute("PRAGMA cache_spill = ON")
        other.execute("BEGIN IMMEDIATE")
        for number in range(200):
            other.execute(
                "INSERT INTO number_counter VALUES (?, 2026, 1)", (f"{number:0500}",)
            )
        other.execute("UPDATE quote SET title = 'half done'")
        report("written")
        time.sleep(60)

    with forked(break_off) as process:
        process.listen(30, until=1)
    assert journal(file).stat().st_size > 0
    assert file.read_bytes() != before
    with database.reading() as store:
        assert [head.title for head in store.quotes()] == [""]
    assert not journal(file).exists()
    with database.writing() as store:
        store.add_quote(record("TR-2026-0002"))


WRITE_TOO = """
import sqlite3, sys
database = sqlite3.connect(sys.argv[1], timeout=0, isolation_level=None)
try:
    database.execute("BEGIN IMMEDIATE")
except sqlite3.OperationalError as refusal:
    print(refusal)
"""


def test_a_look_keeps_the_locks_that_this_process_holds(
    database: Database, folder: Path
) -> None:
    file = database_file(folder)
    with closing(connect(file)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        with database.reading() as store:
            assert store.quotes() == ()
        # Not a fork: it would inherit what SQLite here believes of its locks.
        command = [sys.executable, "-c", WRITE_TOO, str(file)]
        other = subprocess.run(command, capture_output=True, text=True, check=True)
    assert other.stdout.strip() == "database is locked"
