"""A database with as many quotes as a partner never writes, made at once.

Each is a whole quote as the program writes it, with its lines and the prices it keeps:
a few are written so, and copied under other numbers. Only the history, which nothing
reads, lacks them, and most of the papers that were handed over.
"""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import product
from pathlib import Path
from runpy import run_path

from app.domain.choices import Edition
from app.domain.price_list import PriceList
from app.domain.quote import Quote
from app.use_cases import issuing, quotes
from app.use_cases.bundled import sample_list, sample_quote
from bench.place import workplace
from quotes_db.connections import connect
from quotes_db.migrating import VERSIONS
from quotes_db.schema import new_database
from quotes_db.storage import FILE
from quotes_db.tables import (
    CustomerRow,
    IssuedDocumentRow,
    LineRow,
    QuoteRow,
    Row,
    SnapshotItemRow,
    SnapshotListRow,
    table_of,
)

CUSTOMERS = 5_000
_FIRST_DAY = date(2020, 1, 1)
MOMENT = datetime(2026, 11, 22, tzinfo=UTC)
_AT = MOMENT.isoformat(timespec="microseconds")
#: Of ten, three are revisions of one quote, and one is archived.
_TENTH, _REVISIONS = 10, 3
#: The newest so many keep the paper that was handed over: all would fill a disk.
_WITH_PAPERS = 1_000
_LISTING = VERSIONS / "0003_the_list_and_its_search.py"
_FIRST = ("Menuiserie", "Garage", "Étude", "Crèche", "Boulangerie", "Atelier", "SRL")
_NAMES = ("Lefèvre", "Noël", "Dumont", "Côté", "Maréchal", "Janssens", "Peeters")
_TITLES = ("Portables du personnel", "Office E3", "Écrans", "Salle de réunion", "")
_STATUSES = ("presented", "draft", "accepted", "declined", "presented")
#: Which kind of quote comes when; most are short.
_TURNS = (1, 1, 2, 1, 2, 1, 3)


def fill(folder: Path, count: int) -> None:
    """Make a database with that many quotes; every tenth has two revisions more."""
    file = folder / FILE
    file.write_bytes(new_database(MOMENT))
    file.chmod(0o600)
    with (
        tempfile.TemporaryDirectory() as kinds,
        closing(connect(file)) as database,
    ):
        _write_kinds(Path(kinds))
        database.execute("ATTACH ? AS kinds", (str(Path(kinds) / FILE),))
        # Copies of what was whole need not be looked at one by one.
        for pragma in ("synchronous = OFF", "foreign_keys = OFF"):
            database.execute(f"PRAGMA {pragma}")
        database.execute("BEGIN IMMEDIATE")
        _insert(database, CustomerRow, _customers())
        _insert(database, QuoteRow, _quotes(database, count))
        _copy_what_hangs_on_them(database, count)
        # As the migration lists what there is.
        database.execute(run_path(str(_LISTING))["_FILL"])
        database.execute("INSERT INTO quote_search (quote_search) VALUES ('rebuild')")
        database.execute("COMMIT")


def _write_kinds(folder: Path) -> None:
    """Write one quote of each kind, and hand it over, as the program does."""
    desk = workplace(folder)
    with desk.storage.writing() as store:
        store.add_price_list(_prices(), "bench", desk.stamp())
    for quote in _kinds():
        number = quotes.add(desk, quote).record.quote.proposal.number
        issuing.issue(desk, number, [Edition.FR])


def _prices() -> PriceList:
    """Return the sample's prices, offered on the day of the oldest quote too."""
    items = (replace(each, valid_from=None) for each in sample_list().items)
    return replace(
        sample_list(),
        list_id="BENCH",
        version="0",
        valid_from=_FIRST_DAY,
        items=tuple(items),
    )


