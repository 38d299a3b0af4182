from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.settings import Settings
from app.use_cases.bundled import policies
from app.use_cases.sample import at_sample_partner
from app.use_cases.workplace import Workplace
from i18n import Language
from tests.fakes import FakeClock, FakeStorage
from ui.editor.page import EditorPage
from ui.jobs import Jobs
from ui.language import LanguageSwitch
from ui.shared import Shared
from ui.theme import Theme

MakeShared = Callable[..., Shared]


def workplace(folder: Path) -> Workplace:
    bare = Workplace(
        folder, FakeStorage(folder), FakeClock(), Settings(), policies(), "tester"
    )
    return at_sample_partner(bare)


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    """Dress the application once: it takes longer than most tests."""
    return Theme(qapp, "light")


@pytest.fixture
def make_shared(
    qapp: QApplication, theme: Theme, tmp_path: Path
) -> Iterator[MakeShared]:
    made: list[Shared] = []

    def make(language: str = "en") -> Shared:
        shared = Shared(
            workplace(tmp_path),
            LanguageSwitch(qapp, Language.of(language, "BE")),
            theme,
            Jobs(),
        )
        made.append(shared)
        return shared

    yield make
    for shared in made:
        shared.jobs.close()


@pytest.fixture
def shared(make_shared: MakeShared) -> Shared:
    return make_shared()


@pytest.fixture
def page(qtbot: QtBot, shared: Shared) -> Iterator[EditorPage]:
    yield from shown(qtbot, shared)


def shown(qtbot: QtBot, shared: Shared) -> Iterator[EditorPage]:
    page = EditorPage(shared)
    qtbot.addWidget(page)
    page.resize(1280, 800)
    page.show()
    qtbot.waitExposed(page)
    yield page
    page.close_quote()
