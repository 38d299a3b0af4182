"""What accepted quotes earn is noted as they are saved, and worked out for older."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.choices import Edition
from app.domain.money import Amount
from app.settings import Settings
from app.use_cases import issuing, overview, quotes
from app.use_cases.bundled import policies, sample_quote
from app.use_cases.workplace import Workplace
from tests.fakes import FakeClock, FakeStorage


@pytest.fixture
def workplace(tmp_path: Path) -> Workplace:
    storage = FakeStorage(tmp_path)
    return Workplace(tmp_path, storage, FakeClock(), Settings(), policies(), "tester")


def accepted(workplace: Workplace) -> tuple[str, Amount]:
    quote = sample_quote()
    firm = replace(quote, proposal=replace(quote.proposal, special_requests=()))
    saved = quotes.add(workplace, firm)
    number = saved.record.quote.proposal.number
    issuing.issue(workplace, number, [Edition.FR])
    issuing.accept(workplace, number)
    earned = saved.priced.commission.total
    assert earned is not None
    return number, earned


def forget(workplace: Workplace, number: str) -> None:
    """Save a quote as an older program did."""
    with workplace.storage.writing() as store:
        record = store.quote(number)
        assert record is not None
        store.save_quote(replace(record, commission=None))


def test_a_quote_keeps_what_it_earns_from_draft_to_acceptance(
    workplace: Workplace,
) -> None:
    number, earned = accepted(workplace)
    assert quotes.find(workplace, number).record.commission == earned
    month = overview.overview(workplace).months[-1]
    assert (month.due.cents, month.expected) == (0, earned)
    assert overview.count_commissions(workplace) == 0


def test_what_older_programs_left_out_is_worked_out_once(workplace: Workplace) -> None:
    number, earned = accepted(workplace)
    forget(workplace, number)
    assert overview.overview(workplace).uncounted == 1
    told: list[tuple[int, int]] = []
    kept = overview.count_commissions(workplace, lambda *done: told.append(done))
    assert (kept, told) == (1, [(0, 1)])
    assert overview.overview(workplace).uncounted == 0
    assert overview.overview(workplace).months[-1].expected == earned
