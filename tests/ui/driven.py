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
from functools import partial
from typing import Any

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.main import main
from tests.ui.hands import texts
from ui.editor.page import EditorPage
from ui.main_window import MainWindow
from ui.quotes.arrival_dialog import ArrivalDialog
from ui.start import application

_EVERY = 50


def told(window: MainWindow) -> dict[str, Any]:
    """What can be seen of a window, and of the screen it is on."""
    room = window.screen().availableGeometry()
    return {
        "place": numbers(window.geometry()),
        "room": numbers(room),
        "maximised": window.isMaximized(),
        "watched": window.menus.actions["customer_view"].isChecked(),
        "texts": [text for text in texts(window) if text],
    }


def numbers(place: QRect) -> tuple[int, ...]:
    return (place.x(), place.y(), place.width(), place.height())


def do(window: MainWindow, deed: str) -> None:
    """Do what a user would, then say what is seen and go."""
    if deed == "f9":
        QTest.keyClick(window, Qt.Key.Key_F9)
    if deed == "move":
        window.setWindowState(Qt.WindowState.WindowNoState)
        window.setGeometry(70, 90, 900, 560)
    if deed == "far":
        window.setGeometry(1300, 800, 2400, 1300)
    if deed == "maximise":
        window.setWindowState(Qt.WindowState.WindowMaximized)
    QApplication.processEvents()
    sys.stdout.write(json.dumps(told(window)))
    sys.stdout.flush()
    if deed == "f9":
        os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))
    window.close()


def wait(deed: str) -> None:
    """Look for the furnished window."""
    for each in QApplication.topLevelWidgets():
        awaited = ArrivalDialog if deed == "asked" else EditorPage
        if isinstance(each, MainWindow) and each.findChildren(awaited):
            QTimer.singleShot(4 * _EVERY, partial(do, each, deed))
            return
    QTimer.singleShot(_EVERY, lambda: wait(deed))


if __name__ == "__main__":
    folder, language, deed, *files = sys.argv[1:]
    application()
    wait(deed)
    sys.exit(main(["--data", folder, "--ui-lang", language, *files]))
