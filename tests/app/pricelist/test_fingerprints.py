"""Which changes of a list its two fingerprints notice."""

from __future__ import annotations

import codecs
import json
from collections.abc import Mapping
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.columns import cells, heading, is_confidential
from app.domain.price_list import PriceList
from app.use_cases.bundled import sample_list
from app.use_cases.prices import parse_content
from tests.app.pricelist.lists import HEADING, Cells, accepted, item, written

ITEMS: tuple[Cells, ...] = (
    item(
        "PACK",
        "pack",
        name_fr="Pack équipé",
        includes="NB|BASE*2",
        price_24="1 234,56",
        price_36="49,90",
        commission_36="120,00",
        cost_month="30,5",
    ),
    item("NB", "hardware", max_warranty_months="60"),
    item("BASE", "service", trial="no"),
)


def taken(content: bytes) -> PriceList:
    read = parse_content(content)
    assert read.price_list is not None
    return read.price_list


def changed(**cells: str) -> PriceList:
    """The list with other cells in its first row."""
    return accepted({**ITEMS[0], **cells}, *ITEMS[1:])


LIST = accepted(*ITEMS)


def test_both_fingerprints_are_sha_256() -> None:
    for each in (LIST.fingerprint, LIST.file_fingerprint):
        assert len(each) == 64
        assert set(each) <= set("0123456789abcdef")
    assert LIST.fingerprint != LIST.file_fingerprint


def test_fingerprints_are_over_the_lists_canonical_json() -> None:
    many = tuple(item(f"NB-{n}", "hardware", price_36=str(n)) for n in range(1, 1_500))
    for price_list in (accepted(*ITEMS), accepted(*ITEMS, *many), sample_list()):
        for fingerprint, internal in (
            (price_list.file_fingerprint, True),
            (price_list.fingerprint, False),
        ):
            rows = [
                {
                    column: text
                    for column, text in cells(each).items()
                    if internal or not is_confidential(column)
                }
                for each in sorted(price_list.items, key=lambda each: each.sku)
            ]
            whole = [heading(price_list), rows]
            text = json.dumps(
                whole, ensure_ascii=False, sort_keys=True, separators=(",", ":")
            )
            assert fingerprint == sha256(text.encode()).hexdigest()


def test_cp1252_with_commas_and_utf_8_with_points_is_one_list() -> None:
    commas = written(*ITEMS, sign=";")
    points = written(
        {**ITEMS[0], "price_24": "1234.56", "price_36": "49.9", "cost_month": "30.50"},
        *ITEMS[1:],
        sign=",",
    ).replace("120,00", "120")
    first, second = taken(commas.encode("cp1252")), taken(points.encode("utf-8-sig"))
    assert first == second
    assert first.fingerprint == second.fingerprint
    assert first.file_fingerprint == second.file_fingerprint


@pytest.mark.parametrize(
    "content",
    [
        codecs.BOM_UTF16_LE + written(*ITEMS).encode("utf-16-le"),
        codecs.BOM_UTF16_BE + written(*ITEMS).encode("utf-16-be"),
        written(*ITEMS).replace("\n", "\r\n").encode(),
        written(*ITEMS, sign="\t").encode(),
        written(*ITEMS).replace("é", "e\u0301").encode(),
        written(*ITEMS).replace("sku;kind", "Référence;TYPE").encode(),
        written(*ITEMS).replace("format;waas-prices/1\n", "").encode(),
    ],
    ids=["UTF-16", "UTF-16 BE", "CRLF", "tabs", "NFD", "French", "no format"],
)
def test_how_a_list_is_written_changes_neither_fingerprint(content: bytes) -> None:
    assert taken(content) == LIST


@given(st.permutations(ITEMS))
def test_the_order_of_rows_changes_neither_fingerprint(items: list[Cells]) -> None:
    read = accepted(*items)
    assert read.fingerprint == LIST.fingerprint
    assert read.file_fingerprint == LIST.file_fingerprint


@pytest.mark.parametrize(
    "cells",
    [
        {"commission_36": "120,01"},
        {"commission_36": ""},
        {"commission_12": "1"},
        {"commission_extension": "5"},
        {"commission_basis": "contract"},
        {"cost_month": "30,51"},
        {"cost_once": "0"},
    ],
)
def test_commissions_and_costs_show_in_the_file_fingerprint_alone(
    cells: Mapping[str, str],
) -> None:
    other = changed(**cells)
    assert other.fingerprint == LIST.fingerprint
    assert other.file_fingerprint != LIST.file_fingerprint


@pytest.mark.parametrize(
    "cells",
    [
        {"sku": "PACK-2"},
        {"kind": "option"},
        {"name_fr": "Pack"},
        {"description_en": "New"},
        {"includes": "NB|BASE"},
        {"price_36": "49,91"},
        {"price_36": ""},
        {"price_once": "0,0001"},
        {"trial": "yes"},
        {"warranty_months": "36"},
        {"valid_to": "2027-01-01"},
        {"successor": "NB"},
    ],
)
def test_whatever_a_customer_may_see_shows_in_both(cells: Mapping[str, str]) -> None:
    other = changed(**cells)
    assert other.fingerprint != LIST.fingerprint
    assert other.file_fingerprint != LIST.file_fingerprint


@pytest.mark.parametrize("key", [*HEADING][1:])
def test_each_line_above_the_table_shows_in_both(key: str) -> None:
    values = {"currency": "CHF", "country": "LU", "valid_from": "2026-11-02"}
    value = values.get(key, "2026-12-30" if key == "valid_to" else "other")
    other = accepted(*ITEMS, heading={**HEADING, key: value})
    assert other.fingerprint != LIST.fingerprint
    assert other.file_fingerprint != LIST.file_fingerprint


@pytest.mark.parametrize(
    "cells",
    [
        {"price_36": "49,9"},
        {"price_36": "049,9000"},
        {"price_24": "1234,56"},
        {"includes": " NB*1 | BASE * 2 |"},
        {"price_basis": "month"},
        {"commission_basis": "UNIT"},
        {"commission_36": "120"},
        {"trial": "non"},
    ],
)
def test_other_ways_to_say_the_same_change_neither(cells: Mapping[str, str]) -> None:
    assert changed(**cells) == LIST
