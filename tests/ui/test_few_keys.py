"""From an empty start to a quote's PDF, by keys alone and few of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from app.settings import Settings
from app.use_cases.bundled import policies
from app.use_cases.workplace import Workplace
from quotes_db.storage import Database
from tests.fakes import FakeClock
from tests.ui.conftest import Bench
from ui.editor.export_dialog import ExportDialog
from ui.editor.line_forms import ServiceForm
from ui.editor.page import EditorPage
from ui.editor.session import Session

MOST = 25
D = TypeVar("D", bound=QDialog)
KEY = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


class Keyboard:
    """Sends keys where the focus is, and counts those that are no typed words.

    A key held down beside another, Ctrl, counts as one too.
    """

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self.presses = 0

    def press(self, key: Qt.Key, *, ctrl: bool = False) -> None:
        self.presses += 1 + ctrl
        none = Qt.KeyboardModifier.NoModifier
        QTest.keyClick(self._focused(), key, CONTROL if ctrl else none)

    def type(self, words: str) -> None:
        for letter in words:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(self._focused(), event)

    def _focused(self) -> QWidget:
        found = QApplication.focusWidget() or QApplication.activeWindow()
        assert found is not None
        return found


@pytest.fixture
def workplace(tmp_path: Path) -> Workplace:
    clock = FakeClock()
    store = Database(tmp_path, clock)
    return Workplace(tmp_path, store, clock, Settings(), policies(), "tester")


def test_a_quote_of_two_packs_takes_few_keys(
    bench: Bench, qtbot: QtBot, tmp_path: Path
) -> None:
    shared, keys = bench.shared, Keyboard(qtbot)
    folder = tmp_path / "out"
    folder.mkdir()
    shared.memory.keep(replace(shared.memory.now, export_folder=str(folder)))
    keys.press(KEY.Key_N, ctrl=True)
    editor = _editor(bench)
    qtbot.waitUntil(lambda: editor.wishes.session is not None)
    keys.type("Menuiserie Lefèvre")
    keys.press(KEY.Key_Return)
    _add(keys, "mobile m", "12")
    _add(keys, "business premium", "")
    _add(keys, "compact m", "3")
    keys.press(KEY.Key_Period, ctrl=True)
    form = _dialog(qtbot, editor, ServiceForm)
    keys.type("85")
    keys.press(KEY.Key_Return)
    _closed(qtbot, bench, form)
    keys.press(KEY.Key_F6)
    assert _session(editor).state.quote.proposal.term == 12
    keys.press(KEY.Key_E, ctrl=True)
    asked = _dialog(qtbot, editor, ExportDialog)
    with qtbot.waitSignal(asked.written, timeout=10_000):
        keys.press(KEY.Key_Return)
    assert keys.presses <= MOST
    (paper,) = folder.iterdir()
    text = "".join(page.extract_text() for page in PdfReader(paper).pages)
    words = ("Menuiserie Lefèvre", "Mobile pack M", "Compact pack M", "Installation")
    assert all(each in text for each in (*words, "Office 365 Business Premium"))
    proposal = _session(editor).state.quote.proposal
    assert [pack.quantity for pack in proposal.packs] == [12, 3]
    assert [option.quantity for option in proposal.packs[0].options] == [12]
    asked.reject()


def _add(keys: Keyboard, words: str, quantity: str) -> None:
    """Find, add by Enter, then the quantity and Enter: the search is there again."""
    keys.type(words)
    keys.press(KEY.Key_Return)
    keys.type(quantity)
    keys.press(KEY.Key_Return)


def _editor(bench: Bench) -> EditorPage:
    found = bench.window.findChild(EditorPage)
    assert found is not None
    return found


def _session(editor: EditorPage) -> Session:
    assert editor.wishes.session is not None
    return editor.wishes.session


def _dialog(qtbot: QtBot, editor: EditorPage, kind: type[D]) -> D:
    """Wait for the dialog that keys opened, and for the keys to go there."""

    def found() -> list[D]:
        shown = [each for each in editor.findChildren(kind) if each.isVisible()]
        return [each for each in shown if each.isActiveWindow()]

    qtbot.waitUntil(lambda: bool(found()))
    return found()[0]


def _closed(qtbot: QtBot, bench: Bench, form: QDialog) -> None:
    """Wait for a dialog to close; offscreen nobody gives the window its focus back."""
    qtbot.waitUntil(lambda: not form.isVisible())
    bench.window.activateWindow()
    qtbot.waitUntil(bench.window.isActiveWindow)
