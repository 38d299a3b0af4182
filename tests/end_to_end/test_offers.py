"""`price` and `export`: DOMAIN's example 1 and CONTRACT's promises about them."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from pypdf import PdfWriter

from tests.cli import Cli


def same_but_for_more(mine: Any, theirs: Any, place: str = "") -> None:
    """Assert that mine holds all of theirs; keys of its own are allowed."""
    if isinstance(theirs, dict):
        for key, value in theirs.items():
            assert key in mine, f"{place}.{key}"
            same_but_for_more(mine[key], value, f"{place}.{key}")
    elif isinstance(theirs, list):
        assert len(mine) == len(theirs), place
        for at, (one, other) in enumerate(zip(mine, theirs, strict=True)):
            same_but_for_more(one, other, f"{place}[{at}]")
    elif theirs != "(sha-256)":
        assert mine == theirs, place


def pdf_text(path: Path) -> str:
    document = pypdfium2.PdfDocument(path.read_bytes())
    texts = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    return "\n".join(texts)


@pytest.mark.parametrize("internal", [False, True])
def test_price_gives_example_1(cli: Cli, examples: Path, internal: bool) -> None:
    words = ["--internal"] if internal else []
    answer = cli.done(
        "price",
        examples / "quote.json",
        "--prices",
        examples / "list-cp1252.csv",
        "--format",
        "json",
        *words,
    )
    name = "offer-internal.json" if internal else "offer.json"
    same_but_for_more(answer.json, json.loads((examples / name).read_text("utf-8")))
    assert ("commission" in answer.out) is internal
    assert answer.err == ""


def test_without_internal_neither_word_nor_figure_of_a_commission_appears(
    cli: Cli, examples: Path
) -> None:
    call = ("price", examples / "quote.json", "--prices", examples / "list-cp1252.csv")
    shown = cli.done(*call)
    assert "ommission" not in shown.out + shown.err
    assert "1.560" not in shown.out
    assert "1.560,00" in cli.done(*call, "--internal").out


def test_price_writes_no_database(cli: Cli, examples: Path) -> None:
    cli.done("price", examples / "quote.json", "--prices", examples / "list-cp1252.csv")
    cli("price", examples / "quote.json")
    cli.done("prices", "check", examples / "list-cp1252.csv")
    assert not cli.folder.exists()


def test_another_term_can_be_asked_for(cli: Cli, examples: Path) -> None:
    call = (
        *("price", examples / "quote.json", "--prices", examples / "list-cp1252.csv"),
        *("--format", "json", "--term"),
    )
    assert cli.done(*call, "24").json["distributor"]["monthly"] == "746.40"
    refused = cli(*call, "12")
    assert refused.status == 1
    assert refused.json["distributor"]["monthly"] is None
    assert [p["code"] for p in refused.json["problems"]] == ["not_offered"] * 2
    assert "Mobile pack M" in refused.err


def test_w5_an_upgrade_shows_its_supplement_and_earns_its_commission(
    cli: Cli, examples: Path
) -> None:
    answer = cli.done(
        *("price", examples / "quote.json", "--prices", examples / "list-cp1252.csv"),
        *("--format", "json", "--internal"),
    ).json
    upgrade = answer["lines"][1]
    assert (upgrade["unit_price"], upgrade["monthly"]) == ("4.10", "49.20")
    assert answer["commission"]["lines"][1]["total"] == "120.00"


def test_export_writes_three_papers_that_hold_the_offers_amounts(
    cli: Cli, examples: Path, tmp_path: Path
) -> None:
    answer = cli.done(
        *("export", examples / "quote.json", "--prices", examples / "list-cp1252.csv"),
        *("--lang", "fr", "--lang", "en", "--lang", "fr+en", "--out", tmp_path / "p"),
    )
    paths = [Path(line) for line in answer.out.splitlines()]
    assert [path.name for path in paths] == [
        f"Menuiserie Lefèvre SRL-{code}.pdf" for code in ("fr", "en", "fr+en")
    ]
    french, english, both = (pdf_text(path).replace("\xa0", " ") for path in paths)
    for amount in ("648,00 €", "23 328,00 €", "136,08 €", "1 234,20 €", "49,90 €"):
        assert amount in french
        assert amount in both
    for amount in ("648,00 €", "23.328,00 €", "136,08 €", "1.234,20 €", "49,90 €"):
        assert amount in english
    assert "Offre de prix" in french
    assert "Quotation" in english
    assert "Offre de prix" in both
    assert "Quotation" in both


def test_what_is_refused_leaves_no_paper(
    cli: Cli, examples: Path, tmp_path: Path
) -> None:
    quote = json.loads((examples / "quote.json").read_text("utf-8"))
    quote["term"] = 12
    file = tmp_path / "quote.json"
    file.write_text(json.dumps(quote), "utf-8")
    out = tmp_path / "paper"
    call = ("--prices", examples / "list-cp1252.csv", "--lang", "fr", "--out", out)
    answer = cli("export", file, *call)
    assert answer.status == 1
    assert answer.out == ""
    assert "not offered for 12 months" in answer.err
    assert not out.exists()


def test_the_same_quote_gives_the_same_bytes_and_another_a_second_name(
    cli: Cli, examples: Path, tmp_path: Path
) -> None:
    call = ("--prices", examples / "list-cp1252.csv", "--lang", "fr", "--out", tmp_path)
    first = Path(cli.done("export", examples / "quote.json", *call).out.strip())
    again = Path(cli.done("export", examples / "quote.json", *call).out.strip())
    assert again == first
    quote = json.loads((examples / "quote.json").read_text("utf-8"))
    quote["title"] = "Autre"
    file = tmp_path / "other.json"
    file.write_text(json.dumps(quote), "utf-8")
    answer = cli.done("export", file, *call)
    second = Path(answer.out.strip())
    assert "SRL-fr.pdf” was there with another content" in answer.err
    assert second.name == "Menuiserie Lefèvre SRL-fr (2).pdf"


def test_reopen_gives_the_customer_copy_and_nothing_more(
    cli: Cli, examples: Path, tmp_path: Path
) -> None:
    call = ("--prices", examples / "list-cp1252.csv")
    exported = cli.done(
        *("export", examples / "quote.json", *call, "--lang", "en", "--out", tmp_path)
    )
    path = exported.out.strip()
    printed = cli.done("reopen", path)
    assert printed.json["format"] == "waas-quote/1"
    assert printed.json["priced"]["lines"][0]["unit_price"] == "49.90"
    assert "ommission" not in printed.out
    out = tmp_path / "copy.json"
    assert cli.done("reopen", path, "--out", out).out.strip() == str(out)
    assert out.read_text("utf-8") == printed.out
    again = cli.done("price", out, *call, "--format", "json").json
    first = cli.done("price", examples / "quote.json", *call, "--format", "json").json
    assert again["distributor"] == first["distributor"]
    assert again["problems"] == first["problems"]


def test_a_copys_prices_are_compared_and_never_trusted(
    cli: Cli, examples: Path, tmp_path: Path
) -> None:
    call = ("--prices", examples / "list-cp1252.csv")
    exported = cli.done(
        *("export", examples / "quote.json", *call, "--lang", "en", "--out", tmp_path)
    )
    copy = cli.done("reopen", exported.out.strip()).json
    copy["priced"]["lines"][0]["unit_price"] = "1.00"
    forged = tmp_path / "forged.json"
    forged.write_text(json.dumps(copy), "utf-8")
    answer = cli.done("price", forged, *call, "--format", "json").json
    assert answer["distributor"]["monthly"] == "648.00"
    (problem,) = answer["problems"]
    assert (problem["code"], problem["where"]) == ("price_differs", "packs[0]")


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7\nnothing", b"{}", b"\0" * 10_000])
def test_a_pdf_that_is_not_ours_is_refused(
    cli: Cli, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "foreign.pdf"
    path.write_bytes(content)
    answer = cli("reopen", path)
    assert answer.status == 1
    assert "cannot be read as a PDF" in answer.err


def test_another_paper_of_ours_holds_no_quote(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "letter.pdf"
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    writer.write(path)
    answer = cli("reopen", path)
    assert answer.status == 1
    assert "only a quote that this program wrote can be reopened" in answer.err


@pytest.mark.parametrize("planted", ["note", "commission"])
def test_a_copy_that_holds_what_no_customer_has_is_refused(
    cli: Cli, examples: Path, tmp_path: Path, planted: str
) -> None:
    quote = json.loads((examples / "quote.json").read_text("utf-8"))
    answer = {"price_36": "46.50"} if planted == "commission" else None
    quote["special_requests"] = [
        {"text_fr": "Durci", "text_en": "Rugged", "quantity": 1, "answer": answer}
    ]
    file = tmp_path / "quote.json"
    file.write_text(json.dumps(quote), "utf-8")
    call = ("--prices", examples / "list-cp1252.csv", "--lang", "en", "--out", tmp_path)
    paper = Path(cli.done("export", file, *call).out.strip())
    copy = cli.done("reopen", paper).json
    if planted == "note":
        copy["note"] = "planted"
    else:
        copy["special_requests"][0]["answer"]["commission"] = "99999.00"
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    writer.add_attachment("quote.json", json.dumps(copy).encode())
    forged = tmp_path / "forged.pdf"
    writer.write(forged)
    answered = cli("reopen", forged)
    assert answered.status == 1
    assert "was changed after it was written" in answered.err


def test_a_quote_that_cannot_be_read_prints_an_object_of_nulls(
    cli: Cli, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.json"
    bad.write_text("{", "utf-8")
    answer = cli("price", bad, "--format", "json")
    assert answer.status == 1
    assert answer.json["distributor"] is None
    assert answer.json["problems"][0]["code"] == "not_json"
    missing = cli("price", tmp_path / "none.json", "--format", "json")
    assert missing.status == 2
    assert "There is no file" in missing.err


def test_the_sample_counts_until_a_list_is_imported_and_says_so(
    cli: Cli, examples: Path, tmp_path: Path
) -> None:
    answer = cli.done("sample", "--out", tmp_path / "sample")
    assert "Invented sample prices" in answer.out
    assert len(answer.out.strip().splitlines()[-3:]) == 3
    assert "893,83\xa0€" in answer.out
    assert "invented sample" in cli.done("prices", "show").out
    cli.done("prices", "import", examples / "list-cp1252.csv")
    assert "EXEMPLE-BE" in cli.done("prices", "show").out
    assert "sample" not in cli.done("prices", "show").out


def test_self_check_proves_the_copy_whole(cli: Cli) -> None:
    answer = cli.done("self-check", language="fr")
    assert len(answer.out.splitlines()) == 6
    assert not cli.folder.exists()


def test_a_pdf_can_be_read_back_in_memory(
    cli: Cli, examples: Path, tmp_path: Path
) -> None:
    exported = cli.done(
        *("export", examples / "quote.json", "--prices", examples / "list-cp1252.csv"),
        *("--lang", "fr+en", "--out", tmp_path),
    )
    document = pypdfium2.PdfDocument(
        io.BytesIO(Path(exported.out.strip()).read_bytes())
    )
    assert len(document) >= 2
    document.close()
