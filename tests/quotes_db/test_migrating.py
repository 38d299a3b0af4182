"""Migrations keep every row and every guard, or leave the file as it was."""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from alembic.script import ScriptDirectory

from app.domain.lifecycle import Lifecycle
from app.domain.listing import Wanted, words_of
from app.domain.problems import UnavailableError
from quotes_db.connections import connect, connect_in_memory
from quotes_db.engine import engine_over
from quotes_db.marks import APPLICATION_ID, REVISION
from quotes_db.migrating import VERSIONS, config, upgrade, upgrade_file
from quotes_db.migrations.__main__ import draft
from quotes_db.schema import create
from quotes_db.storage import Database
from tests.fakes import FakeClock
from tests.kill import Reporter, kill_rounds
from tests.quotes_db.samples import (
    code_of,
    database_file,
    digest,
    filled,
    grow_old,
    record,
)

NEXT = REVISION + 1
HEAD = f"""
from alembic import op
import sqlalchemy as sa

revision = "{NEXT:04}"
down_revision = "{REVISION:04}"


def upgrade():
"""
GOOD = """
    with op.batch_alter_table("quote", recreate="always") as quote:
        quote.add_column(sa.Column("colour", sa.Integer(), nullable=True))
    op.create_table("trial", sa.Column("id", sa.Integer(), primary_key=True),
                    sqlite_strict=True)
"""
BROKEN_OFF = (
    GOOD
    + """
    op.execute("UPDATE quote SET title = 'half done'")
    raise RuntimeError("the disk is gone")
"""
)
ORPHANS = """
    op.execute("UPDATE quote_line SET quote_id = 'nobody'")
"""


@pytest.fixture
def planted(tmp_path: Path) -> Path:
    """Where a test puts a second migration."""
    place = tmp_path / "planted"
    place.mkdir()
    return place


def plant(place: Path, steps: str) -> tuple[Path, Path]:
    (place / f"{NEXT:04}_planted.py").write_text(HEAD + steps, "utf-8")
    return VERSIONS, place


def content(file: Path) -> list[str]:
    """Everything in a database, as SQL."""
    with closing(sqlite3.connect(file)) as database:
        revision = database.execute("PRAGMA user_version").fetchone()
        return [f"-- {revision}", *database.iterdump()]


def shape(database: sqlite3.Connection) -> dict[str, list[str]]:
    """Every table, index and trigger by name, its parts in any order, unquoted."""
    made = database.execute("SELECT name, sql FROM sqlite_master").fetchall()
    plain = {name: (sql or "").replace('"', "") for name, sql in made}
    return {name: sorted(re.split(r",?\s*\n\s*", plain[name])) for name in plain}


def rows(file: Path) -> dict[str, int]:
    with closing(sqlite3.connect(file)) as database:
        return {
            table: database.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            for table in ("quote", "quote_line", "snapshot_item", "event", "customer")
        }


def test_the_newest_migration_is_the_one_we_mark_files_with() -> None:
    with closing(connect_in_memory()) as memory, engine_over(memory).connect() as link:
        script = ScriptDirectory.from_config(config(link, (VERSIONS,)))
    assert script.get_heads() == [f"{REVISION:04}"]


def test_migrating_from_nothing_makes_what_a_new_database_is() -> None:
    with closing(connect_in_memory()) as new, closing(connect_in_memory()) as migrated:
        create(new, FakeClock().now())
        upgrade(migrated)
        assert shape(migrated) == shape(new)
        for pragma, value in (
            ("user_version", REVISION),
            ("application_id", APPLICATION_ID),
        ):
            marks = [d.execute(f"PRAGMA {pragma}").fetchone() for d in (new, migrated)]
            assert marks == [(value,), (value,)]


def test_the_next_migration_is_drafted_with_plain_types(tmp_path: Path) -> None:
    with closing(connect_in_memory()) as memory:
        upgrade(memory)
        memory.execute("DROP TABLE number_counter")
        memory.execute("DROP TABLE issued_document")
        draft(memory, "count anew", tmp_path)
    (written,) = (file.read_text("utf-8") for file in tmp_path.glob("*.py"))
    assert f'revision = "{REVISION + 1:04}"' in written.replace("'", '"')
    assert "sqlite_strict=True" in written
    assert {"sa.Text()", "sa.Integer()"} <= set(re.findall(r"sa\.\w+\(\)", written))
    assert "quotes_db" not in written


def test_the_tables_and_the_migrations_do_not_drift_apart() -> None:
    with closing(connect_in_memory()) as memory:
        upgrade(memory)
        with engine_over(memory).begin() as connection:
            command.check(config(connection, (VERSIONS,)))


