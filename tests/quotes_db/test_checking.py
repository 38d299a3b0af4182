"""A thorough look finds what a quick one lets through."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from app.domain.problems import UnavailableError
from quotes_db.connections import connect
from quotes_db.storage import Database
from tests.quotes_db.samples import (
    code_of,
    database_file,
    filled,
)


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
