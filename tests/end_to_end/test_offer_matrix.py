"""An offer matrix by command: what it adds to the list of its offers."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from tests.cli import Cli
from tests.end_to_end.test_saved_quotes import a_list

FOLDER = Path("tests/data/microsoft")
LIST = FOLDER / "2020-03-licences-EUR.csv"
MATRIX = FOLDER / "2020-03-offermatrix.csv"


@pytest.fixture
def imported(cli: Cli) -> Cli:
    """Microsoft's list is current."""
    cli.done("prices", "import", LIST)
    return cli


def versions(cli: Cli) -> list[tuple[str, str, str]]:
    """Every imported version, whether it counts and where it comes from."""
    found = cli.done("prices", "history", "--format", "json").json["versions"]
    return [(each["version"], each["standing"], each["source"]) for each in found]


def test_the_list_counts_as_a_new_version_of_its_own_name(imported: Cli) -> None:
    answer = imported.done("prices", "enrich", MATRIX, "--format", "json").json
    assert answer["outcome"] == "new"
    assert answer["enriched"] == {
        "list_id": "microsoft-licences-EUR",
        "version": "2020-03",
    }
    assert answer["price_list"]["version"] == "2020-03+1"
    assert answer["gained"]["addon_of"] == 1
    assert answer["gained"]["limit_per_customer"] == 2
    assert [each["sku"] for each in answer["items"]] == [
        "offer-1",
        "offer-2",
        "offer-3",
    ]
    cells = {each["column"]: each["after"] for each in answer["items"][0]["cells"]}
    assert cells == {
        "billing": "annual|monthly",
        "limit_per_customer": "2",
        "limit_scope": "concurrent",
        "seats_min": "1",
        "seats_max": "300",
        "countries": "BE|BQ",
    }
    assert answer["unmatched"] == [{"row": 5, "sku": "offer-8", "name": "Mail New"}]
    assert versions(imported) == [
        ("2020-03+1", "current", MATRIX.name),
        ("2020-03", "superseded", LIST.name),
    ]


def later_list(folder: Path, month: str = "2020-04", more: str = "") -> Path:
    """The list of another month, with more rows."""
    later = folder / f"{month}-licences-EUR.csv"
    later.write_text(LIST.read_text("utf-8") + more, "utf-8")
    return later


NEW_MAIL = (
    "ADD,20200401,99991231,Mail New,offer-8,Corporate,1 Month(s),NON-SPECIFIC,"
    "CLOUD RESELLER CORPORATE,2.4,3,AAA-8\n"
)


def test_the_next_list_is_enriched_with_the_same_matrix_at_once(
    imported: Cli, tmp_path: Path
) -> None:
    imported.done("prices", "enrich", MATRIX)
    answer = imported.done("prices", "import", later_list(tmp_path, more=NEW_MAIL))
    assert f"offer matrix “{MATRIX.name}” of 22 November 2026" in answer.err
    assert versions(imported)[:2] == [
        ("2020-04+1", "current", MATRIX.name),
        ("2020-04", "superseded", "2020-04-licences-EUR.csv"),
    ]
    changed = imported.done(
        *("prices", "diff", "microsoft-licences-EUR@2020-03+1"),
        *("microsoft-licences-EUR@2020-04+1", "--format", "json"),
    ).json["changes"]
    assert changed["changed"] == []
    shown = imported.done(
        "prices", "show", "microsoft-licences-EUR@2020-04+1", "--format", "json"
    ).json["price_lists"][0]["rows"]
    (new,) = (row for row in shown if row["sku"] == "offer-8")
    assert new["countries"] == "BE"
    assert "nothing was changed" in imported.done("prices", "enrich", MATRIX).out


def test_the_same_list_again_is_no_change_whatever_its_matrix_made(
    imported: Cli, tmp_path: Path
) -> None:
    imported.done("prices", "enrich", MATRIX)
    later = later_list(tmp_path)
    imported.done("prices", "import", later)
    before = versions(imported)
    again = imported.done("prices", "import", later, "--format", "json").json
    assert again["outcome"] == "same"
    assert "matrix_carried" not in [each["code"] for each in again["problems"]]
    assert versions(imported) == before


