"""What every store promises, the one over SQLite and the one in memory alike."""

from __future__ import annotations

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

import pytest

from app.domain.by_term import ByTerm
from app.domain.choices import Edition, Status
from app.domain.contract import Contract, CreditCheck, Outcome
from app.domain.identity import Customer
from app.domain.known_customer import Contact, KnownCustomer
from app.domain.lifecycle import Lifecycle
from app.domain.money import Amount, UnitPrice
from app.domain.order import Signatory
from app.domain.problems import RefusedError, UnavailableError
from app.ports import CustomerRecord, Enriched, IssuedDocument, OfferMatrix, Storage
from quotes_db.storage import Database
from tests.fakes import FakeClock, FakeStorage
from tests.quotes_db.samples import BY, changed, code_of, item, price_list, record

DAY = date(2026, 11, 27)
LATER = replace(BY, at=BY.at + timedelta(hours=1))
PRESENTED = Lifecycle().presented(DAY)


@pytest.fixture(params=["sql", "fake"])
def storage(request: pytest.FixtureRequest, folder: Path, clock: FakeClock) -> Storage:
    return Database(folder, clock) if request.param == "sql" else FakeStorage(folder)


@contextmanager
def locked_by_another(storage: Storage, folder: Path) -> Iterator[None]:
    """Let another program hold the data lock."""
    if isinstance(storage, FakeStorage):
        storage.locked_elsewhere = True
        yield
        storage.locked_elsewhere = False
    else:
        with Database(folder, FakeClock()).locked():
            yield


def test_a_price_list_comes_back_with_its_items_in_their_order(
    storage: Storage,
) -> None:
    one = price_list("1", *(item(f"S{n}") for n in (3, 1, 2)))
    with storage.writing() as store:
        store.add_price_list(one, "list.csv", BY)
        assert store.price_list("also-be", "1") == one
        assert store.price_list("also-be", "2") is None


def test_every_version_stays_the_oldest_import_first(storage: Storage) -> None:
    with storage.writing() as store:
        for version in ("2", "10", "1"):
            store.add_price_list(price_list(version), f"{version}.csv", BY)
        heads = store.price_lists()
    assert [(h.version, h.source, h.items) for h in heads] == [
        ("2", "2.csv", 2),
        ("10", "10.csv", 2),
        ("1", "1.csv", 2),
    ]
    assert heads[0].imported == BY
    assert (heads[0].fingerprint, heads[0].file_fingerprint) == ("f2", "ff2")


def test_a_version_is_kept_once(storage: Storage) -> None:
    with storage.writing() as store:
        store.add_price_list(price_list(), "a.csv", BY)
        with pytest.raises(RefusedError) as refusal:
            store.add_price_list(price_list(), "b.csv", BY)
        assert code_of(refusal) == "version_exists"
        assert [one.source for one in store.price_lists()] == ["a.csv"]
        assert len(store.events()) == 1


def test_versions_go_out_of_use_and_come_back(storage: Storage) -> None:
    with storage.writing() as store:
        for version in ("1", "2"):
            store.add_price_list(price_list(version), "a.csv", BY)
        store.retire_price_lists("also-be", ["2", "2", "7"], BY)
        assert [(one.in_use, one.retired) for one in store.price_lists()] == [
            (True, None),
            (False, BY),
        ]
        assert store.price_list("also-be", "2") is not None
        store.retire_price_lists("also-be", ["1", "2"], BY, back=True)
        assert all(one.in_use for one in store.price_lists())
        told = [(one.what, one.subject) for one in store.events()[2:]]
    assert told == [
        ("price_list_retired", "also-be 2"),
        ("price_list_reinstated", "also-be 2"),
    ]


def test_what_a_matrix_made_is_kept_with_it(storage: Storage) -> None:
    first, second = (OfferMatrix(source=n, content=b"\0" * 9, read=BY) for n in "ab")
    with storage.writing() as store:
        assert store.offer_matrix("also-be") is None
        plain, made, further = (price_list(v) for v in ("1", "1+1", "1+2"))
        store.add_price_list(plain, "l.csv", BY, enriched=Enriched(made, first))
        assert [(one.version, one.source) for one in store.price_lists()] == [
            ("1", "l.csv"),
            ("1+1", "a"),
        ]
        assert store.offer_matrix("also-be") == first
        store.add_price_list(further, "b", BY, enriched=Enriched(further, second))
        assert len(store.price_lists()) == 3
        assert store.offer_matrix("also-be") == second
        assert store.offer_matrix("other") is None
        store.keep_offer_matrix("also-be", first)
        assert store.offer_matrix("also-be") == first
        assert len(store.price_lists()) == 3


