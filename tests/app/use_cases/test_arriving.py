"""A quote that comes as a file, compared with the lists of today."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.domain.by_term import ByTerm
from app.domain.choices import Edition
from app.domain.money import UnitPrice
from app.domain.problems import RefusedError
from app.exchange.quote_file import write
from app.ports import Stamp
from app.settings import Settings
from app.use_cases.arriving import arrived, take_in
from app.use_cases.bundled import policies, sample_list, sample_quote
from app.use_cases.export import pdf
from app.use_cases.prices import catalogue
from app.use_cases.pricing import priced
from app.use_cases.workplace import Workplace
from app.wording import sentence
from i18n import Language
from tests.fakes import FakeClock, FakeStorage


@pytest.fixture
def workplace(tmp_path: Path) -> Workplace:
    storage = FakeStorage(tmp_path)
    return Workplace(tmp_path, storage, FakeClock(), Settings(), policies(), "t")


def paper(workplace: Workplace) -> Path:
    quote = priced(sample_quote(), catalogue(workplace), workplace)
    path = workplace.folder / "offer.pdf"
    path.write_bytes(pdf(quote, Edition.FR, workplace, final=True))
    return path


def dearer(workplace: Workplace) -> None:
    sample = sample_list()
    items = tuple(
        replace(item, prices=ByTerm(*[UnitPrice(990_000, "EUR")] * 3))
        if item.sku == "WAAS-NB-M"
        else item
        for item in sample.items
    )
    newer = replace(sample, items=items, list_id="NEW", file_fingerprint="n" * 64)
    stamp = Stamp("t", datetime(2026, 11, 22, tzinfo=UTC))
    with workplace.storage.writing() as store:
        store.add_price_list(newer, "new.csv", stamp)


def test_our_pdf_is_compared_with_today(workplace: Workplace) -> None:
    path = paper(workplace)
    same = arrived(workplace, path)
    assert same is not None
    assert same.compared
    assert same.differences == ()
    assert [each.code for each in same.own] == ["own_prices"]
    dearer(workplace)
    other = arrived(workplace, path)
    assert other is not None
    (found,) = {each.code for each in other.differences}
    assert found == "price_differs"
    assert dict(other.differences[0].parameters)["sku"] == "WAAS-NB-M"


def test_it_is_saved_under_a_number_of_its_own(workplace: Workplace) -> None:
    arrival = arrived(workplace, paper(workplace))
    assert arrival is not None
    first, second = take_in(workplace, arrival), take_in(workplace, arrival)
    numbers = {each.quote.proposal.number for each in (first, second)}
    assert len(numbers) == 2
    with workplace.storage.reading() as store:
        assert {head.number for head in store.quotes()} == numbers


def test_a_quote_file_holds_no_prices(workplace: Workplace) -> None:
    path = workplace.folder / "quote.json"
    path.write_bytes(b"\xef\xbb\xbf" + write(sample_quote()))
    arrival = arrived(workplace, path)
    assert arrival is not None
    assert not arrival.compared
    assert arrival.own == ()
    assert arrival.priced.quote.proposal.customer == sample_quote().proposal.customer


@pytest.mark.parametrize(
    "content",
    [b"sku;price\n1;2\n", b"", b'{"format": "waas-mapping/1"}', b"{"],
)
def test_anything_else_is_no_quote(workplace: Workplace, content: bytes) -> None:
    path = workplace.folder / "file"
    path.write_bytes(content)
    assert arrived(workplace, path) is None


def test_a_pdf_without_a_quote_says_so(workplace: Workplace) -> None:
    path = workplace.folder / "letter.pdf"
    path.write_bytes(b"%PDF-1.7 no")
    with pytest.raises(RefusedError) as refusal:
        arrived(workplace, path)
    (problem,) = refusal.value.problems
    assert (problem.code, dict(problem.parameters)["path"]) == (
        "pdf_unreadable",
        path.name,
    )


def test_a_file_that_is_not_there_is_no_quote(workplace: Workplace) -> None:
    assert arrived(workplace, workplace.folder / "gone.pdf") is None


@pytest.mark.parametrize(
    "content",
    [b'{"format": "waas-quote/1",\n"date": oops\n}', b'{\n"note": "\xff"}'],
)
def test_a_damaged_quote_file_is_called_one_and_says_where(
    workplace: Workplace, content: bytes
) -> None:
    path = workplace.folder / "my quote.json"
    path.write_bytes(content)
    with pytest.raises(RefusedError) as refused:
        arrived(workplace, path)
    text = sentence(refused.value.problems[0], Language("en"))
    assert "“my quote.json” is a quote file that is damaged on line 2" in text


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b'{"format": "waas-quote/1", "customer": ', "quote_file_damaged"),
        (b'{"customer": {"name": "Lef', "quote_file_damaged"),
        (b"", "quote_file_damaged"),
        (b'{"packs": []}', "key_missing"),
        (b'{"format": "waas-quote/1", "date": "2026-11-22"}', "key_missing"),
    ],
)
def test_a_quote_that_is_not_in_order_is_refused(
    workplace: Workplace, content: bytes, code: str
) -> None:
    path = workplace.folder / "quote.json"
    path.write_bytes(content)
    with pytest.raises(RefusedError) as refused:
        arrived(workplace, path)
    assert code in {each.code for each in refused.value.problems}
