"""Quotations against the schema that OASIS publishes, which is not kept here."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from app.domain.identity import Customer
from app.domain.price_list import PriceList
from app.domain.proposal import Proposal
from app.exchange.ubl import Quotation, write
from tests.app.domain import build
from tests.app.exchange.ubl.quotations import ENGLISH, FRENCH, quotation, quotations

FOLDER = os.environ.get("WAAS_REAL_FILES", "")
SCHEMA = Path(FOLDER) / "ubl21" / "xsd" / "maindoc" / "UBL-Quotation-2.1.xsd"
pytestmark = pytest.mark.skipif(
    not (FOLDER and SCHEMA.is_file()), reason="WAAS_REAL_FILES holds no UBL schema"
)


@pytest.fixture(scope="module")
def schema() -> Any:
    etree = pytest.importorskip("lxml.etree")
    return etree.XMLSchema(etree.parse(SCHEMA))


def assert_valid(schema: Any, made: Quotation) -> None:
    etree = pytest.importorskip("lxml.etree")
    content = write(made)
    if content is None:
        assert not made.offer.lines
    else:
        schema.assertValid(etree.fromstring(content))


def test_the_example_of_oasis_is_valid_and_a_broken_one_is_not(schema: Any) -> None:
    etree = pytest.importorskip("lxml.etree")
    folder = SCHEMA.parents[2] / "xml"
    example = etree.parse(folder / "UBL-Quotation-2.1-Example.xml")
    schema.assertValid(example)
    example.getroot().remove(example.getroot()[0])
    example.getroot().remove(example.getroot()[-1])
    etree.SubElement(example.getroot(), "unknown")
    assert not schema.validate(example)


@pytest.mark.parametrize(
    "proposal",
    [
        pytest.param(build.EXAMPLE, id="example"),
        pytest.param(
            replace(build.EXAMPLE, customer=Customer("\0\x0b\ud800")), id="forbidden"
        ),
    ],
)
def test_a_quote_is_valid(schema: Any, proposal: Proposal) -> None:
    assert_valid(schema, quotation(proposal))
    assert_valid(schema, quotation(proposal, languages=(FRENCH, ENGLISH)))


@settings(max_examples=40)
@given(made=quotations())
def test_any_quote_is_valid(schema: Any, made: tuple[PriceList, Quotation]) -> None:
    assert_valid(schema, made[1])


def test_a_seller_without_a_name_is_valid(schema: Any) -> None:
    bare = quotation(build.EXAMPLE)
    nobody = replace(bare, partner=type(bare.partner)(), seller=type(bare.seller)())
    assert_valid(schema, nobody)
