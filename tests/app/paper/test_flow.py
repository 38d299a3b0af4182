"""Rows fill pages without overlapping, and none is lost."""

from __future__ import annotations

import itertools
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.paper.flow import Frame, Page, paginate
from app.paper.rows import Cell, Row, TextLine
from tests.app.paper.sheets import BODY

FRAME = Frame(first_top=600, top=700, bottom=100)


def row(*texts: str, keep: bool = False, gap: float = 0) -> Row:
    """Return a row of one cell with those lines."""
    lines = tuple(TextLine(text, BODY) for text in texts)
    return Row(cells=(Cell(42, 500, lines),), keep=keep, gap=gap, top=2, bottom=3)


def texts(page: Page) -> list[str]:
    """Return the lines on a page, from the top."""
    return [line.text for standing in page for line in standing.row.cells[0].lines]


def test_rows_stand_under_one_another_with_their_gaps() -> None:
    (page,) = paginate([row("a"), row("b", gap=10)], FRAME)
    assert [standing.top for standing in page] == [600, 600 - 17 - 10]


def test_a_full_page_is_turned() -> None:
    pages = paginate([row(f"{i}", gap=5) for i in range(60)], FRAME)
    assert [text for page in pages for text in texts(page)] == [
        f"{i}" for i in range(60)
    ]
    assert pages[1][0].top == 700


def test_what_is_kept_together_turns_together() -> None:
    filling = [row(f"{i}") for i in range(28)]
    pages = paginate([*filling, row("heading", keep=True), row("first")], FRAME)
    assert texts(pages[1]) == ["heading", "first"]


def test_heads_come_again_where_a_table_goes_on() -> None:
    head = row("head")
    rows = [replace(row(f"{i}"), heads=(head,)) for i in range(80)]
    pages = paginate([head, *rows], FRAME)
    assert len(pages) == 3
    assert [texts(page)[0] for page in pages] == ["head"] * 3


def test_a_row_that_a_page_could_hold_does_not_split() -> None:
    pages = paginate([row("before"), row(*("x" * 40))], FRAME)
    assert [texts(page) for page in pages] == [["before"], ["x"] * 40]


def test_a_row_longer_than_a_page_splits_between_its_lines() -> None:
    lines = [f"{i}" for i in range(120)]
    pages = paginate([row("before", keep=True), row(*lines), row("after")], FRAME)
    assert texts(pages[0])[:2] == ["before", "0"]
    assert [text for page in pages for text in texts(page)] == [
        "before",
        *lines,
        "after",
    ]


def test_a_long_row_does_not_begin_at_the_foot_of_a_page() -> None:
    pages = paginate([*(row(f"{i}") for i in range(26)), row(*("x" * 120))], FRAME)
    assert "x" not in texts(pages[0])


def test_cells_of_different_length_split_side_by_side() -> None:
    long = Cell(42, 100, tuple(TextLine(f"l{i}", BODY) for i in range(90)))
    short = Cell(200, 100, (TextLine("s", BODY),))
    pages = paginate([Row(cells=(short, long))], FRAME)
    lines = [
        line.text
        for page in pages
        for place in page
        for line in place.row.cells[1].lines
    ]
    assert lines == [f"l{i}" for i in range(90)]


ROWS = st.lists(
    st.builds(
        lambda count, keep, gap: row(*["x"] * count, keep=keep, gap=gap),
        st.integers(1, 130),
        st.booleans(),
        st.sampled_from([0, 24]),
    ),
    min_size=1,
    max_size=20,
)


@given(ROWS)
def test_no_row_overlaps_another_or_leaves_the_page(rows: list[Row]) -> None:
    pages = paginate(rows, FRAME)
    count = sum(len(texts(page)) for page in pages)
    assert count == sum(len(each.cells[0].lines) for each in rows)
    for page in pages:
        edge: float = FRAME.first_top if page is pages[0] else FRAME.top
        for standing in page:
            assert standing.top <= edge
            edge = standing.top - standing.row.height
        assert edge >= FRAME.bottom - 1e-6


def test_one_page_is_made_where_a_little_less_air_can_do_it() -> None:
    rows = [row(f"{i}", gap=26) for i in range(12)]
    usual = sum(each.height + each.gap for each in rows) - 26
    low = FRAME.first_top - usual
    for lacking, pages in ((0, 1), (140, 1), (150, 2)):
        made = paginate(rows, replace(FRAME, bottom=low + lacking))
        assert len(made) == pages, lacking
    (page,) = paginate(rows, replace(FRAME, bottom=low + 140))
    steps = {round(a.top - b.top, 6) for a, b in itertools.pairwise(page)}
    assert len(steps) == 1
