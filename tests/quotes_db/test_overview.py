"""What all quotes come to, the SQLite's answer and the one in memory alike."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.choices import Status
from app.domain.contract import Contract, CreditCheck, Outcome
from app.domain.lifecycle import Lifecycle
from app.domain.money import Amount
from app.domain.overview import Overview
from app.ports import QuoteRecord, Storage
from quotes_db.connections import connect
from quotes_db.storage import Database
from tests.fakes import FakeClock, FakeStorage
from tests.quotes_db.samples import database_file, record

TODAY = date(2026, 11, 27)
PRESENTED = Lifecycle().presented(date(2025, 1, 1))
ACCEPTED = PRESENTED.accepted(date(2026, 11, 3))
SIGNED = Contract(
    credit=CreditCheck(Outcome.GRANTED, date(2026, 9, 1)),
    distributor_signed_on=date(2026, 10, 2),
    customer_signed_on=date(2026, 9, 3),
)


@pytest.fixture(params=["sql", "fake"])
def storage(request: pytest.FixtureRequest, folder: Path, clock: FakeClock) -> Storage:
    return Database(folder, clock) if request.param == "sql" else FakeStorage(folder)


def add(
    storage: Storage,
    number: str,
    lifecycle: Lifecycle,
    earns: int | None = 100,
    *,
    contract: Contract | None = None,
    ends: date | None = None,
    revision: str = "",
) -> QuoteRecord:
    added = replace(
        record(number, valid_until=ends, revision=revision),
        lifecycle=lifecycle,
        contract=contract or Contract(),
        commission=None if earns is None else Amount(earns, "EUR"),
    )
    with storage.writing() as store:
        store.add_quote(added)
    return added


def seen(storage: Storage, most: int = 100) -> Overview:
    with storage.listing() as quotes:
        return quotes.overview(TODAY, most)


def test_nothing_is_asked_of_no_quotes(storage: Storage) -> None:
    found = seen(storage)
    assert (found.duties, found.more, found.months, found.uncounted) == ((), 0, (), 0)
    assert not any(each.count for each in found.stages)


def test_stages_count_the_newest_revision_alone(storage: Storage) -> None:
    add(storage, "T-1", PRESENTED.superseded())
    add(storage, "T-1", Lifecycle(), revision="B")
    add(storage, "T-2", PRESENTED, ends=TODAY - timedelta(1))
    add(storage, "T-3", PRESENTED, ends=TODAY)
    add(storage, "T-4", replace(PRESENTED, archived_on=TODAY))
    counts = {each.status: each.count for each in seen(storage).stages if each.count}
    assert counts == {Status.DRAFT: 1, Status.PRESENTED: 1, Status.EXPIRED: 1}
    assert seen(storage).stages[0].monthly == Amount(59_880, "EUR")


def test_a_commission_falls_due_in_the_month_of_its_last_step(storage: Storage) -> None:
    add(storage, "T-1", ACCEPTED, 500, contract=SIGNED)
    add(storage, "T-2", ACCEPTED, 700)
    refused = Contract(credit=CreditCheck(Outcome.REFUSED, TODAY))
    add(storage, "T-3", ACCEPTED, 900, contract=refused)
    add(storage, "T-4", PRESENTED, 900)
    add(storage, "T-5", PRESENTED.accepted(date(2025, 11, 30)), 900)
    earns = {
        each.month: (each.due.cents, each.expected.cents)
        for each in seen(storage).months
        if each.due.cents or each.expected.cents
    }
    assert earns == {date(2026, 10, 1): (500, 0), date(2026, 11, 1): (0, 700)}


def test_what_presses_comes_first_and_the_rest_is_counted(storage: Storage) -> None:
    week = timedelta(days=7)
    add(storage, "T-1", Lifecycle(), ends=TODAY + week)
    add(storage, "T-2", PRESENTED, ends=TODAY - week)
    add(storage, "T-3", PRESENTED, ends=TODAY + week + timedelta(1))
    add(storage, "T-4", ACCEPTED)
    add(storage, "T-5", ACCEPTED, contract=SIGNED)
    add(storage, "T-6", Lifecycle(), ends=TODAY - week - timedelta(1))
    found = seen(storage)
    assert [each.number for each in found.duties] == ["T-2", "T-1", "T-4"]
    assert found.more == 0
    short = seen(storage, most=2)
    assert (len(short.duties), short.more) == (2, 1)


def test_what_is_not_known_is_named_and_noted_without_an_edit(storage: Storage) -> None:
    lacking = add(storage, "T-1", ACCEPTED, None)
    add(storage, "T-2", ACCEPTED, 7)
    add(storage, "T-3", PRESENTED, None)
    assert seen(storage).uncounted == 1
    with storage.listing() as quotes:
        assert quotes.uncounted() == ("T-1-A",)
    with storage.reading() as store:
        events = store.events()
    with storage.writing() as store:
        store.keep_commissions({lacking.id: Amount(900, "EUR")})
        one = Amount(1, "EUR")
        store.keep_commissions({lacking.id: one, "nobody": one})
    with storage.reading() as store:
        kept = store.quote("T-1")
        assert store.events() == events
    assert kept is not None
    assert (kept.commission, kept.edition) == (Amount(900, "EUR"), lacking.edition)
    assert seen(storage).uncounted == 0


_days = st.none() | st.dates(date(2025, 1, 1), TODAY)
_contracts = st.builds(
    Contract,
    credit=st.none()
    | st.builds(
        CreditCheck, st.sampled_from(Outcome), st.dates(date(2025, 1, 1), TODAY)
    ),
    distributor_signed_on=_days,
    customer_signed_on=_days,
)
_lives = st.builds(
    Lifecycle,
    status=st.sampled_from((Status.DRAFT, Status.PRESENTED, Status.ACCEPTED)),
    answered_on=st.dates(date(2025, 1, 1), TODAY),
    archived_on=st.none() | st.just(TODAY),
)
_quotes = st.lists(
    st.tuples(_lives, st.none() | st.integers(0, 10**9), _contracts, _days), max_size=6
)


@settings(
    max_examples=10,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(_quotes)
def test_sqlite_says_what_the_rules_say(
    tmp_path_factory: pytest.TempPathFactory,
    clock: FakeClock,
    quotes: list[tuple[Lifecycle, int | None, Contract, date | None]],
) -> None:
    folder = tmp_path_factory.mktemp("overview")
    storages = Database(folder, clock), FakeStorage(folder)
    for number, (life, earns, contract, ends) in enumerate(quotes):
        for storage in storages:
            add(storage, f"T-{number}", life, earns, contract=contract, ends=ends)
    assert seen(storages[0]) == seen(storages[1])


def test_a_database_of_before_knows_no_commission_and_keeps_its_quotes(
    database: Database, folder: Path
) -> None:
    add(database, "T-1", ACCEPTED, 500)
    with closing(connect(database_file(folder))) as file:
        file.execute("DROP TABLE offer_matrix")
        for name in ("retired_at", "retired_by"):
            file.execute(f"ALTER TABLE price_list DROP COLUMN {name}")
        file.execute("DROP INDEX ix_quote_accepted")
        file.execute("ALTER TABLE quote DROP COLUMN commission")
        file.execute("PRAGMA user_version = 5")
    assert seen(database).uncounted == 1
    assert seen(database).stages[3].count == 1
