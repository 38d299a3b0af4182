"""Whoever is faster than the program loses nothing: keys of every kind and pace."""

from __future__ import annotations

import gc
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.main import make_workplace
from i18n import Language
from tests.ui.hands import texts
from tests.ui.test_remembered import started
from ui.early import Early
from ui.garbage import Garbage
from ui.jobs import Jobs
from ui.language import LanguageSwitch
from ui.main_window import MainWindow
from ui.opening import Opening
from ui.quotes.arrival_dialog import ArrivalDialog
from ui.theme import Theme

CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier
Key = Qt.Key
#: Where somebody may wander before a quote is begun.
WANDERING = (
    ((Key.Key_K, CTRL), (Key.Key_Escape, NONE)),
    ((Key.Key_F9, NONE),),
    ((Key.Key_1, CTRL),),
    ((Key.Key_2, CTRL),),
    ((Key.Key_4, CTRL),),
    ((Key.Key_5, CTRL),),
    ((Key.Key_N, CTRL),),
)
TOLD = (WANDERING[0], WANDERING[1], WANDERING[2])


class Sitting:
    """The window from its start to its closing, over a folder of its own."""

    def __init__(self, folder: Path, qapp: QApplication, theme: Theme) -> None:
        languages = LanguageSwitch(qapp, Language("en", "BE"))
        self.window = MainWindow(languages, theme)
        self.window.show()
        self.window.activateWindow()
        self.jobs = Jobs(self.window)
        early = Early(self.window)
        self.opening = Opening(self.window, languages, theme, self.jobs, early)
        self.opening.begin(make_workplace, folder)

    @property
    def whole(self) -> bool:
        return bool(self.window.findChildren(Garbage)) and not self.jobs.busy

    def wait(self, qtbot: QtBot) -> None:
        qtbot.waitUntil(lambda: self.whole, timeout=60_000)

    def key(self, key: Key, held: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(self._keyed(), key, held)

    def type(self, text: str) -> None:
        for letter in text:
            # The stubs know keys alone.
            QTest.keyClick(self._keyed(), letter)  # type: ignore[call-overload]

    def end(self, qtbot: QtBot) -> None:
        """Close, and close again whatever had to wait."""
        self.window.close()
        qtbot.waitUntil(lambda: not self.window.isVisible(), timeout=60_000)
        qtbot.waitUntil(lambda: not self.jobs.busy, timeout=60_000)
        self.jobs.close()
        self.opening.end()
        gc.enable()
        self.window.deleteLater()

    def _keyed(self) -> QWindow:
        # There may be none, which the stubs do not say.
        keyed = QApplication.focusWindow()
        return keyed or self.window.windowHandle()  # type: ignore[truthy-bool]


@pytest.fixture
def sit(qapp: QApplication, theme: Theme) -> Callable[[Path], Sitting]:
    return lambda folder: Sitting(folder, qapp, theme)


def customers(folder: Path) -> list[str]:
    with make_workplace(folder).storage.reading() as store:
        return [each.customer for each in store.quotes()]


@pytest.mark.parametrize("pause", [0, 1, 40])
def test_a_quote_begun_at_once_is_kept(
    qtbot: QtBot, tmp_path: Path, sit: Callable[[Path], Sitting], pause: int
) -> None:
    sitting = sit(tmp_path)
    for keys in (*TOLD, WANDERING[-1]):
        for each in keys:
            sitting.key(*each)
            if pause:
                QTest.qWait(pause)
    sitting.type("Hasty NV")
    sitting.end(qtbot)
    assert customers(tmp_path) == ["Hasty NV"]


def test_keys_that_meet_the_first_paint_are_kept(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    started(folder, "hasty")
    assert customers(folder) == ["Hasty"]


@pytest.mark.parametrize("seed", range(4))
def test_no_pace_loses_what_was_typed(
    qtbot: QtBot, tmp_path: Path, sit: Callable[[Path], Sitting], seed: int
) -> None:
    chance = Random(seed)
    typed: set[str] = set()
    for start in range(2):
        sitting = sit(tmp_path)
        if chance.random() < 0.5:
            sitting.wait(qtbot)
        for round_ in range(chance.randint(1, 3)):
            for keys in chance.choices(WANDERING, k=chance.randint(0, 4)):
                for each in keys:
                    sitting.key(*each)
                    if chance.random() < 0.4:
                        QTest.qWait(chance.randint(0, 60))
            name = f"Client{seed}{start}{round_}"
            sitting.key(Key.Key_N, CTRL)
            if chance.random() < 0.4:
                QTest.qWait(chance.randint(0, 200))
            sitting.type(name)
            typed.add(name)
        sitting.end(qtbot)
    assert typed == {*customers(tmp_path)}


def drop(window: MainWindow, *files: Path) -> None:
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    window.dropEvent(QDropEvent(QPointF(9, 9), copy, dropped, left, NONE))


def test_files_dropped_at_once_are_answered(
    qtbot: QtBot, tmp_path: Path, sit: Callable[[Path], Sitting]
) -> None:
    sitting = sit(tmp_path)
    drop(sitting.window, tmp_path / "a.csv", tmp_path / "b.csv")
    said = "not read among several files: a.csv, b.csv."
    qtbot.waitUntil(
        lambda: any(said in text for text in texts(sitting.window)), timeout=60_000
    )
    sitting.end(qtbot)


def test_a_file_dropped_at_once_is_looked_at(
    qtbot: QtBot, tmp_path: Path, sit: Callable[[Path], Sitting]
) -> None:
    sample = Path(__file__).parents[2] / "resources" / "sample"
    file = next(each for each in sorted(sample.rglob("*quote*")) if each.is_file())
    sitting = sit(tmp_path)
    window = sitting.window
    drop(window, file)
    qtbot.waitUntil(lambda: bool(window.findChildren(ArrivalDialog)), timeout=60_000)
    window.findChildren(ArrivalDialog)[0].reject()
    sitting.end(qtbot)
