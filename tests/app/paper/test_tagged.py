"""The canvas: tags, language, metadata, attachments, fonts, the same bytes."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from app.paper.fonts import Weight
from app.paper.tagged import Placed, TaggedCanvas
from app.paper.text import Style
from tests.app.paper.reading import font_dictionaries, structure, text_of
from tests.app.paper.sheets import BODY, BOLD, FACTS, canvas, one_line


def two_pages() -> bytes:
    """Return a document with a paragraph that goes on on a second page."""
    sheet = canvas()
    heading = sheet.element("H1")
    paragraph = sheet.element("P")
    english = sheet.element("Span", paragraph, "en-BE")
    sheet.draw(heading, [Placed(42, 780, "Offre", BOLD)])
    sheet.draw(paragraph, [Placed(42, 760, "Début", BODY)])
    sheet.draw(english, [Placed(42, 750, "Beginning", BODY)])
    sheet.fill((42, 740, 100, 1), "#e1e6eb")
    sheet.fill_round((42, 700, 20, 20), 4, "#0b5c5a")
    sheet.draw(None, [Placed(42, 30, "1 / 2", BODY)])
    sheet.next_page()
    sheet.draw(paragraph, [Placed(42, 760, "Fin", BODY)])
    sheet.attach("quote.json", "application/json", "Source", b"{}")
    sheet.attach("a.xml", "application/xml", "Alternative", b"<a/>")
    return sheet.finish()


def test_the_tree_holds_headings_paragraphs_and_languages() -> None:
    tree = structure(two_pages())
    assert [node.tag for node in tree.walk()] == ["Document", "H1", "P", "Span"]
    assert tree.tagged("Span")[0].language == "en-BE"
    assert [page for page, _ in tree.tagged("P")[0].marks] == [0, 1]


def test_an_element_without_content_is_left_out() -> None:
    sheet = canvas()
    sheet.element("P", sheet.element("Table"))
    sheet.draw(sheet.element("P"), [Placed(42, 760, "x", BODY)])
    assert [node.tag for node in structure(sheet.finish()).walk()] == ["Document", "P"]


def test_the_file_says_what_it_is() -> None:
    reader = PdfReader(BytesIO(two_pages()))
    root: Any = reader.trailer["/Root"]
    assert root["/Lang"] == "fr-BE"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.pdf_header == "%PDF-1.7"
    info = reader.metadata
    assert info is not None
    assert (info.title, info.author, info.subject) == (
        FACTS.title,
        FACTS.author,
        FACTS.subject,
    )
    assert (info.creator, info.producer) == (FACTS.program, FACTS.program)
    assert info.creation_date is not None
    assert info.creation_date.date() == date(2026, 11, 22)


def test_xmp_says_the_same() -> None:
    xmp = PdfReader(BytesIO(two_pages())).xmp_metadata
    assert xmp is not None
    assert xmp.dc_title == {"x-default": FACTS.title}
    assert xmp.dc_creator == [FACTS.author]
    assert xmp.dc_language == ["fr-BE"]
    assert xmp.xmp_create_date is not None
    assert xmp.xmp_create_date.date() == FACTS.day


def test_attachments_come_back_with_name_type_and_relation() -> None:
    reader = PdfReader(BytesIO(two_pages()))
    assert {name: list(data) for name, data in reader.attachments.items()} == {
        "quote.json": [b"{}"],
        "a.xml": [b"<a/>"],
    }
    root: Any = reader.trailer["/Root"]
    files = [each.get_object() for each in root["/AF"]]
    assert [file["/AFRelationship"] for file in files] == ["/Alternative", "/Source"]
    kinds = [file["/EF"]["/F"]["/Subtype"] for file in files]
    assert kinds == ["/application/xml", "/application/json"]


def test_only_embedded_fonts() -> None:
    pdf = one_line("Œuvre 字 Ω ☑ ł", BOLD)
    for font in font_dictionaries(pdf):
        assert "/FontFile2" in font["/FontDescriptor"]
        assert "/ToUnicode" in font
    assert b"Helvetica" not in pdf


def test_the_same_calls_give_the_same_bytes() -> None:
    assert two_pages() == two_pages()


def test_a_fresh_process_gives_the_same_bytes() -> None:
    code = (
        "import sys; from tests.app.paper.test_tagged import two_pages;"
        "sys.stdout.buffer.write(two_pages())"
    )
    environment = {
        **os.environ,
        "PYTHONHASHSEED": "7",
        "TZ": "Asia/Tokyo",
        "SOURCE_DATE_EPOCH": "1",
        "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
    }
    made = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, check=True
    )
    assert made.stdout == two_pages()


def test_documents_do_not_touch_one_another() -> None:
    alone = one_line("ŁÓDŹ 字", BOLD)
    other = canvas()
    other.draw(other.element("P"), [Placed(42, 760, "żółć 汉", BODY)])
    assert one_line("ŁÓDŹ 字", BOLD) == alone
    assert "żółć 汉" in text_of(other.finish())
    assert one_line("ŁÓDŹ 字", BOLD) == alone


def test_documents_drawn_at_once_are_like_those_drawn_in_turn() -> None:
    words = [f"żółć {chr(0x4E00 + i)} {i}" for i in range(24)]
    in_turn = [one_line(word) for word in words]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(one_line, words)) == in_turn


@pytest.mark.parametrize("weight", list(Weight))
def test_both_weights_are_drawn(weight: Weight) -> None:
    style = Style(12, 15, "#17202a", weight)
    pdf = one_line("Été", style)
    names = {font["/BaseFont"] for font in font_dictionaries(pdf)}
    assert len(names) == 1
    assert ("SmBld" in names.pop()) is (weight is Weight.SEMIBOLD)


def test_hostile_facts_are_kept_harmless() -> None:
    facts = FACTS.__class__(
        title="a\x00<b>\ud800\ufffe&",
        author="]]>",
        subject="",
        program="p",
        language="fr",
        day=FACTS.day,
    )
    sheet = TaggedCanvas(facts)
    reader = PdfReader(BytesIO(sheet.finish()))
    assert reader.xmp_metadata is not None
    assert reader.xmp_metadata.dc_title == {"x-default": "a <b>&"}
