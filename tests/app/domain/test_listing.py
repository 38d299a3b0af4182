from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.choices import Status
from app.domain.listing import REVISIONS, ListedQuote, newest, words_of
from app.domain.money import Amount

TODAY = date(2026, 11, 27)
LISTED = ListedQuote(
    place=2 * REVISIONS - 2,
    number="TR-2026-0001",
    revision="",
    customer="Dumont",
    title="",
    status="presented",
    archived_on=None,
    date="2026-10-01",
    valid_until="2026-11-27",
    term=36,
    monthly=59_880,
    currency="EUR",
    earlier=0,
    newer=1,
)


def test_what_stands_in_the_file_is_read_when_it_is_seen() -> None:
    assert (LISTED.label, LISTED.name) == ("TR-2026-0001", "TR-2026-0001-A")
    assert (LISTED.day, LISTED.ends) == (date(2026, 10, 1), TODAY)
    assert LISTED.amount == Amount(59_880, "EUR")
    open_ended = LISTED._replace(valid_until=None, monthly=None)
    assert (open_ended.ends, open_ended.amount) == (None, None)
    assert LISTED._replace(currency=None).amount is None


def test_presented_turns_into_expired_after_its_last_day() -> None:
    assert LISTED.shown(TODAY) is Status.PRESENTED
    assert LISTED.shown(date(2026, 11, 28)) is Status.EXPIRED
    assert LISTED.stands is Status.PRESENTED


@given(st.integers(1, 10**9), st.integers(0, REVISIONS - 1))
def test_every_revision_leads_to_the_newest(serial: int, newer: int) -> None:
    top = serial * REVISIONS + REVISIONS - 1
    assert newest(top - newer) == top


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("  Lefèvre,  36 mois", ("Lefèvre", "36", "mois")),
        ("TR-2026-0001", ("TR", "2026", "0001")),
        ('"NEAR( OR *_^', ("NEAR", "OR")),
        ("", ()),
    ],
)
def test_words_are_letters_and_digits(typed: str, words: tuple[str, ...]) -> None:
    assert words_of(typed) == words
