"""What travels inside each PDF, for this program and for others."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest
from pypdf import PdfReader

from tests.app.exchange.ubl.quotations import amount, one
from tests.cli import Cli

EDITIONS = ("fr", "en", "fr+en")


@pytest.fixture
def papers(cli: Cli, examples: Path, tmp_path: Path) -> list[Path]:
    words = [word for edition in EDITIONS for word in ("--lang", edition)]
    quote, prices = examples / "quote.json", examples / "list-cp1252.csv"
    out = tmp_path / "out"
    call = cli.done("export", quote, "--prices", prices, *words, "--out", out)
    return [Path(line) for line in call.out.splitlines()]


def test_each_edition_holds_the_quote_and_its_quotation(papers: list[Path]) -> None:
    assert len(papers) == len(EDITIONS)
    for path in papers:
        held = PdfReader(path).attachments
        assert sorted(held) == ["quotation.xml", "quote.json"]
        (content,) = held["quotation.xml"]
        root = fromstring(content)
        total = amount(root, "cac:QuotedMonetaryTotal/cbc:TaxExclusiveAmount")
        assert f"{total:.2f}" == "24348.00"
        assert one(root, "cbc:CustomizationID") == "waas-quotation/1"


def test_the_quote_is_still_the_one_that_is_reopened(
    cli: Cli, papers: list[Path]
) -> None:
    for path in papers:
        assert cli.done("reopen", path).json["format"] == "waas-quote/1"
        (held,) = PdfReader(path).attachments["quote.json"]
        assert json.loads(held)["packs"][0]["quantity"] == 12
