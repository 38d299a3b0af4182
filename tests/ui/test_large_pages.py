"""Every page and dialog over a large base and a long list: the thread stays free."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.domain.localized import Localized
from app.domain.price_list import Item
from bench.lists import long_list
from tests.ui.hands import W, field, press, table, write
from tests.ui.test_large_base import filled, settle_long, window, workplace
from tests.ui.watchdog import Watchdog, watched
from ui.customers.page import CustomersPage
from ui.editor.page import EditorPage
from ui.garbage import Garbage
from ui.main_window import MainWindow
from ui.prices.history.view import HistoryView
from ui.prices.page import PricesPage
from ui.shared import Shared

__all__ = ["filled", "window", "workplace"]

ITEMS = 40_000


class Hands:
    """Does one thing after the other, each under its name."""

    def __init__(self, qtbot: QtBot, shared: Shared, dog: Watchdog) -> None:
        self._qtbot, self._shared, self._dog = qtbot, shared, dog

    def do(self, name: str, what: Callable[[], object]) -> None:
        self._dog.doing = name
        what()
        settle_long(self._qtbot, self._shared)

    def rest(self) -> None:
        """Leave the window alone for as long as garbage waits for."""
        self.do("resting", lambda: self._qtbot.wait(1_000))

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
    by, first = shared.workplace.stamp(), long_list(ITEMS)
    second = replace(first, version="2", items=tuple(map(renamed, first.items)))
    with shared.workplace.storage.writing() as store:
        for each in (first, second):
            store.add_price_list(each, "long.csv", by)
    shared.prices_changed.emit()
    settle_long(qtbot, shared)
    garbage = Garbage(made, tick=200)
    with watched() as dog:
        hands = Hands(qtbot, shared, dog)
        page = opened(made, hands)
        over_a_quote(page, hands)
        hands.do("back", lambda: made.go("quotes"))
        opened(made, hands)
        pages(made, hands)
        history(made, hands)
        over_the_window(made, hands)
    garbage.end()


def renamed(item: Item) -> Item:
    """The item as the next version has it: every tenth has another name."""
    names = {code: f"{text} bis" for code, text in item.name.texts}
    changes = int(item.sku.removeprefix("SKU-")) % 10 == 0
    return replace(item, name=Localized.of(names)) if changes else item


def opened(made: MainWindow, hands: Hands) -> EditorPage:
    """Open a quote that keeps prices of an older list."""
    number = field(made, "Search quotes")
    hands.do("looking for a quote", lambda: write(number, "2026 0001"))
    hands.do("opening a quote", lambda: press(number, Qt.Key.Key_Return))
    hands.rest()
    page = made.page
    assert isinstance(page, EditorPage)
    assert page.wishes.session is not None
    return page


def pages(made: MainWindow, hands: Hands) -> None:
    for name in ("today", "prices", "customers", "settings"):
        hands.do(name, partial(made.go, name))
    hands.rest()
    hands.do("customers again", lambda: made.go("customers"))
    hands.do("customers anew", inside(made, CustomersPage).reload)
    known = field(made, "Search customers")
    hands.type("searching customers", known, "garage noel")
    assert table(made).model().rowCount() > 0
    hands.type("searching nobody", known, "")
    hands.do("quotes", lambda: made.go("quotes"))


def inside(made: MainWindow, kind: type[W]) -> W:
    """The one of its kind in the window."""
    found = made.findChild(kind)
    assert isinstance(found, kind)
    return found


def history(made: MainWindow, hands: Hands) -> None:
    hands.do("prices again", lambda: made.go("prices"))
    hands.do("history", inside(made, PricesPage).show_history)
    view = inside(made, HistoryView)
    assert view.items.rowCount() == ITEMS
    hands.type("searching the version", view.search, "screen 12")
    assert 0 < view.items.rowCount() < ITEMS
    hands.type("all of the version", view.search, "")
    hands.do("changes", view.show_changes)
    assert view.changes.rowCount() >= ITEMS // 10
    hands.do("another version", lambda: view.versions_table.selectRow(1))
    hands.rest()


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
