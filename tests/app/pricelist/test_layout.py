"""The lines above the table, the header and the rows below it."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.price_list import PriceList
from app.use_cases.prices import parse_content
from tests.app.pricelist.lists import (
    FIRST_ROW,
    HEADER_ROW,
    HEADING,
    accepted,
    cell,
    item,
    parsed,
    written,
)


def taken(text: str) -> PriceList:
    read = parse_content(text.encode())
    assert read.price_list is not None
    return read.price_list


def test_the_lines_above_the_table_say_what_list_it_is() -> None:
    read = accepted(item())
    assert read.list_id == "ESSAI-BE"
    assert read.version == "2026-11"
    assert read.distributor == "ALSO"
    assert read.country == "BE"
    assert read.currency == "EUR"
    assert read.valid_from == date(2026, 11, 1)
    assert read.valid_to == date(2026, 12, 31)


def test_four_lines_are_enough() -> None:
    required = ("list_id", "version", "currency", "valid_from")
    read = accepted(item(), heading={key: HEADING[key] for key in required})
    assert (read.distributor, read.country, read.valid_to) == ("", "", None)


@pytest.mark.parametrize("key", ["list_id", "version", "currency", "valid_from"])
@pytest.mark.parametrize("absent", [True, False])
def test_a_required_line_that_is_missing_or_empty_refuses_the_list(
    key: str, absent: bool
) -> None:
    heading = {name: text for name, text in HEADING.items() if name != key}
    read = parsed(item(), heading=heading if absent else {**HEADING, key: ""})
    assert read.price_list is None
    (problem,) = read.problems
    assert problem.code == "heading_missing"
    assert dict(problem.parameters) == {"key": key}


@pytest.mark.parametrize(
    ("key", "value", "code"),
    [
        ("format", "waas-prices/2", "format_unknown"),
        ("format", "waas-quote/1", "format_unknown"),
        ("currency", "EURO", "not_a_currency"),
        ("currency", "eur", "not_a_currency"),
        ("currency", "ZZZ", "not_a_currency"),
        ("currency", "XXX", "not_a_currency"),
        ("currency", "€", "not_a_currency"),
        ("country", "Belgique", "not_a_country_code"),
        ("country", "be", "not_a_country_code"),
        ("valid_from", "01/11/2026", "not_a_day"),
        ("valid_from", "2026-02-29", "not_a_day"),
        ("valid_from", "novembre", "not_a_day"),
        ("valid_to", "2026-11-31", "not_a_day"),
        ("valid_to", "2026-10-31", "ends_before_it_begins"),
        ("distributor", "AL\u0007SO", "control_character"),
        ("list_id", "ESSAI\u202eBE", "control_character"),
    ],
)
def test_a_wrong_line_above_the_table_names_its_row_key_and_value(
    key: str, value: str, code: str
) -> None:
    read = parsed(item(), heading={**HEADING, key: value})
    assert read.price_list is None
    (problem,) = read.problems
    assert problem.code == code
    assert cell(problem) == (1 + [*HEADING].index(key), key, value)


@pytest.mark.parametrize("currency", ["EUR", "CHF", "USD", "GBP"])
def test_currencies_in_use_are_accepted(currency: str) -> None:
    read = accepted(item(price_36="1"), heading={**HEADING, "currency": currency})
    price = read.items[0].prices.months_36
    assert price is not None
    assert price.currency == read.currency == currency


def test_case_and_spaces_of_a_key_do_not_matter() -> None:
    text = written(item()).replace("list_id;", " List ID ;").replace("valid", "VALID")
    assert taken(text).list_id == "ESSAI-BE"


def test_a_key_that_is_there_twice_refuses_the_list() -> None:
    read = parse_content(("version;1\n" + written(item())).encode())
    assert read.price_list is None
    (problem,) = read.problems
    assert problem.code == "key_repeated"
    assert cell(problem) == (4, "version", "2026-11")


@pytest.mark.parametrize("line", ["Tarif;novembre", "Tarif", "note;a;b", "sep=;"])
def test_another_line_above_the_table_is_a_warning(line: str) -> None:
    read = parse_content((f"{line}\n" + written(item())).encode())
    assert read.price_list is not None
    (problem,) = read.problems
    assert (problem.code, problem.severity) == ("line_unknown", "warning")
    assert dict(problem.parameters) == {"row": 1}


def test_blank_lines_and_blank_cells_change_nothing_but_the_row_numbers() -> None:
    text = written(item(price_36="x"))
    spaced = text.replace("sku;", "\n;;;\nsku;")
    (problem,) = parse_content(spaced.encode()).problems
    assert cell(problem) == (FIRST_ROW + 2, "price_36", "x")


def test_columns_may_stand_in_any_order() -> None:
    cells = {**item(), "price_36": "49.90", "family": "Office"}
    backwards = dict(reversed(cells.items()))
    assert accepted(backwards) == accepted(cells)


def test_a_list_with_french_headers_is_the_same_list() -> None:
    english = written(item("PACK", "pack", price_36="49.90"), item("B", trial="no"))
    french = english
    for column, nom in (
        ("sku;", "RÉFÉRENCE;"),
        ("kind;", "Type ;"),
        ("name_fr;", "nom FR;"),
        ("name_en;", "Nom en;"),
        ("price_36", "Prix 36"),
        ("trial", "essai"),
    ):
        assert column in french
        french = french.replace(column, nom)
    assert taken(french) == taken(english)


def test_a_problem_names_the_column_as_the_file_writes_it() -> None:
    text = written(item(price_36="x")).replace("price_36", "Prix 36")
    (problem,) = parse_content(text.encode()).problems
    assert cell(problem) == (FIRST_ROW, "Prix 36", "x")


def test_an_unknown_column_is_a_warning() -> None:
    read = parsed(item(colour="blue"))
    assert read.price_list == accepted(item())
    (problem,) = read.problems
    assert (problem.code, problem.severity) == ("column_unknown", "warning")
    assert dict(problem.parameters) == {"row": HEADER_ROW, "column": "colour"}


def test_a_column_that_is_there_twice_refuses_the_list() -> None:
    read = parsed({**item(), "référence": "OTHER"})
    assert read.price_list is None
    (problem,) = read.problems
    assert problem.code == "column_twice"
    assert dict(problem.parameters) == {"row": HEADER_ROW, "column": "référence"}


@pytest.mark.parametrize("header", ["", ";"])
def test_a_cell_under_no_column_name_refuses_the_list(header: str) -> None:
    text = written(item("A"), item("B")).replace("name_en\n", f"name_en{header}\n")
    read = parse_content(text.replace("B\n", "B;90\n").encode())
    assert read.price_list is None
    (problem,) = read.problems
    assert problem.code == "cell_without_header"
    named = dict(problem.parameters)
    assert (named["row"], named["value"]) == (FIRST_ROW + 1, "90")


def test_a_row_may_leave_out_its_last_empty_cells() -> None:
    text = written(item("A", price_36="1"), item("B")).replace("B;\n", "B\n")
    assert taken(text) == accepted(item("A", price_36="1"), item("B"))


@pytest.mark.parametrize(
    "text",
    [
        "only one line",
        "a;b;c\n1;2;3\n",
        "sku;name_fr\nA;x\n",
        "\n".join(f"{key};{text}" for key, text in HEADING.items()),
    ],
)
def test_a_table_without_sku_and_kind_is_no_price_list(text: str) -> None:
    read = parse_content(text.encode())
    assert read.price_list is None
    assert [each.code for each in read.problems] == ["no_header"]


@pytest.mark.parametrize("text", ["", "\n\n", ";;;\n;;\n"])
def test_a_file_without_a_text_is_called_empty(text: str) -> None:
    read = parse_content(text.encode())
    assert [each.code for each in read.problems] == ["table_empty"]


def test_a_list_without_items_is_refused() -> None:
    read = parse_content(written(item()).rpartition("SERVICE;")[0].encode())
    assert read.price_list is None
    assert [each.code for each in read.problems] == ["no_rows"]


@pytest.mark.parametrize("sign", [";", ",", "\t"])
def test_each_separator_gives_the_same_list(sign: str) -> None:
    items = (
        item("A", "pack", includes="B*2", price_36="1 234,56"),
        item("B", description_fr="Écran ; clavier, souris"),
    )
    read = parsed(*items, sign=sign)
    assert read.price_list == accepted(*items)


def test_a_list_may_begin_in_the_second_column() -> None:
    items = (item("A", price_36="1,50"), item("B"))
    text = "\n".join(f";{line}" for line in written(*items).splitlines())
    assert taken(text) == accepted(*items)


def test_column_names_that_come_again_are_left_out_and_told() -> None:
    lines = written(item("A", price_36="1,50"), item("B", price_36="2,50")).splitlines()
    again = "\n".join([*lines[:-1], lines[HEADER_ROW - 1], lines[-1]])
    read = parse_content(again.encode())
    assert read.price_list is not None
    assert [each.sku for each in read.price_list.items] == ["A", "B"]
    (problem,) = read.problems
    assert (problem.code, problem.severity) == ("header_repeated", "warning")
    assert dict(problem.parameters) == {"row": FIRST_ROW + 1}
