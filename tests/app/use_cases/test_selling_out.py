"""Counting what was sold: each contract once, and it can be stopped."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.domain.contract import Contract
from app.domain.lifecycle import Lifecycle
from app.domain.period import Period
from app.domain.sell_out import total
from app.settings import Settings
from app.use_cases.bundled import policies
from app.use_cases.selling_out import sell_out
from app.use_cases.workplace import Workplace
from tests.fakes import FakeClock, FakeStorage
from tests.quotes_db.samples import record

DAY = date(2026, 5, 2)
MAY = Period(date(2026, 5, 1), date(2026, 5, 31))
MANY = 250


class Stopped(Exception):  # noqa: N818 - what a cancelled job raises is no error
    """Somebody pressed Cancel."""


@pytest.fixture
def workplace(tmp_path: Path) -> Workplace:
    """More contracts than are read at once, and one of another month."""
    storage = FakeStorage(tmp_path)
    signed = Contract(distributor_signed_on=DAY, customer_signed_on=DAY)
    late = replace(signed, customer_signed_on=date(2026, 6, 1))
    life = Lifecycle().presented(DAY).accepted(DAY)
    with storage.writing() as store:
        for number in range(MANY):
            made = replace(record(f"T-{number}"), lifecycle=life, contract=signed)
            store.add_quote(made)
        store.add_quote(replace(record("T-X"), lifecycle=life, contract=late))
    return Workplace(tmp_path, storage, FakeClock(), Settings(), policies(), "t")


def test_every_contract_counts_once(workplace: Workplace) -> None:
    told: list[tuple[int, int]] = []
    found = sell_out(workplace, MAY, lambda done, whole: told.append((done, whole)))
    assert found.contracts == MANY
    assert total(found.products) == MANY * 14
    assert [whole for _, whole in told] == [MANY] * len(told)
    assert [done for done, _ in told] == sorted({done for done, _ in told})


def test_a_count_can_be_stopped_in_its_midst(workplace: Workplace) -> None:
    def stop(done: int, _whole: int) -> None:
        if done:
            raise Stopped

    with pytest.raises(Stopped):
        sell_out(workplace, MAY, stop)


def test_nothing_signed_is_nothing_sold(workplace: Workplace) -> None:
    found = sell_out(workplace, Period(date(2025, 1, 1), date(2025, 1, 2)))
    assert (found.contracts, found.products) == (0, ())
