"""A sketch is the first page of the whole: the same content, the same pixels."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pypdfium2
import pytest
from pypdf import PdfReader

from app.documents.content import quote_document
from app.documents.document import Document
from app.documents.quote_pdf import render, sketch
from app.domain.offer import Offer
from app.domain.proposal import Proposal
from i18n import Language
from tests.app.documents import offers, samples
from tests.app.documents.samples import BOTH, ENGLISH, FRENCH, OFFER, PROPOSAL
from tests.app.documents.test_logo_on_paper import SQUARE

SAID_FOREIGN = replace(
    PROPOSAL, customer=replace(PROPOSAL.customer, name="株式会社 שלום Ωmega Žižka")
)
QUOTES = {
    "usual": (OFFER, PROPOSAL, FRENCH, b""),
    "everything in two languages": (*offers.everything(), BOTH, b""),
    "many pages": (*offers.many(60), ENGLISH, b""),
    "with a logo": (*offers.many(30), FRENCH, SQUARE),
    "letters of other fonts": (OFFER, SAID_FOREIGN, FRENCH, b""),
}


def document(
    offer: Offer, proposal: Proposal, languages: tuple[Language, ...], logo: bytes
) -> Document:
    """What a quote's paper says."""
    said = samples.inputs(offer, proposal, languages)
    return replace(quote_document(said, (samples.QUOTE,), "Quotes 1"), logo=logo)


def content(pdf: bytes) -> bytes:
    """What is drawn on the first page."""
    stream = PdfReader(BytesIO(pdf)).pages[0].get_contents()
    assert stream is not None
    return stream.get_data()


def pixels(pdf: bytes) -> bytes:
    """The first page as it is shown."""
    return bytes(pypdfium2.PdfDocument(pdf)[0].render(scale=1.5).buffer)


@pytest.mark.parametrize("name", QUOTES)
def test_a_sketch_is_the_first_page_of_the_whole(name: str) -> None:
    said = document(*QUOTES[name])
    sketched, whole = sketch(said), render(said)
    assert len(pypdfium2.PdfDocument(sketched.content)) == 1
    assert sketched.pages == len(pypdfium2.PdfDocument(whole))
    assert content(sketched.content) == content(whole)
    assert pixels(sketched.content) == pixels(whole)


def test_sketching_again_after_an_edit_draws_the_edit() -> None:
    said = document(*offers.many(60), ENGLISH, b"")
    first, *others = said.sections
    item, *rest = first.items
    edited = replace(item, name=("Something that is much longer than before " * 4,))
    first = replace(first, items=(edited, *rest))
    later = replace(said, sections=(first, *others))
    for each in (said, later, said):
        assert content(sketch(each).content) == content(render(each))
