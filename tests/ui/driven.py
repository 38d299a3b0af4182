"""The real program in a process of its own, driven from inside: the tests' hand.

`python -m tests.ui.driven DATA LANGUAGE DEED [FILE]` opens the window by the command,
waits until it is furnished (for `asked`: until it asks about the file), does the deed,
and says what is seen as one JSON line.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QScrollBar

from app.main import main, make_workplace
from tests.ui.hands import texts
from ui.editor.page import EditorPage
from ui.garbage import Garbage
from ui.main_window import MainWindow
from ui.memory import Memory
from ui.quotes.arrival_dialog import ArrivalDialog
from ui.quotes.page import QuotesPage
from ui.start import application

_EVERY = 50


def told(window: MainWindow) -> dict[str, Any]:
    """What can be seen of a window, and of the screen it is on."""
    room = window.screen().availableGeometry()
    return {
        "place": numbers(window.geometry()),
        "room": numbers(room),
        "maximised": window.isMaximized(),
        "page": window.at,
        "title": window.windowTitle(),
        "scroll": bar(window).value() if window.findChildren(EditorPage) else 0,
        "watched": window.menus.actions["customer_view"].isChecked(),
        "texts": [text for text in texts(window) if text],
    }


def numbers(place: QRect) -> tuple[int, ...]:
    return (place.x(), place.y(), place.width(), place.height())


def bar(window: MainWindow) -> QScrollBar:
    """What the lines of the open quote are scrolled with."""
    return window.findChildren(EditorPage)[0].paper.table.verticalScrollBar()


def work(window: MainWindow) -> None:
    """Open the newest quote and scroll it, as long as it takes to be remembered."""
    (page,) = window.findChildren(QuotesPage)
    with make_workplace(Path(folder)).storage.reading() as store:
        number = store.quotes()[0].number
    page.open_quote.emit(number)
    patiently(lambda: number in window.windowTitle())
    bar(window).setValue(40)
    QTest.qWait(10 * _EVERY)


def stumble(window: MainWindow) -> None:
    """Meet a fault of the program's own, and restart from what it says."""
    bug = RuntimeError("stumbled")
    sys.excepthook(RuntimeError, bug, None)
    patiently(lambda: bool(window.findChildren(QMessageBox)))
    memory = Memory(Path(folder))
    memory.keep(replace(memory.now, recent=()))
    box = window.findChildren(QMessageBox)[0]
    next(each for each in box.buttons() if each.text() == "Restart").click()


def patiently(done: Callable[[], bool]) -> None:
    """Let the window go on until something is so."""
    end = time.monotonic() + 60
    while not done():
        assert time.monotonic() < end
        QTest.qWait(_EVERY)


def come_back(window: MainWindow) -> None:
    """Wait until the window is where it was before."""
    patiently(lambda: window.at == "editor" and " · " in window.windowTitle())
    QTest.qWait(2 * _EVERY)


def look(window: MainWindow) -> None:
    """Do nothing."""


def move(window: MainWindow) -> None:
    window.setWindowState(Qt.WindowState.WindowNoState)
    window.setGeometry(70, 90, 900, 560)


class FirstPaint(QObject):
    """Begins a quote by keys that reach the window while it is first painted."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if isinstance(watched, MainWindow) and event.type() is QEvent.Type.Paint:
            application().removeEventFilter(self)
            window = watched.windowHandle()
            QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
            for letter in "Hasty":
                # The stubs know keys alone.
                QTest.keyClick(window, letter)  # type: ignore[call-overload]
        return False


DEEDS: dict[str, Callable[[MainWindow], None]] = {
    "f9": lambda window: QTest.keyClick(window, Qt.Key.Key_F9),
    "move": move,
    "far": lambda window: window.setGeometry(1300, 800, 2400, 1300),
    "maximise": lambda window: window.setWindowState(Qt.WindowState.WindowMaximized),
    "work": work,
    "fault": work,
    "resumed": come_back,
}


def do(window: MainWindow, deed: str) -> None:
    """Do what a user would, then say what was and is seen, and go."""
    before = told(window)
    DEEDS.get(deed, look)(window)
    QApplication.processEvents()
    sys.stdout.write(json.dumps({**told(window), "before": before}))
    sys.stdout.flush()
    if deed == "fault":
        # The program that follows would keep whoever reads from its end.
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)
        stumble(window)
    if deed in {"f9", "work"}:
        os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))
    window.close()


def wait(deed: str) -> None:
    """Look for the furnished window."""
    for each in QApplication.topLevelWidgets():
        # What looks after garbage is what a window is furnished with last.
        awaited = ArrivalDialog if deed == "asked" else Garbage
        if isinstance(each, MainWindow) and each.findChildren(awaited):
            QTimer.singleShot(4 * _EVERY, partial(do, each, deed))
            return
    QTimer.singleShot(_EVERY, lambda: wait(deed))


if __name__ == "__main__":
    folder, language, deed, *files = sys.argv[1:]
    app, hasty = application(), FirstPaint()
    if deed == "hasty":
        app.installEventFilter(hasty)
    wait(deed)
    sys.exit(main(["--data", folder, "--ui-lang", language, *files]))
