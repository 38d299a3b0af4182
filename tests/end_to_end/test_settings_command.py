"""What is set by command stands on the paper that a command writes."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.app.paper.reading import structure, text_of
from tests.app.use_cases.test_logo import picture
from tests.cli import Cli


@pytest.fixture
def logo(tmp_path: Path) -> Path:
    file = tmp_path / "Logo n° 1.jpg"
    file.write_bytes(picture(mode="RGB", form="JPEG"))
    return file


def test_a_logo_is_copied_and_heads_the_paper(
    cli: Cli, examples: Path, logo: Path, tmp_path: Path
) -> None:
    cli.done("settings", "set", "partner.name", "Ardenne Informatique")
    cli.done("settings", "set", "partner.logo", logo)
    logo.unlink()
    out = tmp_path / "out"
    call = (examples / "quote.json", "--prices", examples / "list-cp1252.csv")
    said = cli.done("export", *call, "--lang", "fr", "--out", out)
    content = Path(said.out.strip()).read_bytes()
    (figure,) = structure(content).tagged("Figure")
    assert figure.alternative == "Ardenne Informatique"
    assert len(PdfReader(out / Path(said.out.strip()).name).pages[0].images) == 1
    cli.done("settings", "set", "partner.logo", "")
    again = cli.done("export", *call, "--lang", "fr", "--out", tmp_path / "again")
    assert structure(Path(again.out.strip()).read_bytes()).tagged("Figure") == []


def test_a_drawing_is_refused_with_a_way_out(cli: Cli, tmp_path: Path) -> None:
    drawing = tmp_path / "logo.svg"
    drawing.write_text("<svg/>", "utf-8")
    refused = cli("settings", "set", "partner.logo", drawing)
    assert refused.status == 1
    assert "window’s settings" in refused.err
    assert "Traceback" not in refused.err


def test_a_colour_is_kept_readable_and_marks_the_paper(
    cli: Cli, examples: Path, tmp_path: Path
) -> None:
    said = cli.done("settings", "set", "partner.accent", "#FFCC00")
    assert "partner.accent = #FFCC00" in said.out
    assert "darker #826800" in said.err
    refused = cli("settings", "set", "partner.accent", "yellow")
    assert refused.status == 1
    assert "#0b5c5a" in refused.err
    drawn = exported(cli, examples, tmp_path)
    page = PdfReader(drawn).pages[0].get_contents()
    assert page is not None
    assert b"0.51 0.408 0 rg" in page.get_data()
    assert b"0.0431 0.361 0.353 rg" not in page.get_data()


def test_what_the_country_wants_named_is_told_and_printed(
    cli: Cli, examples: Path, tmp_path: Path
) -> None:
    cli.done("settings", "set", "partner.country", "FR")
    cli.done("settings", "set", "partner.name", "Flandre Réseaux")
    call = (examples / "quote.json", "--prices", examples / "list-cp1252.csv")
    said = cli.done("export", *call, "--lang", "fr", "--out", tmp_path / "first")
    assert (
        "Companies register: missing on the paper (C. com., art. R123-237)" in said.err
    )
    for key, value in (
        ("legal_form", "SAS"),
        ("capital", "10 000 €"),
        ("enterprise_number", "303 265 045"),
        ("register", "Lille"),
    ):
        cli.done("settings", "set", f"partner.{key}", value)
    said = cli.done("export", *call, "--lang", "fr", "--out", tmp_path / "second")
    assert "C. com." not in said.err
    text = text_of(Path(said.out.strip()).read_bytes())
    assert "Flandre Réseaux SAS au capital de 10 000 €" in text
    assert "SIREN 303 265 045 · RCS Lille" in text


def exported(cli: Cli, examples: Path, out: Path) -> Path:
    """Export the example and return the path of its paper."""
    call = (examples / "quote.json", "--prices", examples / "list-cp1252.csv")
    said = cli.done("export", *call, "--lang", "fr", "--out", out)
    return Path(said.out.strip())


def test_swiss_figures_have_a_point_where_it_is_chosen(
    cli: Cli, examples: Path, tmp_path: Path
) -> None:
    quote = tmp_path / "swiss.json"
    content = (examples / "quote.json").read_text("utf-8")
    quote.write_text(content.replace('"country": "BE"', '"country": "CH"'), "utf-8")
    call = ("export", quote, "--prices", examples / "list-cp1252.csv", "--lang", "fr")
    usual = cli.done(*call, "--out", tmp_path / "usual").out.strip()
    cli.done("settings", "set", "partner.figures", "point")
    point = cli.done(*call, "--out", tmp_path / "point").out.strip()
    assert "23 328,00 EUR" in text_of(Path(usual).read_bytes()).replace("€", "EUR")
    assert "EUR 23’328.00" in text_of(Path(point).read_bytes())


@pytest.mark.parametrize(
    ("lang", "heading"),
    [("fr", "La même offre selon la durée"), ("en", "The same offer by term")],
)
def test_the_terms_are_compared_on_paper_unless_one_chooses_otherwise(
    cli: Cli, examples: Path, tmp_path: Path, lang: str, heading: str
) -> None:
    prices = examples / "list-cp1252.csv"
    call = ("export", examples / "quote.json", "--prices", prices, "--lang", lang)

    def paper(folder: str) -> str:
        written = cli.done(*call, "--out", tmp_path / folder).out.strip()
        return text_of(Path(written).read_bytes())

    assert heading in paper("all")
    cli.done("settings", "set", "partner.terms", "chosen")
    assert heading not in paper("chosen")
    refused = cli("settings", "set", "partner.terms", "none")
    assert refused.status == 1
    cli.done("settings", "set", "partner.terms", "")
    assert heading in paper("again")
