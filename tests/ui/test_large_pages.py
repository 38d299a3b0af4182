"""Every page and dialog over a large base and a long list: the thread stays free."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from bench.lists import long_list
from tests.ui.hands import field, press, table, write
from tests.ui.test_large_base import filled, settle_long, window, workplace
from tests.ui.watchdog import Watchdog, watched
from ui.editor.page import EditorPage
from ui.main_window import MainWindow
from ui.shared import Shared

__all__ = ["filled", "window", "workplace"]

ITEMS = 20_000


class Hands:
    """Does one thing after the other, each under its name."""

    def __init__(self, qtbot: QtBot, shared: Shared, dog: Watchdog) -> None:
        self._qtbot, self._shared, self._dog = qtbot, shared, dog

    def do(self, name: str, what: Callable[[], object]) -> None:
        self._dog.doing = name
        what()
        settle_long(self._qtbot, self._shared)

    def type(self, name: str, edit: QLineEdit, text: str) -> None:
        """Type as people do: the window has its turn after each letter."""
        self.do(name, edit.clear)
        for letter in text:
            QTest.keyClicks(edit, letter)
            QApplication.processEvents()
        settle_long(self._qtbot, self._shared)

    def ask(self, name: str, parent: QWidget, what: Callable[[], object]) -> None:
        """Open a dialog, and close it."""
        self.do(name, what)
        shown = [each for each in parent.findChildren(QDialog) if each.isVisible()]
        assert shown, name
        self.do(f"closing {name}", shown[-1].close)


@pytest.mark.timeout(240)
def test_no_page_and_no_dialog_keeps_the_thread_of_the_window(
    qtbot: QtBot, window: tuple[MainWindow, Shared]
) -> None:
    made, shared = window
    with shared.workplace.storage.writing() as store:
        store.add_price_list(long_list(ITEMS), "long.csv", shared.workplace.stamp())
    shared.prices_changed.emit()
    settle_long(qtbot, shared)
    number = field(made, "Search quotes")
    write(number, "2026 0001")
    # How a first quote is opened is watched with the list of quotes.
    press(number, Qt.Key.Key_Return)
    settle_long(qtbot, shared)
    page = made.page
    assert isinstance(page, EditorPage)
    qtbot.waitUntil(lambda: page.wishes.session is not None)
    settle_long(qtbot, shared)
    with watched() as dog:
        hands = Hands(qtbot, shared, dog)
        over_a_quote(page, hands)
        pages(made, hands)
        over_the_window(made, hands)


def pages(made: MainWindow, hands: Hands) -> None:
    for name in ("today", "prices", "customers", "settings"):
        hands.do(name, partial(made.go, name))
    hands.do("customers again", lambda: made.go("customers"))
    known = field(made, "Search customers")
    hands.type("searching customers", known, "garage noel")
    assert table(made).model().rowCount() > 0
    hands.type("searching nobody", known, "")
    hands.do("quotes", lambda: made.go("quotes"))


def over_a_quote(page: EditorPage, hands: Hands) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    hands.do("adding", lambda: QTest.keyClick(page, Qt.Key.Key_L, control))
    hands.type("searching items", page.adding.search, "screen 12")
    hands.do("added", lambda: press(page.adding.search, Qt.Key.Key_Return))
    dialogs = {
        "details": page.paper.details_wanted.emit,
        "export": page.actions_on.export.trigger,
        "why": lambda: page.wishes.explain("nb"),
        "document": page.figures.preview.wanted.emit,
        "template": page.actions_on.template.trigger,
    }
    for name, what in dialogs.items():
        hands.ask(name, page, what)


def over_the_window(made: MainWindow, hands: Hands) -> None:
    actions = made.menus.actions
    hands.do("beginning a quote", actions["new"].trigger)
    for name in ("palette", "keys", "about", "new_from"):
        hands.ask(name, made, actions[name].trigger)
