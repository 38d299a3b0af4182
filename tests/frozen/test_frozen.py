from __future__ import annotations

import json
import shutil
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from babel.localedata import locale_identifiers

from app import CHILD_PAPER, CHILD_TABLE
from app.use_cases.drawing import Drawing
from quotes_db.marks import APPLICATION_ID
from tests.app.use_cases.test_drawing import WIDTH, sample_page
from tests.end_to_end.test_offers import pdf_text, same_but_for_more
from tests.frozen.built import Built

#: Seconds for a window to open, and then to show that it stays.
OPENING, STAYING = 20, 3


@pytest.fixture
def files(examples: Path, tmp_path: Path) -> Path:
    """Example 1 in a folder whose name is not plain."""
    return shutil.copytree(examples, tmp_path / "Prix d’été – n° 1")


def test_it_finds_itself_whole(built: Built) -> None:
    answer = built.done("self-check")
    assert answer.out.endswith("This installation is whole.\n")
    assert answer.err == ""


@pytest.mark.parametrize("name", ["list.xlsx", "list-cp1252.csv"])
def test_it_prices_example_1(built: Built, files: Path, name: str) -> None:
    quote = files / "quote.json"
    answer = built.done("price", quote, "--prices", files / name, "--format", "json")
    offer = json.loads((files / "offer.json").read_text("utf-8"))
    same_but_for_more(answer.json, offer)


def test_it_imports_a_workbook(built: Built, files: Path) -> None:
    book = shutil.move(files / "list.xlsx", files / "Tarif € à jour.xlsx")
    built.done("prices", "import", book)
    (current,) = built.done("prices", "show", "--format", "json").json["price_lists"]
    assert current["list_id"] == "EXEMPLE-BE"
    quote = built.done("price", files / "quote.json", "--format", "json").json
    assert quote["distributor"]["monthly"] == "648.00"


def test_it_refuses_what_is_no_workbook(built: Built, files: Path) -> None:
    book = files / "list.xlsx"
    book.write_bytes(book.read_bytes()[:-100])
    answer = built("prices", "import", book)
    assert answer.status == 1
    assert "Traceback" not in answer.err
    assert not list(built.data.glob("*.db"))


def test_its_child_reads_a_workbook_and_nothing_else(built: Built, files: Path) -> None:
    book = (files / "list.xlsx").read_bytes()
    answer = subprocess.run(
        [built.program, CHILD_TABLE],
        input=b"%d\n%b[]" % (len(book), book),
        check=True,
        capture_output=True,
        env=built.environment,
        timeout=60,
    )
    assert answer.stdout.endswith(b"[]\n")
    assert answer.stderr == b""


def test_its_child_draws_a_paper(built: Built, tmp_path: Path) -> None:
    drawing = Drawing([str(built.program), CHILD_PAPER])
    try:
        page = drawing.page(sample_page(tmp_path))
    finally:
        drawing.close()
    assert page.width == WIDTH


def test_it_exports_papers(built: Built, files: Path) -> None:
    out = built.home / "Papiers d’été"
    built.done(
        *("export", files / "quote.json", "--prices", files / "list.xlsx"),
        *("--lang", "fr", "--lang", "en", "--lang", "fr+en", "--out", out),
    )
    papers = {path.stem.rpartition("-")[2]: path for path in out.glob("*.pdf")}
    assert set(papers) == {"fr", "en", "fr+en"}
    assert "648,00" in pdf_text(papers["fr"])
    assert "648" in pdf_text(papers["en"])
    assert "648,00" in pdf_text(papers["fr+en"])
    again = built.home / "rouvert.json"
    built.done("reopen", papers["en"], "--out", again)
    assert json.loads(again.read_text("utf-8"))["customer"]["name"] == (
        "Menuiserie Lefèvre SRL"
    )


def test_it_upgrades_an_older_database(built: Built) -> None:
    built.data.mkdir()
    with closing(sqlite3.connect(built.data / "quotes.db")) as database:
        database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        database.execute("VACUUM")
    assert built.done("quotes", "list", "--format", "json").err == ""
    built.done("db", "check")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_it_opens_its_window(built: Built, language: str) -> None:
    with built.window(language) as window:
        until = time.monotonic() + OPENING
        while built("settings", "set", "partner.name", "Zoé").status == 0:
            assert time.monotonic() < until, "the window did not take the data lock"
        # The pages come after the lock.
        with pytest.raises(subprocess.TimeoutExpired):
            window.wait(STAYING)
        window.kill()
        said, _ = window.communicate()
    assert said == ""


@pytest.mark.skipif(sys.platform != "linux", reason="others always have a screen")
def test_without_a_screen_it_says_so(built: Built) -> None:
    answer = built()
    assert answer.status == 2
    assert answer.err.startswith("No screen answers here")
    assert answer.err.count("\n") == 1


def test_it_knows_the_habits_of_every_country(built: Built) -> None:
    known = {name.removesuffix(".dat") for name in built.inside("locale-data/*.dat")}
    every = {"root", *locale_identifiers()}
    spoken = {name for name in every if name.split("_")[0] in ("root", "en", "fr")}
    assert known == spoken


def test_qt_speaks_french_and_the_licences_go_along(built: Built) -> None:
    assert built.inside("*.qm") == {"qtbase_fr.qm"}
    assert built.inside("THIRD_PARTY.md") == {"THIRD_PARTY.md"}
    assert {"LICENSE", "COPYING.txt"} <= built.inside("licences/*/*")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such links here")
def test_every_link_leads_somewhere(built: Built) -> None:
    links = [path for path in built.folder.rglob("*") if path.is_symlink()]
    assert [link for link in links if not link.exists()] == []
