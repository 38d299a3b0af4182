"""A customer's row grows by what quotes say of it, and nothing takes it away."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from app.domain.choices import Segment
from app.domain.identity import Customer
from quotes_db.storage import Database
from tests.quotes_db.samples import changed, record, rows

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
        store.save_quote(changed(second, customer=Customer("Lycée", city="Huy")))
        event = store.events()[-2]
    known = "SELECT segment, email, street, city FROM customer"
    assert rows(folder, known) == [("education", "lycee@example.org", "Rue 1", "Huy")]
    assert saved is not None
    assert saved.quote.proposal.customer == Customer("Lycée")
    (made,) = rows(folder, "SELECT id FROM customer")
    assert (event.what, (event.entity_id,)) == ("customer_changed", made)
    assert json.loads(event.before) == {"customer": {"city": "Arlon"}}
    assert json.loads(event.after) == {"customer": {"city": "Huy"}}


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