def _kinds() -> Iterator[Quote]:
    """Yield a short quote, one of a few lines, and one with all that is priced."""
    whole = sample_quote()
    firm = replace(whole.proposal, special_requests=())
    few = replace(firm, packs=firm.packs[:1], subscriptions=())
    short = replace(few, packs=(replace(few.packs[0], options=()),))
    yield from (replace(whole, proposal=each) for each in (short, few, firm))


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


def _copy_what_hangs_on_them(database: sqlite3.Connection, count: int) -> None:
    """Give each quote the lines, prices and papers of its kind."""
    for kind in (LineRow, SnapshotListRow, SnapshotItemRow):
        _copy(database, kind, "1")
    handed_over = f"own.status <> 'draft' AND own.serial > {count - _WITH_PAPERS}"
    _copy(database, IssuedDocumentRow, handed_over)


def _copy(database: sqlite3.Connection, kind: type[Row], condition: str) -> None:
    """Write rows of the kinds for all quotes of which the condition holds."""
    table = table_of(kind)
    others = [c.name for c in table.columns if c.name not in {"quote_id", "serial"}]
    turns = " ".join(f"WHEN {at} THEN {each}" for at, each in enumerate(_TURNS))
    database.execute(
        f"INSERT INTO {table.name} (quote_id, {', '.join(others)})"
        f" SELECT own.id, {', '.join(f'like.{name}' for name in others)}"
        " FROM main.quote AS own JOIN kinds.quote AS kind ON kind.serial ="
        f" CASE (own.serial - 1) % {len(_TURNS)} {turns} END"
        f" JOIN kinds.{table.name} AS like ON like.quote_id = kind.id"
        f" WHERE {condition}"
    )


def _customers() -> Iterator[dict[str, object]]:
    """Yield who the quotes are for."""
    for n in range(CUSTOMERS):
        yield {
            "id": f"c{n}",
            "name": _customer(n),
            "country": "BE",
            "segment": "business",
            "contacts": "[]",
            "edition": 1,
            "created_at": _AT,
            "changed_at": _AT,
        }


def _quotes(database: sqlite3.Connection, count: int) -> Iterator[dict[str, object]]:
    """Yield what quotes say, the oldest first, each like one of a kind."""
    found = database.execute("SELECT * FROM kinds.quote ORDER BY serial")
    names = [each[0] for each in found.description]
    kinds = [dict(zip(names, row, strict=True)) for row in found]
    for n in range(count):
        last = n % _TENTH
        family, letter = (n - last, "ABC"[last]) if last < _REVISIONS else (n, "A")
        day = _FIRST_DAY + timedelta(days=n * 2_500 // count)
        later = last < _REVISIONS - 1
        yield kinds[_TURNS[n % len(_TURNS)] - 1] | {
            "serial": n + 1,
            "id": f"q{n}",
            "number": f"TR-{day.year}-{family:06}",
            "revision": "" if letter == "A" else letter,
            "customer_id": f"c{n % CUSTOMERS}",
            "customer_name": _customer(n % CUSTOMERS),
            "date": day.isoformat(),
            "valid_until": (day + timedelta(days=30)).isoformat(),
            "archived_on": day.isoformat() if last == _TENTH - 1 else None,
            "title": _TITLES[n % len(_TITLES)],
            **_standing("superseded" if later else _STATUSES[n % len(_STATUSES)], day),
        }


def _standing(status: str, day: date) -> dict[str, object]:
    """Return where a quote of a day stands, and since when."""
    answered = status in {"accepted", "declined"}
    return {
        "status": status,
        "presented_on": None if status == "draft" else day.isoformat(),
        "answered_on": (day + timedelta(days=9)).isoformat() if answered else None,
        "decline_reason": "Trop tard" if status == "declined" else None,
    }


def _customer(n: int) -> str:
    """Name a customer."""
    pairs = list(product(_FIRST, _NAMES))
    first, name = pairs[n % len(pairs)]
    return f"{first} {name} {n}"
