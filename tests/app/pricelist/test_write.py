"""A list written as a file is the very same list once read again."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from app.domain.by_term import ByTerm
from app.domain.columns import is_confidential
from app.domain.fingerprint import with_fingerprints
from app.domain.localized import Localized
from app.domain.money import UnitPrice
from app.domain.price_list import PriceList
from app.pricelist.write import as_csv, as_xlsx
from app.tables.formula_signs import given_back, made_safe
from app.use_cases.prices import parse_content
from tests.app.pricelist.lists import accepted, item, written
from tests.app.pricelist.test_round_trip import in_order
from tests.strategies import price_lists

FORMS = [as_csv, as_xlsx]
COMPUTED = ["=1+1", "+32 2 123", "-A", "@SUM(A1)", "'=1", "''-x", "'t Hof", "'", "a=b"]
CODED = ["_x0041_", "_x005F_", "_x000D_a", "__x0041__"]


def again(content: bytes) -> PriceList:
    read = parse_content(content)
    assert read.price_list is not None, read.problems
    return read.price_list


def named(price_list: PriceList, *names: str) -> PriceList:
    """The list with these names and SKUs, as far as it has items."""
    items = tuple(
        replace(each, name=Localized.of({"fr": name, "en": name}), family=name)
        for each, name in zip(price_list.items, names, strict=False)
    )
    return replace(price_list, items=(*items, *price_list.items[len(items) :]))


@settings(max_examples=60)
@given(price_lists(), st.lists(st.sampled_from(COMPUTED + CODED), max_size=6))
def test_csv_written_and_read_is_the_same_list(
    random_list: PriceList, names: list[str]
) -> None:
    price_list = with_fingerprints(named(in_order(random_list), *names))
    assert again(as_csv(price_list, internal=True)) == price_list


@settings(max_examples=25, deadline=None)
@given(price_lists(), st.lists(st.sampled_from(COMPUTED + CODED), max_size=6))
def test_a_workbook_written_and_read_is_the_same_list(
    random_list: PriceList, names: list[str]
) -> None:
    price_list = with_fingerprints(named(in_order(random_list), *names))
    assert again(as_xlsx(price_list, internal=True)) == price_list


@given(st.text(st.sampled_from("'=+-@\t\ra"), max_size=6))
def test_a_text_made_safe_is_not_computed_and_comes_back(text: str) -> None:
    safe = made_safe(text)
    assert not safe.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert given_back([safe]) == [text]


@given(st.text(max_size=6), st.text(max_size=6))
def test_two_texts_are_never_made_one(one: str, other: str) -> None:
    assert (made_safe(one) == made_safe(other)) == (one == other)


LIST = accepted(
    item("-A", "pack", name_fr="=1+1", price_36="49,9", commission_36="120"),
    item("007", "hardware", name_fr="'t Hof", price_36="1,2345", cost_month="30,5"),
)


def csv_cells(content: bytes) -> list[str]:
    rows = csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";")
    return [cell for row in rows for cell in row]


def xlsx_cells(content: bytes) -> list[str]:
    book = load_workbook(io.BytesIO(content))
    rows = [row for sheet in book.worksheets for row in sheet.iter_rows()]
    assert all(cell.data_type != "f" for row in rows for cell in row)
    return [str(cell.value or "") for row in rows for cell in row]


READ_BY = [(as_csv, csv_cells), (as_xlsx, xlsx_cells)]


@pytest.mark.parametrize(("form", "cells_of"), READ_BY)
def test_no_cell_is_a_formula(
    form: Callable[..., bytes], cells_of: Callable[[bytes], list[str]]
) -> None:
    found = cells_of(form(LIST, internal=True))
    assert {"'-A", "'=1+1", "'t Hof", "007"} <= set(found)
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in found)


@pytest.mark.parametrize(("form", "cells_of"), READ_BY)
def test_without_the_partners_part_no_such_column_is_written(
    form: Callable[..., bytes], cells_of: Callable[[bytes], list[str]]
) -> None:
    found = cells_of(form(LIST, internal=False))
    assert not any(map(is_confidential, found))
    assert not {"120", "30.5", "30,5"} & set(found)
    read = again(form(LIST, internal=False))
    assert read.fingerprint == LIST.fingerprint
    assert read.file_fingerprint != LIST.file_fingerprint


@pytest.mark.parametrize("form", FORMS)
def test_the_same_list_is_the_same_bytes(form: Callable[..., bytes]) -> None:
    assert form(LIST, internal=True) == form(LIST, internal=True)


def test_a_price_of_three_decimals_is_not_taken_for_thousands() -> None:
    prices = ByTerm.each(lambda _: UnitPrice(12_340, "EUR"))
    items = tuple(replace(each, prices=prices) for each in LIST.items)
    price_list = with_fingerprints(replace(LIST, items=items))
    for form in FORMS:
        assert again(form(price_list, internal=True)) == price_list


def test_a_list_of_another_make_keeps_its_signs() -> None:
    text = written(item("P", "pack", name_fr="'=1", price_36="1,5"))
    assert "format;waas-prices/1\n" in text
    other = again(text.replace("format;waas-prices/1\n", "").encode())
    assert other.items[0].name.get("fr") == "'=1"
    assert again(text.encode()).items[0].name.get("fr") == "=1"
