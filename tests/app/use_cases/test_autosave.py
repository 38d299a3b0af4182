"""The newest edit is saved, off the typist's thread, and nothing is said too early."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

from app.domain.catalogue import Catalogue
from app.domain.problems import Problems
from app.settings import Settings
from app.use_cases import quotes
from app.use_cases.autosave import Autosave
from app.use_cases.bundled import policies, sample_quote
from app.use_cases.pricing import PricedQuote, priced
from app.use_cases.workplace import Workplace
from quotes_db.storage import Database
from tests.fakes import FakeClock


def desk(folder: Path) -> tuple[Workplace, quotes.Saved]:
    clock = FakeClock()
    storage = Database(folder, clock)
    workplace = Workplace(folder, storage, clock, Settings(), policies(), "tester")
    return workplace, quotes.add(workplace, sample_quote())


def titled(saved: quotes.Saved, title: str, workplace: Workplace) -> PricedQuote:
    quote = saved.record.quote
    proposal = replace(quote.proposal, title=title)
    return priced(
        replace(quote, proposal=proposal), Catalogue.of(saved.record.prices), workplace
    )


def test_the_newest_value_is_saved_and_then_told(tmp_path: Path) -> None:
    workplace, saved = desk(tmp_path)
    told: list[dt.datetime] = []
    failed: list[Problems] = []
    autosave = Autosave(workplace, saved.record, told.append, failed.append)
    for count in range(20):
        autosave.put(titled(saved, f"edit {count}", workplace))
    autosave.flush()
    number = saved.record.quote.proposal.number
    assert quotes.find(workplace, number).priced.quote.proposal.title == "edit 19"
    assert 1 <= len(told) <= 20
    autosave.put(titled(saved, "last", workplace))
    assert autosave.close()
    assert quotes.find(workplace, number).priced.quote.proposal.title == "last"
    assert failed == []


def test_edits_in_one_breath_are_saved_as_one_and_whoever_waits_hurries_it(
    tmp_path: Path,
) -> None:
    workplace, saved = desk(tmp_path)
    told: list[dt.datetime] = []
    failed: list[Problems] = []
    an_hour = 3_600
    autosave = Autosave(workplace, saved.record, told.append, failed.append, an_hour)
    for count in range(3):
        autosave.put(titled(saved, f"edit {count}", workplace))
    assert autosave.flush()
    assert len(told) == 1
    autosave.put(titled(saved, "last", workplace))
    assert autosave.close()
    number = saved.record.quote.proposal.number
    assert quotes.find(workplace, number).priced.quote.proposal.title == "last"
    assert len(told) == 2
    assert failed == []


def test_what_another_program_saved_is_never_overwritten(tmp_path: Path) -> None:
    workplace, saved = desk(tmp_path)
    failed: list[Problems] = []
    autosave = Autosave(workplace, saved.record, lambda _: None, failed.append)
    with workplace.storage.writing() as store:
        store.save_quote(replace(saved.record, monthly=None))
    autosave.put(titled(saved, "mine", workplace))
    assert not autosave.flush()
    assert not autosave.close()
    assert [each.code for each in failed[0]] == ["edited_elsewhere"]
    number = saved.record.quote.proposal.number
    assert quotes.find(workplace, number).priced.quote.proposal.title != "mine"


def test_what_could_not_be_saved_waits_and_is_saved_later(tmp_path: Path) -> None:
    workplace, saved = desk(tmp_path)
    failed: list[Problems] = []
    autosave = Autosave(workplace, saved.record, lambda _: None, failed.append)
    other = Database(tmp_path, FakeClock())
    with other.writing():
        autosave.put(titled(saved, "patient", workplace))
        assert not autosave.flush()
    assert [each.code for each in failed[0]] == ["data_locked"]
    assert autosave.close()
    number = saved.record.quote.proposal.number
    assert quotes.find(workplace, number).priced.quote.proposal.title == "patient"


def test_a_listener_that_fails_does_not_end_the_saving(tmp_path: Path) -> None:
    workplace, saved = desk(tmp_path)
    failed: list[Problems] = []

    def broken(_: dt.datetime) -> None:
        raise ZeroDivisionError

    autosave = Autosave(workplace, saved.record, broken, failed.append)
    autosave.put(titled(saved, "one", workplace))
    autosave.flush()
    autosave.put(titled(saved, "two", workplace))
    autosave.flush()
    assert [each.code for each in failed[0]] == ["save_failed"]
    autosave.close()
    number = saved.record.quote.proposal.number
    assert quotes.find(workplace, number).priced.quote.proposal.title == "two"
