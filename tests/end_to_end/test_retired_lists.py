"""Lists taken out of use by command: kept, said so, and brought back."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli import Cli
from tests.end_to_end.test_price_history import a_quote, standings
from tests.end_to_end.test_saved_quotes import a_list


@pytest.fixture
def two(cli: Cli, tmp_path: Path) -> Cli:
    """A list, a quote under it, and a dearer version that counts since."""
    cli.done("prices", "import", a_list(tmp_path, "2026-10", "49,90", "120,00"))
    cli.done("prices", "import", a_list(tmp_path, "2026-11", "55,00", "120,00"))
    cli.done("quotes", "add", a_quote(tmp_path, "Lefèvre", "DOCK"))
    return cli


def counts(cli: Cli) -> list[str]:
    shown = cli.done("prices", "show", "--format", "json").json["price_lists"]
    return [each["version"] for each in shown]


def test_the_version_before_counts_again_and_no_quote_moves(two: Cli) -> None:
    (quote,) = two.done("quotes", "list", "--format", "json").json["quotes"]
    said = two.done("prices", "retire", "EXEMPLE-BE@2026-11").out
    assert "Out of use: EXEMPLE-BE 2026-11." in said
    assert "EXEMPLE-BE 2026-10 counts now" in said
    assert counts(two) == ["2026-10"]
    assert standings(two) == [("2026-11", "retired"), ("2026-10", "current")]
    assert two.done("quotes", "list", "--format", "json").json["quotes"] == [quote]


def test_history_says_who_took_it_out_of_use_and_when(two: Cli) -> None:
    two.done("prices", "retire", "EXEMPLE-BE@2026-11")
    held = two.done("prices", "history", "--format", "json").json["versions"][0]
    assert held["retired_by"] == "tester"
    assert held["retired_at"].startswith("2026-11-22T14:32")
    assert "retirée" in two.done("prices", "history", language="fr").out
    shown = two.done("prices", "show", "EXEMPLE-BE@2026-11", "--format", "json").json
    assert shown["price_lists"][0]["version"] == "2026-11"


def test_it_comes_back_and_a_second_time_changes_nothing(two: Cli) -> None:
    for said in ("Out of use", "was out of use already"):
        assert said in two.done("prices", "retire", "EXEMPLE-BE@2026-11").out
    for said in ("Back in use", "was in use already"):
        assert said in two.done("prices", "retire", "EXEMPLE-BE@2026-11", "--back").out
    assert counts(two) == ["2026-11"]


def test_a_whole_list_goes_and_the_sample_does_not_step_in(two: Cli) -> None:
    done = two.done("prices", "retire", "EXEMPLE-BE", "--format", "json").json
    assert done["versions"] == ["2026-10", "2026-11"]
    assert done["current"] is None
    assert counts(two) == []
    assert "No price list is current" in two.done("prices", "show").out


def test_a_lower_version_may_be_imported_once_the_higher_is_out_of_use(
    cli: Cli, tmp_path: Path
) -> None:
    cli.done("prices", "import", a_list(tmp_path, "2099", "55,00", "120,00"))
    right = a_list(tmp_path, "2026-11", "49,90", "120,00")
    assert cli("prices", "import", right).status == 1
    cli.done("prices", "retire", "EXEMPLE-BE@2099")
    cli.done("prices", "import", right)
    assert counts(cli) == ["2026-11"]


def test_importing_the_same_file_again_brings_it_back(cli: Cli, tmp_path: Path) -> None:
    file = a_list(tmp_path, "2026-11", "55,00", "120,00")
    cli.done("prices", "import", file)
    cli.done("prices", "retire", "EXEMPLE-BE")
    again = cli.done("prices", "import", file, "--format", "json").json
    assert again["outcome"] == "back"
    assert counts(cli) == ["2026-11"]
    cli.done("prices", "retire", "EXEMPLE-BE")
    assert "back in use" in cli.done("prices", "import", file).out


def test_what_was_never_imported_is_refused_by_name(two: Cli) -> None:
    assert "2026-10, 2026-11" in two("prices", "retire", "EXEMPLE-BE@9").err
    assert two("prices", "retire", "OTHER").status == 1