def test_a_matrix_out_of_use_is_not_applied_again(
    imported: Cli, tmp_path: Path
) -> None:
    imported.done("prices", "enrich", MATRIX)
    imported.done("prices", "retire", "microsoft-licences-EUR@2020-03+1")
    answer = imported.done("prices", "import", later_list(tmp_path))
    assert "matrix" not in answer.err
    assert [each[:2] for each in versions(imported)] == [
        ("2020-04", "current"),
        ("2020-03+1", "retired"),
        ("2020-03", "superseded"),
    ]


def test_what_a_matrix_made_comes_back_with_the_same_matrix(imported: Cli) -> None:
    imported.done("prices", "enrich", MATRIX)
    imported.done("prices", "retire", "microsoft-licences-EUR@2020-03+1")
    again = imported.done("prices", "enrich", MATRIX, "--format", "json").json
    assert again["outcome"] == "back"
    assert versions(imported)[0][:2] == ("2020-03+1", "current")


def test_another_matrix_follows_one_that_was_taken_out_of_use(
    imported: Cli, tmp_path: Path
) -> None:
    imported.done("prices", "enrich", MATRIX)
    imported.done("prices", "retire", "microsoft-licences-EUR@2020-03+1")
    right = tmp_path / "right.csv"
    right.write_text(MATRIX.read_text("utf-8").replace("300", "200"), "utf-8")
    imported.done("prices", "enrich", right)
    assert [each[:2] for each in versions(imported)] == [
        ("2020-03+2", "current"),
        ("2020-03+1", "retired"),
        ("2020-03", "superseded"),
    ]
    imported.done("prices", "enrich", MATRIX)
    assert versions(imported)[0][:2] == ("2020-03+3", "current")


def two_matrices(cli: Cli, folder: Path) -> None:
    """One matrix after another, each taken out of use again."""
    wrong = folder / MATRIX.name
    wrong.write_text(MATRIX.read_text("utf-8").replace("300", "200"), "utf-8")
    for path in (MATRIX, wrong):
        cli.done("prices", "enrich", path)
        cli.clock.moment += timedelta(minutes=1)
        newest = versions(cli)[0][0]
        cli.done("prices", "retire", f"microsoft-licences-EUR@{newest}")


def test_a_matrix_out_of_use_is_not_applied_for_the_one_that_is_back(
    imported: Cli, tmp_path: Path
) -> None:
    two_matrices(imported, tmp_path)
    imported.done("prices", "retire", "microsoft-licences-EUR@2020-03+1", "--back")
    later = later_list(tmp_path)
    for command in ("check", "import"):
        answer = imported.done("prices", command, later)
        assert f"“{MATRIX.name}”, which was not kept" in answer.err
    assert versions(imported)[0][:2] == ("2020-04", "current")


def test_a_matrix_that_is_back_is_the_one_to_follow(
    imported: Cli, tmp_path: Path
) -> None:
    two_matrices(imported, tmp_path)
    back = imported.done("prices", "enrich", MATRIX, "--format", "json").json
    assert back["outcome"] == "back"
    later = later_list(tmp_path)
    for command in ("check", "import"):
        answer = imported.done("prices", command, later)
        assert "is applied too, as version 2020-04+1" in answer.err
    assert versions(imported)[0][:2] == ("2020-04+1", "current")
    shown = imported.done("prices", "export", "--out", tmp_path / "out")
    (file,) = (tmp_path / "out").glob("*.csv")
    assert ('"300"' in file.read_text("utf-8-sig"), shown.err) == (True, "")


def test_a_whole_list_comes_back_with_what_its_matrix_made(
    imported: Cli, tmp_path: Path
) -> None:
    imported.done("prices", "enrich", MATRIX)
    later = later_list(tmp_path)
    imported.done("prices", "import", later)
    imported.done("prices", "retire", "microsoft-licences-EUR")
    imported.done("prices", "import", later)
    assert [each[:2] for each in versions(imported)][:3] == [
        ("2020-04+1", "current"),
        ("2020-04", "superseded"),
        ("2020-03+1", "retired"),
    ]


def test_a_matrix_that_fits_no_more_is_left_out_and_said_so(
    imported: Cli, tmp_path: Path
) -> None:
    other = tmp_path / "matrix.csv"
    circle = MATRIX.read_text("utf-8").replace("Lifetime,,", "Lifetime,offer-8,")
    other.write_text(circle.replace("0,None,,,,,Mail to", "0,None,offer-3,,,,Mail to"))
    imported.done("prices", "enrich", other)
    answer = imported.done("prices", "import", later_list(tmp_path, more=NEW_MAIL))
    assert "“matrix.csv” does not fit this version" in answer.err
    assert versions(imported)[0][:2] == ("2020-04", "current")


