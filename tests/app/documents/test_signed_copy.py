"""The page with the customer's signature, read back from its bytes."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from app.documents.quote_pdf import render
from app.domain.signature import SignedPaper, Stroke
from i18n import Language
from tests.app.documents import offers
from tests.app.documents.samples import EDITIONS, ENGLISH, pdf, signature_page
from tests.app.documents.test_contract_papers import offered
from tests.app.domain.test_signature import SIGNED
from tests.app.paper.reading import structure, text_of

PAPER = SignedPaper(
    signature=SIGNED,
    file_name="TR-2026-0148-en.pdf",
    sha256="5a" * 32,
    size=43_922,
    pages=2,
)
_STROKE = re.compile(rb"((?:[\d.]+ [\d.]+ [ml] ?)+)S")
_POINT = re.compile(rb"([\d.]+) ([\d.]+) [ml]")
_WITHIN = st.floats(0, 1)


def drawn(content: bytes) -> list[list[tuple[float, float]]]:
    """The lines that a pen drew, in points."""
    streams = (page.get_contents() for page in PdfReader(BytesIO(content)).pages)
    code = b"\n".join(stream.get_data() for stream in streams if stream is not None)
    return [
        [(float(x), float(y)) for x, y in _POINT.findall(stroke)]
        for stroke in _STROKE.findall(code)
    ]


@pytest.mark.parametrize("languages", EDITIONS)
def test_the_signature_is_drawn_as_lines_and_read_aloud(
    languages: tuple[Language, ...],
) -> None:
    content = signature_page(PAPER, languages)
    (stroke,) = drawn(content)
    assert len(stroke) == len(SIGNED.strokes[0])
    assert len(structure(content).tagged("Figure")) == 1
    text = text_of(content)
    for said in (SIGNED.name, PAPER.sha256, PAPER.file_name, "ALSO", "3 / 3"):
        assert said in text
    assert content == signature_page(PAPER, languages)


def test_what_is_not_signed_has_neither_drawing_nor_fingerprint() -> None:
    content = pdf(languages=ENGLISH)
    assert drawn(content) == []
    assert "SHA-256" not in text_of(content)


def test_without_a_rental_there_is_no_contract_to_speak_of() -> None:
    offer, proposal = offers.subscriptions_only()
    text = text_of(signature_page(PAPER, ENGLISH, offer, proposal))
    assert "This signature accepts the quotation." in text
    assert "rental contract" not in text


@settings(max_examples=5, deadline=None)
@given(
    st.lists(
        st.lists(st.tuples(_WITHIN, _WITHIN), min_size=1, max_size=8).map(tuple),
        min_size=1,
        max_size=4,
    ).map(tuple),
    st.floats(0.2, 1.5),
)
def test_no_drawing_leaves_its_field(
    strokes: tuple[Stroke, ...], height: float
) -> None:
    inside = tuple(tuple((x, y * height) for x, y in each) for each in strokes)
    signature = replace(SIGNED, strokes=inside, height=height)
    content = signature_page(replace(PAPER, signature=signature), ENGLISH)
    points = [point for stroke in drawn(content) for point in stroke]
    assert points
    assert all(300 < x < 556 for x, _ in points)
    highest = max(y for _, y in points) - min(y for _, y in points)
    assert highest <= 60


def test_french_elides_before_no_name() -> None:
    assert "que ALSO" not in text_of(signature_page(PAPER))
    assert "que ALSO" not in text_of(render(offered()))
