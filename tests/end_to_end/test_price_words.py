"""What the commands say of price lists, in the words of people."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from tests.cli import Cli

SAMPLE = files("resources") / "sample" / "prices.csv"
#: A column, a semicolon and its cell, in the sample and in the newer list.
NEWER = {
    "version;1": "version;2",
    "49.90;": "51.90;",
    "Pack Mobile S": "Pack Mobile Go",
}


def newer(folder: Path) -> Path:
    text = SAMPLE.read_text("utf-8-sig")
    kept = [line for line in text.splitlines() if not line.startswith("O365-E3-UP;")]
    text = "\n".join(kept)
    for old, new in NEWER.items():
        assert old in text
        text = text.replace(old, new)
    text += added(text)
    path = folder / "newer.csv"
    path.write_text(text, "utf-8")
    return path


def added(text: str) -> str:
    """Return a row more: the first item of the list under another reference."""
    first = next(row for row in text.splitlines() if row.startswith("WAAS-NB-S;"))
    return "\n" + first.replace("WAAS-NB-S;", "WAAS-NB-NEW;", 1)


def old(folder: Path) -> Path:
    path = folder / "old.csv"
    path.write_text(SAMPLE.read_text("utf-8-sig"), "utf-8")
    return path


@pytest.mark.parametrize(
    ("language", "term", "name", "order"),
    [
        (
            "en",
            "Monthly price, 36 months: 49.90\u00a0€ → 51.90\u00a0€  (+4%)",
            "French name: Pack Mobile S",
            ("Changed", "Added", "Removed"),
        ),
        (
            "fr",
            "Prix mensuel, 36 mois\u00a0: 49,90\u00a0€ → 51,90\u00a0€  (+4\u00a0%)",
            "Nom français\u00a0: Pack Mobile S",
            ("Articles modifiés", "Articles ajoutés", "Articles supprimés"),
        ),
    ],
)
def test_a_difference_names_columns_in_words_and_says_prices_first(
    cli: Cli,
    tmp_path: Path,
    language: str,
    term: str,
    name: str,
    order: tuple[str, ...],
) -> None:
    call = ("prices", "diff", old(tmp_path), newer(tmp_path))
    said = cli.done(*call, language=language).out
    assert term.replace(".", ",") in said
    assert name in said
    assert "price_36" not in said
    assert "name_fr" not in said
    places = [said.index(f"\n{heading} (") for heading in order]
    assert places == sorted(places)
    assert said.index(term.replace(".", ",")) < said.index(name)


def test_what_two_other_lists_share_is_no_matter_of_an_import(
    cli: Cli, tmp_path: Path
) -> None:
    text = old(tmp_path).read_text("utf-8")
    path = tmp_path / "list.csv"
    for name in ("ONE-BE", "TWO-BE"):
        path.write_text(text.replace("SAMPLE-BE", name), "utf-8")
        clash = cli.done("prices", "import", path).err
        assert ("both hold" in clash) is (name == "TWO-BE")
    head = "list_id;THIRD\nversion;1\ncurrency;EUR\nvalid_from;2026-01-01\n"
    path.write_text(f"{head}sku;kind;name_fr;name_en;price_once\nX;option;x;x;1\n")
    assert "both hold" not in cli.done("prices", "import", path).err


def test_json_keeps_the_columns_names(cli: Cli, tmp_path: Path) -> None:
    call = ("prices", "diff", old(tmp_path), newer(tmp_path), "--format", "json")
    changed = cli.done(*call).json["changes"]["changed"]
    assert {"price_36", "name_fr"} <= {
        cell["column"] for item in changed for cell in item["cells"]
    }


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "This workbook is damaged and cannot be read: open it"),
        ("fr", "Ce classeur est endommagé et ne peut pas être lu\u00a0: ouvrez-le"),
    ],
)
@pytest.mark.parametrize(
    "content", [b"", b"\x00\x01broken\x00", b"PK\x03\x04 cut off", b"\xd0\x81\x8d\x00"]
)
def test_a_broken_workbook_is_called_one(
    cli: Cli, tmp_path: Path, content: bytes, language: str, sentence: str
) -> None:
    path = tmp_path / "Prix.XLSX"
    path.write_bytes(content)
    answer = cli("prices", "check", path, language=language)
    assert answer.status == 1
    assert sentence in answer.err


def test_a_text_called_a_workbook_is_read_as_what_it_is(
    cli: Cli, tmp_path: Path
) -> None:
    path = tmp_path / "list.xlsx"
    path.write_text(SAMPLE.read_text("utf-8-sig"), "utf-8")
    assert cli("prices", "check", path).status == 0


def test_a_broken_text_is_not_called_a_workbook(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(b"sku;\x00")
    answer = cli("prices", "check", path)
    assert "This is not a text file" in answer.err
