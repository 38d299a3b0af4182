"""Lists out of use and lists that wait, in the window: done, seen, taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from app.use_cases import prices
from i18n import Language
from tests.fakes import FakeStorage
from tests.ui.hands import button, cells, click, press, seen, settle
from tests.ui.test_prices_page import SAMPLE, changed, written
from ui.prices.history.view import HistoryView
from ui.prices.note import PricesNote
from ui.prices.page import PricesPage
from ui.shared import Shared


@pytest.fixture
def page(qtbot: QtBot, shared: Shared, tmp_path: Path) -> PricesPage:
    first = SAMPLE.read_text("utf-8-sig").replace("SAMPLE-BE", "ALSO-BE")
    prices.import_list(shared.workplace, written(tmp_path, first))
    page = PricesPage(shared)
    qtbot.addWidget(page)
    page.resize(1100, 700)
    page.show()
    settle(qtbot, shared)
    return page


def buttons(page: PricesPage, name: str) -> list[QAbstractButton]:
    every = seen(page, QAbstractButton)
    return [each for each in every if each.accessibleName() == name]


def words(page: PricesPage) -> str:
    return " ".join(label.text() for label in seen(page, QLabel))


def later(tmp_path: Path) -> Path:
    """A list for January that changes two prices."""
    text = changed(tmp_path).read_text("utf-8").replace("SAMPLE-BE", "ALSO-BE")
    begins = text.replace("valid_from;2026-01-01", "valid_from;2027-01-01")
    return written(tmp_path, begins)


def in_use(storage: FakeStorage) -> list[str]:
    return [each.version for each in storage.store.price_lists() if each.in_use]


def test_a_list_is_taken_out_of_use_and_back(
    qtbot: QtBot, shared: Shared, page: PricesPage, storage: FakeStorage
) -> None:
    note = PricesNote(shared)
    qtbot.addWidget(note)
    click(button(page, "Take out of use"))
    settle(qtbot, shared)
    assert in_use(storage) == []
    assert "No version of ALSO-BE counts now." in words(page)
    assert "No price list counts today" in words(page)
    assert "No price list counts" in note._sign.toolTip()
    click(button(page, "Undo"))
    settle(qtbot, shared)
    assert in_use(storage) == ["1"]
    assert "Undone: ALSO-BE 1 out of use" in words(page)
    assert "No version of ALSO-BE counts now." not in words(page)
    press(page, Qt.Key.Key_Y, ctrl=True)
    settle(qtbot, shared)
    assert in_use(storage) == []


def test_a_version_is_taken_out_of_use_in_the_history(
    qtbot: QtBot, shared: Shared, page: PricesPage, storage: FakeStorage, tmp_path: Path
) -> None:
    prices.import_list(shared.workplace, later(tmp_path))
    click(button(page, "History"))
    settle(qtbot, shared)
    view = page.findChild(HistoryView)
    assert view is not None
    view.versions_table.selectRow(1)
    settle(qtbot, shared)
    click(button(view, "Take out of use"))
    settle(qtbot, shared)
    assert in_use(storage) == ["2"]
    assert view.versions_table.currentIndex().row() == 1
    assert cells(view.versions_table, 2) == ["Waiting", "Out of use"]
    assert "by tester" in button(view, "Take back into use").toolTip()
    shared.languages.choose(Language.of("fr", "BE"))
    settle(qtbot, shared)
    assert cells(view.versions_table, 2) == ["En attente", "Retirée"]
    click(button(view, "Remettre en usage"))
    settle(qtbot, shared)
    assert in_use(storage) == ["1", "2"]


def test_a_waiting_list_says_from_when_and_what_it_changes(
    qtbot: QtBot, shared: Shared, page: PricesPage, storage: FakeStorage, tmp_path: Path
) -> None:
    assert "Prices to come" not in words(page)
    prices.import_list(shared.workplace, later(tmp_path))
    shared.prices_changed.emit()
    settle(qtbot, shared)
    settle(qtbot, shared)
    said = words(page)
    assert "Prices to come" in said
    assert "Takes over on 01/01/2027" in said
    assert "Against version 1: 0 new, 0 no longer sold," in said
    click(button(page, "See what it changes"))
    settle(qtbot, shared)
    view = page.findChild(HistoryView)
    assert view is not None
    assert any("64,90" in row.after for row in view.changes.rows)
    click(button(view, "Back to the prices"))
    click(buttons(page, "Take out of use")[-1])
    settle(qtbot, shared)
    assert in_use(storage) == ["1"]
    assert "Prices to come" not in words(page)
    assert "ALSO-BE 1 counts now" in words(page)
