"""What every store promises of quotes, their numbers and their history."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from app.domain.by_term import ByTerm
from app.domain.choices import Status
from app.domain.identity import Customer
from app.domain.money import Amount, UnitPrice
from app.domain.problems import RefusedError
from app.ports import Storage
from tests.quotes_db.contract.samples import PRESENTED
from tests.quotes_db.samples import BY, changed, code_of, item, price_list, record


def test_numbers_count_up_per_prefix_and_year(storage: Storage) -> None:
    with storage.writing() as store:
        drawn = [store.draw_number("TR", year) for year in (2026, 2026, 2025, 2026)]
        assert drawn == ["TR-2026-0001", "TR-2026-0002", "TR-2025-0001", "TR-2026-0003"]
        assert store.draw_number("AB", 2026) == "AB-2026-0001"


def test_without_a_prefix_three_letters_of_the_installation_stand(
    storage: Storage,
) -> None:
    with storage.writing() as store:
        first, second = store.draw_number("", 2026), store.draw_number("", 2026)
    letters, year, count = first.split("-")
    assert len(letters) == 3
    assert letters.isalpha()
    assert letters.isupper()
    assert (year, count) == ("2026", "0001")
    assert second == f"{letters}-2026-0002"


def test_a_number_that_a_quote_brought_along_is_not_drawn(storage: Storage) -> None:
    with storage.writing() as store:
        store.add_quote(record("TR-2026-0002"))
        drawn = [store.draw_number("TR", 2026) for _ in range(2)]
    assert drawn == ["TR-2026-0001", "TR-2026-0003"]


def test_a_quote_comes_back_as_it_was(storage: Storage) -> None:
    one = record(title="Été", customer=Customer("A & B <SARL>", vat_number="BE0"))
    with storage.writing() as store:
        store.add_quote(one)
    with storage.reading() as store:
        assert store.quote("TR-2026-0001") == one
        assert store.quote("TR-2026-0002") is None


def test_money_survives_to_the_last_digit(storage: Storage) -> None:
    price = UnitPrice.parse("123456789.1234", "EUR")
    dear = price_list("1", item("NB-M", prices=ByTerm(price, None, price)))
    one = replace(
        record(), monthly=Amount.parse("345678901.23", "EUR").times(36), prices=(dear,)
    )
    with storage.writing() as store:
        store.add_price_list(dear, "list.csv", BY)
        store.add_quote(one)
        assert store.price_list("also-be", "1") == dear
        assert store.quote("TR-2026-0001") == one


def test_the_largest_monthly_amount_survives(storage: Storage) -> None:
    one = replace(record(), monthly=Amount(1_234_567_890_123, "EUR"))
    with storage.writing() as store:
        store.add_quote(one)
        assert store.quotes()[0].monthly == one.monthly


def test_a_number_belongs_to_one_quote(storage: Storage) -> None:
    with storage.writing() as store:
        store.add_quote(record())
        other = record("TR-2026-0002")
        store.add_quote(other)
        with pytest.raises(RefusedError) as refusal:
            store.add_quote(record())
        assert code_of(refusal) == "number_taken"
        with pytest.raises(RefusedError) as refusal:
            store.save_quote(changed(other, number="TR-2026-0001"))
        assert code_of(refusal) == "number_taken"
        assert len(store.quotes()) == 2


def test_revisions_share_a_number_and_the_newest_is_found(storage: Storage) -> None:
    with storage.writing() as store:
        store.add_quote(record(revision="B"))
        store.add_quote(record(revision="A", title="newest"))
        found = store.quote("TR-2026-0001")
    assert found is not None
    assert found.quote.proposal.title == "newest"


def test_saving_counts_the_editions(storage: Storage) -> None:
    with storage.writing() as store:
        store.add_quote(first := record())
        second = store.save_quote(changed(first, title="a"))
        third = store.save_quote(changed(second, title="b"))
        assert [one.edition for one in (first, second, third)] == [1, 2, 3]
        assert store.quote("TR-2026-0001") == third


def test_saving_what_another_changed_is_refused(storage: Storage) -> None:
    with storage.writing() as store:
        store.add_quote(first := record())
        saved = store.save_quote(changed(first, title="mine"))
        with pytest.raises(RefusedError) as refusal:
            store.save_quote(changed(first, title="yours"))
        assert code_of(refusal) == "edited_elsewhere"
        assert store.quote("TR-2026-0001") == saved


def test_saving_what_was_never_added_is_refused(storage: Storage) -> None:
    with storage.writing() as store, pytest.raises(RefusedError) as refusal:
        store.save_quote(record())
    assert code_of(refusal) == "edited_elsewhere"


def test_lines_and_prices_follow_a_save(storage: Storage) -> None:
    with storage.writing() as store:
        store.add_quote(first := record())
        pack = first.quote.proposal.packs[0]
        more = (replace(pack, id="new", options=()), replace(pack, options=()))
        repriced = replace(changed(first, packs=more), prices=(price_list("2"),))
        assert store.save_quote(repriced) == replace(repriced, edition=2)
        assert store.quote("TR-2026-0001") == replace(repriced, edition=2)


def test_the_list_of_quotes_has_the_newest_first(storage: Storage) -> None:
    with storage.writing() as store:
        store.add_quote(record("TR-2026-0002", title="two"))
        store.add_quote(replace(record("TR-2026-0001"), lifecycle=PRESENTED))
        heads = store.quotes()
    assert [one.number for one in heads] == ["TR-2026-0001", "TR-2026-0002"]
    assert [one.title for one in heads] == ["", "two"]
    assert heads[0].lifecycle == PRESENTED
    assert heads[0].customer == "Menuiserie Lefèvre SRL"
    assert heads[0].monthly == Amount(59_880, "EUR")


def test_the_revisions_of_a_number_are_listed_alone(storage: Storage) -> None:
    with storage.writing() as store:
        store.add_quote(record("TR-2026-0001"))
        store.add_quote(record("TR-2026-0002"))
        store.add_quote(record("TR-2026-0001", revision="B"))
        heads = store.revisions("TR-2026-0001")
        assert store.revisions("TR-2026-0003") == ()
    assert [one.label for one in heads] == ["TR-2026-0001-B", "TR-2026-0001"]
    assert [one.name for one in heads] == ["TR-2026-0001-B", "TR-2026-0001-A"]


def test_quotes_are_listed_by_the_list_whose_rows_they_keep(storage: Storage) -> None:
    other = replace(price_list(), list_id="OTHER")
    with storage.writing() as store:
        store.add_quote(record("TR-2026-0001"))
        store.add_quote(replace(record("TR-2026-0002"), lifecycle=PRESENTED))
        store.add_quote(replace(record("TR-2026-0003"), prices=(other,)))
        list_id = price_list().list_id
        open_ones = store.quotes_under(list_id, (Status.DRAFT, Status.PRESENTED))
        drafts = store.quotes_under("OTHER", {Status.DRAFT})
        assert store.quotes_under("OTHER", {Status.ACCEPTED}) == ()
    assert [one.number for one in open_ones] == ["TR-2026-0002", "TR-2026-0001"]
    assert [one.number for one in drafts] == ["TR-2026-0003"]


def test_the_history_tells_who_did_what(storage: Storage) -> None:
    with storage.writing() as store:
        store.add_price_list(price_list(), "list.csv", BY)
        store.add_quote(first := record(revision="A"))
        store.save_quote(changed(first, title="x"))
        events = store.events()
    assert [(e.what, e.subject, e.who, e.at) for e in events] == [
        ("price_list_added", "also-be 1", BY.who, BY.at),
        ("quote_added", "TR-2026-0001 A", BY.who, BY.at),
        ("quote_saved", "TR-2026-0001 A", BY.who, BY.at),
    ]
    assert [(e.entity, e.entity_id) for e in events] == [
        ("price_list", "also-be"),
        ("quote", first.id),
        ("quote", first.id),
    ]
    assert [json.loads(e.before) for e in events[:2]] == [{}, {}]
    assert all(json.loads(e.after) != json.loads(e.before) for e in events)


def test_a_quote_that_says_more_of_its_customer_is_told_apart(
    storage: Storage,
) -> None:
    known = Customer("ACME", "BE", email="a@acme.example", vat_number="BE0")
    moved = replace(known, email="", city="Arlon")
    with storage.writing() as store:
        for number, customer in enumerate((known, moved, Customer("ACME"), moved)):
            store.add_quote(record(f"TR-2026-{number}", customer=customer))
        third = store.quote("TR-2026-2")
        assert third is not None
        store.save_quote(changed(third, customer=replace(known, postcode="6700")))
        events = store.events()
    told = [one for one in events if one.entity == "customer"]
    assert [(one.what, one.subject) for one in told] == [
        ("customer_changed", "ACME")
    ] * 2
    assert len({one.entity_id for one in told}) == 1
    assert [one.what for one in events[-2:]] == ["customer_changed", "quote_saved"]
    assert all(one.before != one.after for one in told)