class UnwantedError(Exception):
    """Somebody pressed Cancel."""


def test_a_write_given_up_leaves_nothing(storage: Storage) -> None:
    many = price_list("1", *(item(f"S{n}") for n in range(2_500)))

    def give_up(done: int, total: int) -> None:
        assert total == 2_500
        if done > 0:
            raise UnwantedError

    with storage.writing() as store:
        with pytest.raises(UnwantedError):
            store.add_price_list(many, "a.csv", BY, give_up)
        assert store.price_lists() == ()
        assert store.events() == ()
        store.add_price_list(many, "b.csv", BY)
        assert store.price_list("also-be", "1") == many


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


def test_a_refused_change_leaves_no_trace(storage: Storage) -> None:
    with storage.writing() as store:
        store.add_quote(first := record())
        before = (store.quotes(), store.events(), store.quote("TR-2026-0001"))
        for one in (record(), replace(first, edition=7)):
            with pytest.raises(RefusedError):
                store.add_quote(one) if one.edition == 1 else store.save_quote(one)
        assert before == (store.quotes(), store.events(), store.quote("TR-2026-0001"))


def test_a_reader_changes_nothing(storage: Storage) -> None:
    with storage.reading() as store:
        for change in (
            lambda: store.add_quote(record()),
            lambda: store.draw_number("TR", 2026),
            lambda: store.add_price_list(price_list(), "list.csv", BY),
        ):
            with pytest.raises(UnavailableError) as refusal:
                change()
            assert code_of(refusal) == "database_unwritable"
        assert store.quotes() == ()


def test_one_program_writes_at_a_time_and_all_may_read(
    storage: Storage, folder: Path, tmp_path: Path
) -> None:
    with storage.writing() as store:
        store.add_quote(record())
    storage.backup(tmp_path / "backup.db")
    with locked_by_another(storage, folder):
        for opened in (storage.locked, storage.writing):
            with pytest.raises(UnavailableError) as refusal, opened():
                pass
            assert code_of(refusal) == "data_locked"
        with pytest.raises(UnavailableError) as refusal:
            storage.restore(tmp_path / "backup.db")
        assert code_of(refusal) == "data_locked"
        with storage.reading() as store:
            assert len(store.quotes()) == 1
    with storage.writing() as store:
        assert len(store.quotes()) == 1


def test_who_holds_the_lock_writes_from_any_thread(storage: Storage) -> None:
    def save(number: str) -> None:
        with storage.writing() as store:
            store.add_quote(record(number))

    with storage.locked(), ThreadPoolExecutor(1) as thread:
        thread.submit(save, "TR-2026-0001").result()
        with storage.locked(), storage.writing() as store:
            thread.submit(save, "TR-2026-0002").result()
            assert len(store.quotes()) == 2
        save("TR-2026-0003")
    with storage.reading() as store:
        assert len(store.quotes()) == 3


def test_a_backup_brings_back_what_was(storage: Storage, tmp_path: Path) -> None:
    file = tmp_path / "backup.db"
    with storage.writing() as store:
        store.add_quote(first := record())
    storage.backup(file)
    with storage.writing() as store:
        store.save_quote(changed(first, title="after the backup"))
    assert storage.restore(file) is not None
    with storage.reading() as store:
        assert store.quote("TR-2026-0001") == first


def test_a_backup_replaces_no_file(storage: Storage, tmp_path: Path) -> None:
    file = tmp_path / "backup.db"
    file.write_bytes(b"mine")
    with pytest.raises(UnavailableError) as refusal:
        storage.backup(file)
    assert code_of(refusal) == "file_exists"
    assert file.read_bytes() == b"mine"


def test_numbers_given_away_after_a_backup_do_not_come_again(
    storage: Storage, tmp_path: Path
) -> None:
    with storage.writing() as store:
        store.draw_number("TR", 2026)
    storage.backup(tmp_path / "backup.db")
    with storage.writing() as store:
        given = [store.draw_number(prefix, 2026) for prefix in ("TR", "TR", "")]
    storage.restore(tmp_path / "backup.db")
    with storage.writing() as store:
        drawn = [store.draw_number(prefix, 2026) for prefix in ("TR", "")]
    assert drawn == ["TR-2026-0004", given[2].replace("0001", "0002")]


