"""Licences of Microsoft's new commerce beside packs, by command."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.app.paper.reading import text_of
from tests.cli import Cli
from tests.end_to_end.test_saved_quotes import a_list

LICENCES = Path("tests/data/microsoft/2025-11-new-commerce.csv")
SKU = "MAILSMALL001:0001"


def a_quote(folder: Path, segment: str = "business") -> Path:
    """A pack with licences of each term and billing."""
    plans = (("P1Y:Annual", "annual"), ("P1Y:Monthly", "monthly"))
    lines = [*plans, ("P1M:Monthly", "monthly")]
    quote: dict[str, Any] = {
        "format": "waas-quote/1",
        "date": "2026-11-22",
        "customer": {"name": "Lefèvre", "country": "BE", "segment": segment},
        "term": 36,
        "packs": [{"sku": "WAAS-NB-M", "quantity": 2}],
        "subscriptions": [
            {"sku": f"{SKU}:{plan}", "quantity": 5, "billing": billing}
            for plan, billing in lines
        ],
    }
    path = folder / "quote.json"
    path.write_text(json.dumps(quote), "utf-8")
    return path


@pytest.fixture
def both(cli: Cli, tmp_path: Path) -> Cli:
    """A list of packs and one of licences are current."""
    cli.done("prices", "import", a_list(tmp_path, price="49,90"))
    cli.done("prices", "import", LICENCES)
    return cli


def test_each_is_priced_for_its_term_and_as_it_is_billed(
    both: Cli, tmp_path: Path
) -> None:
    offer = both.done("price", a_quote(tmp_path), "--format", "json").json
    assert offer["distributor"]["monthly"] == "99.80"
    rows = [
        (line["unit_price"], line["monthly"], line["annual"])
        for line in offer["lines"]
        if line["kind"] == "subscription"
    ]
    assert rows == [
        ("60.00", "0.00", "300.00"),
        ("63.00", "26.25", "0.00"),
        ("6.00", "30.00", "0.00"),
    ]
    assert offer["subscriptions"]["monthly"] == "56.25"
    assert offer["subscriptions"]["annual"] == "300.00"


def test_a_list_named_counts_as_an_imported_one(cli: Cli, tmp_path: Path) -> None:
    named = ("--prices", a_list(tmp_path), "--prices", LICENCES)
    offer = cli.done("price", a_quote(tmp_path), *named, "--format", "json").json
    assert offer["subscriptions"]["annual"] == "300.00"


def test_costs_are_seen_by_the_partner_alone(both: Cli, tmp_path: Path) -> None:
    quote = a_quote(tmp_path)
    inside = both.done("price", quote, "--internal", "--format", "json").json
    assert inside["costs"]["annual"] == "240.00"
    assert inside["costs"]["monthly"] == "45.00"
    outside = both.done("price", quote, "--format", "json")
    assert "cost" not in outside.out
    shown = both.done(
        *("prices", "show", "microsoft-new-commerce-BE-EUR@2025-11"),
        *("--format", "json"),
    )
    assert "cost_month" not in shown.out
    assert SKU in shown.out


def test_a_licence_is_sold_as_its_row_says(both: Cli, tmp_path: Path) -> None:
    refused = both("price", a_quote(tmp_path, segment="education"))
    assert refused.status == 1
    path = a_quote(tmp_path)
    quote = json.loads(path.read_text("utf-8"))
    quote["subscriptions"][0]["billing"] = "monthly"
    path.write_text(json.dumps(quote), "utf-8")
    refused = both("price", path)
    assert refused.status == 1
    assert "Mail Small" in refused.err


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fr", ("Engagement d’un an, facturé chaque mois", "pour douze mois")),
        ("en", ("One-year commitment, billed each month", "for twelve months")),
    ],
)
def test_the_paper_says_what_a_price_pays_for(
    both: Cli, tmp_path: Path, language: str, words: tuple[str, ...]
) -> None:
    out = tmp_path / "out"
    both.done("export", a_quote(tmp_path), "--lang", language, "--out", out)
    (path,) = out.glob("*.pdf")
    said = text_of(path.read_bytes())
    assert all(each in said for each in words)
    assert "50,40" not in said
