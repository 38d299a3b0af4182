"""A fault of the program's own: what is said, and what the report gives away."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from i18n import Language
from tests.ui.conftest import Bench
from tests.ui.hands import add_quote, click, press
from ui.fault_report import report
from ui.faults import Faults

SECRET = "Menuiserie Lefèvre SRL"


@pytest.fixture
def faults(bench: Bench) -> Iterator[Faults]:
    made = Faults(bench.shared.languages, bench.window)
    yield made
    made.restore()


def told(bench: Bench, qtbot: QtBot) -> QMessageBox:
    """Let a fault happen as one does in a slot, and return what is said."""
    bug = broken(SECRET)
    sys.excepthook(type(bug), bug, bug.__traceback__)
    qtbot.waitUntil(lambda: bool(bench.window.findChildren(QMessageBox)))
    return bench.window.findChildren(QMessageBox)[-1]


def broken(customer: str) -> Exception:
    """Return a fault that came of another; both quote a customer."""
    try:
        try:
            int(customer)
        except ValueError as reason:
            raise KeyError(f"<b>{customer}</b>") from reason
    except KeyError as bug:
        return bug
    return RuntimeError(customer)


def named(box: QMessageBox, text: str) -> QAbstractButton:
    return next(each for each in box.buttons() if each.text() == text)


def test_the_report_names_places_and_nothing_that_was_typed() -> None:
    text = report(broken(SECRET))
    assert SECRET not in text
    assert "Lefèvre" not in text
    lines = text.splitlines()
    assert "WaaS Quotes" in lines[0]
    assert "Qt" in lines[0]
    assert "ValueError" in lines
    assert "KeyError" in lines
    assert any("test_faults.py:" in line and "broken" in line for line in lines)
    assert str(sys.prefix) not in text


def test_a_fault_says_what_happened_and_what_was_kept(
    bench: Bench, qtbot: QtBot, faults: Faults
) -> None:
    assert not faults.restarting
    box = told(bench, qtbot)
    assert "fault" in box.text()
    assert "kept" in box.informativeText()
    assert SECRET not in box.text() + box.informativeText()


def test_f9_works_over_a_fault(bench: Bench, qtbot: QtBot, faults: Faults) -> None:
    assert not faults.restarting
    box = told(bench, qtbot)
    qtbot.waitUntil(box.isActiveWindow)
    press(box, Qt.Key.Key_F9)
    assert bench.shared.customer_view
    press(box, Qt.Key.Key_F9)
    assert not bench.shared.customer_view


def test_the_report_is_copied_and_the_message_stays(
    bench: Bench, qtbot: QtBot, faults: Faults
) -> None:
    add_quote(bench.shared.workplace, SECRET)
    box = told(bench, qtbot)
    click(named(box, "Copy the report"))
    copied = QApplication.clipboard().text()
    assert "ValueError" in copied
    assert SECRET not in copied
    assert box.isVisible()
    click(named(box, "Go on"))
    assert not box.isVisible()
    assert bench.window.isVisible()
    assert not faults.restarting


def test_a_restart_closes_the_window_first(
    bench: Bench, qtbot: QtBot, faults: Faults
) -> None:
    click(named(told(bench, qtbot), "Restart"))
    assert not bench.window.isVisible()
    assert faults.restarting


def test_what_cannot_be_saved_keeps_the_window_open(
    bench: Bench, qtbot: QtBot, faults: Faults
) -> None:
    bench.window.may_close = lambda: False
    click(named(told(bench, qtbot), "Restart"))
    assert bench.window.isVisible()
    assert not faults.restarting
    bench.window.may_close = lambda: True


def test_a_fault_is_told_in_french(bench: Bench, qtbot: QtBot, faults: Faults) -> None:
    bench.shared.languages.choose(Language("fr", "BE"))
    box = told(bench, qtbot)
    named(box, "Redémarrer")
    assert "enregistré" in box.informativeText()
    assert not faults.restarting
