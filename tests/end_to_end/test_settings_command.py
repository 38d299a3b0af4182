"""A logo set by command heads the paper that a command writes."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.app.paper.reading import structure
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
