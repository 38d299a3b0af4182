"""The list of quotes has the keyboard as soon as its page comes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Bench, MakeBench
from tests.ui.hands import add_quote, press, settle
from ui.quotes.table import QuoteTable
from ui.shared import Shared


@pytest.fixture
def listed(make_bench: MakeBench, shared: Shared, qtbot: QtBot) -> Bench:
    """A window that begins over three quotes."""
    for name in ("Anne", "Bruno", "Chloé"):
        add_quote(shared.workplace, name)
    bench = make_bench()
    bench.window.activateWindow()
    settle(qtbot, shared)
    return bench


def keyed() -> QuoteTable:
    """The list, which has the keys."""
    found = QApplication.focusWidget()
    assert isinstance(found, QuoteTable)
    return found


@pytest.mark.usefixtures("listed")
def test_all_quotes_are_chosen_by_the_first_key() -> None:
    assert not keyed().chosen()
    press(keyed(), Qt.Key.Key_A, ctrl=True)
    assert len(keyed().chosen()) == 3


def test_at_the_start_enter_opens_nothing_and_down_goes_to_the_first(
    listed: Bench,
) -> None:
    press(keyed(), Qt.Key.Key_Return)
    assert listed.window.at == "quotes"
    press(keyed(), Qt.Key.Key_Down)
    assert keyed().currentIndex().row() == 0
    assert len(keyed().chosen()) == 1


def test_who_comes_back_to_the_list_goes_on_in_it(listed: Bench, qtbot: QtBot) -> None:
    listed.window.go("today")
    settle(qtbot, listed.shared)
    listed.window.menus.actions["quotes"].trigger()
    press(keyed(), Qt.Key.Key_A, ctrl=True)
    assert len(keyed().chosen()) == 3
