"""Pages behind a finished document, and what other programs make of it."""

from __future__ import annotations

import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from reportlab.pdfgen.canvas import Canvas

from app.paper.addition import ForeignError, pages_of, with_pages
from tests.app.documents.offers import everything
from tests.app.documents.samples import ENGLISH, FRENCH, pdf
from tests.app.paper.reading import page_texts, structure


def of_another_program() -> bytes:
    """Return a page that nobody tagged."""
    content = BytesIO()
    page = Canvas(content)
    page.drawString(72, 720, "Offre")
    page.save()
    return content.getvalue()


def test_a_document_begins_with_its_own_bytes_and_goes_on() -> None:
    first, more = pdf(*everything()), pdf(languages=ENGLISH)
    both = with_pages(first, more)
    assert both == with_pages(first, more)
    assert both[: len(first)] == first
    assert page_texts(both) == page_texts(first) + page_texts(more)
    assert pages_of(both) == pages_of(first) + pages_of(more)
    reader, alone = PdfReader(BytesIO(both)), PdfReader(BytesIO(first))
    assert reader.metadata == alone.metadata
    assert reader.attachments == alone.attachments


def test_what_was_added_is_read_after_the_rest() -> None:
    first, more = pdf(), pdf(languages=ENGLISH)
    tree, kids = structure(with_pages(first, more)), structure(first).kids
    *own, part = tree.kids
    assert [each.tag for each in own] == [each.tag for each in kids]
    assert part.tag == "Part"
    assert len(list(part.walk())) == len(list(structure(more).walk()))


def test_pages_can_be_added_again() -> None:
    first = pdf()
    twice = with_pages(with_pages(first, pdf(languages=ENGLISH)), first)
    assert pages_of(twice) == 3 * pages_of(first)
    assert len(structure(twice).tagged("Part")) == 2


@pytest.mark.parametrize("document", [b"", b"%PDF", b"PK\3\4", pdf()[:-20]])
def test_what_is_no_whole_document_gets_no_page(document: bytes) -> None:
    with pytest.raises(ForeignError):
        with_pages(document, pdf())


def test_what_another_program_wrote_gets_no_page() -> None:
    with pytest.raises(ForeignError):
        with_pages(of_another_program(), pdf())
    assert pages_of(of_another_program()) == 1


@pytest.mark.skipif(not shutil.which("qpdf"), reason="qpdf is not there")
def test_another_program_finds_it_whole(tmp_path: Path) -> None:
    file = tmp_path / "both.pdf"
    file.write_bytes(with_pages(pdf(languages=FRENCH), pdf(languages=ENGLISH)))
    done = subprocess.run(
        ["qpdf", "--check", file], capture_output=True, check=True, text=True
    )
    assert done.stderr == ""
