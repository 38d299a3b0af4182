"""Customers out of files of any layout: looked through first, then kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.use_cases import customer_files
from tests.cli import Cli

FILE = """Clients au 1er novembre;;;;;

Société;N° TVA;Pays;Localité;Secteur;Tél.
Menuiserie Lefèvre SRL;BE0403170701;Belgique;Arlon;entreprise;+32 63 21 21 21
Lycée royal;;BE;Huy;enseignement;
Boulangerie;;Atlantide;;;
;;BE;Namur;;
LYCEE ROYAL;;BE;Liège;;
Zoo;;BE;;zoo;
"""


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    path = tmp_path / "clients.csv"
    path.write_text(FILE, "cp1252")
    return path


def test_rows_are_new_changed_same_or_refused_with_a_reason(
    cli: Cli, listed: Path, tmp_path: Path
) -> None:
    looked = cli.done("customers", "import", listed, "--format", "json").json
    assert [each["name"] for each in looked["new"]] == [
        "Menuiserie Lefèvre SRL",
        "Lycée royal",
    ]
    assert (looked["new"][0]["country"], looked["new"][0]["phone"]) == (
        "BE",
        "+32 63 21 21 21",
    )
    assert looked["new"][1]["segment"] == "education"
    assert [(each["code"]) for each in looked["problems"]] == [
        "not_a_country",
        "customer_row_unnamed",
        "customer_segment_unknown",
        "customer_row_twice",
    ]
    assert cli.done("customers", "list", "--format", "json").json == {"customers": []}
    cli.done("customers", "import", listed, "--accept")
    newer = tmp_path / "newer.csv"
    newer.write_text(
        "Nom;TVA;Ville\nLefèvre;BE 0403.170.701;Arlon\nLycée Royal;;Huy\n", "utf-8"
    )
    found = cli.done("customers", "import", newer, "--format", "json").json
    changed = {each["name"]: each["fields"] for each in found["changed"]}
    assert changed["Lefèvre"] == {
        "name": {"old": "Menuiserie Lefèvre SRL", "new": "Lefèvre"},
        "vat_number": {"old": "BE0403170701", "new": "BE 0403.170.701"},
    }
    assert found["new"] == []


def test_what_was_imported_and_not_changed_since_is_the_same(
    cli: Cli, listed: Path
) -> None:
    cli.done("customers", "import", listed, "--accept")
    again = cli.done("customers", "import", listed, "--format", "json").json
    assert (again["new"], again["changed"], len(again["same"])) == ([], [], 2)
    said = cli.done("customers", "import", listed, "--accept", language="fr")
    assert "Identiques : 2" in said.out.replace("\u00a0", " ")


def test_columns_of_other_names_are_said_once_and_remembered(
    cli: Cli, tmp_path: Path
) -> None:
    path = tmp_path / "odd.csv"
    path.write_text("Kunden\nWer;Wo\nAda SA;Huy\n", "utf-8")
    words = ("--column", "name=Wer", "--column", "city=Wo", "--accept")
    cli.done("customers", "import", path, *words)
    path.write_text("Kunden\nWer;Wo\nBob SA;Huy\n", "utf-8")
    found = cli.done("customers", "import", path, "--format", "json").json
    assert [(each["name"], each["city"]) for each in found["new"]] == [
        ("Bob SA", "Huy")
    ]


def test_a_longer_row_makes_no_other_layout(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "odd.csv"
    path.write_text("Wer;Wo\nAda SA;Huy\n", "utf-8")
    cli.done("customers", "import", path, "--column", "name=Wer", "--accept")
    path.write_text("Wer;Wo\nBo SRL;Ans;;rappeler\n", "utf-8")
    found = cli.done("customers", "import", path, "--format", "json").json
    assert [each["name"] for each in found["new"]] == ["Bo SRL"]


@pytest.mark.parametrize("content", ["{", "[1]", '{"columns": {"name": 1}}'])
def test_columns_that_can_no_longer_be_read_are_guessed_again(
    cli: Cli, listed: Path, content: str
) -> None:
    cli.done("customers", "import", listed, "--accept")
    (remembered,) = (cli.folder / "mappings" / "customers").iterdir()
    remembered.write_text(content, "utf-8")
    again = cli.done("customers", "import", listed, "--format", "json").json
    assert len(again["same"]) == 2


def test_an_empty_file_names_no_columns(tmp_path: Path) -> None:
    path = tmp_path / "empty.csv"
    path.write_text("\n", "utf-8")
    assert customer_files.column_names(path) == ()


def test_a_file_without_customers_or_such_a_column_is_refused(
    cli: Cli, tmp_path: Path
) -> None:
    path = tmp_path / "prices.csv"
    path.write_text("sku;prix\nA;1\n", "utf-8")
    refused = cli("customers", "import", path, "--format", "json")
    assert (refused.status, refused.json["new"]) == (1, None)
    path.write_text("Nom;Ville\nAda;Huy\n", "utf-8")
    unknown = cli("customers", "import", path, "--column", "phone=Fon")
    assert unknown.status == 1
    assert "Fon" in unknown.err


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_what_is_exported_comes_back_the_same(
    cli: Cli, listed: Path, tmp_path: Path, form: str
) -> None:
    cli.done("customers", "import", listed, "--accept")
    out = cli.done("customers", "export", "--out", tmp_path / "out", "--as", form).out
    again = cli.done("customers", "import", out.strip(), "--format", "json").json
    assert (again["new"], again["changed"], len(again["same"])) == ([], [], 2)
