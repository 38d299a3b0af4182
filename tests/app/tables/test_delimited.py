from __future__ import annotations

import codecs
import csv
import io
import unicodedata
from contextlib import suppress

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.domain.problems import Problem, RefusedError
from app.tables import delimited


def rows(text: str) -> list[tuple[int, tuple[str, ...]]]:
    table = delimited.read(text.encode())
    return [(row.number, row.cells) for row in table.rows]


def refusal(content: str | bytes) -> Problem:
    """The one problem that a file is refused for."""
    with pytest.raises(RefusedError) as raised:
        delimited.read(content.encode() if isinstance(content, str) else content)
    (problem,) = raised.value.problems
    return problem


def cell(problem: Problem) -> tuple[object, object, object]:
    named = dict(problem.parameters)
    return named["row"], named["column"], named["value"]


def test_rows_are_numbered_as_a_spreadsheet_shows_them_blank_ones_left_out() -> None:
    assert rows("a;b\n\n;\n1;2\n") == [(1, ("a", "b")), (4, ("1", "2"))]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_line_ends_of_any_system_end_a_row(end: str) -> None:
    assert rows(f"a;b{end}1;2{end}3;4") == [
        (1, ("a", "b")),
        (2, ("1", "2")),
        (3, ("3", "4")),
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_cell_of_several_lines_is_the_same_with_any_line_ends(end: str) -> None:
    assert rows(f'a;"b{end}c"{end}1;2{end}') == [
        (1, ("a", "b\nc")),
        (2, ("1", "2")),
    ]


def test_a_row_that_is_cut_short_ends_in_empty_cells_and_a_long_one_widens_all() -> (
    None
):
    assert rows("a\n1;2;3\n4;5") == [
        (1, ("a", "", "")),
        (2, ("1", "2", "3")),
        (3, ("4", "5", "")),
    ]


@given(
    st.lists(st.lists(st.sampled_from(["", "a", "b c"]), min_size=1, max_size=4)),
    st.integers(0, 1_200),
)
def test_many_rows_are_those_of_the_file(some: list[list[str]], blank: int) -> None:
    lines = [["begin"], *[[""]] * blank, *some, ["end"]]
    width = max(map(len, lines))
    expected = [
        (number, (*cells, *[""] * (width - len(cells))))
        for number, cells in enumerate(lines, start=1)
        if any(cells)
    ]
    assert rows("\n".join(map(";".join, lines))) == expected


@pytest.mark.parametrize("signs", [254, 16_382])
def test_signs_that_nothing_follows_make_no_row_wider(signs: int) -> None:
    assert rows("a;b" + ";" * signs + "\n1;2") == [(1, ("a", "b")), (2, ("1", "2"))]


@pytest.mark.parametrize(
    "text", ["a;" * 1_025 + "a", "a;" * 1_000 + "a" + "\na" * 16_000]
)
def test_more_cells_than_any_list_has_are_refused(text: str) -> None:
    assert refusal(text).code == "sheet_too_large"


def test_leading_zeros_stay() -> None:
    assert rows("sku;n\n00042;007\n")[1] == (2, ("00042", "007"))


def test_cells_have_no_space_around_them_and_are_composed() -> None:
    decomposed = unicodedata.normalize("NFD", "Écran")
    assert rows(f"a;b\n \u00a0x \t; {decomposed} \n")[1] == (2, ("x", "Écran"))


def test_a_quoted_cell_holds_separators_quotes_and_line_ends() -> None:
    assert rows('a;b\n"x;y\nz";"say ""hi"""\n')[1] == (2, ("x;y\nz", 'say "hi"'))


def test_an_inch_mark_inside_a_cell_is_a_letter_like_any_other() -> None:
    assert rows('a;b\nNB;Portable 14"\n')[1] == (2, ("NB", 'Portable 14"'))


def test_a_quotation_mark_that_never_closes_names_row_column_and_value() -> None:
    problem = refusal('a;b;c\n1;2;3\n4;"five;6\n7;8;9\n')
    assert problem.code == "quote_open"
    assert cell(problem) == (3, 2, '"five;6')


def test_the_row_is_counted_in_rows_where_cells_have_several_lines() -> None:
    problem = refusal('a;b\n"1\n2\n3";4\n"5\n6";"open\n')
    assert cell(problem) == (3, 2, '"open')


def test_an_unclosed_mark_that_swallows_a_whole_file_is_found_too() -> None:
    rest = "x;y\n" * 60_000
    assert cell(refusal(f'a;b\n1;"open\n{rest}')) == (2, 2, '"open')


def test_a_mark_that_closes_before_the_cell_ends_names_row_column_and_value() -> None:
    problem = refusal('a;b\n1;"two" or so\n')
    assert problem.code == "quote_misplaced"
    assert cell(problem) == (2, 2, '"two" or so')


@pytest.mark.parametrize("mark", ["", '"'])
def test_a_cell_too_long_for_any_list_is_named(mark: str) -> None:
    problem = refusal(f"a;b\n1;{mark}{'x' * 200_000}{mark}\n")
    assert problem.code == "text_too_long"
    assert cell(problem)[:2] == (2, 2)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"a;b\n1;\0\n", id="a zero byte"),
        pytest.param("a;b\n1;2\n".encode("utf-16-le"), id="UTF-16 without its mark"),
        pytest.param(b"PK\x03\x04\x14\0\x06\0", id="a workbook"),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", id="an old workbook"),
        pytest.param(b"%PDF-1.7\n%\x81\x8d\n", id="a PDF"),
    ],
)
def test_what_is_no_text_file_is_refused(content: bytes) -> None:
    assert refusal(content).code == "not_a_text_file"


def test_a_file_beyond_every_list_is_refused_before_it_is_read() -> None:
    problem = refusal(bytes(delimited.MOST_BYTES + 1))
    assert problem.code == "file_too_large"
    assert dict(problem.parameters) == {"most": 100}


def test_an_empty_file_is_an_empty_table() -> None:
    assert delimited.read(b"").rows == ()
    assert delimited.read(codecs.BOM_UTF8).rows == ()


@given(st.binary(max_size=200) | st.text('a;,\t"\n\r\x00 é').map(str.encode))
@example(b'"')
@example(b'";"\n"')
@example(b'a;"b""')
def test_random_bytes_give_a_table_or_a_refusal_and_nothing_else(
    content: bytes,
) -> None:
    with suppress(RefusedError):
        assert all(any(row.cells) for row in delimited.read(content).rows)


cells = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=8
).map(lambda text: unicodedata.normalize("NFC", text).strip())


@given(st.lists(st.tuples(cells, cells, cells), min_size=1), st.sampled_from(";,\t"))
def test_what_a_spreadsheet_writes_reads_back(
    table: list[tuple[str, str, str]], sign: str
) -> None:
    header = ("sku", "kind", "name_fr")
    file = io.StringIO()
    writer = csv.writer(file, delimiter=sign, quoting=csv.QUOTE_ALL)
    writer.writerows([header, *table])
    written = [(2 + at, row) for at, row in enumerate(table) if any(row)]
    assert rows(file.getvalue()) == [(1, header), *written]
