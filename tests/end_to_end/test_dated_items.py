"""Items with dates of their own: begun, ended, followed, on offer for a while."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli import Cli

LIST = """format;waas-prices/1
list_id;DATED-BE
version;1
currency;EUR
country;BE
valid_from;2026-01-01
sku;kind;name_fr;name_en;price_36;commission_36;valid_from;valid_to;successor
OLD;pack;Ancien;Old pack;50,00;100,00;;2026-11-30;NEW
NEW;pack;Nouveau;New pack;48,00;110,00;2026-12-01;;
LAST;pack;Dernier;Last pack;40,00;90,00;;2026-11-30;
PROMO;pack;Action;Campaign pack;39,00;150,00;2026-11-15;2026-11-30;
"""


@pytest.fixture
def dated(cli: Cli, tmp_path: Path) -> Cli:
    path = tmp_path / "dated.csv"
    path.write_text(LIST, "utf-8")
    cli.done("prices", "import", path)
    return cli


def codes(cli: Cli, folder: Path, sku: str, day: str) -> list[str]:
    """What is wrong with a quote of that pack on that day, but for its prices' age."""
    quote = {
        "format": "waas-quote/1",
        "date": day,
        "customer": {"name": "Lefèvre", "country": "BE"},
        "term": 36,
        "packs": [{"sku": sku, "quantity": 1}],
    }
    path = folder / f"{sku}-{day}.json"
    path.write_text(json.dumps(quote), "utf-8")
    said = cli("price", path, "--format", "json").json["problems"]
    return [each["code"] for each in said if each["severity"] == "error"]


@pytest.mark.parametrize(
    ("sku", "day", "expected"),
    [
        ("OLD", "2026-11-30", []),
        ("OLD", "2026-12-01", ["item_followed"]),
        ("NEW", "2026-11-30", ["item_not_begun"]),
        ("NEW", "2026-12-01", []),
        ("LAST", "2026-11-30", []),
        ("LAST", "2026-12-01", ["item_ended"]),
        ("PROMO", "2026-11-14", ["item_not_begun"]),
        ("PROMO", "2026-11-15", []),
        ("PROMO", "2026-11-30", []),
        ("PROMO", "2026-12-01", ["item_ended"]),
    ],
)
def test_an_item_is_sold_on_its_own_days_the_last_included(
    dated: Cli, tmp_path: Path, sku: str, day: str, expected: list[str]
) -> None:
    assert codes(dated, tmp_path, sku, day) == expected


@pytest.mark.parametrize("language", ["en", "fr"])
def test_what_ended_names_its_successor(
    dated: Cli, tmp_path: Path, language: str
) -> None:
    codes(dated, tmp_path, "OLD", "2026-12-01")
    answer = dated("price", tmp_path / "OLD-2026-12-01.json", language=language)
    assert answer.status == 1
    assert "NEW" in answer.err


def test_a_dated_bonus_is_earned_by_the_dated_item_alone(
    dated: Cli, tmp_path: Path
) -> None:
    codes(dated, tmp_path, "PROMO", "2026-11-20")
    words = ("price", tmp_path / "PROMO-2026-11-20.json", "--format", "json")
    inside = dated.done(*words, "--internal").json
    assert inside["commission"]["total"] == "150.00"
    assert "commission" not in dated.done(*words).out
