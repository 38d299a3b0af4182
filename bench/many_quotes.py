"""A database with as many quotes as a partner never writes, made at once."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from itertools import product
from pathlib import Path
from runpy import run_path

from quotes_db.connections import connect
from quotes_db.migrating import VERSIONS
from quotes_db.schema import new_database
from quotes_db.storage import FILE
from quotes_db.tables import CustomerRow, QuoteRow, Row, table_of

CUSTOMERS = 5_000
MOMENT = datetime(2026, 11, 22, tzinfo=UTC)
_AT = MOMENT.isoformat(timespec="microseconds")
#: Of ten, three are revisions of one quote, and one is archived.
_TENTH, _REVISIONS = 10, 3
_LISTING = VERSIONS / "0003_the_list_and_its_search.py"
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
        _insert(database, CustomerRow, _customers())
        _insert(database, QuoteRow, _quotes(count))
        # As the migration lists what there is.
        database.execute(run_path(str(_LISTING))["_FILL"])
        database.execute("INSERT INTO quote_search (quote_search) VALUES ('rebuild')")
        database.execute("COMMIT")


def _insert(
    database: sqlite3.Connection, kind: type[Row], rows: Iterable[dict[str, object]]
) -> None:
    """Write rows; what they do not say is nothing, or a text without letters."""
    table = table_of(kind)
    blank = {each.name: None if each.nullable else "" for each in table.columns}
    signs = ", ".join(f":{name}" for name in blank)
    database.executemany(
        f"INSERT INTO {table.name} ({', '.join(blank)}) VALUES ({signs})",
        (blank | row for row in rows),
    )


def _customers() -> Iterator[dict[str, object]]:
    """Yield who the quotes are for."""
    for n in range(CUSTOMERS):
        yield {
            "id": f"c{n}",
            "name": _customer(n),
            "segment": "business",
            "contacts": "[]",
            "edition": 1,
            "created_at": _AT,
            "changed_at": _AT,
        }


def _quotes(count: int) -> Iterator[dict[str, object]]:
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
            "commission": 5_000 + n,
            "answered_on": (day + timedelta(days=9)).isoformat(),
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
