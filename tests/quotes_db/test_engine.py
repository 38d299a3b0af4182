"""Every connection is set up alike, and a transaction is all or nothing."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path
from typing import Any
from weakref import WeakValueDictionary

import pytest
from sqlalchemy.exc import DBAPIError, StatementError

from app.domain.problems import UnavailableError
from quotes_db.connections import connect, connect_to_read
from quotes_db.engine import Engines, engine_on
from quotes_db.storage import Database
from quotes_db.store import SqlStore
from tests.quotes_db.samples import (
    BY,
    code_of,
    database_file,
    filled,
    item,
    price_list,
    record,
)

PRAGMAS = {
    "journal_mode": "delete",
    "synchronous": 3,
    "foreign_keys": 1,
    "secure_delete": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "cache_size": -32768,
}


@pytest.mark.parametrize("opened", [connect, connect_to_read])
def test_the_pragmas_hold_on_every_connection(folder: Path, opened: Any) -> None:
    database = opened(database_file(folder))
    found = {p: database.execute(f"PRAGMA {p}").fetchone()[0] for p in PRAGMAS}
    assert found == PRAGMAS
    assert database.isolation_level is None
    database.close()


def test_every_table_is_strict(folder: Path) -> None:
    database = connect(database_file(folder))
    tables = database.execute(
        "SELECT name, strict FROM pragma_table_list"
        " WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%'"
    ).fetchall()
    assert len(tables) == 13
    assert {strict for _, strict in tables} == {1}
    database.close()


def test_the_history_can_only_grow(database: Database, folder: Path) -> None:
    filled(database)
    raw = connect(database_file(folder))
    for change in ("UPDATE event SET who = 'me'", "DELETE FROM event"):
        with pytest.raises(Exception, match="the history only grows"):
            raw.execute(change)
    raw.close()


def test_a_float_is_refused_and_nothing_is_written(database: Database) -> None:
    broken = record()
    half: Any = 2.0
    pack = replace(broken.quote.proposal.packs[0], quantity=half)
    proposal = replace(broken.quote.proposal, packs=(pack,))
    with database.writing() as store:
        with pytest.raises(StatementError, match="TypeError"):
            store.add_quote(
                replace(broken, quote=replace(broken.quote, proposal=proposal))
            )
        assert store.quotes() == ()
        assert store.events() == ()


def test_an_error_carries_no_values(database: Database) -> None:
    one = record(title="CANARY")
    with database.writing() as store:
        store.add_quote(one)
        with pytest.raises(DBAPIError) as failure:
            store.add_quote(
                replace(one, quote=record("TR-2026-0009", title="CANARY").quote)
            )
    assert "UNIQUE" in str(failure.value)
    assert "CANARY" not in str(failure.value)


def test_a_full_disk_is_explained_and_nothing_is_lost(
    database: Database, folder: Path
) -> None:
    def connect_to_a_small_disk() -> sqlite3.Connection:
        small = connect(database_file(folder))
        (pages,) = small.execute("PRAGMA page_count").fetchone()
        small.execute(f"PRAGMA max_page_count = {pages + 2}")
        return small

    engine = engine_on(connect_to_a_small_disk)
    store = SqlStore(engine, database_file(folder), WeakValueDictionary())
    refusals: list[str] = []
    while not refusals:
        try:
            store.add_quote(record(f"X-{len(store.quotes())}"))
        except UnavailableError as refusal:
            refusals += [problem.code for problem in refusal.problems]
    assert refusals == ["disk_full"]
    assert len(store.events()) == len(store.quotes())
    engine.dispose()
    assert database.check() == ()


def test_a_disk_that_fills_up_keeps_no_part_of_a_list(
    database: Database, folder: Path
) -> None:
    def connect_to_a_small_disk() -> sqlite3.Connection:
        small = connect(database_file(folder))
        (pages,) = small.execute("PRAGMA page_count").fetchone()
        small.execute(f"PRAGMA max_page_count = {pages + 20}")
        return small

    engine = engine_on(connect_to_a_small_disk)
    store = SqlStore(engine, database_file(folder), WeakValueDictionary())
    before = store.price_lists(), store.events()
    long = price_list("2", *(item(f"SKU-{n}") for n in range(5_000)))
    with pytest.raises(UnavailableError) as refusal:
        store.add_price_list(long, "long.csv", BY)
    assert code_of(refusal) == "disk_full"
    assert (store.price_lists(), store.events()) == before
    engine.dispose()
    assert database.check() == ()


def test_another_program_that_writes_is_waited_for_then_explained(
    database: Database, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quotes_db.connections._PATIENCE", 0.05)
    with database.writing() as store:
        other = connect(database_file(folder))
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(UnavailableError) as refusal:
            store.add_quote(record())
        assert code_of(refusal) == "database_busy"
        other.close()
        store.add_quote(record())


def test_an_engine_is_lent_to_one_at_a_time_and_then_again(folder: Path) -> None:
    opened: list[sqlite3.Connection] = []

    def opening() -> sqlite3.Connection:
        opened.append(connect(folder / "quotes.db"))
        return opened[-1]

    engines = Engines()
    with engines.lent(opening) as one, engines.lent(opening) as other:
        assert one is not other
        one.connect().close()
    with engines.lent(opening) as again:
        assert again in (one, other)
        again.connect().close()
    assert len(opened) == 2
    for connection in opened:
        with pytest.raises(sqlite3.ProgrammingError):
            connection.execute("SELECT 1")
