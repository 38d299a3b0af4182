"""A database with as many quotes as a partner never writes, made at once."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from itertools import product
from pathlib import Path

from quotes_db.connections import connect
from quotes_db.migrating import upgrade_file
from quotes_db.schema import new_database
from quotes_db.storage import FILE
from quotes_db.tables import QuoteRow

CUSTOMERS = 5_000
MOMENT = datetime(2026, 11, 22, tzinfo=UTC)
_AT = MOMENT.isoformat(timespec="microseconds")
#: Of ten, three are revisions of one quote, and one is archived.
_TENTH, _REVISIONS = 10, 3
_FIRST = ("Menuiserie", "Garage", "Étude", "Crèche", "Boulangerie", "Atelier", "SRL")
_NAMES = ("Lefèvre", "Noël", "Dumont", "Côté", "Maréchal", "Janssens", "Peeters")
_TITLES = ("Portables du personnel", "Office E3", "Écrans", "Salle de réunion", "")
_STATUSES = ("presented", "draft", "accepted", "declined", "presented")


def fill(folder: Path, count: int) -> None:
    """Make a database with that many quotes; every tenth has two revisions more."""
    file = folder / FILE
    file.write_bytes(new_database(MOMENT))
    file.chmod(0o600)
    with closing(connect(file)) as database:
        database.execute("PRAGMA synchronous = OFF")
        database.execute("BEGIN IMMEDIATE")
        database.executemany(
            "INSERT INTO customer VALUES (?, ?, 'BE', 'business', '', '', '', '', '',"
            " '', ?, 'bench')",
            ((f"c{n}", _customer(n), _AT) for n in range(CUSTOMERS)),
        )
        _insert(database, count)
        database.execute("COMMIT")
        # The program's own migration lists and indexes what there is.
        database.execute("DROP TABLE listed_quote")
        database.execute("DROP TABLE quote_search")
        database.execute("PRAGMA user_version = 2")
    upgrade_file(file)


def _insert(database: sqlite3.Connection, count: int) -> None:
    """Write the rows of the quotes."""
    columns = list(QuoteRow.model_fields)
    signs = ", ".join(f":{name}" for name in columns)
    database.executemany(
        f"INSERT INTO quote ({', '.join(columns)}) VALUES ({signs})",
        (_blank(columns) | row for row in _rows(count)),
    )


def _blank(columns: list[str]) -> dict[str, object]:
    """Return a row that says nothing."""
    maybe = {"presented_on", "answered_on", "decline_reason", "archived_on"}
    return {name: None if name in maybe else "" for name in columns}


def _rows(count: int) -> Iterator[dict[str, object]]:
    """Yield what quotes say, the oldest first."""
    first = date(2020, 1, 1)
    for n in range(count):
        last = n % _TENTH
        family, letter = (n - last, "ABC"[last]) if last < _REVISIONS else (n, "A")
        day = first + timedelta(days=n * 2_500 // count)
        later = last < _REVISIONS - 1
        yield {
            "serial": n + 1,
            "id": f"q{n}",
            "number": f"TR-{day.year}-{family:06}",
            "revision": "" if letter == "A" else letter,
            "status": "superseded" if later else _STATUSES[n % len(_STATUSES)],
            "customer_id": f"c{n % CUSTOMERS}",
            "customer_name": _customer(n % CUSTOMERS),
            "date": day.isoformat(),
            "valid_until": (day + timedelta(days=30)).isoformat(),
            "archived_on": day.isoformat() if last == _TENTH - 1 else None,
            "term": 36,
            "title": _TITLES[n % len(_TITLES)],
            "monthly": 10_000 + n,
            "currency": "EUR",
            "edition": 1,
            "created_at": _AT,
            "changed_at": _AT,
        }


def _customer(n: int) -> str:
    """Name a customer."""
    pairs = list(product(_FIRST, _NAMES))
    first, name = pairs[n % len(pairs)]
    return f"{first} {name} {n}"