def test_a_missing_backup_cannot_be_restored(storage: Storage, tmp_path: Path) -> None:
    with pytest.raises(UnavailableError) as refusal:
        storage.restore(tmp_path / "nowhere.db")
    assert code_of(refusal) == "file_missing"


def test_a_sound_database_has_no_problems(storage: Storage) -> None:
    with storage.writing() as store:
        store.add_price_list(price_list(), "list.csv", BY)
        store.add_quote(record())
    assert storage.check() == ()


def paper(content: bytes = b"%PDF-1.7 ...") -> IssuedDocument:
    return IssuedDocument(
        language=Edition.FR_EN,
        file_name="TR-2026-0001-fr+en.pdf",
        content=content,
        sha256=sha256(content).hexdigest(),
        program_version="0.1.0",
        issued=BY,
    )


def test_what_was_handed_over_comes_back_byte_for_byte(storage: Storage) -> None:
    with storage.writing() as store:
        draft = record()
        store.add_quote(draft)
        assert store.issued_documents(draft.id) == ()
        issued = store.issue_quote(replace(draft, lifecycle=PRESENTED), (paper(),))
        assert store.issued_documents(draft.id) == (paper(),)
        assert store.quote("TR-2026-0001") == issued
        store.issue_quote(issued, (paper(b"%PDF another"),))
        assert store.issued_documents(draft.id) == (paper(), paper(b"%PDF another"))


def test_the_contract_of_a_frozen_quote_goes_on(storage: Storage) -> None:
    contract = Contract(
        signatory=Signatory("Zoé Lefèvre", "Gérante"),
        credit=CreditCheck(Outcome.GRANTED, DAY),
        customer_signed_on=DAY,
    )
    with storage.writing() as store:
        draft = record()
        store.add_quote(draft)
        issued = store.issue_quote(replace(draft, lifecycle=PRESENTED), ())
        kept = store.save_quote(replace(issued, contract=contract))
        assert store.quote("TR-2026-0001") == kept
        assert kept.contract == contract


def test_a_signed_copy_names_the_paper_that_it_signs(storage: Storage) -> None:
    issued = paper()
    signed = replace(paper(b"%PDF signed"), signs=issued.sha256)
    with storage.writing() as store:
        draft = record()
        store.add_quote(draft)
        store.issue_quote(replace(draft, lifecycle=PRESENTED), (issued, signed))
        assert store.issued_documents(draft.id) == (issued, signed)


def test_a_quote_that_was_handed_over_is_frozen(storage: Storage) -> None:
    with storage.writing() as store:
        draft = record()
        store.add_quote(draft)
        issued = store.issue_quote(replace(draft, lifecycle=PRESENTED), ())
        for wanted in (
            changed(issued, title="Another"),
            replace(issued, prices=()),
            replace(issued, monthly=None),
        ):
            with pytest.raises(RefusedError) as refusal:
                store.save_quote(wanted)
            assert code_of(refusal) == "quote_issued"
        noted = replace(issued, quote=replace(issued.quote, note="rang them"))
        kept = store.save_quote(noted)
        assert store.quote("TR-2026-0001") == kept


def test_a_revision_comes_with_the_end_of_the_one_before(storage: Storage) -> None:
    with storage.writing() as store:
        draft = record()
        store.add_quote(draft)
        old = store.issue_quote(replace(draft, lifecycle=PRESENTED), ())
        over = replace(old, lifecycle=old.lifecycle.superseded())
        new = changed(replace(record(), lifecycle=Lifecycle()), revision="B")
        store.revise_quote(over, new)
        assert store.quote("TR-2026-0001") == new
        assert store.quote("TR-2026-0001", "B") == new
        first = store.quote("TR-2026-0001", "")
        assert first is not None
        assert first.lifecycle.status is Status.SUPERSEDED
        assert store.quote("TR-2026-0001", "C") is None
        assert [(h.revision, h.lifecycle.status) for h in store.quotes()] == [
            ("B", Status.DRAFT),
            ("", Status.SUPERSEDED),
        ]
        again = changed(replace(record()), revision="B")
        with pytest.raises(RefusedError):
            store.revise_quote(first, again)
        assert store.quote("TR-2026-0001", "") == first


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


def kept(name: str) -> CustomerRecord:
    """A customer that is new to a store."""
    customer = KnownCustomer(customer=Customer(name))
    return CustomerRecord(id=f"id of {name}", known=customer, changed=BY)


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
