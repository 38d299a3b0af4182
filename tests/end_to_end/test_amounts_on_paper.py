"""What the customer reads is what was priced, whoever reads the paper."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings

from app.domain.by_term import ByTerm
from app.domain.catalogue import Catalogue
from app.domain.choices import Edition
from app.domain.localized import Localized
from app.domain.proposal import Proposal, RequestLine
from app.domain.quote import Quote
from app.settings import Settings
from app.use_cases.bundled import policies, sample_list, sample_quote
from app.use_cases.export import pdf
from app.use_cases.pricing import PricedQuote, priced
from app.use_cases.workplace import Workplace
from quotes_db.storage import Database
from tests.amounts import assert_amounts_are_said, differences, readings
from tests.app.paper.reading import page_texts
from tests.end_to_end.test_confidentiality import proposals
from tests.fakes import FakeClock
from tests.golden import papers


def desk() -> Workplace:
    clock, folder = FakeClock(), Path()
    storage = Database(folder, clock)
    return Workplace(folder, storage, clock, Settings(), policies(), "tester")


def priced_by_the_sample(proposal: Proposal) -> PricedQuote:
    lists = Catalogue.of([sample_list()])
    return priced(Quote(proposal=proposal), lists, desk())


def said_in_all_editions(proposal: Proposal) -> None:
    quote = priced_by_the_sample(proposal)
    for edition in Edition:
        assert_amounts_are_said(quote, edition, desk())


@settings(max_examples=20)
@given(proposal=proposals())
def test_the_paper_says_the_amounts_of_the_offer_and_no_others(
    proposal: Proposal,
) -> None:
    said_in_all_editions(proposal)


def test_a_reader_that_turns_a_line_finds_its_thousands_all_the_same() -> None:
    request = RequestLine(
        id="r",
        quantity=34,
        text=Localized.same("؟"),
        answer=ByTerm(months_36=Decimal(30)),
    )
    said_in_all_editions(replace(sample_quote().proposal, special_requests=(request,)))


def test_one_amount_too_many_or_too_few_is_seen() -> None:
    proposal = sample_quote().proposal
    quote = priced_by_the_sample(proposal)
    text = readings(pdf(quote, Edition.FR, desk()))["pypdfium2"]
    assert differences(text, quote.offer) == ([], [])
    pack = replace(proposal.packs[0], quantity=13)
    other = priced_by_the_sample(replace(proposal, packs=(pack, *proposal.packs[1:])))
    added, missing = differences(text, other.offer)
    assert {Decimal("598.80")} in added
    assert Decimal("648.70") in missing


@pytest.mark.skipif(not shutil.which("pdfinfo"), reason="pdfinfo is not there")
@pytest.mark.parametrize("name", papers())
def test_a_paper_is_read_aloud_in_order(name: str, tmp_path: Path) -> None:
    content = papers()[name]()
    file = tmp_path / "paper.pdf"
    file.write_bytes(content)
    done = subprocess.run(
        ["pdfinfo", "-struct-text", file], capture_output=True, check=True, text=True
    )
    assert done.stderr == ""
    told = done.stdout
    assert told.count("H1 (block)") == 1 + name.startswith("signed")
    # The leading language comes first, and the other one within what it says again.
    assert not re.search(r"(?:block\)|TH:|TD)\n(?: +/.*\n)* +Span", told)
    assert ("Span (inline)" in told) == name.endswith("fr+en")
    # No word runs into the next one.
    read = " ".join(re.findall('^ *"(.*)"$', told, re.MULTILINE)).split()
    assert set(read) <= set(" ".join(page_texts(content)).split())


@pytest.mark.parametrize("name", papers())
def test_other_readers_have_nothing_to_say_against_a_paper(
    name: str, tmp_path: Path
) -> None:
    content = papers()[name]()
    assert readings(content)
    file = tmp_path / "paper.pdf"
    file.write_bytes(content)
    if shutil.which("qpdf"):
        done = subprocess.run(
            ["qpdf", "--check", file], capture_output=True, check=True, text=True
        )
        assert done.stderr == ""
    if shutil.which("pdffonts"):
        done = subprocess.run(
            ["pdffonts", file], capture_output=True, check=True, text=True
        )
        assert done.stderr == ""
        _, _, *fonts = done.stdout.splitlines()
        assert fonts
        # Columns from the right: object, generation, unicode, subset, embedded.
        assert {font.split()[-5] for font in fonts} == {"yes"}
