"""Every imported version by command: listed, shown, compared, and whom it moves."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from tests.cli import Cli
from tests.end_to_end.test_saved_quotes import a_list

WEEK = dt.timedelta(days=7)


def a_quote(folder: Path, customer: str, sku: str) -> Path:
    path = folder / f"{customer}.json"
    quote = {
        "format": "waas-quote/1",
        "date": "2026-11-22",
        "customer": {"name": customer, "country": "BE"},
        "term": 36,
        "packs": [
            {
                "sku": "WAAS-NB-M",
                "quantity": 2,
                "options": [{"sku": sku, "quantity": 2}],
            }
        ],
    }
    path.write_text(json.dumps(quote), "utf-8")
    return path


@pytest.fixture
def two(cli: Cli, tmp_path: Path) -> Cli:
    """A current list, a quote under it, and a dearer list for December."""
    cli.done("prices", "import", a_list(tmp_path, "2026-11", "49,90", "120,00"))
    cli.done("quotes", "add", a_quote(tmp_path, "Lefèvre", "DOCK"))
    later = a_list(tmp_path, "2026-12", begins="2026-12-01")
    checked = cli.done("prices", "check", later, "--format", "json").json
    assert [each["customer"] for each in checked["quotes"]] == ["Lefèvre"]
    cli.done("prices", "import", later)
    return cli


def standings(cli: Cli) -> list[tuple[str, str]]:
    found = cli.done("prices", "history", "--format", "json").json["versions"]
    return [(each["version"], each["standing"]) for each in found]


def test_a_list_for_next_month_waits_and_takes_over_on_its_day(two: Cli) -> None:
    assert standings(two) == [("2026-12", "waiting"), ("2026-11", "current")]
    two.clock.moment += WEEK
    assert two.clock.today() == dt.date(2026, 11, 29)
    assert standings(two) == [("2026-12", "waiting"), ("2026-11", "current")]
    two.clock.moment += dt.timedelta(days=2)
    assert standings(two) == [("2026-12", "current"), ("2026-11", "superseded")]
    shown = two.done("prices", "show", "--format", "json").json["price_lists"]
    assert [each["version"] for each in shown] == ["2026-12"]


def test_the_sample_counts_until_the_first_list_does(cli: Cli, tmp_path: Path) -> None:
    cli.done("prices", "import", a_list(tmp_path, "2026-12", begins="2026-12-01"))
    assert in_force(cli) == ["SAMPLE-BE"]
    cli.clock.moment += WEEK + dt.timedelta(days=2)
    assert in_force(cli) == ["EXEMPLE-BE"]


def in_force(cli: Cli) -> list[str]:
    shown = cli.done("prices", "show", "--format", "json").json["price_lists"]
    return [each["list_id"] for each in shown]


def test_history_says_who_when_from_where_and_what(two: Cli) -> None:
    first = two.done("prices", "history", "EXEMPLE-BE", "--format", "json").json
    held = first["versions"][0]
    assert held["imported_by"] == "tester"
    assert held["imported_at"].startswith("2026-11-22T14:32")
    assert held["source"] == "list-2026-12-52,00.csv"
    assert "file_fingerprint" not in held
    words = two.done("prices", "history", language="fr").out
    assert "attend le 01/12/2026" in words
    assert held["fingerprint"][:12] in words
    assert two.done("prices", "history", "OTHER", "--format", "json").json == {
        "versions": []
    }


def test_two_imported_versions_are_compared_like_files(two: Cli) -> None:
    words = ("prices", "diff", "EXEMPLE-BE@2026-11", "EXEMPLE-BE@2026-12")
    found = two.done(*words, "--format", "json").json
    (changed,) = found["changes"]["changed"]
    assert [cell["column"] for cell in changed["cells"]] == ["price_36"]
    assert found["quotes"] == [
        {
            "number": found["quotes"][0]["number"],
            "customer": "Lefèvre",
            "paid": "month",
            "before": "110.90",
            "after": "115.10",
        }
    ]
    assert "commission" not in two.done(*words).out.lower()
    inside = two.done(*words, "--internal").out
    assert "125" in inside
    assert "Lefèvre" in inside


def test_a_quote_that_a_version_does_not_move_is_not_named(
    cli: Cli, tmp_path: Path
) -> None:
    old = a_list(tmp_path, "2026-11", "49,90", "120,00")
    cli.done("prices", "import", old)
    cli.done("quotes", "add", a_quote(tmp_path, "Lefèvre", "DOCK"))
    dearer = a_list(tmp_path, "2026-12", "49,90", "500,00")
    assert cli.done("prices", "check", dearer, "--format", "json").json["quotes"] == []
    assert "Lefèvre" not in cli.done("prices", "check", dearer).out
    gone = tmp_path / "gone.csv"
    kept = [
        line for line in dearer.read_text("utf-8").splitlines() if "DOCK" not in line
    ]
    gone.write_text("\n".join(kept), "utf-8")
    (moved,) = cli.done("prices", "check", gone, "--format", "json").json["quotes"]
    assert moved["after"] is None


def test_an_imported_version_is_shown_with_its_items(two: Cli) -> None:
    words = ("prices", "show", "EXEMPLE-BE@2026-11")
    (held,) = two.done(*words, "--format", "json").json["price_lists"]
    assert {row["sku"] for row in held["rows"]} >= {"WAAS-NB-M", "DOCK"}
    assert "commission_36" not in json.dumps(held)
    assert "commission_36 120" in two.done(*words, "--internal").out
    assert "price_36 49.9" in two.done(*words).out
    assert "commission" not in two.done(*words).out


def test_no_quote_is_repriced_by_looking_or_importing(two: Cli) -> None:
    (quote,) = two.done("quotes", "list", "--format", "json").json["quotes"]
    assert quote["monthly"] == "110.90"


def test_a_version_that_was_never_imported_is_refused_by_name(two: Cli) -> None:
    answer = two("prices", "diff", "EXEMPLE-BE@2026-11", "EXEMPLE-BE@9")
    assert answer.status == 1
    assert "2026-11, 2026-12" in answer.err


@pytest.mark.parametrize(
    ("billing", "paid", "before", "after"),
    [
        ("monthly", "month", "100.00", "125.00"),
        ("annual", "year", "1200.00", "1500.00"),
    ],
)
def test_a_quote_of_subscriptions_alone_is_named_with_what_moves(
    cli: Cli, tmp_path: Path, billing: str, paid: str, before: str, after: str
) -> None:
    lists = []
    for version, price in (("1", "10.00"), ("2", "12.50")):
        path = tmp_path / f"{version}.csv"
        path.write_text(
            "format;waas-prices/1\nlist_id;MS\n"
            f"version;{version}\ncurrency;EUR\ncountry;BE\ndistributor;D\n"
            "valid_from;2026-01-01\n\n"
            "sku;kind;name_fr;name_en;price_month;billing\n"
            f"M365;subscription;Microsoft;Microsoft;{price};monthly|annual\n",
            "utf-8",
        )
        lists.append(path)
    cli.done("prices", "import", lists[0])
    quote = tmp_path / "quote.json"
    line = {"sku": "M365", "quantity": 10, "billing": billing}
    text = {
        "format": "waas-quote/1",
        "date": "2026-11-22",
        "customer": {"name": "Lefèvre", "country": "BE"},
        "subscriptions": [line],
    }
    quote.write_text(json.dumps(text), "utf-8")
    cli.done("quotes", "add", quote)
    checked = cli.done("prices", "check", lists[1], "--format", "json").json
    (moved,) = checked["quotes"]
    assert (moved["paid"], moved["before"], moved["after"]) == (paid, before, after)
