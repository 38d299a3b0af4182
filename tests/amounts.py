"""The amounts that a paper says are those of its offer, and no others."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from decimal import Decimal
from itertools import accumulate
from typing import Any

from app.domain.choices import Edition
from app.domain.offer import Offer
from app.exchange.offer_json import offer_json
from app.use_cases.export import pdf
from app.use_cases.pricing import PricedQuote
from app.use_cases.workplace import Workplace
from tests.app.paper.reading import page_texts, plain

_FIGURES = r"(?<![\d,])\d{1,3}(?:[ .]\d{3})*,\d{2,4}(?![\d,])"
_WRITTEN = re.compile(f"{_FIGURES}(?= €)")
#: A reader that meets a word written from the right says all of its line so.
_TURNED = re.compile(f"(?<=€ ){_FIGURES}")
_FROM_THE_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufefc]")
_AMOUNT = re.compile(r"-?\d+\.\d{2,4}")
#: What readers give for a glyph that says nothing.
_NOTHING = re.compile("[\x00\ufffd\ufffe\uffff]")


def assert_amounts_are_said(
    quote: PricedQuote, edition: Edition, workplace: Workplace
) -> None:
    """Read the paper with every reader there is: nothing is missing, nothing added."""
    for reader, text in readings(pdf(quote, edition, workplace)).items():
        assert not _NOTHING.search(text), reader
        assert differences(text, quote.offer) == ([], []), (reader, edition)


def differences(text: str, offer: Offer) -> tuple[list[set[Decimal]], list[Decimal]]:
    """Return the amounts that a text adds to an offer's, and those it leaves out."""
    data = offer_json(offer, "fr", [])
    offered = set(_amounts(data))
    for line in data["lines"]:
        if "alternative_to" in line:
            # The paper says by how much it differs, not what it would be.
            line.update(monthly=None, once=None, annual=None)
    said = [set(_readings(match)) for match in _WRITTEN.findall(plain(text))]
    for line in filter(_FROM_THE_RIGHT.search, text.splitlines()):
        ways = _turned(plain(line))
        said += min(ways, key=lambda way: sum(not each & offered for each in way))
    added = [each for each in said if not each & offered]
    return added, sorted(set(_amounts(data)).difference(*said))


def _turned(line: str) -> Iterator[list[set[Decimal]]]:
    """Yield the two ways in which a reader may turn the amounts of a line.

    It says the currency first, and the thousands before or behind what follows them.
    """
    yield [set(_readings(match)) for match in _TURNED.findall(line)]
    words = " ".join(line.split()[::-1])
    yield [set(_readings(match)) for match in _WRITTEN.findall(words)]


def readings(content: bytes) -> dict[str, str]:
    """Return the text of a PDF as other programs read it, those that are there."""
    found = {"pypdfium2": "\n".join(page_texts(content))}
    if shutil.which("pdftotext"):
        done = subprocess.run(
            ["pdftotext", "-", "-"], input=content, capture_output=True, check=True
        )
        assert done.stderr == b""
        found["pdftotext"] = done.stdout.decode().replace("\f", "\n")
    return found


def _amounts(value: Any) -> Iterator[Decimal]:
    """Yield every amount of an offer as data."""
    if isinstance(value, dict):
        for part in value.values():
            yield from _amounts(part)
    elif isinstance(value, list):
        for part in value:
            yield from _amounts(part)
    elif isinstance(value, str) and _AMOUNT.fullmatch(value):
        yield abs(Decimal(value))


def _readings(written: str) -> Iterator[Decimal]:
    """Yield an amount, and what it is where a quantity stands before it."""
    parts = written.split(" ")[::-1]
    for text in accumulate(parts, lambda right, left: left + right):
        yield Decimal(text.replace(".", "").replace(",", "."))
