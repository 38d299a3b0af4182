"""The window over tens of thousands of quotes: nothing keeps its thread."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.settings import Settings
from app.use_cases import quotes
from app.use_cases.bundled import policies
from app.use_cases.workplace import Workplace
from bench.many_quotes import fill
from quotes_db.storage import FILE, Database
from tests.fakes import FakeClock
from tests.ui.editor.test_issued_quotes import export, firm
from tests.ui.hands import field, press, seen, table, write
from tests.ui.watchdog import Watchdog, watched
from ui.editor.page import EditorPage
from ui.furnishing import furnish
from ui.jobs import Jobs
from ui.language import LanguageSwitch
from ui.main_window import MainWindow
from ui.models.lines_model import Column
from ui.quotes.page import QuotesPage
from ui.shared import Shared
from ui.theme import Theme

QUOTES = 20_000


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("filled")
    fill(made, QUOTES)
    return made / FILE


@pytest.fixture
def workplace(tmp_path: Path, filled: Path) -> Iterator[Workplace]:
    shutil.copy(filled, tmp_path)
    clock = FakeClock()
    place = Workplace(
        tmp_path, Database(tmp_path, clock), clock, Settings(), policies(), "tester"
    )
    # As an open window does: the file is then looked through once.
    with place.storage.locked():
        quotes.add(place, firm())
        yield place


@pytest.fixture
def window(
    qtbot: QtBot, workplace: Workplace, languages: LanguageSwitch, theme: Theme
) -> Iterator[tuple[MainWindow, Shared]]:
    jobs = Jobs()
    shared = Shared(workplace, languages, theme, jobs)
    made = MainWindow(languages, theme)
    qtbot.addWidget(made)
    furnish(made, shared)
    made.resize(1280, 800)
    made.show()
    settle_long(qtbot, shared)
    yield made, shared
    made.close()
    jobs.close()


def settle_long(qtbot: QtBot, shared: Shared) -> None:
    qtbot.waitUntil(lambda: not shared.jobs.busy, timeout=60_000)
    qtbot.wait(20)
    qtbot.waitUntil(lambda: not shared.jobs.busy, timeout=60_000)


def test_nothing_keeps_the_thread_of_the_window(
    qtbot: QtBot, window: tuple[MainWindow, Shared], tmp_path: Path
) -> None:
    made, shared = window
    page = made.page
    assert isinstance(page, QuotesPage)
    listed = table(page).model().rowCount()
    assert listed > QUOTES // 2
    with watched() as dog:
        dog.doing = "searching"
        for typed in ("g", "garage noel", "tr 2021"):
            write(field(page, "Search quotes"), typed)
            settle_long(qtbot, shared)
            assert 0 < table(page).model().rowCount() < listed
        write(field(page, "Search quotes"), "")
        settle_long(qtbot, shared)
        dog.doing = "paging"
        table(page).setFocus()
        for key in (Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_Home):
            press(table(page), key)
            settle_long(qtbot, shared)
        dog.doing = "choosing all"
        press(table(page), Qt.Key.Key_A, ctrl=True)
        settle_long(qtbot, shared)
        said = [label.text() for label in seen(page, QLabel)]
        assert any("chosen" in text and "€ a month" in text for text in said)
        dog.doing = "following a change"
        shared.quotes_changed.emit()
        settle_long(qtbot, shared)
        assert len(page._table.chosen()) == listed
        dog.doing = "filtering"
        page._filters._group.button(1).click()
        settle_long(qtbot, shared)
        drafts = table(page).model().rowCount()
        assert 0 < drafts < listed
        assert len(page._table.chosen()) == drafts
        over_the_chosen(qtbot, shared, page, dog, tmp_path / "out")


def over_the_chosen(
    qtbot: QtBot, shared: Shared, page: QuotesPage, dog: Watchdog, folder: Path
) -> None:
    """Archive all that is chosen, bring it back, and write papers of some."""
    count = page._model.rowCount()
    dog.doing = "archiving all of them"
    page.actions_on.archive.trigger()
    settle_long(qtbot, shared)
    assert page._model.rowCount() == 0
    dog.doing = "bringing them back"
    page.actions_on.undoing.undo.trigger()
    settle_long(qtbot, shared)
    assert page._model.rowCount() == count
    dog.doing = "writing papers"
    press(table(page), Qt.Key.Key_A, ctrl=True)
    written = page._table.chosen()[:20]
    page.actions_on.write(written, folder)
    settle_long(qtbot, shared)
    assert len(list(folder.glob("*.pdf"))) == len(written)


def test_a_quote_of_many_is_opened_edited_and_exported(
    qtbot: QtBot, window: tuple[MainWindow, Shared], tmp_path: Path
) -> None:
    made, shared = window
    with watched() as dog:
        dog.doing = "opening"
        write(field(made, "Search quotes"), "2026 0001")
        press(field(made, "Search quotes"), Qt.Key.Key_Return)
        settle_long(qtbot, shared)
        page = made.page
        assert isinstance(page, EditorPage)
        qtbot.waitUntil(lambda: page.wishes.session is not None)
        dog.doing = "editing"
        press(page, Qt.Key.Key_Escape)
        assert page.paper.model.setData(page.paper.model.index(1, Column.QUANTITY), "3")
        settle_long(qtbot, shared)
        dog.doing = "exporting"
        export(qtbot, page, tmp_path / "out", final=False)
        settle_long(qtbot, shared)
    assert list((tmp_path / "out").glob("*.pdf"))
