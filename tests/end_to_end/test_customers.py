"""Customers by command: kept from quotes, found, merged and split again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.domain.known_customer import NOBODY, KnownCustomer
from app.domain.problems import RefusedError
from app.ports import CustomerRecord
from app.use_cases import customers
from tests.cli import Cli


def add_quote(cli: Cli, folder: Path, **customer: str) -> str:
    """Save a quote for a customer, and return its number."""
    service = {"name_fr": "Pose", "name_en": "Set-up", "price": "85.00", "quantity": 1}
    quote = {
        "format": "waas-quote/1",
        "date": "2026-11-22",
        "customer": customer,
        "partner_services": [service],
    }
    path = folder / "quote.json"
    path.write_text(json.dumps(quote), "utf-8")
    return cli.done("quotes", "add", path).out.strip()


@pytest.fixture
def twice(cli: Cli, tmp_path: Path) -> Cli:
    """A customer that is there twice, and another."""
    vat = "BE0403170701"
    add_quote(
        cli, tmp_path, name="Menuiserie Lefèvre SRL", city="Arlon", vat_number=vat
    )
    add_quote(cli, tmp_path, name="MENUISERIE LEFEVRE", email="info@lefevre.example")
    add_quote(cli, tmp_path, name="Ateliers Dupont SA", vat_number="BE 0123.456.789")
    return cli


def test_each_customer_that_a_quote_names_is_listed(twice: Cli) -> None:
    answer = twice.done("customers", "list", "--format", "json").json
    assert [each["name"] for each in answer["customers"]] == [
        "Ateliers Dupont SA",
        "MENUISERIE LEFEVRE",
        "Menuiserie Lefèvre SRL",
    ]
    assert [len(each["quotes"]) for each in answer["customers"]] == [1, 1, 1]


def test_a_number_that_cannot_be_right_is_said(twice: Cli) -> None:
    answer = twice.done("customers", "show", "ateliers dupont")
    assert "does not look like a VAT number of BE" in answer.err
    assert "Ateliers Dupont SA" in answer.out


def test_a_customer_that_is_there_twice_becomes_one_and_two_again(twice: Cli) -> None:
    likely = twice.done("customers", "list", "--duplicates", "--format", "json").json
    ids = {each["name"]: each["id"] for each in likely["customers"]}
    assert set(ids) == {"MENUISERIE LEFEVRE", "Menuiserie Lefèvre SRL"}
    merge = ("customers", "merge", "BE 0403.170.701", ids["MENUISERIE LEFEVRE"])
    one = twice.done(*merge, "--take", "name", "--format", "json").json
    assert one["name"] == "MENUISERIE LEFEVRE"
    assert (one["city"], one["email"]) == ("Arlon", "info@lefevre.example")
    assert len(one["quotes"]) == 2
    assert twice.done("customers", "list").out.count("LEF") == 1
    twice.done("customers", "split", "BE0403170701")
    back = twice.done("customers", "list", "--format", "json").json["customers"]
    assert [len(each["quotes"]) for each in back] == [1, 1, 1]
    again = twice("customers", "split", "BE0403170701")
    assert again.status == 1
    assert "No other customer was merged" in again.err


def test_what_was_left_of_a_typed_name_does_not_come_back(twice: Cli) -> None:
    work = twice.workplace(twice.folder)
    kept = customers.find(work, "Ateliers Dupont SA")
    left = CustomerRecord(
        id="left",
        known=KnownCustomer(customer=NOBODY),
        merged_into=kept.id,
        changed=work.stamp(),
    )
    with work.storage.writing() as store:
        store.keep_customers([left], work.stamp())
    with pytest.raises(RefusedError) as refusal:
        customers.split(work, kept.id)
    assert [each.code for each in refusal.value.problems] == ["customer_not_merged"]


def test_nothing_is_undone_in_a_database_that_knows_nothing_of_it(twice: Cli) -> None:
    work = twice.workplace(twice.folder)
    deed = customers.archived(work, customers.find(work, "Ateliers Dupont SA"))
    work.storage.begin_anew()
    with pytest.raises(RefusedError) as refusal:
        customers.undo(work, deed)
    codes = [each.code for each in refusal.value.problems]
    assert codes == ["customer_edited_elsewhere"]


def test_a_name_that_means_several_or_nobody_is_refused(twice: Cli) -> None:
    several = twice("customers", "show", "Menuiserie LEFÈVRE", "--format", "json")
    assert several.status == 1
    assert [each["code"] for each in several.json["problems"]] == ["customer_ambiguous"]
    nobody = twice("customers", "show", "Nobody", "--format", "json")
    assert nobody.json["id"] is None
    assert [each["code"] for each in nobody.json["problems"]] == ["customer_unknown"]


def test_a_customer_in_the_archive_is_said_to_be_so(twice: Cli) -> None:
    twice.done("customers", "archive", "Ateliers Dupont SA")
    assert "in the archive" in twice.done("customers", "list").out
    twice.done("customers", "archive", "Ateliers Dupont SA", "--back")
    assert "in the archive" not in twice.done("customers", "list").out
