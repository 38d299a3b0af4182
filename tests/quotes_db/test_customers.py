"""A customer's row grows by what quotes say of it, and nothing takes it away."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from app.domain.choices import Edition, Segment
from app.domain.identity import Customer
from quotes_db.migrating import upgrade_file
from quotes_db.storage import Database
from tests.quotes_db.samples import (
    BY,
    changed,
    database_file,
    grow_old,
    record,
    rows,
)

SCHOOL = Customer(
    "Lycée",
    "BE",
    Segment.EDUCATION,
    email="lycee@example.org",
    street="Rue 1",
    city="Arlon",
)


def test_a_quote_that_names_only_its_customer_wipes_nothing(
    database: Database, folder: Path
) -> None:
    with database.writing() as store:
        store.add_quote(record("A-1", customer=SCHOOL))
        store.add_quote(second := record("A-2", customer=Customer("Lycée")))
        saved = store.quote("A-2")
        told = Customer("Lycée", city="Huy", postcode="6700")
        store.save_quote(changed(second, customer=told))
        event = store.events()[-2]
    known = "SELECT segment, email, city, postcode FROM customer"
    assert rows(folder, known) == [("education", "lycee@example.org", "Arlon", "6700")]
    assert saved is not None
    assert saved.quote.proposal.customer == Customer("Lycée")
    (made,) = rows(folder, "SELECT id FROM customer")
    assert (event.what, (event.entity_id,)) == ("customer_changed", made)
    assert json.loads(event.before) == {"customer": {"postcode": ""}}
    assert json.loads(event.after) == {"customer": {"postcode": "6700"}}


def test_no_row_goes_when_a_quote_names_another_customer(
    database: Database, folder: Path
) -> None:
    with database.writing() as store:
        store.add_quote(first := record("A-1", customer=SCHOOL))
        store.save_quote(changed(first, customer=Customer("ACME")))
    assert rows(folder, "SELECT name FROM customer ORDER BY name") == [
        ("ACME",),
        ("Lycée",),
    ]


def test_customers_of_one_name_stay_apart(database: Database, folder: Path) -> None:
    with database.writing() as store:
        store.add_quote(first := record("A-1", customer=Customer("Other")))
        store.add_quote(record("A-2", customer=SCHOOL))
        rows(folder, "UPDATE customer SET name = 'Lycée' WHERE name = 'Other'")
        later = "replace(created_at, '2026', '2027')"
        rows(folder, f"UPDATE customer SET created_at = {later} WHERE city = ''")
        store.save_quote(changed(first, customer=Customer("Lycée", city="Huy")))
        store.add_quote(record("A-3", customer=replace(SCHOOL, postcode="6700")))
    named = (
        "SELECT number, city, postcode FROM quote"
        " JOIN customer ON customer.id = customer_id ORDER BY number"
    )
    assert rows(folder, named) == [
        ("A-1", "Huy", ""),
        ("A-2", "Arlon", "6700"),
        ("A-3", "Arlon", "6700"),
    ]


def test_customers_of_an_older_database_learn_from_their_newest_quote(
    database: Database, folder: Path, tmp_path: Path
) -> None:
    with database.writing() as store:
        store.add_quote(record("A-1", customer=SCHOOL, language=Edition.EN))
        store.add_quote(
            record("A-2", customer=SCHOOL, delivery_address="Quai 3", title="Newer")
        )
        store.add_quote(other := record("A-3", customer=Customer("ACME")))
        store.save_quote(changed(other, customer=Customer("Nobody else")))
    planted = tmp_path / "planted"
    planted.mkdir()
    grow_old(database_file(folder), planted, "0001", "0002")
    upgrade_file(database_file(folder))
    known = "SELECT name, language, delivery_address, contacts, edition FROM customer"
    assert rows(folder, f"{known} ORDER BY name") == [
        ("ACME", "", "", "[]", 1),
        ("Lycée", "fr", "Quai 3", "[]", 1),
        ("Nobody else", "fr", "", "[]", 1),
    ]
    with database.reading() as store:
        assert [each.changed for each in store.customers()] == [BY] * 3