def test_another_matrix_makes_a_further_version(imported: Cli, tmp_path: Path) -> None:
    imported.done("prices", "enrich", MATRIX)
    other = tmp_path / "matrix.csv"
    other.write_text(MATRIX.read_text("utf-8").replace("1,300,2", "1,200,2"), "utf-8")
    answer = imported.done("prices", "enrich", other, "--format", "json").json
    assert answer["price_list"]["version"] == "2020-03+2"
    assert answer["gained"] == {"seats_max": 1}


def test_the_report_names_items_and_rows(imported: Cli) -> None:
    said = imported.done("prices", "enrich", MATRIX).out.splitlines()
    (small,) = (line for line in said if "offer-1" in line)
    assert "Mail Small" in small
    assert "Billing" in small
    assert "Most per customer" in small
    assert any("Row 5" in line and "Mail New" in line for line in said)
    assert "2020-03+1" in said[-1]


def test_nothing_new_writes_nothing_and_says_so(imported: Cli) -> None:
    imported.done("prices", "enrich", MATRIX)
    before = versions(imported)
    answer = imported.done("prices", "enrich", MATRIX)
    assert "nothing was changed" in answer.out
    again = imported.done("prices", "enrich", MATRIX, "--format", "json").json
    assert (again["outcome"], again["items"]) == ("same", [])
    assert versions(imported) == before


def test_an_enriched_offer_is_sold_as_the_matrix_says(
    imported: Cli, tmp_path: Path
) -> None:
    imported.done("prices", "enrich", MATRIX)
    quote = tmp_path / "quote.json"
    quote.write_text(
        '{"format": "waas-quote/1", "date": "2026-11-22",'
        ' "customer": {"name": "X", "country": "FR"}, "subscriptions":'
        ' [{"sku": "offer-1", "quantity": 301, "billing": "annual"}]}',
        "utf-8",
    )
    refused = imported("price", quote)
    assert refused.status == 1
    assert "300" in refused.err
    assert "not sold" in refused.err or "country" in refused.err.lower()


def test_a_circle_of_add_ons_is_refused_and_nothing_is_written(
    imported: Cli, tmp_path: Path
) -> None:
    other = tmp_path / "matrix.csv"
    text = MATRIX.read_text("utf-8").replace("Concurrent,,", "Concurrent,offer-2,", 1)
    other.write_text(text, "utf-8")
    answer = imported("prices", "enrich", other, "--format", "json")
    assert answer.status == 1
    assert answer.json["price_list"] is None
    assert "Depends On" in answer.err
    assert [each[0] for each in versions(imported)] == ["2020-03"]


def test_without_its_list_it_is_refused(cli: Cli, tmp_path: Path) -> None:
    assert (
        "import Microsoft’s licence list first" in cli("prices", "enrich", MATRIX).err
    )
    cli.done("prices", "import", a_list(tmp_path))
    assert cli("prices", "enrich", MATRIX).status == 1


def test_of_several_lists_one_is_named(imported: Cli, tmp_path: Path) -> None:
    francs = tmp_path / "2020-03-licences-CHF.csv"
    francs.write_bytes(LIST.read_bytes())
    imported.done("prices", "import", francs)
    refused = imported("prices", "enrich", MATRIX)
    assert refused.status == 1
    assert "microsoft-licences-CHF" in refused.err
    unknown = imported("prices", "enrich", MATRIX, "--list", "X")
    assert "microsoft-licences-CHF" in unknown.err
    answer = imported.done(
        *("prices", "enrich", MATRIX, "--list", "microsoft-licences-CHF"),
        *("--format", "json"),
    ).json
    assert answer["price_list"]["list_id"] == "microsoft-licences-CHF"


@pytest.mark.parametrize("command", ["check", "import"])
def test_it_is_no_list(cli: Cli, command: str) -> None:
    answer = cli("prices", command, MATRIX)
    assert answer.status == 1
    assert "prices enrich" in answer.err


def test_a_list_is_no_matrix(cli: Cli) -> None:
    answer = cli("prices", "enrich", LIST)
    assert answer.status == 1
    assert "offer matrix" in answer.err
