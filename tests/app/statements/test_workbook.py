"""Statements as workbooks, read back by the library that writes none of ours."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from typing import Any

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from app.domain.affected import Affected
from app.domain.localized import Localized
from app.domain.price_list import PriceList
from app.statements.workbook import as_xlsx
from i18n import Language
from tests.app.domain.build import PACK, a_list, cents, prices
from tests.app.statements.samples import (
    ENGLISH,
    LANGUAGES,
    MOVED,
    NEW,
    OLD,
    many,
    report,
)


def book(
    old: PriceList = OLD,
    new: PriceList = NEW,
    moved: tuple[Affected, ...] = MOVED,
    language: Language = ENGLISH,
) -> Any:
    said = report(old, new, moved, language)
    return openpyxl.load_workbook(io.BytesIO(as_xlsx(said, language)))


def rows(sheet: Any) -> list[tuple[Any, ...]]:
    return [tuple(cell.value for cell in row) for row in sheet.rows]


def test_numbers_are_numbers_and_can_be_computed_with() -> None:
    sheet = book()["Prices"]
    assert rows(sheet) == [
        (
            *("Item", "Reference", "What changes"),
            *("Before", "After", "Difference", "Per cent"),
        ),
        ("Pack B", "PACK", "Monthly price, 12 months", None, 61.9, None, None),
        ("Pack B", "PACK", "Monthly price, 36 months", 49.9, 52, 2.1, 0.042),
        ("Upgrade", "UPGRADE", "Monthly price, 24 months", 4.3, 4, -0.3, -0.07),
        ("Upgrade", "UPGRADE", "Monthly price, 36 months", 4.1, 3.895, -0.205, -0.05),
    ]
    assert sheet["D3"].number_format == '#,##0.00##" EUR"'
    assert sheet["F3"].number_format.startswith("+#,##0.00##")
    assert sheet["G3"].number_format == "+0.0%;-0.0%;0.0%"


def test_heads_are_bold_frozen_and_repeated_on_paper() -> None:
    for sheet in book().worksheets[1:]:
        assert sheet.freeze_panes == "A2"
        assert sheet.print_title_rows == "$1:$1"
        assert all(cell.font.bold for cell in sheet[1])


def test_columns_are_as_wide_as_what_they_hold_up_to_a_bound() -> None:
    long = replace(PACK, name=Localized.same("W" * 500))
    new = replace(long, prices=prices("1", "2", "3"))
    widths = book(a_list(long), a_list(new))["Prices"].column_dimensions
    assert widths["A"].width == 60
    assert widths["C"].width == len("Monthly price, 36 months") + 2


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda each: each.code)
def test_every_sheet_is_marked_and_named_as_a_sheet_can_be(language: Language) -> None:
    mark = {
        "en": "Partner only – not for customers",
        "fr": "Réservé au partenaire – ne pas remettre aux clients",
    }[language.code]
    made = book(language=language)
    assert len(made.sheetnames) == len(report().sections) + 1
    assert rows(made.worksheets[0])[1][0] == mark
    for sheet in made.worksheets:
        assert sheet.oddHeader.center.text == mark
        assert len(sheet.title) <= 31
    for section in report(language=language).sections:
        assert section.heading in made.sheetnames


def test_the_summary_holds_the_facts_and_what_tables_do_not_say() -> None:
    said = rows(book()["Summary"])
    assert ("Price changes", "TEST 1 → 2") in said
    assert ("Prices that fall", 2) in said
    assert "Valid from" in [row[0] for row in said]
    assert (
        "Open quotes concerned",
        "Without an amount after, the new version cannot price the quote.",
    ) in said


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t"])
def test_no_text_is_taken_for_a_formula(sign: str) -> None:
    name = f'{sign}HYPERLINK("http://x";"y")'
    hostile = replace(PACK, name=Localized.same(name))
    new = replace(hostile, prices=prices("1", "2", "3"))
    moved = (Affected("TR-1", name, cents("1"), cents("2")),)
    made = book(a_list(hostile), a_list(new, version=name), moved)
    cells = [cell for sheet in made.worksheets for row in sheet.rows for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert made["Prices"]["A2"].value == f"'{name}"


def test_signs_that_no_workbook_holds_are_left_out() -> None:
    moved = (Affected("TR-1", "Zoé\x00\x0b\ud800_x0041_", cents("1"), cents("2")),)
    sheet = book(moved=moved)["Open quotes concerned"]
    assert sheet["B2"].value.replace("_x005F_x0041_", "_x0041_") == "Zoé   _x0041_"


def test_a_long_report_reads_back_whole() -> None:
    content = as_xlsx(report(*many(400)), ENGLISH)
    read = CalamineWorkbook.from_filelike(io.BytesIO(content))
    assert len(read.get_sheet_by_name("Prices").to_python()) == 801
    assert read.get_sheet_by_name("Summary").to_python()[2][1] == date(2026, 11, 22)


def test_the_same_statement_gives_the_same_bytes() -> None:
    assert as_xlsx(report(), ENGLISH) == as_xlsx(report(), ENGLISH)
