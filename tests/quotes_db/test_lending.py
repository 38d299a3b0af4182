"""The connection that the list keeps is to the file that is there now."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from quotes_db.lending import Lending


def test_a_file_that_is_replaced_while_it_is_opened_is_opened_anew(
    tmp_path: Path,
) -> None:
    old, new = tmp_path / "old.db", tmp_path / "new.db"
    for path in (old, new):
        database = sqlite3.connect(path)
        database.execute("CREATE TABLE quote (number)")
        database.execute("INSERT INTO quote VALUES (?)", (path.stem,))
        database.commit()
        database.close()

    def connect() -> sqlite3.Connection:
        database = sqlite3.connect(old, check_same_thread=False)
        database.execute("SELECT * FROM quote").fetchall()
        if new.exists():
            new.replace(old)
        return database

    lending = Lending(old, connect)
    read = []
    for _ in range(2):
        with lending.lent(patient=True) as database:
            read += database.execute("SELECT number FROM quote").fetchall()
    with lending.withheld():
        assert read == [("old",), ("new",)]
