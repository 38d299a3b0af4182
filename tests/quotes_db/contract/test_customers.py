"""What every store promises of customers."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.choices import Edition
from app.domain.identity import Customer
from app.domain.known_customer import Contact, KnownCustomer
from app.domain.problems import RefusedError
from app.ports import Storage
from tests.quotes_db.contract.samples import DAY, kept
from tests.quotes_db.samples import BY, changed, code_of, record

LATER = replace(BY, at=BY.at + timedelta(hours=1))


def test_each_customer_comes_with_its_quotes_the_newest_first(
    storage: Storage,
) -> None:
    ada, bob = Customer("Ada SA", city="Namur"), Customer("Bob SRL")
    later = replace(BY, at=BY.at + timedelta(hours=1))
    with storage.writing() as store:
        assert store.customers() == ()
        store.add_quote(record("TR-2026-0001", customer=ada))
        store.add_quote(
            replace(record("TR-2026-0002", customer=bob), created=later, changed=later)
        )
        store.add_quote(record("TR-2026-0003", customer=ada))
        found = store.customers()
        alone = store.customers(alone=True)
    assert alone == tuple(replace(each, quotes=()) for each in found)
    assert [each.customer for each in found] == [ada, bob]
    numbers = [[head.number for head in each.quotes] for each in found]
    assert numbers == [["TR-2026-0003", "TR-2026-0001"], ["TR-2026-0002"]]


def test_a_customer_whose_quote_names_another_by_now_stays(storage: Storage) -> None:
    first = record(customer=Customer("Ada SA"))
    with storage.writing() as store:
        store.add_quote(first)
        store.save_quote(changed(first, customer=Customer("Bob SRL")))
        found = {each.customer.name: len(each.quotes) for each in store.customers()}
    assert found == {"Ada SA": 0, "Bob SRL": 1}


def test_a_customer_is_kept_changed_and_not_overwritten(storage: Storage) -> None:
    with storage.writing() as store:
        (first,) = store.keep_customers([kept("Ada SA")], BY)
        assert (first.edition, first.changed) == (1, BY)
        more = KnownCustomer(
            customer=replace(first.customer, city="Namur"),
            language=Edition.FR_EN,
            enterprise_number="0403.170.701",
            contacts=(Contact("Léa", "IT", "lea@ada.example", "+32 4 1"),),
        )
        wanted = replace(first, known=more, archived_on=DAY)
        (second,) = store.keep_customers([wanted], LATER)
        assert store.customers() == (second,)
        assert second == replace(wanted, edition=2, changed=LATER)
        with pytest.raises(RefusedError) as refusal:
            store.keep_customers([kept("Bob SRL"), wanted], LATER)
        assert code_of(refusal) == "customer_edited_elsewhere"
        assert store.customers() == (second,)
        events = [(one.what, one.subject, one.at) for one in store.events()]
    assert events == [
        ("customer_added", "Ada SA", BY.at),
        ("customer_changed", "Ada SA", LATER.at),
    ]


def test_a_quote_follows_its_customer_through_a_merge_and_back(
    storage: Storage,
) -> None:
    with storage.writing() as store:
        store.add_quote(first := record("TR-2026-0001", customer=Customer("Ada")))
        second = record("TR-2026-0002", customer=Customer("Ada SA"))
        store.add_quote(replace(second, changed=LATER))
        gone, stays = store.customers()
        merged = replace(gone, merged_into=stays.id)
        store.keep_customers([merged], BY)
        quotes = {each.id: len(each.quotes) for each in store.customers()}
        assert quotes == {gone.id: 0, stays.id: 2}
        found = store.customer_of(first.id)
        assert found is not None
        assert (found.id, found.quotes) == (stays.id, ())
        store.add_quote(record("TR-2026-0003", customer=Customer("Ada")))
        gone, stays = store.customers()
        assert (len(gone.quotes), len(stays.quotes)) == (0, 3)
        store.keep_customers([replace(gone, merged_into="")], BY)
        assert [len(each.quotes) for each in store.customers()] == [2, 1]
        assert store.customer_of("no quote") is None


def test_a_quote_means_the_customer_of_its_name_and_number(storage: Storage) -> None:
    ada = replace(kept("Ada"), known=KnownCustomer(customer=Customer("Ada", "BE")))
    with storage.writing() as store:
        store.keep_customers([ada], BY)
        for number, vat in enumerate(("", "BE1", "BE1", "BE2", "")):
            new = record(f"TR-2026-{number}", customer=Customer("Ada", vat_number=vat))
            store.add_quote(replace(new, changed=LATER))
        told = {
            each.customer.vat_number: [head.number for head in each.quotes]
            for each in store.customers()
        }
    assert told == {
        "BE1": ["TR-2026-4", "TR-2026-2", "TR-2026-1", "TR-2026-0"],
        "BE2": ["TR-2026-3"],
    }


def test_a_name_that_is_being_typed_leaves_no_other_customers(
    storage: Storage,
) -> None:
    one = record(customer=Customer("Men", "BE"))
    with storage.writing() as store:
        store.add_quote(one)
        for customer in (
            Customer("Menui", "BE"),
            Customer("Menui", "BE", city="Huy"),
            Customer("Menuiserie", "BE", city="Liège"),
        ):
            one = store.save_quote(changed(one, customer=customer))
        assert [each.customer for each in store.customers()] == [customer]


def test_a_name_typed_on_to_a_known_one_leads_there(storage: Storage) -> None:
    one = record("TR-2026-0002", customer=Customer("Ad"))
    with storage.writing() as store:
        store.add_quote(record("TR-2026-0001", customer=Customer("Ada", city="Huy")))
        store.add_quote(replace(one, created=LATER, changed=LATER))
        store.save_quote(changed(one, customer=Customer("Ada", city="Namur")))
        known = [each for each in store.customers() if not each.merged_into]
        assert [each.customer for each in known] == [Customer("Ada", city="Huy")]
        assert len(known[0].quotes) == 2


@pytest.mark.parametrize("beginning", ["Ac", ""])
def test_what_was_left_of_a_typed_name_is_nobody(
    storage: Storage, beginning: str
) -> None:
    one = record("TR-2026-0002", customer=Customer(beginning))
    with storage.writing() as store:
        store.add_quote(record("TR-2026-0001", customer=Customer("Acme")))
        store.add_quote(replace(one, created=LATER, changed=LATER))
        one = store.save_quote(changed(one, customer=Customer("Acme")))
        store.add_quote(record("TR-2026-0003", customer=Customer(beginning)))
        for name in (beginning, "Acorn"):
            one = store.save_quote(changed(one, customer=Customer(name)))
        quotes = {
            each.customer.name: [head.number for head in each.quotes]
            for each in store.customers()
            if not each.merged_into
        }
    assert quotes == {
        "Acme": ["TR-2026-0001"],
        "Acorn": ["TR-2026-0002"],
        beginning: ["TR-2026-0003"],
    }
