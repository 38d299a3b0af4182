"""Thousands of random quotes leak nothing."""

from pathlib import Path

import pytest
from hypothesis import given, settings

from app.domain.proposal import Proposal
from app.settings import Settings
from app.use_cases.bundled import policies
from app.use_cases.export import pdf
from app.use_cases.workplace import Workplace
from quotes_db.storage import Database
from tests.end_to_end.test_confidentiality import (
    assert_nothing_leaks,
    proposals,
    versions,
)
from tests.fakes import FakeClock


@pytest.mark.timeout(7200)
@settings(max_examples=2000)
@given(proposal=proposals())
def test_two_thousand_random_quotes_leak_nothing(proposal: Proposal) -> None:
    clock, folder = FakeClock(), Path()
    workplace = Workplace(
        folder, Database(folder, clock), clock, Settings(), policies(), "tester"
    )
    assert_nothing_leaks(
        versions(proposal, workplace),
        lambda quote, edition: pdf(quote, edition, workplace),
    )
