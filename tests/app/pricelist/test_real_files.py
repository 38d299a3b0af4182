"""Files as the world has them; they are not ours to keep in the repository."""

from __future__ import annotations

import os
from decimal import Decimal
from pathlib import Path

import pytest

from app import files
from app.domain.choices import Billing, LimitScope
from app.domain.price_list import PriceList
from app.pricelist.microsoft.matrix import enrich
from app.tables import reading
from app.use_cases.prices import check
from app.wording import labelled
from i18n import Language

FOLDER = os.environ.get("WAAS_REAL_FILES", "")
FILES = sorted(Path(FOLDER).glob("*.*")) if FOLDER else []
WORKBOOK = "2019-05-Cloud-Reseller-Pricelist_pricelist.xlsx"
TEXT = "2021-05-Cloud-Reseller-Pricelist-USD.csv"
MATRIX = "2021-xx-license_offermatrix.csv"
READ = {TEXT}

pytestmark = pytest.mark.skipif(
    not FILES, reason="WAAS_REAL_FILES names no folder with files"
)


@pytest.mark.parametrize(
    "path",
    [each for each in FILES if each.name not in READ],
    ids=lambda path: path.name,
)
def test_a_foreign_file_is_refused_with_sentences(path: Path) -> None:
    read = check(path)
    assert read.price_list is None
    assert read.problems
    for code in ("fr", "en"):
        for problem in read.problems:
            assert labelled(problem, Language.of(code, "BE"))


def figures(price_list: PriceList, sku: str) -> tuple[Decimal, Decimal]:
    """Return an offer's cost and price a month."""
    item = next(each for each in price_list.items if each.sku == sku)
    assert item.cost_month
    assert item.price_month
    return item.cost_month.decimal, item.price_month.decimal


@pytest.mark.parametrize(
    ("currency", "count", "business_essentials", "e3"),
    [
        ("EUR", 644, ("3.37", "4.20"), ("15.73", "19.70")),
        ("USD", 679, ("4", "5"), ("16", "20")),
    ],
)
def test_the_workbook_is_read_by_currency(
    currency: str,
    count: int,
    business_essentials: tuple[str, str],
    e3: tuple[str, str],
) -> None:
    read = check(Path(FOLDER) / WORKBOOK, currency)
    assert read.price_list, read.problems[:5]
    assert read.price_list.currency == currency
    assert read.price_list.version == "2019-05"
    assert len(read.price_list.items) == count
    assert figures(read.price_list, "bd938f12-058f-4927-bba3-ae36b1d2501c") == tuple(
        map(Decimal, business_essentials)
    )
    assert figures(read.price_list, "796b6b5f-613c-4e24-a17c-eba730d49c02") == tuple(
        map(Decimal, e3)
    )


def test_the_text_of_twelve_columns_is_read() -> None:
    read = check(Path(FOLDER) / TEXT)
    assert read.price_list, read.problems[:5]
    assert (read.price_list.currency, read.price_list.version) == ("USD", "2021-05")
    # 1,101 rows, 3 withdrawn, 3 of 72 months.
    assert len(read.price_list.items) == 1095
    assert sum(item.trial for item in read.price_list.items) == 31
    assert figures(read.price_list, "796b6b5f-613c-4e24-a17c-eba730d49c02") == (
        Decimal(16),
        Decimal(20),
    )


def test_the_matrix_enriches_the_text() -> None:
    price_list = check(Path(FOLDER) / TEXT).price_list
    assert price_list is not None
    table = reading.read(files.read(Path(FOLDER) / MATRIX))
    enriched, problems = enrich(price_list, table, "2021-05 matrix")
    basic = next(
        item
        for item in enriched.items
        if item.sku == "bd938f12-058f-4927-bba3-ae36b1d2501c"
    )
    assert basic.name.get("en") == "Microsoft 365 Business Basic"
    assert (basic.seats_min, basic.seats_max) == (1, 300)
    assert basic.limit_per_customer == 2
    assert basic.limit_scope is LimitScope.CONCURRENT
    assert set(basic.billing) == {Billing.MONTHLY, Billing.ANNUAL}
    assert "BE" in basic.countries
    counts = {each.code: dict(each.parameters)["count"] for each in problems}
    assert counts == {"matrix_only": 18, "parents_missing": 1342}
