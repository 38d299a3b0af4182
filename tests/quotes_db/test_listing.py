"""The list of quotes, the one over SQLite and the one in memory alike."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.choices import Status
from app.domain.identity import Customer
from app.domain.lifecycle import Lifecycle
from app.domain.listing import Chosen, Filter, Wanted, words_of
from app.domain.money import Amount
from app.domain.problems import UnavailableError
from app.ports import QuoteRecord, Storage
from quotes_db.connections import connect
from quotes_db.storage import Database
from tests.fakes import FakeClock, FakeStorage
from tests.quotes_db.samples import changed, code_of, database_file, record

TODAY = date(2026, 11, 27)
PRESENTED = Lifecycle().presented(TODAY)
HUNDRED = Amount(100, "EUR")


@pytest.fixture(params=["sql", "fake"])
def storage(request: pytest.FixtureRequest, folder: Path, clock: FakeClock) -> Storage:
    return Database(folder, clock) if request.param == "sql" else FakeStorage(folder)


def add(
    storage: Storage,
    number: str,
    lifecycle: Lifecycle = PRESENTED,
    monthly: Amount | None = HUNDRED,
    commission: Amount | None = None,
    **known: Any,
) -> QuoteRecord:
    added = record(number, **{"valid_until": TODAY} | known)
    added = replace(added, lifecycle=lifecycle, monthly=monthly, commission=commission)
    with storage.writing() as store:
        store.add_quote(added)
    return added


def found(storage: Storage, typed: str = "", **known: Any) -> list[str]:
    """The labels of what is listed, in its order."""
    wanted = Wanted(today=TODAY, words=words_of(typed), **known)
    with storage.listing() as quotes:
        return [each.label for each in quotes.rows(quotes.places(wanted))]


def counts(storage: Storage) -> dict[Filter, int]:
    with storage.listing() as quotes:
        return dict(quotes.counts(TODAY))


@pytest.fixture
def revised(storage: Storage) -> Storage:
    """T-1 in three revisions around T-2."""
    add(storage, "T-1", PRESENTED.superseded(), title="Tour")
    add(storage, "T-1", PRESENTED.superseded(), revision="B", title="Portable")
    add(storage, "T-2", title="Portable")
    add(storage, "T-1", Lifecycle(), revision="C", title="Écran")
    return storage


def test_earlier_revisions_are_folded_under_the_newest(revised: Storage) -> None:
    assert found(revised) == ["T-1-C", "T-2"]
    both = found(revised, unfolded=frozenset({"T-1", "T-9"}))
    assert both == ["T-1-C", "T-1-B", "T-1", "T-2"]
    with revised.listing() as quotes:
        wanted = Wanted(today=TODAY, unfolded=frozenset({"T-1"}))
        rows = quotes.rows(quotes.places(wanted))
    assert [(each.earlier, each.newer) for each in rows] == [
        (2, 0),
        (1, 1),
        (0, 2),
        (0, 0),
    ]


def test_a_search_finds_what_is_folded(revised: Storage) -> None:
    assert found(revised, "portab") == ["T-1-C", "T-1-B", "T-2"]
    assert found(revised, "ECRAN") == ["T-1-C"]
    assert found(revised, "t 1 tou") == ["T-1-C", "T-1"]
    assert found(revised, "t 1") == ["T-1-C"]
    assert found(revised, "t-1-b") == ["T-1-C", "T-1-B"]
    assert found(revised, "portable écran") == []


def test_just_what_is_asked_for_is_read(revised: Storage) -> None:
    add(revised, "T-3")
    with revised.listing() as quotes:
        wanted = Wanted(today=TODAY, unfolded=frozenset({"T-1"}))
        places = quotes.places(wanted)
        for size in range(len(places) + 1):
            for some in combinations(places, size):
                assert [each.place for each in quotes.rows(some)] == [*some]


def test_a_word_of_any_length_is_found_by_each_beginning(storage: Storage) -> None:
    add(storage, "T-1", title="Réapprovisionnement")
    for end in range(1, len("reapprovisionnement") + 1):
        assert found(storage, "reapprovisionnement"[:end]) == ["T-1"]
    assert found(storage, "reapprovisionnements") == []


def test_what_holds_the_words_is_counted_by_its_newest(revised: Storage) -> None:
    add(revised, "T-3", replace(PRESENTED, archived_on=TODAY), title="Portable")
    with revised.listing() as quotes:
        counted = quotes.counts_of(Wanted(today=TODAY, words=("portab",)))
        none = quotes.counts_of(Wanted(today=TODAY, words=("zzz",)))
    shown = {each: count for each, count in counted.items() if count}
    one = {Filter.DRAFT: 1, Filter.PRESENTED: 1, Filter.ARCHIVED: 1}
    assert shown == {Filter.ALL: 2} | one
    assert not any(none.values())


def test_the_filter_of_the_newest_counts_for_all(revised: Storage) -> None:
    assert found(revised, "tour", filter=Filter.DRAFT) == ["T-1-C", "T-1"]
    assert found(revised, "tour", filter=Filter.PRESENTED) == []
    assert counts(revised)[Filter.ALL] == 2


@pytest.mark.parametrize("wanted", [each for each in Filter if each != "archived"])
def test_a_filter_shows_and_counts_a_status(storage: Storage, wanted: Filter) -> None:
    add(storage, "draft", Lifecycle())
    add(storage, "presented")
    add(storage, "presented-2", valid_until=None)
    add(storage, "expired", valid_until=TODAY - timedelta(1))
    add(storage, "accepted", PRESENTED.accepted(TODAY), valid_until=date(2020, 1, 1))
    add(storage, "declined", PRESENTED.declined(TODAY, "price"))
    shown = found(storage, filter=wanted)
    assert len(shown) == counts(storage)[wanted]
    if wanted is not Filter.ALL:
        assert [each.removesuffix("-2") for each in shown] == [wanted] * len(shown)
        assert len(shown) == (2 if wanted is Filter.PRESENTED else 1)


def test_what_is_archived_is_shown_by_its_own_filter_alone(storage: Storage) -> None:
    add(storage, "away", replace(PRESENTED, archived_on=TODAY))
    add(storage, "here")
    assert found(storage) == found(storage, filter=Filter.PRESENTED) == ["here"]
    assert found(storage, filter=Filter.ARCHIVED) == ["away"]
    assert counts(storage)[Filter.ARCHIVED] == counts(storage)[Filter.ALL] == 1


@pytest.mark.parametrize(
    ("typed", "labels"),
    [
        ("lefe", ["T-3", "T-1"]),
        ("LEFÈVRE menuis", ["T-1"]),
        ("garage lefevre", ["T-3"]),
        ("efevre", []),
        ("2026-0002", []),
        ("t-2", ["T-2"]),
    ],
)
def test_words_begin_words_whatever_their_accents(
    storage: Storage, typed: str, labels: list[str]
) -> None:
    add(storage, "T-1", customer=Customer("Menuiserie Lefèvre"))
    add(storage, "T-2", customer=Customer("Lézard"))
    add(storage, "T-3", customer=Customer("Garage Noël"), title="Pour M. LEFEVRE")
    assert found(storage, typed) == labels


def test_before_a_customer_numbers_alone_are_searched(storage: Storage) -> None:
    add(storage, "T-1", customer=Customer("Dumont"))
    assert found(storage, "dumont") == found(storage, "t-1", by_number=True)
    assert found(storage, "dumont", by_number=True) == []


def test_a_word_may_name_a_status_too(storage: Storage) -> None:
    add(storage, "T-1", PRESENTED.accepted(TODAY), customer=Customer("Dumont"))
    add(storage, "T-2", customer=Customer("Acceptum"))
    add(storage, "T-3", valid_until=TODAY - timedelta(1))
    named = {"accept": frozenset({Status.ACCEPTED, Status.EXPIRED})}
    assert found(storage, "accept", named=named) == ["T-3", "T-2", "T-1"]
    assert found(storage, "accept dumont", named=named) == ["T-1"]
    for typed in ("accept", "accept dumont", "t"):
        wanted = Wanted(today=TODAY, words=words_of(typed), named=named)
        with storage.listing() as quotes:
            counted = quotes.counts_of(wanted)
            for each in Filter:
                places = quotes.places(replace(wanted, filter=each))
                assert counted[each] == len(places)
    drafts = {"filter": Filter.DRAFT, "named": named}
    assert found(storage, "accept", **drafts) == []


def test_a_save_moves_the_words_with_the_quote(storage: Storage) -> None:
    added = add(storage, "T-1", title="Tour")
    with storage.writing() as store:
        draft = store.save_quote(replace(added, lifecycle=Lifecycle()))
        draft = store.save_quote(changed(draft, title="Écran", number="T-9"))
    assert found(storage, "tour") == found(storage, "t-1") == []
    assert found(storage, "ecran") == ["T-9"]
    assert counts(storage)[Filter.DRAFT] == 1


def test_what_is_chosen_is_summed_by_currency(storage: Storage) -> None:
    assert found(storage) == []
    add(storage, "a", monthly=Amount(100, "EUR"))
    add(storage, "b", monthly=Amount(250, "EUR"))
    add(storage, "c", monthly=Amount(700, "CHF"))
    add(storage, "d", PRESENTED.superseded(), monthly=Amount(999, "EUR"))
    add(storage, "e", replace(PRESENTED, archived_on=TODAY), monthly=None)
    with storage.listing() as quotes:
        places = [
            place
            for shelf in (Filter.ARCHIVED, Filter.ALL)
            for place in quotes.places(Wanted(today=TODAY, filter=shelf))
        ]
        sums = quotes.chosen(places)
        assert quotes.chosen([]) == Chosen()
        assert quotes.rows([5]) == ()
        assert quotes.named("a", "B") is None
        assert quotes.named("a", "") == quotes.rows(places)[-1]
    assert (sums.count, sums.archived) == (5, 1)
    by_currency = {each.currency: each.cents for each in sums.monthly}
    assert by_currency == {"EUR": 350, "CHF": 700}


def test_what_is_earned_is_told_apart_from_the_rows(storage: Storage) -> None:
    add(storage, "T-1", commission=Amount(7, "EUR"))
    add(storage, "T-2")
    add(storage, "T-3", monthly=Amount(100, "CHF"), commission=Amount(9, "CHF"))
    with storage.listing() as quotes:
        places = quotes.places(Wanted(today=TODAY))
        labels = {each.place: each.label for each in quotes.rows(places)}
        earned = quotes.earned(places)
        assert not hasattr(quotes.rows(places)[0], "commission")
        assert not quotes.earned(())
        together = quotes.earned_together(places)
        assert quotes.earned_together(()) == ()
    assert together == (Amount(9, "CHF"), Amount(7, "EUR"))
    named = {labels[place]: amount for place, amount in earned.items()}
    assert named == {"T-1": Amount(7, "EUR"), "T-3": Amount(9, "CHF")}


def test_a_list_ends_where_it_is_told_to(storage: Storage) -> None:
    for number in range(80):
        add(storage, f"T-{number}")
    wanted = Wanted(today=TODAY)
    with storage.listing() as quotes:
        every = quotes.places(wanted)
        assert quotes.places(wanted, 70) == every[:70]
        assert quotes.places(replace(wanted, words=("T",)), 70) == every[:70]
        assert [each.place for each in quotes.rows(every)] == list(every)


@given(st.text(), st.booleans())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_nothing_that_is_typed_breaks_the_search(
    database: Database, typed: str, by_number: bool
) -> None:
    words = words_of(typed + "\x00" + typed)
    named = dict.fromkeys(words, frozenset(Status))
    with database.listing() as quotes:
        wanted = Wanted(today=TODAY, words=words, named=named, by_number=by_number)
        assert list(quotes.places(wanted)) == []


def test_who_cannot_wait_is_told_that_somebody_writes(
    database: Database, folder: Path
) -> None:
    add(database, "T-1")
    with database.listing() as quotes:
        places = quotes.places(Wanted(today=TODAY))
    writer = connect(database_file(folder))
    writer.execute("BEGIN EXCLUSIVE")
    with (
        pytest.raises(UnavailableError) as refusal,
        database.listing(patient=False) as quotes,
    ):
        quotes.rows(places)
    assert code_of(refusal) == "database_busy"
    writer.close()
    with database.listing(patient=False) as quotes:
        assert len(quotes.rows(places)) == 1


def test_a_restored_database_is_the_one_that_is_listed(
    database: Database, tmp_path: Path
) -> None:
    add(database, "T-1")
    database.backup(tmp_path / "one.db")
    add(database, "T-2")
    assert len(found(database)) == 2
    database.restore(tmp_path / "one.db")
    assert found(database) == ["T-1"]


def test_a_list_is_read_while_another_is(database: Database) -> None:
    add(database, "T-1")
    with database.listing(), database.listing() as other:
        assert other.counts(TODAY)[Filter.ALL] == 1
    assert found(database) == ["T-1"]


def test_a_database_that_is_not_there_lists_nothing(tmp_path: Path) -> None:
    database = Database(tmp_path, FakeClock())
    assert found(database) == []
    add(database, "T-1")
    assert found(database) == ["T-1"]
