"""Papers for the partner alone, by command."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest

from tests.app.paper.reading import text_of
from tests.cli import Cli
from tests.end_to_end.test_price_history import a_quote
from tests.end_to_end.test_saved_quotes import a_list


@pytest.fixture
def lists(cli: Cli, tmp_path: Path) -> tuple[Path, Path]:
    """Two lists, the first imported, and a quote that the second moves."""
    old = a_list(tmp_path, "2026-11", "49,90", "120,00")
    cli.done("prices", "import", old)
    cli.done("quotes", "add", a_quote(tmp_path, "Lefèvre", "DOCK"))
    return old, a_list(tmp_path, "2026-12")


def test_a_report_is_written_as_pdf_in_the_language_asked_for(
    cli: Cli, lists: tuple[Path, Path], tmp_path: Path
) -> None:
    path = tmp_path / "new" / "report.pdf"
    answer = cli.done("prices", "diff", *lists, "--report", path, "--lang", "fr")
    assert answer.out.splitlines() == [str(path)]
    text = text_of(path.read_bytes())
    for said in (
        *("Réservé au partenaire", "EXEMPLE-BE 2026-11 → 2026-12", "Pack Mobile M"),
        *("49,90 €", "52,00 €", "+2,10 €", "+4,2 %", "120,00 €", "125,00 €"),
        *("Lefèvre", "110,90 €", "115,10 €", "+4,20 €"),
    ):
        assert said in text


def test_without_a_language_a_paper_speaks_like_the_messages(
    cli: Cli, lists: tuple[Path, Path], tmp_path: Path
) -> None:
    for language, title in (("fr", "Changements de prix"), ("en", "Price changes")):
        path = tmp_path / f"{language}.pdf"
        cli.done("prices", "diff", *lists, "--report", path, language=language)
        assert title in text_of(path.read_bytes())


def test_a_report_is_written_as_a_workbook(
    cli: Cli, lists: tuple[Path, Path], tmp_path: Path
) -> None:
    path = tmp_path / "report.XLSX"
    cli.done("prices", "diff", *lists, "--report", path)
    book = openpyxl.load_workbook(path)
    assert [cell.value for cell in book["Commissions"][2]][3:6] == [120, 125, 5]
    assert book["Open quotes concerned"]["F2"].value == 4.2


def test_stored_versions_are_reported_like_files(
    cli: Cli, lists: tuple[Path, Path], tmp_path: Path
) -> None:
    cli.done("prices", "import", lists[1])
    names = ("EXEMPLE-BE@2026-11", "EXEMPLE-BE@2026-12")
    path = tmp_path / "report.pdf"
    words = ("prices", "diff", *names, "--report", path, "--format", "json")
    found = cli.done(*words).json
    assert found["report"] == str(path)
    assert "commission" not in json.dumps(found["changes"])
    assert "2026-11 → 2026-12" in text_of(path.read_bytes())


def test_a_file_of_another_content_keeps_its_name(
    cli: Cli, lists: tuple[Path, Path], tmp_path: Path
) -> None:
    path = tmp_path / "report.pdf"
    path.write_text("mine", "utf-8")
    second = tmp_path / "report (2).pdf"
    for _ in range(2):
        answer = cli.done("prices", "diff", *lists, "--report", path)
        assert answer.out.strip() == str(second)
    assert path.read_text("utf-8") == "mine"


def test_a_report_of_another_kind_is_refused_with_what_to_do(
    cli: Cli, lists: tuple[Path, Path], tmp_path: Path
) -> None:
    answer = cli("prices", "diff", *lists, "--report", tmp_path / "report.docx")
    assert answer.status == 1
    assert "“report.docx” with .pdf or .xlsx" in answer.err
    assert not list(tmp_path.glob("report*"))


def test_without_a_report_no_other_key_is_printed(
    cli: Cli, lists: tuple[Path, Path]
) -> None:
    found = cli.done("prices", "diff", *lists, "--format", "json").json
    assert set(found) == {"changes", "quotes", "problems"}


def test_a_quote_file_says_what_it_earns(
    cli: Cli, examples: Path, tmp_path: Path
) -> None:
    prices = ("--prices", examples / "list-cp1252.csv")
    words = ("commission", examples / "quote.json", *prices, "--out", tmp_path / "out")
    answer = cli.done(*words, "--lang", "fr")
    path = Path(answer.out.strip())
    assert path.name == "Menuiserie Lefèvre SRL-commission-fr.pdf"
    text = text_of(path.read_bytes())
    for said in ("Réservé au partenaire", "1 560,00 €", "1 440,00 €", "Échéance"):
        assert said in text
    assert "Invented" not in text


def test_what_an_extension_earns_is_the_partners_alone_to_read(
    cli: Cli, examples: Path, tmp_path: Path
) -> None:
    """W9: on the commission sheet, and on no paper of the contract."""
    quote = json.loads((examples / "quote.json").read_text("utf-8"))
    file = tmp_path / "shorter.json"
    file.write_text(json.dumps({**quote, "term": 24}), "utf-8")
    cli.done("prices", "import", examples / "list-cp1252.csv")
    number = cli.done("quotes", "add", file).out.strip()
    out = ("--lang", "fr", "--out", tmp_path / "out")
    sheet = Path(cli.done("quotes", "commission", number, *out).out.strip())
    said = text_of(sheet.read_bytes())
    assert "En cas de prolongation du contrat" in said
    # Twelve packs at 40.00; the list does not know what an upgrade earns.
    assert "480,00 €" in said
    assert "à confirmer" in said
    cli.done("quotes", "issue", number, *out)
    cli.done("quotes", "accept", number)
    for paper in ("extension-offer", "end", "order"):
        for path in cli.done("quotes", paper, number, *out).out.split("\n")[:-1]:
            if path.endswith(".pdf"):
                assert "480,00" not in text_of(Path(path).read_bytes())


def test_a_saved_quote_says_what_it_earns_under_the_prices_it_keeps(
    cli: Cli, lists: tuple[Path, Path], tmp_path: Path
) -> None:
    cli.done("prices", "import", lists[1])
    (head,) = cli.done("quotes", "list", "--format", "json").json["quotes"]
    words = ("quotes", "commission", head["number"].lower(), "--out", tmp_path / "out")
    path = Path(cli.done(*words).out.strip())
    assert path.name == f"{head['number']}-commission-en.pdf"
    text = text_of(path.read_bytes())
    assert "EXEMPLE-BE 2026-11" in text
    # Two packs at 120.00 and two docks at 5.00.
    assert "250,00 €" in text


def test_a_commission_that_is_missing_is_warned_of(
    cli: Cli, examples: Path, tmp_path: Path
) -> None:
    quote = json.loads((examples / "quote.json").read_text("utf-8"))
    answer = {"price_12": None, "price_24": None, "price_36": "10.00"}
    quote["special_requests"] = [
        {
            "text_fr": "Durci",
            "text_en": "Rugged",
            "quantity": 1,
            "answer": {**answer, "commission": None},
        }
    ]
    file = tmp_path / "open.json"
    file.write_text(json.dumps(quote), "utf-8")
    prices = ("--prices", examples / "list-cp1252.csv")
    done = cli.done("commission", file, *prices, "--out", tmp_path / "out")
    assert "Warning" in done.err
    text = text_of(Path(done.out.strip()).read_bytes())
    assert "to be confirmed" in text


def test_a_quote_that_cannot_be_priced_earns_nothing_yet(
    cli: Cli, examples: Path, tmp_path: Path
) -> None:
    quote = json.loads((examples / "quote.json").read_text("utf-8"))
    quote["packs"][0]["sku"] = "NO-SUCH"
    file = tmp_path / "bad.json"
    file.write_text(json.dumps(quote), "utf-8")
    answer = cli("commission", file, "--out", tmp_path / "out")
    assert answer.status == 1
    assert "NO-SUCH" in answer.err
    assert not (tmp_path / "out").exists()
    assert cli("quotes", "commission", "TR-1", "--out", tmp_path).status == 1
