"""Several files at once: each quote in them is taken in once, the rest is told of."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.choices import Edition
from app.exchange.quote_file import write
from app.settings import Settings
from app.use_cases import exchanging, quotes
from app.use_cases.arriving_many import take_in_all
from app.use_cases.bundled import policies, sample_quote
from app.use_cases.workplace import Workplace
from tests.app.use_cases.test_arriving import dearer
from tests.fakes import FakeClock, FakeStorage


def laptop(folder: Path) -> Workplace:
    folder.mkdir()
    storage = FakeStorage(folder)
    return Workplace(folder, storage, FakeClock(), Settings(), policies(), "t")


@pytest.fixture
def here(tmp_path: Path) -> Workplace:
    return laptop(tmp_path / "here")


@pytest.fixture
def there(tmp_path: Path) -> Workplace:
    return laptop(tmp_path / "there")


def saved(workplace: Workplace) -> list[str]:
    with workplace.storage.reading() as store:
        return sorted(head.number for head in store.quotes())


def quote_file(path: Path, customer: str) -> Path:
    quote = sample_quote()
    who = replace(quote.proposal.customer, name=customer)
    path.write_bytes(
        write(replace(quote, proposal=replace(quote.proposal, customer=who)))
    )
    return path


def papers(workplace: Workplace, folder: Path) -> tuple[Path, ...]:
    """A quote's PDFs, one in each language."""
    from app.use_cases.export import export  # noqa: PLC0415 - it takes a while

    quote = quotes.add(workplace, sample_quote()).priced
    return export(quote, [Edition.FR, Edition.EN], folder, workplace)


def test_a_quote_in_two_languages_is_one(
    here: Workplace, there: Workplace, tmp_path: Path
) -> None:
    both = papers(there, tmp_path)
    other = quote_file(tmp_path / "other.json", "Anne")
    came = take_in_all(here, [*both, other, other])
    assert len(came.quotes) == len(saved(here)) == 2
    assert came.exchanged == 0
    assert {each.code for each in came.problems} == {"own_prices"}


def test_what_is_refused_holds_up_nothing(here: Workplace, tmp_path: Path) -> None:
    broken = tmp_path / "broken.json"
    broken.write_text('{"format": "waas-quote/1"}', "utf-8")
    stranger = tmp_path / "notes.txt"
    stranger.write_text("call Anne", "utf-8")
    fine = quote_file(tmp_path / "fine.json", "Anne")
    came = take_in_all(here, [broken, stranger, fine])
    assert len(came.quotes) == len(saved(here)) == 1
    told = {each.code: each for each in came.problems}
    assert told["key_missing"].where == "broken.json"
    assert dict(told["several_files"].parameters)["names"] == "notes.txt"


def test_a_colleague_s_file_is_taken_in_among_them(
    here: Workplace, there: Workplace, tmp_path: Path
) -> None:
    quotes.add(there, sample_quote())
    sent = exchanging.send(there, tmp_path)
    came = take_in_all(here, [sent, quote_file(tmp_path / "fine.json", "Anne")])
    assert came.exchanged == 1
    assert len(came.quotes) == 1
    assert len(saved(here)) == 2


def test_prices_that_are_others_today_are_counted(
    here: Workplace, there: Workplace, tmp_path: Path
) -> None:
    dearer(here)
    (path, _) = papers(there, tmp_path)
    came = take_in_all(here, [path])
    (found,) = [each for each in came.problems if each.code == "arrived_repriced"]
    assert dict(found.parameters) == {"count": 1}
    assert found.where in came.quotes[0]
