"""A watched folder: what comes to rest there is proposed, and nothing more."""

from __future__ import annotations

import re
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QComboBox, QLabel
from pytestqt.qtbot import QtBot

from app.use_cases import mapping_files, prices
from tests.app.pricelist.mapping.tables import CATALOGUE, mapping
from tests.app.pricelist.microsoft.test_licences import sheet
from tests.app.tables.workbooks import written as workbook
from tests.ui.hands import button, click, seen
from ui.prices.mapping.view import MappingView
from ui.prices.note import PricesNote
from ui.prices.page import PricesPage
from ui.prices.review import Review
from ui.prices.watch import Watch
from ui.prices.watched_card import WATCHED
from ui.shared import Shared

SAMPLE = (files("resources") / "sample" / "prices.csv").read_text("utf-8")


@pytest.fixture
def folder(tmp_path: Path, shared: Shared) -> Path:
    place = tmp_path / "lists"
    place.mkdir()
    shared.keep_settings(shared.workplace.settings.changed(WATCHED, str(place)))
    return place


def put(folder: Path, version: str, name: str = "list.csv") -> Path:
    path = folder / name
    text = SAMPLE.replace("SAMPLE-BE", "ALSO-BE")
    path.write_text(text.replace("version;1", f"version;{version}"), "utf-8")
    return path


def proposals(watch: Watch) -> list[Review]:
    told: list[Review] = []
    watch.proposed.connect(told.append)
    return told


def look(qtbot: QtBot, watch: Watch, shared: Shared) -> None:
    qtbot.waitUntil(lambda: not shared.jobs.busy)
    watch.look()
    qtbot.waitUntil(lambda: not shared.jobs.busy)


@pytest.fixture
def watch(qtbot: QtBot, shared: Shared, folder: Path) -> Watch:
    assert folder.is_dir()
    owner = QObject(shared)
    made = Watch(shared, owner, every=3_600_000)
    qtbot.waitUntil(lambda: not shared.jobs.busy)
    return made


def test_a_list_is_proposed_once_it_is_at_rest(
    qtbot: QtBot, shared: Shared, folder: Path, watch: Watch
) -> None:
    told = proposals(watch)
    put(folder, "2")
    look(qtbot, watch, shared)
    assert told == []
    look(qtbot, watch, shared)
    assert [one.new.version for one in told if one.new] == ["2"]
    look(qtbot, watch, shared)
    assert len(told) == 1
    with shared.workplace.storage.reading() as store:
        assert store.price_lists() == ()


def test_what_is_imported_or_older_is_no_news(
    qtbot: QtBot, shared: Shared, folder: Path, watch: Watch
) -> None:
    prices.import_list(shared.workplace, put(folder, "2"))
    put(folder, "1", "old.csv")
    (folder / "customers.csv").write_text("name;city\nLef;Namur\n", "utf-8")
    told = proposals(watch)
    for _ in range(5):
        look(qtbot, watch, shared)
    assert told == []
    put(folder, "3")
    for _ in range(2):
        look(qtbot, watch, shared)
    assert [one.new.version for one in told if one.new] == ["3"]


def test_a_folder_that_vanishes_is_told_and_found_again(
    qtbot: QtBot, shared: Shared, folder: Path, watch: Watch
) -> None:
    states: list[bool] = []
    watch.reached.connect(lambda problems: states.append(not problems))
    folder.rename(folder.with_name("away"))
    for _ in range(2):
        look(qtbot, watch, shared)
    folder.with_name("away").rename(folder)
    look(qtbot, watch, shared)
    assert states == [False, True]


def test_the_page_leads_from_the_news_to_what_it_changes(
    qtbot: QtBot, shared: Shared, folder: Path
) -> None:
    page = PricesPage(shared)
    qtbot.addWidget(page)
    page.show()
    put(folder, "2")
    for _ in range(3):
        look(qtbot, page.watch, shared)
    assert any("ALSO-BE 2" in label.text() for label in seen(page, QLabel))
    click(button(page, "See what it changes"))
    assert button(page, "Import this list").isEnabled()
    put(folder, "3")  # another file by now: what was looked at counts
    click(button(page, "Import this list"))
    qtbot.waitUntil(lambda: not shared.jobs.busy)
    with shared.workplace.storage.reading() as store:
        assert [one.version for one in store.price_lists()] == ["2"]


