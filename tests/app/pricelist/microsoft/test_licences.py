"""Microsoft's licence price list, in the shapes it came in."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from app.domain.choices import Kind, Segment
from app.domain.price_list import Item, PriceList
from app.use_cases.prices import check, parse_content
from tests.app.tables.workbooks import written
from tests.cli import Cli

FILE = Path("tests/data/microsoft/2020-03-licences-EUR.csv")
HEADER: list[object] = [
    "A/C/D/U",
    "Valid-From Date",
    "Valid To Date",
    "Offer Display Name",
    "Offer ID",
    "License Agreement Type",
    "Purchase Unit",
    "Secondary License Type",
    "End Customer Type",
    "List Price",
    "ERP Price",
]


def sheet(currency: str, price: object) -> list[list[object]]:
    """A currency's sheet: header in row 3, the group's cells on its first row."""
    first = [date(2019, 5, 1), date(9999, 12, 31)]
    tail = ["Corporate", "1 Month(s)", "NON-SPECIFIC", "CLOUD RESELLER CORPORATE"]
    return [
        ["Doc currency", currency],
        [],
        HEADER,
        ["ADD", *first, "One", "offer-1", *tail, 1.5, 2],
        [None, None, None, "Two", "offer-2", *tail, price, 20],
        ["DEL", *first, "Three", "offer-3", *tail, 3, 4],
        [None, None, None, "Four", "offer-4", *tail, 3, 4],
    ]


def of(price_list: PriceList | None) -> dict[str, Item]:
    """The items by SKU."""
    assert price_list is not None
    return {item.sku: item for item in price_list.items}


def test_a_text_file_says_all_but_the_currency_which_its_name_says() -> None:
    read = check(FILE)
    items = of(read.price_list)
    assert read.price_list is not None
    assert read.price_list.list_id == "microsoft-licences-EUR"
    assert read.price_list.version == "2020-03"
    assert read.price_list.valid_from == date(2020, 3, 1)
    assert list(items) == ["offer-1", "offer-2", "offer-3"]
    small, large = items["offer-1"], items["offer-2"]
    assert small.kind is Kind.SUBSCRIPTION
    assert small.cost_month is not None
    assert small.price_month is not None
    assert small.cost_month.decimal == Decimal("2.4")
    assert small.price_month.decimal == 3
    assert small.valid_to is None
    assert large.segment == (Segment.EDUCATION,)
    assert large.valid_to == date(2020, 12, 31)
    assert items["offer-3"].trial
    assert items["offer-3"].price_month is None


def test_what_is_left_out_is_said() -> None:
    told = {each.code: dict(each.parameters) for each in check(FILE).problems}
    assert told["offers_withdrawn"]["count"] == 1
    assert told["names_missing"] == {"language": "fr", "count": 3, "rows": "2, 3, 4"}
    assert (told["not_by_month"]["row"], told["not_by_month"]["value"]) == (
        5,
        "72 Month(s)",
    )


def test_a_text_file_without_a_currency_asks_for_it() -> None:
    content = FILE.read_bytes()
    (problem,) = parse_content(content, "list.csv").problems
    assert problem.code == "currency_untold"
    read = parse_content(content, "list.csv", "CHF")
    assert read.price_list is not None
    assert read.price_list.currency == "CHF"
    assert read.price_list.version == "2020-03"


def test_another_currency_than_the_files_is_refused() -> None:
    (problem,) = check(FILE, "CHF").problems
    assert problem.code == "currency_not_there"
    assert dict(problem.parameters) == {"asked": "CHF", "there": "EUR"}


@pytest.mark.parametrize(("currency", "cost"), [("EUR", "12.50"), ("CHF", "14")])
def test_a_workbook_is_read_by_currency(currency: str, cost: str) -> None:
    content = written(EUR=sheet("EUR", "12.50"), CHF=sheet("CHF", 14))
    read = parse_content(content, "list.xlsx", currency)
    items = of(read.price_list)
    assert list(items) == ["offer-1", "offer-2"]
    two = items["offer-2"]
    assert two.cost_month is not None
    assert two.cost_month.decimal == Decimal(cost)
    assert two.cost_month.currency == currency
    assert two.valid_from == date(2019, 5, 1)


@pytest.mark.parametrize("asked", ["", "USD"])
def test_a_workbook_names_its_currencies(asked: str) -> None:
    content = written(EUR=sheet("EUR", 1), CHF=sheet("CHF", 1))
    (problem,) = parse_content(content, "list.xlsx", asked).problems
    assert dict(problem.parameters)["there"] == "EUR, CHF"


def test_a_workbook_of_one_currency_needs_no_word() -> None:
    read = parse_content(written(EUR=sheet("EUR", 1)))
    assert read.price_list is not None
    assert read.price_list.currency == "EUR"


def test_the_commands_take_the_currency(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "2019-05.xlsx"
    path.write_bytes(written(EUR=sheet("EUR", 1), CHF=sheet("CHF", 1)))
    refused = cli("prices", "import", path)
    assert refused.status == 1
    assert "EUR, CHF" in refused.err
    cli.done("prices", "check", path, "--currency", "chf")
    cli.done("prices", "import", path, "--currency", "CHF")
    cli.done("prices", "diff", path, path, "--currency", "EUR")
    assert "microsoft-licences-CHF" in cli.done("prices", "show").out


def test_an_exported_list_comes_back_with_one_warning_of_names(
    cli: Cli, tmp_path: Path
) -> None:
    cli.done("prices", "import", FILE)
    cli.done("prices", "export", "--as", "csv", "--out", tmp_path, "--internal")
    (path,) = tmp_path.glob("*.csv")
    told = cli.done("prices", "check", path).err.splitlines()
    (said,) = (each for each in told if "without a name" in each)
    assert "Items without a name in French: 3 (rows 7, 8, 9)" in said
