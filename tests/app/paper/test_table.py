"""Tables: cells, header scopes, totals, and the header row on each page."""

from __future__ import annotations

import pytest

from app.paper.flow import Frame, paginate
from app.paper.rows import Align, Content, set_lines
from app.paper.table import Column, Look, Table, rule
from app.paper.tagged import TaggedCanvas
from tests.app.paper.reading import page_texts, structure
from tests.app.paper.sheets import BODY, canvas

COLUMNS = (Column(42, 300, Align.LEFT), Column(342, 100))
LOOK = Look(4, 4, rule(42, 442, 0.5, "#e1e6eb"))
SPAN = "/ColSpan"
FRAME = Frame(first_top=780, top=780, bottom=60)


def said(text: str) -> Content:
    """Return a text that waits for its cell."""
    return lambda element, room: set_lines(text, BODY, room, element)


def table(sheet: TaggedCanvas, count: int, last: str = "") -> Table:
    """Return a table of that many rows, the last with more to say, and totals."""
    made = Table(sheet, COLUMNS)
    made.head((said("Name"), said("Amount")), LOOK)
    for i in range(count):
        more = last if i == count - 1 else ""
        made.row((said(f"row {i}{more}"), said(f"{i},00")), LOOK, indent=12)
    for label in ("Net", "Tax", "Sum"):
        made.total(said(label), said("9,00"), LOOK)
    return made


def drawn(count: int) -> bytes:
    """Return a document with such a table."""
    sheet = canvas()
    for number, page in enumerate(paginate(table(sheet, count).rows(), FRAME)):
        if number:
            sheet.next_page()
        for row, top in page:
            row.draw(sheet, top)
    return sheet.finish()


def test_cells_are_tagged_with_what_they_are() -> None:
    (tree,) = structure(drawn(2)).tagged("Table")
    tags = [[cell.tag for cell in row.kids] for row in tree.kids]
    assert tags == [["TH", "TH"], *[["TH", "TD"]] * 5]
    scopes = [cell.attributes["/Scope"] for cell in tree.tagged("TH")]
    assert scopes == ["/Column", "/Column", *["/Row"] * 5]


def test_the_header_row_is_seen_on_each_page_and_read_once() -> None:
    pdf = drawn(100)
    pages = page_texts(pdf)
    assert len(pages) > 2
    assert all("Name" in page for page in pages)
    heads = [row for row in structure(pdf).tagged("TR") if row.kids[1].tag == "TH"]
    assert len(heads) == 1


def test_every_row_is_there_and_the_total_is_not_alone() -> None:
    pages = page_texts(drawn(100))
    text = "\n".join(pages)
    assert all(f"row {i} " in text.replace("\n", " ") for i in range(100))
    assert "row 99" in pages[-1]
    assert "Sum" in pages[-1]


@pytest.mark.parametrize("rows", range(20, 40))
@pytest.mark.parametrize("lines", [0, 1, 2, 20, 53, 54, 55, 56, 57, 58, 59, 60, 130])
def test_totals_stand_on_one_page_with_the_end_of_the_table(
    rows: int, lines: int
) -> None:
    for count in (1, rows):
        sheet = canvas()
        long = table(sheet, count, " word" + "\u00a0word" * 13 * lines + " END")
        for page in paginate(long.rows(), FRAME):
            texts = [
                line.text.strip()
                for standing in page
                for cell in standing.row.cells
                for line in cell.lines
            ]
            totals = [text for text in texts if text in {"Net", "Tax", "Sum"}]
            if totals:
                assert totals == ["Net", "Tax", "Sum"]
                assert any(text.endswith("END") for text in texts)


def grouped(name: str, count: int) -> bytes:
    """Return a document with a table of one named group."""
    sheet = canvas()
    made = Table(sheet, COLUMNS)
    made.head((said("Name"), said("Amount")), LOOK)
    made.group(said(name), LOOK)
    for i in range(count):
        made.row((said(f"row {i}"), said(f"{i},00")), LOOK)
    for number, page in enumerate(paginate(made.rows(), FRAME)):
        if number:
            sheet.next_page()
        for row, top in page:
            row.draw(sheet, top)
    return sheet.finish()


def test_a_groups_name_stands_over_its_rows_on_each_page_and_is_read_once() -> None:
    pdf = grouped("Notebooks", 100)
    pages = page_texts(pdf)
    assert len(pages) > 2
    for page in pages:
        assert page.index("Amount") < page.index("Notebooks") < page.index("row ")
    (named,) = [
        row for row in structure(pdf).tagged("TR") if row.kids[0].attributes.get(SPAN)
    ]
    assert named.kids[0].attributes[SPAN] == 2


def test_a_groups_name_longer_than_a_page_is_said_whole_once() -> None:
    pdf = grouped("word " * 4000 + "END", 100)
    pages = page_texts(pdf)
    assert sum(page.count("word") for page in pages) < 4000 + 40 * len(pages)
    assert "".join(pages).count("END") == 1
    assert all(f"row {i}" in "".join(pages) for i in range(100))
