"""What was sold, as a table, a workbook and a paper for the partner."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from typing import Any

import openpyxl
import pytest

from app.domain.localized import Localized
from app.domain.sell_out import Product, SellOut
from app.statements.delimited import as_csv
from app.statements.paper import as_pdf
from app.statements.sell_out import by_product
from app.statements.workbook import as_xlsx
from i18n import Language
from tests.app.paper.reading import text_of
from tests.app.statements.samples import ENGLISH, FRENCH, SOLD, sold

NOTHING = replace(SOLD, contracts=0, products=())


def table(found: SellOut, language: Language) -> list[list[str]]:
    text = as_csv(by_product(found, language), language).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text), delimiter=";"))


def book(found: SellOut, language: Language = ENGLISH) -> Any:
    content = as_xlsx(sold(language, found), language)
    return openpyxl.load_workbook(io.BytesIO(content))


def rows(sheet: Any) -> list[tuple[Any, ...]]:
    return [tuple(cell.value for cell in row) for row in sheet.rows]


def test_the_table_has_a_line_a_product_and_bare_figures() -> None:
    assert table(SOLD, ENGLISH) == [
        ["Manufacturer", "Reference", "Item", "Quantity"],
        ["Brivane", "BAG", "Bag", "34"],
        ["Brivane", "NB-14", "Notebook", "1200"],
        ["No manufacturer named", "", "Rugged tablet", "5"],
    ]


def test_the_table_speaks_french() -> None:
    heads, _, notebook, unnamed = table(SOLD, FRENCH)
    assert heads == ["Fabricant", "Référence", "Article", "Quantité"]
    assert notebook == ["Brivane", "NB-14", "Portable", "1200"]
    assert unnamed[0] == "Sans fabricant indiqué"


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t"])
def test_no_text_is_taken_for_a_formula(sign: str) -> None:
    text = f'{sign}HYPERLINK("http://x";"y")'
    hostile = replace(SOLD, products=(Product(text, text, Localized.same(text), 1),))
    assert table(hostile, ENGLISH)[1] == [*[f"'{text}"] * 3, "1"]
    cells = [cell for sheet in book(hostile) for row in sheet.rows for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert book(hostile)["By product"]["A2"].value == f"'{text}"


def test_a_workbook_sums_each_manufacturer_and_lists_each_product() -> None:
    made = book(SOLD)
    assert rows(made["By manufacturer"]) == [
        ("Manufacturer", "Products", "Quantity"),
        ("Brivane", 2, 1234),
        ("No manufacturer named", 1, 5),
    ]
    assert rows(made["By product"])[2] == ("Brivane", "NB-14", "Notebook", 1200)
    said = rows(made["Summary"])
    assert ("Sell-out", "01/05/2026 to 31/05/2026") in said
    assert ("Signed contracts", 2) in said
    assert ("Products sold", 1239) in said


def test_a_paper_is_for_the_partner_alone_and_counts_as_people_write() -> None:
    text = text_of(as_pdf(sold(FRENCH), FRENCH))
    for said in (
        *("Réservé au partenaire", "Ventes (sell-out)"),
        *("du 01/05/2026 au 31/05/2026", "1 200", "Sans fabricant indiqué"),
    ):
        assert said in text


def test_nothing_sold_is_said_and_has_no_table() -> None:
    assert table(NOTHING, ENGLISH) == [
        ["Manufacturer", "Reference", "Item", "Quantity"]
    ]
    assert book(NOTHING).sheetnames == ["Summary"]
    text = text_of(as_pdf(sold(found=NOTHING), ENGLISH))
    assert "No contract was signed in this period" in " ".join(text.split())
