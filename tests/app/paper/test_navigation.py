"""Bookmarks, links and the field to sign in, read back from the bytes."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from app.documents.quote.reaching import target
from app.documents.quote_pdf import render
from tests.app.documents import offers, samples
from tests.app.documents.test_contract_papers import form, offered
from tests.app.documents.test_signed_copy import PAPER
from tests.golden import papers


def read(pdf: bytes) -> PdfReader:
    """Return a reader that forgives nothing."""
    return PdfReader(BytesIO(pdf), strict=True)


def marks_of(pdf: bytes, kind: str) -> list[Any]:
    """Return the annotations of a kind on all pages."""
    found = [
        each.get_object() for page in read(pdf).pages for each in page.annotations or ()
    ]
    return [each for each in found if each["/Subtype"] == kind]


@pytest.mark.parametrize("name", papers())
def test_every_paper_has_its_headings_as_bookmarks(name: str) -> None:
    reader = read(papers()[name]())
    marks = [mark for mark in reader.outline if not isinstance(mark, list)]
    pages = [reader.get_destination_page_number(mark) for mark in marks]
    assert marks
    assert pages == sorted(pages, key=lambda page: page or 0)
    assert None not in pages
    for mark, page in zip(marks, pages, strict=True):
        assert page is not None
        said = reader.pages[page].extract_text()
        assert str(mark.title).split()[0] in said


def test_the_quote_is_signed_in_one_field_that_nobody_signed() -> None:
    fields = read(samples.pdf()).get_fields() or {}
    assert [(name, each["/FT"]) for name, each in fields.items()] == [
        ("signature", "/Sig")
    ]
    assert "/V" not in fields["signature"]
    (widget,) = marks_of(samples.pdf(), "/Widget")
    left, low, right, high = widget["/Rect"]
    assert right - left > 150
    assert high - low > 40


def test_where_nothing_is_to_be_signed_there_is_no_field() -> None:
    assert not read(samples.pdf(*offers.with_request(answered=False))).get_fields()
    assert not read(samples.signature_page(PAPER)).get_fields()


@pytest.mark.parametrize("made", [form, offered])
def test_other_papers_are_signed_in_a_field_too(made: Any) -> None:
    assert list(read(render(made())).get_fields() or {}) == ["signature"]


def test_the_partner_is_reached_by_links_that_its_settings_make() -> None:
    partner = replace(samples.PARTNER, website="www.ardenne-info.example/devis")
    found = marks_of(samples.pdf(partner=partner), "/Link")
    assert [each["/A"]["/URI"] for each in found] == [
        "mailto:thomas.renard@ardenne-info.example",
        "https://www.ardenne-info.example/devis",
    ]
    assert len({each["/StructParent"] for each in found}) == len(found)


def test_what_a_customer_is_called_leads_nowhere() -> None:
    called = replace(
        samples.CUSTOMER, name="http://a.example", contact="x@a.example", email="y@a.be"
    )
    proposal = replace(samples.PROPOSAL, customer=called, title="https://a.example")
    found = marks_of(samples.pdf(proposal=proposal), "/Link")
    assert [each["/A"]["/URI"] for each in found] == [
        "mailto:thomas.renard@ardenne-info.example"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Ardenne",
        "javascript:alert(1)",
        "a@b.be?subject=x",
        "file:///x",
        "x y@a.be",
        "https://a.be/)/S/Launch",
    ],
)
def test_what_is_no_address_leads_nowhere(text: str) -> None:
    assert target(text) == ""
