from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.settings import Settings
from app.use_cases.bundled import policies
from app.use_cases.workplace import Workplace
from i18n import Language
from tests.fakes import FakeClock, FakeStorage
from ui.furnishing import furnish
from ui.jobs import Jobs
from ui.language import LanguageSwitch
from ui.main_window import MainWindow
from ui.shared import Shared
from ui.theme import Theme


@dataclass
class Bench:
    """A furnished window over a fake store, and what it was made of."""

    window: MainWindow
    shared: Shared
    storage: FakeStorage
    folder: Path


_TESTS = count(1)
#: After so many tests all garbage is looked for.
_WHOLE = 20
MakeBench = Callable[..., Bench]


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """The style of the program, wherever the tests run."""
    return ["tests", "-style", "Fusion"]


@pytest.fixture(autouse=True)
def collected() -> Iterator[None]:
    """Have garbage collected between tests: no job's thread may take Qt apart."""
    gc.disable()
    yield
    gc.enable()
    gc.collect(1 if next(_TESTS) % _WHOLE else 2)


@pytest.fixture
def storage(tmp_path: Path) -> FakeStorage:
    return FakeStorage(tmp_path)


@pytest.fixture
def workplace(tmp_path: Path, storage: FakeStorage) -> Workplace:
    return Workplace(tmp_path, storage, FakeClock(), Settings(), policies(), "tester")


@pytest.fixture
def languages(qapp: QApplication) -> Iterator[LanguageSwitch]:
    made = LanguageSwitch(qapp, Language("en", "BE"))
    yield made
    made.choose(Language("en"))
    made.deleteLater()


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> Theme:
    return Theme(qapp, "light")


@pytest.fixture
def theme(dressed: Theme) -> Iterator[Theme]:
    yield dressed
    dressed.choose("light")


@pytest.fixture
def shared(
    workplace: Workplace, languages: LanguageSwitch, theme: Theme
) -> Iterator[Shared]:
    jobs = Jobs()
    made = Shared(workplace, languages, theme, jobs)
    yield made
    jobs.close()


@pytest.fixture
def make_bench(
    qtbot: QtBot, shared: Shared, storage: FakeStorage, tmp_path: Path
) -> Iterator[MakeBench]:
    made: list[Bench] = []

    def make(width: int = 1280, height: int = 800) -> Bench:
        window = MainWindow(shared.languages, shared.theme)
        qtbot.addWidget(window)
        furnish(window, shared)
        window.resize(width, height)
        window.show()
        qtbot.waitExposed(window)
        qtbot.waitUntil(lambda: not shared.jobs.busy)
        made.append(Bench(window, shared, storage, tmp_path))
        return made[-1]

    yield make
    for bench in made:
        bench.window.close()


@pytest.fixture
def bench(make_bench: MakeBench) -> Bench:
    return make_bench()


class System(QObject):
    """Takes the files that the desktop would open."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[Path] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.opened.append(Path(url.toLocalFile()))


@pytest.fixture
def system() -> Iterator[System]:
    taker = System()
    # Its stubs say bytes; it takes text alone.
    QDesktopServices.setUrlHandler("file", taker, "take")  # type: ignore[arg-type]
    yield taker
    QDesktopServices.unsetUrlHandler("file")
