"""Statements as PDFs, read back from their bytes."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from app.domain.localized import Localized
from app.statements.paper import as_pdf, shared
from app.statements.statement import Statement
from i18n import Language
from tests.app.domain.build import PACK, a_list, a_quote, option, pack, prices
from tests.app.paper.reading import (
    boxes,
    font_dictionaries,
    page_texts,
    plain,
    structure,
    text_of,
    tight,
)
from tests.app.statements.samples import (
    ENGLISH,
    FRENCH,
    LANGUAGES,
    MOVED,
    many,
    report,
    sheet,
)

MARKS = {
    "en": "Partner only – not for customers",
    "fr": "Réservé au partenaire – ne pas remettre aux clients",
}


def papers(language: Language) -> list[bytes]:
    """Return both papers, short and long."""
    long = tuple(pack(option("UPGRADE", id=f"u{n}"), id=f"p{n}") for n in range(80))
    said: list[Statement] = [
        *(report(*many(n), moved=MOVED, language=language) for n in (1, 15, 400)),
        *(sheet(a_quote(*long[:n]), language) for n in (1, 15, 80)),
    ]
    return [as_pdf(each, language) for each in said]


@pytest.fixture(scope="module", params=LANGUAGES, ids=lambda each: each.code)
def written(request: pytest.FixtureRequest) -> tuple[Language, list[bytes]]:
    return request.param, papers(request.param)


def test_every_page_says_that_it_is_for_the_partner_and_which_page_it_is(
    written: tuple[Language, list[bytes]],
) -> None:
    language, pdfs = written
    for pdf in pdfs:
        pages = page_texts(pdf)
        for number, page in enumerate(pages, 1):
            assert plain(page).count(MARKS[language.code]) == 2
            assert f"{number} / {len(pages)}" in page
    assert max(len(page_texts(pdf)) for pdf in pdfs) > 20


def test_further_pages_say_what_they_go_on_with(
    written: tuple[Language, list[bytes]],
) -> None:
    language, pdfs = written
    title = {"fr": "Changements de prix", "en": "Price changes"}[language.code]
    for page in page_texts(pdfs[2])[1:]:
        assert f"{title} · TEST 1 → 2" in plain(page)


def test_nothing_stands_outside_the_margins(
    written: tuple[Language, list[bytes]],
) -> None:
    for pdf in written[1]:
        for page in boxes(pdf):
            for left, bottom, right, top in page:
                assert left >= 41
                assert right <= 554
                assert bottom >= 20
                assert top <= 832


def test_every_item_and_amount_of_a_long_report_is_there(
    written: tuple[Language, list[bytes]],
) -> None:
    language, pdfs = written
    text = plain("\n".join(page_texts(pdfs[2])))
    assert all(f"PACK-{n} " in text for n in range(400))
    dear = {"fr": "1 234 567,8901 €", "en": "1.234.567,8901 €"}[language.code]
    assert text.count(dear) == 400


def test_an_item_and_the_first_of_its_lines_stand_on_one_page() -> None:
    for page in page_texts(as_pdf(report(*many(400), language=ENGLISH), ENGLISH)):
        lines = [line for line in plain_lines(page) if line != MARKS["en"]]
        assert not lines[-1].startswith("PACK-")


def plain_lines(page: str) -> list[str]:
    """Return the lines of a page that say something, but its number."""
    lines = [plain(line).strip() for line in page.splitlines()]
    return [line for line in lines if line and " / " not in line]


def test_amounts_end_at_one_edge() -> None:
    pdf = as_pdf(report(*many(15), moved=(), language=FRENCH), FRENCH)
    ends = {round(right) for page in boxes(pdf) for _, _, right, _ in page}
    # The page's edge, and those of three columns before it.
    assert 553 in ends


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda each: each.code)
def test_the_paper_is_tagged_titled_and_in_its_language(language: Language) -> None:
    pdf = as_pdf(report(language=language), language)
    reader = PdfReader(BytesIO(pdf))
    assert str(reader.root_object["/Lang"]) == f"{language.code}-BE"
    assert reader.metadata is not None
    assert "TEST 1 → 2" in str(reader.metadata.title)
    tree = structure(pdf)
    assert len(tree.tagged("H1")) == 1
    assert len(tree.tagged("H2")) == len(tree.tagged("Table"))
    for table in tree.tagged("Table"):
        assert all(row.tag == "TR" for row in table.kids)
        assert table.kids[0].kids[0].attributes["/Scope"] == "/Column"


def test_the_same_statement_gives_the_same_bytes() -> None:
    assert as_pdf(report(), ENGLISH) == as_pdf(report(), ENGLISH)


def test_fonts_are_embedded_and_hostile_names_are_drawn_whole() -> None:
    name = "W" * 500 + " <b>&amp;</b> =1+1 \u202e\U0001f600 " + "x" * 3000
    hostile = replace(PACK, sku="S" * 200, name=Localized.same(name))
    new = replace(hostile, prices=prices("1", "2", "3"))
    pdf = as_pdf(report(a_list(hostile), a_list(new, list_id=name)), ENGLISH)
    text = tight("".join(page_texts(pdf)))
    assert "W" * 500 in text.replace(tight(MARKS["en"]), "")
    assert "[U+202E][U+1F600]" in text
    for font in font_dictionaries(pdf):
        assert font["/FontDescriptor"]["/FontFile2"]


def test_invented_prices_are_said_on_every_page() -> None:
    said = sheet(a_quote(*(pack(id=f"{n}") for n in range(80))), sample=True)
    for page in page_texts(as_pdf(said, ENGLISH)):
        assert "Invented sample prices" in page


def test_an_issuer_without_a_name_leaves_its_place_empty() -> None:
    said = report()
    nobody = replace(said, maker=replace(said.maker, issuer=""))
    assert "Price changes" in text_of(as_pdf(nobody, ENGLISH))


def test_a_strict_reader_finds_no_fault() -> None:
    reader = PdfReader(BytesIO(as_pdf(report(*many(400)), ENGLISH)), strict=True)
    assert all(page.extract_text() for page in reader.pages)


@given(
    st.lists(st.floats(1, 1_000), min_size=1, max_size=6),
    st.floats(1, 2_000),
)
def test_room_is_shared_whole_and_the_short_are_not_squeezed(
    wanted: list[float], room: float
) -> None:
    given_ = shared(wanted, room)
    assert sum(given_) == pytest.approx(room)
    least = min(room / len(wanted), *wanted)
    assert all(each >= least - 1e-6 for each in given_)