def test_a_database_of_the_first_revision_keeps_every_row(
    database: Database, folder: Path, planted: Path
) -> None:
    filled(database, "A-1", "A-2")
    file = database_file(folder)
    before = rows(file)
    grow_old(file, planted, "0001")
    upgrade_file(file)
    assert rows(file) == before
    assert database.check() == ()
    with database.reading() as store:
        found = store.quote("A-1")
    assert found is not None
    assert found.lifecycle == Lifecycle()
    with database.listing() as quotes:
        words = words_of("lefev A")
        places = quotes.places(Wanted(today=found.created.at.date(), words=words))
        assert [each.number for each in quotes.rows(places)] == ["A-2", "A-1"]


def test_migrating_lists_quotes_as_saving_them_does(
    database: Database, folder: Path, planted: Path
) -> None:
    filled(database, "A-1", "A-2")
    with database.writing() as store:
        store.add_quote(record("A-1", revision="B"))
    file = database_file(folder)
    listed = "SELECT * FROM listed_quote ORDER BY place"
    with closing(connect(file)) as held:
        before = held.execute(listed).fetchall()
    grow_old(file, planted, "0001", "0002")
    assert len(found_in(database, "a")) == 2
    upgrade_file(file)
    with closing(connect(file)) as held:
        assert held.execute(listed).fetchall() == before
        held.execute(
            "INSERT INTO quote_search (quote_search) VALUES ('integrity-check')"
        )
    assert len(found_in(database, "a")) == 2


def test_lists_imported_before_are_in_use_and_have_no_matrix(
    database: Database, folder: Path, planted: Path
) -> None:
    filled(database, "A-1")
    file = database_file(folder)
    with database.reading() as store:
        lists, items = store.price_lists(), store.price_list("also-be", "1")
    grow_old(file, planted, "0001", "0002")
    upgrade_file(file)
    assert database.check() == ()
    with database.writing() as store:
        assert store.price_lists() == lists
        assert store.price_list("also-be", "1") == items
        assert store.offer_matrix("also-be") is None
        store.retire_price_lists("also-be", ["1"], lists[0].imported)
        assert not store.price_lists()[0].in_use


def found_in(database: Database, word: str) -> Sequence[int]:
    with database.listing() as quotes:
        return quotes.places(Wanted(today=FakeClock().today(), words=(word,)))


def test_a_migration_keeps_child_rows_and_guards(
    database: Database, folder: Path, planted: Path
) -> None:
    filled(database, "A-1", "A-2")
    file = database_file(folder)
    before = rows(file)
    upgrade_file(file, plant(planted, GOOD))
    assert rows(file) == before
    assert before["quote_line"] == 4
    with closing(connect(file)) as upgraded:
        strict = upgraded.execute(
            "SELECT min(strict) FROM pragma_table_list"
            " WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%'"
        )
        assert strict.fetchone() == (1,)
        assert upgraded.execute("PRAGMA user_version").fetchone() == (NEXT,)
        assert upgraded.execute("SELECT colour FROM quote").fetchall() == [(None,)] * 2
        assert upgraded.execute("PRAGMA foreign_key_check").fetchall() == []
        assert upgraded.execute("PRAGMA foreign_keys").fetchone() == (1,)
        assert {"event_never_changes", "event_never_goes"} <= shape(upgraded).keys()
        assert "alembic_version" not in shape(upgraded)


def test_a_migration_that_breaks_off_leaves_everything_as_it_was(
    database: Database, folder: Path, planted: Path
) -> None:
    filled(database)
    file = database_file(folder)
    before, bytes_before = content(file), digest(file)
    with pytest.raises(UnavailableError) as refusal:
        upgrade_file(file, plant(planted, BROKEN_OFF))
    assert code_of(refusal) == "upgrade_failed"
    assert str(refusal.value.__cause__) == "the disk is gone"
    assert content(file) == before
    assert digest(file) == bytes_before
    assert database.check() == ()


def test_a_migration_that_loses_a_parent_is_refused(
    database: Database, folder: Path, planted: Path
) -> None:
    filled(database)
    before = content(database_file(folder))
    with pytest.raises(UnavailableError) as refusal:
        upgrade_file(database_file(folder), plant(planted, ORPHANS))
    assert {p.code for p in refusal.value.problems} == {"reference_broken"}
    assert content(database_file(folder)) == before


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_killed_migration_leaves_the_old_or_the_new(
    database: Database, folder: Path, planted: Path
) -> None:
    filled(database, *(f"A-{n}" for n in range(20)))
    file = database_file(folder)
    versions = plant(planted, GOOD)
    old, states = file.read_bytes(), set()
    lines = rows(file)

    def migrate(report: Reporter) -> None:
        while True:
            report("about to migrate")
            upgrade_file(file, versions)
            file.write_bytes(old)

    def survived(_reports: list[str]) -> None:
        with closing(connect(file)) as left:
            states.add(left.execute("PRAGMA user_version").fetchone()[0])
            assert left.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert rows(file) == lines
        file.write_bytes(old)

    kill_rounds(migrate, 6, survived)
    assert states <= {REVISION, NEXT}
