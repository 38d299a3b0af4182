"""The customer copy inside a PDF, whoever wrote the PDF."""

from __future__ import annotations

import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfWriter

from app.domain.problems import RefusedError
from app.exchange.pdf_copy import UnreadableError, customer_copy_in
from tests.app.exchange.quotes import a_quote

COPY = json.dumps(a_quote()).encode()


def pdf(*attachments: tuple[str, bytes]) -> bytes:
    """A PDF of one empty page with these attachments."""
    writer = PdfWriter()
    writer.add_blank_page(595, 842)
    for name, content in attachments:
        writer.add_attachment(name, content)
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def protected(content: bytes) -> bytes:
    """Return a PDF that a password protects."""
    writer = PdfWriter(io.BytesIO(content))
    writer.encrypt("secret", algorithm="RC4-128")
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


WHOLE = pdf(("quote.json", COPY))


def test_the_copy_comes_back_byte_for_byte() -> None:
    other = ("quotation.xml", b"<Quotation/>")
    assert customer_copy_in(pdf(("quote.json", COPY), other)) == COPY


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(pdf(), id="no attachment"),
        pytest.param(pdf(("other.json", COPY)), id="another attachment"),
        pytest.param(pdf(("../quote.json", COPY)), id="a path for a name"),
        pytest.param(pdf(("quote.json", b"")), id="an empty attachment"),
        pytest.param(pdf(("quote.json", b" " * 2_000_001)), id="a huge attachment"),
        pytest.param(
            pdf(("quote.json", COPY), ("quote.json", COPY)), id="two of one name"
        ),
    ],
)
def test_a_pdf_without_one_quote_of_ours_holds_none(content: bytes) -> None:
    assert customer_copy_in(content) is None


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"%PDF-1.7\n%%EOF\n", id="an empty PDF"),
        pytest.param(b"\0" * 100_000, id="zeros"),
        pytest.param(b"sku;kind\n", id="a price list"),
        pytest.param(protected(WHOLE), id="a password"),
    ],
)
def test_what_is_no_pdf_that_can_be_read_says_so(content: bytes) -> None:
    with pytest.raises(UnreadableError):
        customer_copy_in(content)


def test_the_pdf_librarys_own_complaints_are_not_shown(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with pytest.raises(UnreadableError):
        customer_copy_in(b"sku;kind\n")
    assert customer_copy_in(WHOLE.replace(b"startxref\n", b"startxref\n9")) == COPY
    assert caplog.records == []


@pytest.mark.parametrize("held", [b"{}", b"[]", b"not JSON", b'{"format": "x"}'])
def test_an_attachment_that_is_no_quote_is_refused(held: bytes) -> None:
    with pytest.raises(RefusedError):
        customer_copy_in(pdf(("quote.json", held)))


@settings(max_examples=60)
@given(st.integers(0, len(WHOLE)), st.integers(0, 60), st.binary(max_size=20))
def test_a_damaged_pdf_never_brings_anything_down(
    at: int, length: int, put: bytes
) -> None:
    try:
        held = customer_copy_in(WHOLE[:at] + put + WHOLE[at + length :])
    except (RefusedError, UnreadableError):
        held = None
    assert held is None or json.loads(held)
