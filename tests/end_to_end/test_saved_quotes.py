"""Price lists and quotes in the database, by command."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from tests.cli import Cli

LIST = """format;waas-prices/1
list_id;EXEMPLE-BE
version;{version}
distributor;ALSO
country;BE
currency;EUR
valid_from;{begins}
sku;kind;name_fr;name_en;includes;replaces;price_24;price_36;commission_24;commission_36
WAAS-NB-M;pack;Pack Mobile M;Mobile pack M;NB-14|O365-BE;;57,90;{price};90,00;{earned}
NB-14;hardware;Portable;Notebook;;;;;;
O365-BE;service;Office;Office;;;;;;
O365-BP-UP;upgrade;Business Premium;Business Premium;;O365-BE;4,30;4,10;8,00;10,00
DOCK;hardware;Station;Dock;;;6,40;5,55;4,00;5,00
"""


def a_list(
    folder: Path,
    version: str = "2026-12",
    price: str = "52,00",
    earned: str = "125,00",
    begins: str = "2026-11-01",
) -> Path:
    path = folder / f"list-{version}-{price}.csv"
    text = LIST.format(version=version, price=price, earned=earned, begins=begins)
    path.write_text(text, "utf-8")
    return path


@pytest.fixture
def imported(cli: Cli, examples: Path) -> Cli:
    cli.done("prices", "import", examples / "list-cp1252.csv")
    return cli


def test_an_import_is_shown_whole_and_the_same_content_is_no_change(
    imported: Cli, examples: Path
) -> None:
    shown = imported.done("prices", "show", "--format", "json").json["price_lists"]
    assert [(each["list_id"], each["items"]) for each in shown] == [("EXEMPLE-BE", 7)]
    again = imported.done("prices", "import", examples / "list-cp1252.csv")
    assert "nothing was changed" in again.out


def test_other_content_under_one_version_and_lower_versions_are_refused(
    imported: Cli, tmp_path: Path
) -> None:
    same = imported("prices", "import", a_list(tmp_path, "2026-11"))
    lower = imported("prices", "import", a_list(tmp_path, "2026-9"))
    assert (same.status, lower.status) == (1, 1)
    assert "with other content" in same.err
    assert "below the current version 2026-11" in lower.err


def test_a_bad_list_changes_nothing(imported: Cli, tmp_path: Path) -> None:
    bad = a_list(tmp_path, "2027-01", "-1")
    answer = imported("prices", "import", bad, "--format", "json")
    assert answer.status == 1
    assert answer.json["price_list"] is None
    assert {p["code"] for p in answer.json["problems"]} == {"number_negative"}
    assert answer.json["problems"][0]["value"] == "-1"
    shown = imported.done("prices", "show").out
    assert "2026-11" in shown
    assert "2027-01" not in shown


def test_a_list_for_later_takes_over_on_its_day(imported: Cli, tmp_path: Path) -> None:
    later = a_list(tmp_path, begins="2026-12-10")
    assert "becomes current on" in imported.done("prices", "import", later).out
    assert "2026-11" in imported.done("prices", "show").out
    imported.clock.moment = dt.datetime(2026, 12, 10, tzinfo=dt.UTC)
    assert "2026-12 " in imported.done("prices", "show").out


def test_a_diff_shows_prices_and_commissions_only_where_asked(
    cli: Cli, examples: Path, tmp_path: Path
) -> None:
    call = ("prices", "diff", examples / "list-cp1252.csv", a_list(tmp_path))
    shown = cli.done(*call)
    assert "Monthly price, 36 months: 49,90\xa0€ → 52,00\xa0€  (+4,2%)" in shown.out
    assert "RETOUR" in shown.out
    assert "commission" not in shown.out
    internal = cli.done(*call, "--internal", "--format", "json").json["changes"]
    cells = {cell["column"]: cell for cell in internal["changed"][0]["cells"]}
    assert cells["commission_36"]["after"] == "125"


def test_a_saved_quote_has_a_number_and_keeps_its_prices(
    imported: Cli, examples: Path, tmp_path: Path
) -> None:
    number = imported.done("quotes", "add", examples / "quote.json").out.strip()
    assert re.fullmatch(r"[A-Z]{3}-2026-0001", number)
    imported.done("prices", "import", a_list(tmp_path))
    shown = imported.done("quotes", "show", number, "--format", "json").json
    assert shown["distributor"]["monthly"] == "648.00"
    assert "648,00\xa0€" in imported.done("quotes", "list").out
    assert imported.done("prices", "show").out.startswith("EXEMPLE-BE 2026-12")


def test_repricing_shows_old_and_new_and_writes_only_what_is_accepted(
    imported: Cli, examples: Path, tmp_path: Path
) -> None:
    number = imported.done("quotes", "add", examples / "quote.json").out.strip()
    imported.done("prices", "import", a_list(tmp_path))
    looked = imported.done("quotes", "reprice", number, "--format", "json").json
    assert looked["monthly"] == {"old": "648.00", "new": "673.20"}
    assert looked["lines"][0]["old"]["monthly"] == "598.80"
    assert looked["lines"][0]["new"]["monthly"] == "624.00"
    assert "commission" not in looked
    assert "648,00\xa0€" in imported.done("quotes", "list").out
    told = imported.done("quotes", "reprice", number, "--accept", "--internal")
    assert "1.560,00\xa0€" in told.out
    assert "1.620,00\xa0€" in told.out
    assert "673,20\xa0€" in imported.done("quotes", "list").out
    again = imported.done("quotes", "reprice", number, "--format", "json").json
    assert again["monthly"] == {"old": "673.20", "new": "673.20"}


def test_repricing_under_a_list_that_lacks_a_line_is_never_accepted(
    imported: Cli, examples: Path, tmp_path: Path
) -> None:
    number = imported.done("quotes", "add", examples / "quote.json").out.strip()
    imported.done("prices", "import", a_list(tmp_path, price=""))
    answer = imported("quotes", "reprice", number, "--accept")
    assert answer.status == 1
    assert "not offered for 36 months" in answer.err
    assert "648,00\xa0€" in imported.done("quotes", "list").out


def test_numbers_follow_the_sellers_prefix_and_no_clock(
    imported: Cli, examples: Path, tmp_path: Path
) -> None:
    imported.done("prices", "import", a_list(tmp_path, begins="2020-01-01"))
    imported.done("settings", "set", "seller.prefix", "TR")
    add = ("quotes", "add", examples / "quote.json")
    assert imported.done(*add).out == "TR-2026-0001\n"
    imported.clock.moment = dt.datetime(2025, 3, 1, tzinfo=dt.UTC)
    assert imported.done(*add).out == "TR-2025-0001\n"
    imported.clock.moment = dt.datetime(2026, 12, 1, tzinfo=dt.UTC)
    assert imported.done(*add).out == "TR-2026-0002\n"


def test_a_saved_quote_is_exported_under_its_number(
    imported: Cli, examples: Path, tmp_path: Path
) -> None:
    imported.done("settings", "set", "seller.prefix", "TR")
    number = imported.done("quotes", "add", examples / "quote.json").out.strip()
    out = imported.done(
        "quotes", "export", number, "--lang", "fr", "--out", tmp_path
    ).out
    assert Path(out.strip()).name == "TR-2026-0001-fr.pdf"
    copy = imported.done("reopen", out.strip()).json
    assert copy["number"] == "TR-2026-0001"


def test_what_cannot_be_priced_draws_no_number(
    imported: Cli, examples: Path, tmp_path: Path
) -> None:
    imported.done("settings", "set", "seller.prefix", "TR")
    text = (examples / "quote.json").read_text("utf-8")
    bad = tmp_path / "bad.json"
    bad.write_text(text.replace("O365-BP-UP", "NOBODY"), "utf-8")
    assert imported("quotes", "add", bad).status == 1
    assert imported.done("quotes", "add", examples / "quote.json").out == (
        "TR-2026-0001\n"
    )


def test_an_unknown_number_is_refused(imported: Cli) -> None:
    for action in ("show", "reprice"):
        answer = imported("quotes", action, "TR-1999-0001")
        assert answer.status == 1
        assert "There is no quote TR-1999-0001" in answer.err


def test_two_lists_with_one_sku_are_named(
    imported: Cli, examples: Path, tmp_path: Path
) -> None:
    other = a_list(tmp_path)
    other.write_text(other.read_text("utf-8").replace("EXEMPLE-BE", "AUTRE"), "utf-8")
    imported.done("prices", "import", other)
    answer = imported("price", examples / "quote.json")
    assert answer.status == 1
    assert "EXEMPLE-BE 2026-11" in answer.err
    assert "AUTRE 2026-12" in answer.err


def test_a_backup_is_restored_and_what_was_there_is_kept(
    imported: Cli, examples: Path, tmp_path: Path
) -> None:
    number = imported.done("quotes", "add", examples / "quote.json").out.strip()
    copy = tmp_path / "copy.db"
    imported.done("db", "backup", copy)
    second = imported.done("quotes", "add", examples / "quote.json").out.strip()
    told = imported.done("db", "restore", copy)
    assert "kept" in told.out
    listed = imported.done("quotes", "list").out
    assert number in listed
    assert second not in listed
    assert "sound" in imported.done("db", "check").out
    third = imported.done("quotes", "add", examples / "quote.json").out.strip()
    assert third not in (number, second)
    assert imported("db", "backup", copy).status == 2


def test_settings_are_set_shown_and_refused(cli: Cli) -> None:
    cli.done("settings", "set", "partner.name", "Ardenne Informatique")
    shown = cli.done("settings", "show").out
    assert re.search(r"partner\.name +Ardenne Informatique", shown)
    wrong = cli("settings", "set", "partner.country", "Belgium")
    unknown = cli("settings", "set", "partner.nme", "X")
    assert (wrong.status, unknown.status) == (1, 1)
    assert "partner.name" in unknown.err
    cli.done("settings", "set", "ui.language", "fr")
