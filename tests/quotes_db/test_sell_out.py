"""What signed contracts sold: SQLite's answer and the one in memory alike."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.choices import Kind, Status
from app.domain.contract import Contract, CreditCheck, Outcome
from app.domain.lifecycle import Lifecycle
from app.domain.localized import Localized
from app.domain.period import Period
from app.domain.proposal import RequestLine, SubscriptionLine
from app.domain.sell_out import Sale, SellOut, sell_out
from app.ports import QuoteRecord, Storage
from quotes_db.storage import Database
from tests.fakes import FakeClock, FakeStorage
from tests.quotes_db.samples import item, price_list, record
from tests.strategies import records

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))
PRESENTED = Lifecycle().presented(date(2026, 1, 2))
ACCEPTED = PRESENTED.accepted(date(2026, 1, 3))
SIGNED = Contract(
    distributor_signed_on=date(2026, 2, 1), customer_signed_on=date(2026, 3, 1)
)
LIST = price_list(
    "1",
    item("NB-M", includes=(("NB", 2), ("OFFICE", 1))),
    item("NB", kind=Kind.HARDWARE, manufacturer="Brivane"),
    item("OFFICE", kind=Kind.SERVICE, manufacturer="Microsoft"),
    item("DOCK", kind=Kind.OPTION),
)


@pytest.fixture(params=["sql", "fake"])
def storage(request: pytest.FixtureRequest, folder: Path, clock: FakeClock) -> Storage:
    return Database(folder, clock) if request.param == "sql" else FakeStorage(folder)


def keep(storage: Storage, *kept: QuoteRecord) -> None:
    with storage.writing() as store:
        for each in kept:
            store.add_quote(each)


def signed(number: str, contract: Contract = SIGNED, **known: Any) -> QuoteRecord:
    """A quote whose contract is signed."""
    made = replace(record(number), lifecycle=ACCEPTED, contract=contract)
    return replace(made, **{"prices": (LIST,), **known})


def sales(storage: Storage, period: Period = YEAR) -> tuple[Sale, ...]:
    with storage.listing() as quotes:
        return quotes.sales(quotes.signed(period))


def sold(storage: Storage, period: Period = YEAR) -> SellOut:
    return sell_out(period, sales(storage, period))


def test_a_signed_contract_sells_what_its_lists_said_then(storage: Storage) -> None:
    lines: dict[str, Any] = {
        "subscriptions": (SubscriptionLine(id="s", sku="GONE", quantity=7),),
        "special_requests": (
            RequestLine(id="r", quantity=1, text=Localized.same("Rugged")),
        ),
    }
    made = signed("T-1")
    proposal = replace(made.quote.proposal, **lines)
    keep(storage, replace(made, quote=replace(made.quote, proposal=proposal)))
    found = sold(storage)
    assert found.contracts == 1
    assert [(e.manufacturer, e.sku, e.quantity) for e in found.products] == [
        ("Brivane", "NB", 24),
        ("Microsoft", "OFFICE", 12),
        ("", "", 1),
        ("", "DOCK", 2),
        ("", "GONE", 7),
    ]
    assert found.products[2].name == Localized.same("Rugged")


@pytest.mark.parametrize(
    ("first", "last", "counts"),
    [
        (date(2026, 3, 1), date(2026, 3, 1), 1),
        (date(2026, 2, 1), date(2026, 2, 28), 0),
        (date(2026, 3, 2), date(2026, 12, 31), 0),
        (date(2026, 1, 1), date(2026, 3, 1), 1),
    ],
)
def test_the_last_signature_is_the_day(
    storage: Storage, first: date, last: date, counts: int
) -> None:
    keep(storage, signed("T-1"))
    assert sold(storage, Period(first, last)).contracts == counts


def test_what_is_not_sold_is_left_out(storage: Storage) -> None:
    refused = CreditCheck(Outcome.REFUSED, date(2026, 4, 1))
    archived = replace(ACCEPTED, archived_on=date(2026, 6, 1))
    keep(
        storage,
        signed("T-1", lifecycle=PRESENTED.superseded()),
        replace(signed("T-1"), quote=record("T-1", revision="B").quote),
        signed("T-2", replace(SIGNED, credit=refused)),
        signed("T-3", replace(SIGNED, customer_signed_on=None)),
        signed("T-4", replace(SIGNED, distributor_signed_on=None)),
        signed("T-5", lifecycle=PRESENTED),
        signed("T-6", lifecycle=archived),
    )
    # The second revision, and one that was put out of the way.
    assert sold(storage).contracts == 2


def test_what_was_taken_back_meanwhile_is_not_sold(storage: Storage) -> None:
    keep(storage, signed("T-1"), signed("T-2"))
    with storage.listing() as quotes:
        which = quotes.signed(YEAR)
    with storage.writing() as store:
        first = store.quote("T-1")
        assert first is not None
        store.save_quote(replace(first, lifecycle=first.lifecycle.taken_back()))
    with storage.listing() as quotes:
        assert len(which) == 2
        assert len(quotes.sales(which)) == 1
        assert quotes.sales([]) == ()


_days = st.none() | st.dates(date(2025, 12, 1), date(2027, 1, 31))
_contracts = st.builds(
    Contract,
    credit=st.none()
    | st.builds(CreditCheck, st.sampled_from(Outcome), st.just(date(2026, 1, 1))),
    distributor_signed_on=_days,
    customer_signed_on=_days,
)
_lives = st.builds(
    Lifecycle,
    status=st.sampled_from((Status.ACCEPTED, Status.ACCEPTED, Status.PRESENTED)),
    answered_on=st.just(date(2026, 1, 3)),
)
_kept = st.lists(st.tuples(records(), _lives, _contracts), max_size=3)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(_kept, st.integers(0, 400))
def test_sqlite_says_what_the_rules_say(
    tmp_path_factory: pytest.TempPathFactory,
    clock: FakeClock,
    kept: list[tuple[QuoteRecord, Lifecycle, Contract]],
    days: int,
) -> None:
    folder = tmp_path_factory.mktemp("sell-out")
    storages = Database(folder, clock), FakeStorage(folder)
    for at, (made, life, contract) in enumerate(kept):
        proposal = replace(made.quote.proposal, number=f"T-{at}")
        quote = replace(made.quote, proposal=proposal)
        known: dict[str, Any] = {"id": f"q{at}", "quote": quote, "lifecycle": life}
        for storage in storages:
            keep(storage, replace(made, **known, contract=contract))
    period = Period(YEAR.first, YEAR.first + timedelta(days=days))
    mine, its = (sold(each, period) for each in storages)
    assert mine == its
