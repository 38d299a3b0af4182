"""An offer matrix in the window: reviewed and accepted as a list is."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QListWidget
from pytestqt.qtbot import QtBot

from app.use_cases import prices
from i18n import Language
from tests.fakes import FakeStorage
from tests.ui.hands import button, cells, click, seen, settle, table
from ui.prices.page import PricesPage
from ui.shared import Shared

FOLDER = Path("tests/data/microsoft")
LIST = FOLDER / "2020-03-licences-EUR.csv"
MATRIX = FOLDER / "2020-03-offermatrix.csv"


@pytest.fixture
def page(qtbot: QtBot, shared: Shared) -> PricesPage:
    page = PricesPage(shared)
    qtbot.addWidget(page)
    page.resize(1100, 700)
    page.show()
    settle(qtbot, shared)
    return page


def look_at(qtbot: QtBot, shared: Shared, page: PricesPage, path: Path) -> None:
    page.look_at(path)
    settle(qtbot, shared)


def words(page: PricesPage) -> list[str]:
    return [label.text() for label in seen(page, QLabel)]


def listed(page: PricesPage) -> list[str]:
    (problems,) = seen(page, QListWidget)
    return [problems.item(i).text() for i in range(problems.count())]


def test_it_is_reviewed_against_its_list_and_accepted_with_the_same_button(
    qtbot: QtBot, shared: Shared, page: PricesPage, storage: FakeStorage
) -> None:
    prices.import_list(shared.workplace, LIST)
    look_at(qtbot, shared, page, MATRIX)
    assert "microsoft-licences-EUR 2020-03+1" in words(page)
    assert any("Against version 2020-03: 0 new" in text for text in words(page))
    assert {"Billing", "Most per customer", "Countries"} <= set(cells(table(page), 2))
    assert {"yearly, monthly", "at a time", "BE, BQ"} <= set(cells(table(page), 4))
    assert any("does not hold: 1" in text for text in listed(page))
    click(button(page, "Import this list"))
    settle(qtbot, shared)
    versions = [each.version for each in storage.store.price_lists()]
    assert versions == ["2020-03", "2020-03+1"]
    assert any("2020-03+1 was imported." in text for text in words(page))


def test_what_it_says_already_cannot_be_imported_again(
    qtbot: QtBot, shared: Shared, page: PricesPage
) -> None:
    prices.import_list(shared.workplace, LIST)
    for _ in range(2):
        look_at(qtbot, shared, page, MATRIX)
        click(button(page, "Import this list"))
        settle(qtbot, shared)
    assert any("there is nothing to import" in text for text in words(page))
    assert not button(page, "Import this list").isEnabled()


def test_without_its_list_it_says_what_to_import_first(
    qtbot: QtBot, shared: Shared, page: PricesPage
) -> None:
    shared.languages.choose(Language.of("fr", "BE"))
    look_at(qtbot, shared, page, MATRIX)
    assert any("importez d’abord la liste des licences" in t for t in listed(page))
    assert not button(page, "Importer cette liste").isEnabled()


def test_a_list_of_before_is_not_said_to_count(
    qtbot: QtBot, shared: Shared, page: PricesPage, storage: FakeStorage
) -> None:
    prices.import_list(shared.workplace, LIST)
    look_at(qtbot, shared, page, MATRIX)
    click(button(page, "Import this list"))
    settle(qtbot, shared)
    look_at(qtbot, shared, page, LIST)
    assert any("there is nothing to import" in text for text in words(page))
    assert not button(page, "Import this list").isEnabled()
    assert len(storage.store.price_lists()) == 2


def test_the_next_list_is_reviewed_and_imported_with_what_the_matrix_says(
    qtbot: QtBot, shared: Shared, page: PricesPage, storage: FakeStorage, tmp_path: Path
) -> None:
    prices.import_list(shared.workplace, LIST)
    look_at(qtbot, shared, page, MATRIX)
    click(button(page, "Import this list"))
    settle(qtbot, shared)
    later = tmp_path / "2020-04-licences-EUR.csv"
    later.write_text(LIST.read_text("utf-8").replace("15.75", "16.75"), "utf-8")
    look_at(qtbot, shared, page, later)
    assert "microsoft-licences-EUR 2020-04" in words(page)
    assert any("is applied too, as version 2020-04+1" in each for each in listed(page))
    assert cells(table(page), 2)[-1] == "Monthly price"
    assert not {"Billing", "Countries"} & set(cells(table(page), 2))
    click(button(page, "Import this list"))
    settle(qtbot, shared)
    kept = [each.version for each in storage.store.price_lists()]
    assert kept[2:] == ["2020-04", "2020-04+1"]
