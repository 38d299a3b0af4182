"""Garbage goes in a quiet moment, on the window's thread."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.garbage import Garbage


class Ring:
    """Something that only a look for garbage takes away."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def garbage(qapp: QApplication) -> Iterator[Garbage]:
    made = Garbage(qapp, tick=40)
    yield made
    made.end()


def dropped(gone: list[int]) -> None:
    """Drop a ring, and note the thread that takes it away."""
    weakref.finalize(Ring(), lambda: gone.append(threading.get_ident()))


def much(rings: int = 20_000) -> list[Ring]:
    return [Ring() for _ in range(rings)]


@pytest.mark.usefixtures("garbage")
def test_it_is_looked_for_on_the_window_s_thread(qtbot: QtBot) -> None:
    gone: list[int] = []

    def work() -> None:
        dropped(gone)
        much()

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert not gone
    qtbot.waitUntil(lambda: bool(gone))
    assert gone == [threading.get_ident()]


@pytest.mark.usefixtures("garbage")
def test_not_while_somebody_works(qtbot: QtBot) -> None:
    gone: list[int] = []
    dropped(gone)
    for _ in range(20):
        much(3_000)
        qtbot.wait(10)
    assert not gone
    qtbot.waitUntil(lambda: bool(gone))


@pytest.mark.usefixtures("garbage")
def test_what_comes_by_the_hundred_thousand_is_looked_through_no_more(
    qtbot: QtBot,
) -> None:
    frozen = gc.get_freeze_count()
    rows: list[list[int]] = [[] for _ in range(150_000)]
    qtbot.waitUntil(lambda: gc.get_freeze_count() >= frozen + len(rows))
    rows.clear()
    assert gc.get_freeze_count() < frozen + 150_000
    gone: list[int] = []
    dropped(gone)
    much()
    qtbot.waitUntil(lambda: bool(gone))


def test_what_came_with_many_rows_goes_once_nobody_is_there(
    qtbot: QtBot, garbage: Garbage, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = [Qt.ApplicationState.ApplicationActive]
    monkeypatch.setattr(QGuiApplication, "applicationState", lambda: here[0])
    gone: list[int] = []
    frozen = gc.get_freeze_count()
    dropped(gone)
    rows: list[list[int]] = [[] for _ in range(150_000)]
    qtbot.waitUntil(lambda: gc.get_freeze_count() >= frozen + len(rows))
    garbage._timer.setInterval(1)
    qtbot.wait(300)
    assert not gone
    here[0] = Qt.ApplicationState.ApplicationInactive
    qtbot.waitUntil(lambda: bool(gone))
    assert gone == [threading.get_ident()]
    assert gc.get_freeze_count() > len(rows)


def test_python_looks_again_in_the_end(garbage: Garbage) -> None:
    assert not gc.isenabled()
    garbage.end()
    assert gc.isenabled()
