"""W3 by command: what signed contracts sold, and the file of it."""

from __future__ import annotations

import csv
from pathlib import Path

import openpyxl
import pytest

from tests.app.paper.reading import text_of
from tests.cli import Cli
from tests.end_to_end.test_contracts import accepted_under

NOVEMBER = ("--from", "2026-11-01", "--to", "2026-11-30")
SIGNED = ("--distributor-signed", "2026-11-22", "--customer-signed", "2026-11-22")


@pytest.fixture
def number(cli: Cli, examples: Path, tmp_path: Path) -> str:
    """An accepted quote: DOMAIN's example 1."""
    lists, quote = examples / "list-cp1252.csv", examples / "quote.json"
    return accepted_under(cli, lists, quote, tmp_path / "issued")


@pytest.fixture
def signed(cli: Cli, number: str) -> str:
    """One that both sides signed."""
    cli.done("quotes", "contract", number, *SIGNED)
    return number


def test_a_contract_counts_once_both_have_signed(cli: Cli, number: str) -> None:
    nothing = cli.done("sell-out", *NOVEMBER)
    assert "No contract was signed in this period" in nothing.out
    cli.done("quotes", "contract", number, *SIGNED[:2])
    assert cli.done("sell-out", *NOVEMBER, "--format", "json").json["contracts"] == 0
    cli.done("quotes", "contract", number, *SIGNED[2:])
    found = cli.done("sell-out", *NOVEMBER, "--format", "json").json
    assert (found["from"], found["to"]) == ("2026-11-01", "2026-11-30")
    assert found["contracts"] == 1
    sold = [(e["manufacturer"], e["sku"], e["quantity"]) for e in found["products"]]
    # Twelve packs, each upgraded: the Office that they include is sold by nobody.
    assert sold == [
        ("Exemple", "NB-14", 12),
        ("Microsoft", "O365-BP-UP", 12),
        (None, "SUPPORT", 12),
    ]
    assert found["manufacturers"] == [
        {"manufacturer": "Exemple", "quantity": 12},
        {"manufacturer": "Microsoft", "quantity": 12},
        {"manufacturer": None, "quantity": 12},
    ]


@pytest.mark.usefixtures("signed")
def test_the_days_are_those_of_the_last_signature(cli: Cli) -> None:
    for first, last, count in (
        ("2026-11-22", "2026-11-22", 1),
        ("2026-11-01", "2026-11-21", 0),
        ("2026-11-23", "2027-12-31", 0),
    ):
        words = ("sell-out", "--from", first, "--to", last, "--format", "json")
        assert cli.done(*words).json["contracts"] == count


def test_a_refused_credit_and_a_signature_taken_out_sell_nothing(
    cli: Cli, signed: str
) -> None:
    asked = ("sell-out", *NOVEMBER, "--format", "json")
    cli.done("quotes", "contract", signed, "--credit-refused", "2026-11-22")
    assert cli.done(*asked).json["contracts"] == 0
    cli.done("quotes", "contract", signed, "--credit-granted", "2026-11-22")
    assert cli.done(*asked).json["contracts"] == 1
    cli.done("quotes", "contract", signed, "--distributor-signed", "")
    assert cli.done(*asked).json["contracts"] == 0


@pytest.mark.usefixtures("signed")
def test_it_is_said_in_both_languages(cli: Cli) -> None:
    english = cli.done("sell-out", *NOVEMBER).out
    assert "Exemple" in english
    assert "14-inch notebook" in english
    assert "1 signed contract" in english
    french = cli.done("sell-out", *NOVEMBER, language="fr").out
    for said in (
        "Portable 14 pouces",
        "Sans fabricant indiqué",
        "1\u00a0contrat signé",
    ):
        assert said in french
    assert "ommission" not in english + french


@pytest.mark.usefixtures("signed")
def test_it_is_written_as_a_table_a_workbook_and_a_paper(
    cli: Cli, tmp_path: Path
) -> None:
    paths = [tmp_path / "out" / f"sold{ending}" for ending in (".csv", ".XLSX", ".pdf")]
    for path in paths:
        answer = cli.done("sell-out", *NOVEMBER, "--out", path, "--lang", "fr")
        assert answer.out.splitlines() == [str(path)]
    with paths[0].open(encoding="utf-8-sig", newline="") as file:
        rows = [*csv.reader(file, delimiter=";")]
    assert rows[1] == ["Exemple", "NB-14", "Portable 14 pouces", "12"]
    sheet = openpyxl.load_workbook(paths[1])["Par produit"]
    assert [cell.value for cell in sheet[2]] == [*rows[1][:3], 12]
    assert "Réservé au partenaire" in text_of(paths[2].read_bytes())


@pytest.mark.usefixtures("signed")
def test_json_names_the_file_and_a_name_that_is_taken_is_kept(
    cli: Cli, tmp_path: Path
) -> None:
    path = tmp_path / "sold.csv"
    path.write_text("mine", "utf-8")
    words = ("sell-out", *NOVEMBER, "--out", path, "--format", "json")
    assert cli.done(*words).json["files"] == [str(tmp_path / "sold (2).csv")]
    assert path.read_text("utf-8") == "mine"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--from", "2026-11-02", "--to", "2026-11-01"), "before its first day"),
        ((*NOVEMBER, "--out", "sold.docx"), "with .csv, .xlsx or .pdf"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(
    cli: Cli, words: tuple[str, ...], said: str
) -> None:
    answer = cli("sell-out", *words, "--format", "json")
    assert answer.status == 1
    assert said in answer.err
    assert answer.json["products"] is None
    assert not Path("sold.docx").exists()


def test_a_day_that_is_none_and_a_missing_one_are_refused(cli: Cli) -> None:
    assert cli("sell-out", "--from", "2026-13-01", "--to", "2026-11-01").status == 2
    assert cli("sell-out", "--from", "2026-11-01").status == 2