def test_several_lists_are_shown_one_after_the_other(
    qtbot: QtBot, shared: Shared, folder: Path
) -> None:
    for name in ("ONE-BE", "TWO-BE", "THREE-BE"):
        path = folder / f"{name}.csv"
        path.write_text(SAMPLE.replace("SAMPLE-BE", name), "utf-8")
    page, note = PricesPage(shared), PricesNote(shared)
    qtbot.addWidget(page)
    qtbot.addWidget(note)
    page.show()
    for more in (["2 more wait."], ["1 more waits."], []):
        said = come(qtbot, shared, page)
        assert re.findall(r"\d more waits?\.", said) == more
        click(button(page, "Not now"))
    assert "has come" not in come(qtbot, shared, page)
    assert "waiting" not in note._sign.toolTip()


def test_the_note_says_on_every_page_that_a_list_waits(
    qtbot: QtBot, shared: Shared, folder: Path
) -> None:
    page, note = PricesPage(shared), PricesNote(shared)
    qtbot.addWidget(page)
    qtbot.addWidget(note)
    page.show()
    put(folder, "2")
    for _ in range(3):
        look(qtbot, page.watch, shared)
    assert "A new list is waiting" in note._sign.toolTip()
    click(button(page, "Not now"))
    assert "waiting" not in note._sign.toolTip()


def test_the_card_names_the_folder_and_stops_watching(
    qtbot: QtBot, shared: Shared, folder: Path
) -> None:
    page = PricesPage(shared)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: not shared.jobs.busy)
    assert any(str(folder) in label.text() for label in seen(page, QLabel))
    click(button(page, "Watch no longer"))
    assert shared.workplace.settings.prices.watched == ""
    assert not any(str(folder) in label.text() for label in seen(page, QLabel))
    qtbot.waitUntil(lambda: not shared.jobs.busy)


def test_a_list_of_a_layout_that_was_mapped_is_proposed(
    qtbot: QtBot, shared: Shared, folder: Path, watch: Watch
) -> None:
    told = proposals(watch)
    (folder / "portables.csv").write_text(CATALOGUE, "utf-8")
    look(qtbot, watch, shared)
    look(qtbot, watch, shared)
    assert [(each.new, each.asks) for each in told] == [(None, True)]
    header = tuple(CATALOGUE.splitlines()[2].split(";"))
    profile = replace(mapping(), headers=header)
    mapping_files.remember(shared.workplace.folder, profile)
    (folder / "later.csv").write_text(CATALOGUE.replace("novembre", "mars"), "utf-8")
    look(qtbot, watch, shared)
    look(qtbot, watch, shared)
    assert [each.new.version for each in told if each.new] == ["2026-03-01"]


def come(qtbot: QtBot, shared: Shared, page: PricesPage) -> str:
    """What the page says once it has looked often enough."""
    for _ in range(3):
        look(qtbot, page.watch, shared)
    return " ".join(label.text() for label in seen(page, QLabel))


def test_a_file_that_needs_a_mapping_waits_for_an_answer_and_leads_to_it(
    qtbot: QtBot, shared: Shared, folder: Path
) -> None:
    page = PricesPage(shared)
    qtbot.addWidget(page)
    page.show()
    (folder / "portables.csv").write_text(CATALOGUE, "utf-8")
    said = come(qtbot, shared, page)
    assert "portables.csv. It asks which column is what." in said
    assert "faults" not in said
    click(button(page, "Answer…"))
    qtbot.waitUntil(lambda: not shared.jobs.busy)
    assert page.findChild(MappingView) is not None


def test_a_file_of_several_currencies_waits_for_one_and_leads_to_the_choice(
    qtbot: QtBot, shared: Shared, folder: Path
) -> None:
    page = PricesPage(shared)
    qtbot.addWidget(page)
    page.show()
    book = workbook(EUR=sheet("EUR", 19), CHF=sheet("CHF", 20))
    (folder / "2019-05-Cloud-Reseller-Pricelist.xlsx").write_bytes(book)
    assert "It asks which currency to read." in come(qtbot, shared, page)
    click(button(page, "Answer…"))
    assert [each.isVisible() for each in seen(page, QComboBox)] == [True]


def test_a_list_that_is_wrong_is_said_to_be(
    qtbot: QtBot, shared: Shared, folder: Path
) -> None:
    page = PricesPage(shared)
    qtbot.addWidget(page)
    page.show()
    path = put(folder, "2")
    path.write_text(path.read_text("utf-8").replace("62.90", "soixante"), "utf-8")
    assert "with faults has come: list.csv" in come(qtbot, shared, page)
    click(button(page, "See the faults"))
    assert not button(page, "Import this list").isEnabled()
