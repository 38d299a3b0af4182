"""One price list and one quote, with everything but what matters left out."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from app.domain.by_term import ByTerm
from app.domain.choices import Kind, Term
from app.domain.identity import Customer
from app.domain.localized import Localized
from app.domain.money import Amount, UnitPrice
from app.domain.price_list import Item, PriceList
from app.domain.problems import RefusedError
from app.domain.proposal import OptionLine, PackLine, Proposal
from app.domain.quote import Quote
from app.ports import QuoteRecord, Stamp, Storage
from quotes_db.connections import connect
from quotes_db.migrating import VERSIONS, upgrade
from quotes_db.opening import journal
from quotes_db.storage import FILE

BY = Stamp("Ada", datetime(2026, 11, 22, 14, 32, tzinfo=UTC))


def item(sku: str, **known: Any) -> Item:
    price = ByTerm(None, None, UnitPrice(499_000, "EUR"))
    columns: dict[str, Any] = {"kind": Kind.PACK, "prices": price}
    return Item(sku=sku, name=Localized.same(sku), **columns | known)


def price_list(version: str = "1", *items: Item) -> PriceList:
    return PriceList(
        list_id="also-be",
        version=version,
        currency="EUR",
        valid_from=date(2026, 1, 1),
        items=items or (item("NB-M"), item("DOCK", kind=Kind.OPTION)),
        fingerprint=f"f{version}",
        file_fingerprint=f"ff{version}",
    )


def record(number: str = "TR-2026-0001", **known: Any) -> QuoteRecord:
    """A quote of one pack with one option; `known` changes its proposal."""
    pack = PackLine(
        id="p",
        sku="NB-M",
        quantity=12,
        options=(OptionLine(id="o", sku="DOCK", quantity=2),),
    )
    proposal = Proposal(
        number=number,
        date=date(2026, 11, 22),
        customer=Customer("Menuiserie Lefèvre SRL", "BE"),
        term=Term.MONTHS_36,
        packs=(pack,),
    )
    return QuoteRecord(
        id=str(uuid4()),
        quote=Quote(proposal=replace(proposal, **known)),
        prices=(price_list(),),
        monthly=Amount(59_880, "EUR"),
        created=BY,
        changed=BY,
    )


def changed(before: QuoteRecord, **known: Any) -> QuoteRecord:
    """The same quote with another proposal."""
    proposal = replace(before.quote.proposal, **known)
    return replace(before, quote=replace(before.quote, proposal=proposal))


def filled(storage: Storage, *numbers: str) -> None:
    """Put a list and a few quotes into a database."""
    with storage.writing() as store:
        store.add_price_list(price_list(), "list.csv", BY)
        for number in numbers or ("TR-2026-0001",):
            store.add_quote(record(number))


def files(folder: Path) -> set[str]:
    """The names of what lies in a folder, the lock aside."""
    return {file.name for file in folder.iterdir()} - {"lock"}


def database_file(folder: Path) -> Path:
    return folder / FILE


def grown_old(folder: Path) -> None:
    """Let hours pass for what a crash left half-written there."""
    for left in folder.glob(".waas-*"):
        os.utime(left, (0, 0))


def hot_journal(file: Path) -> bytes:
    """The journal of a change that is under way; the database stays as it is."""
    with closing(connect(file)) as database:
        database.execute("PRAGMA cache_size = 1")
        database.execute("BEGIN IMMEDIATE")
        for number in range(200):
            database.execute(
                "INSERT INTO number_counter VALUES (?, 2026, 1)", (f"{number:0500}",)
            )
        database.execute("UPDATE quote SET title = 'half done'")
        return journal(file).read_bytes()


def rows(folder: Path, query: str) -> list[tuple[Any, ...]]:
    """What a database answers, asked past the program."""
    with closing(connect(database_file(folder))) as database:
        return database.execute(query).fetchall()


def code_of(refusal: pytest.ExceptionInfo[RefusedError]) -> str:
    """The code of the only problem."""
    (problem,) = refusal.value.problems
    return problem.code


def digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def grow_old(file: Path, place: Path, *revisions: str) -> None:
    """Turn a database into one that only knows these revisions."""
    first = place / "old.db"
    for name in revisions:
        (migration,) = VERSIONS.glob(f"{name}*.py")
        (place / migration.name).write_bytes(migration.read_bytes())
    with closing(sqlite3.connect(first, isolation_level=None)) as old:
        upgrade(old, (place,))
        old.execute("PRAGMA foreign_keys = OFF")
        _copy_rows(old, file)
    file.write_bytes(first.read_bytes())


def _copy_rows(old: sqlite3.Connection, source: Path) -> None:
    """Copy into each table what it has columns for."""
    old.execute("ATTACH ? AS source", (str(source),))
    tables = old.execute("SELECT name FROM main.sqlite_master WHERE type = 'table'")
    for (table,) in tables.fetchall():
        names = [row[1] for row in old.execute(f"PRAGMA main.table_info({table})")]
        columns = ", ".join(names)
        old.execute(
            f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM source.{table}"
        )
