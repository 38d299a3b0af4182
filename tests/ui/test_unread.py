"""A quote that cannot be read says so, and leads to what can be done."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.domain.problems import error
from tests.ui.conftest import Bench
from tests.ui.hands import add_quote, button, click, press, seen, settle
from ui.editor.page import EditorPage
from ui.quotes.page import QuotesPage


@pytest.fixture
def numbers(bench: Bench, qtbot: QtBot) -> list[str]:
    """Two quotes that are saved."""
    made = [add_quote(bench.shared.workplace, name) for name in ("Anne", "Bruno")]
    bench.shared.quotes_changed.emit()
    settle(qtbot, bench.shared)
    return made


def wish(bench: Bench, qtbot: QtBot, number: str) -> EditorPage:
    """Open a quote from the list."""
    bench.window.findChildren(QuotesPage)[0].open_quote.emit(number)
    settle(qtbot, bench.shared)
    return bench.window.findChildren(EditorPage)[0]


def told(page: EditorPage) -> str:
    return " ".join(label.text() for label in seen(page, QLabel))


def test_a_damaged_quote_leads_to_the_backups(
    bench: Bench, qtbot: QtBot, numbers: list[str]
) -> None:
    page = wish(bench, qtbot, numbers[0])
    assert "Anne" in told(page)
    bench.storage.read_fails = (error("database_damaged", path="quotes.db"),)
    wish(bench, qtbot, numbers[1])
    assert "is damaged" in told(page)
    assert "being read" not in told(page)
    assert "Anne" not in told(page)
    bench.storage.read_fails = ()
    click(button(page, "Restore a backup…"))
    assert bench.window.at == "settings"
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Backups"
    wish(bench, qtbot, numbers[0])
    assert "Anne" in told(page)
    assert "is damaged" not in told(page)


def test_what_another_program_holds_is_tried_again(
    bench: Bench, qtbot: QtBot, numbers: list[str]
) -> None:
    bench.storage.read_fails = (error("database_busy", path="quotes.db"),)
    page = wish(bench, qtbot, numbers[1])
    assert "Another program" in told(page)
    bench.storage.read_fails = ()
    click(button(page, "Try again"))
    settle(qtbot, bench.shared)
    assert "Bruno" in told(page)


def test_enter_goes_back_to_the_other_quotes(
    bench: Bench, qtbot: QtBot, numbers: list[str]
) -> None:
    bench.storage.read_fails = (error("database_damaged", path="quotes.db"),)
    page = wish(bench, qtbot, numbers[0])
    bench.storage.read_fails = ()
    back = page.focusWidget()
    assert back is not None
    press(back, Qt.Key.Key_Space)
    assert bench.window.at == "quotes"
