"""Data that cannot be opened: real files of each kind, and every way out of it."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from app.domain.choices import Term
from app.main import SystemClock, make_workplace
from app.settings import FILE_NAME
from app.use_cases.bundled import sample_quote
from app.use_cases.templates import keep_template
from i18n import Language
from quotes_db.storage import FILE, Database
from tests.quotes_db import test_opening as spoiling
from tests.quotes_db.samples import filled
from tests.ui.conftest import System
from tests.ui.hands import button, click, press, seen
from ui.early import Early
from ui.garbage import Garbage
from ui.jobs import Jobs
from ui.language import LanguageSwitch
from ui.main_window import MainWindow
from ui.opening import Opening
from ui.quotes.page import QuotesPage
from ui.theme import Theme
from ui.trouble.page import TroublePage

Spoil = Callable[[Path], None]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one quote and a backup of it."""
    made = tmp_path / "data"
    database = Database(made, SystemClock())
    filled(database)
    database.back_up_changes()
    return made


@dataclass
class Start:
    """The window as the program opens it over a folder."""

    qtbot: QtBot
    folder: Path
    window: MainWindow
    jobs: Jobs
    opening: Opening

    def trouble(self) -> TroublePage:
        """Open the data, which fails, and return what stands in for the pages."""
        self.opening.begin(make_workplace, self.folder)
        self.qtbot.waitUntil(lambda: self.opening.trouble is not None, timeout=60_000)
        self.qtbot.waitUntil(lambda: not self.jobs.busy, timeout=60_000)
        assert self.opening.trouble is not None
        return self.opening.trouble

    def furnished(self) -> QuotesPage:
        """Wait for the usual window, and return its list of quotes."""

        def whole() -> bool:
            last = self.window.findChildren(Garbage)
            return bool(last) and not self.opening.trouble and not self.jobs.busy

        self.qtbot.waitUntil(whole, timeout=60_000)
        page = self.window.page
        assert isinstance(page, QuotesPage)
        assert page.isVisible()
        assert self.window.rail.isEnabled()
        return page


@pytest.fixture
def start(
    qtbot: QtBot, folder: Path, languages: LanguageSwitch, theme: Theme
) -> Iterator[Start]:
    window = MainWindow(languages, theme)
    window.show()
    jobs = Jobs(window)
    opening = Opening(window, languages, theme, jobs, Early(window))
    made = Start(qtbot, folder, window, jobs, opening)
    yield made
    qtbot.waitUntil(lambda: not jobs.busy, timeout=60_000)
    window.close()
    jobs.close()
    made.opening.end()
    gc.enable()
    window.deleteLater()


def said(page: TroublePage) -> str:
    return "\n".join(each.text() for each in seen(page, QLabel))


def quotes_in(folder: Path) -> int:
    with Database(folder, SystemClock()).reading() as store:
        return len(store.quotes())


def gone(file: Path) -> None:
    file.unlink()


SPOILT = [
    (spoiling.empty, "empty file"),
    (spoiling.text, "not a database of this program"),
    (spoiling.newer, "newer version"),
    (spoiling.truncated, "is missing"),
    (spoiling.damaged, "is damaged"),
    (gone, "no longer there"),
]


@pytest.mark.parametrize(("spoil", "words"), SPOILT)
def test_what_cannot_be_opened_is_said_and_a_backup_brings_it_back(
    start: Start, spoil: Spoil, words: str
) -> None:
    spoil(start.folder / FILE)
    page = start.trouble()
    assert words in said(page)
    assert str(start.folder) in said(page)
    assert not start.window.rail.isEnabled()
    assert page.backups.count() == 1
    click(button(page, "Restore"))
    start.furnished()
    assert quotes_in(start.folder) == 1


@pytest.mark.parametrize(("spoil", "words"), SPOILT)
def test_an_empty_database_begins_and_the_old_file_is_kept_as_it_is(
    start: Start, spoil: Spoil, words: str
) -> None:
    file = start.folder / FILE
    spoil(file)
    there = file.read_bytes() if file.exists() else None
    page = start.trouble()
    click(button(page, "Begin with an empty database"))
    start.furnished()
    assert quotes_in(start.folder) == 0
    kept = {each.read_bytes() for each in (start.folder / "backups").iterdir()}
    assert there is None or there in kept, words


def test_a_backup_from_elsewhere_is_taken(start: Start, tmp_path: Path) -> None:
    Database(start.folder, SystemClock()).backup(tmp_path / "stick.db")
    spoiling.damaged(start.folder / FILE)
    page = start.trouble()
    click(button(page, "Open a backup…"))
    page.findChildren(QFileDialog)[-1].fileSelected.emit(str(tmp_path / "stick.db"))
    start.furnished()
    assert quotes_in(start.folder) == 1


def test_what_a_restore_has_to_tell_is_read_before_the_window_comes(
    start: Start, tmp_path: Path
) -> None:
    proposal, workplace = sample_quote().proposal, make_workplace(start.folder)
    keep_template(workplace, "Office", proposal)
    workplace.storage.backup(tmp_path / "stick.db")
    twelve = replace(proposal, term=Term.MONTHS_12)
    keep_template(workplace, "Office", twelve, replacing=True)
    spoiling.damaged(start.folder / FILE)
    page = start.trouble()
    click(button(page, "Open a backup…"))
    page.findChildren(QFileDialog)[-1].fileSelected.emit(str(tmp_path / "stick.db"))
    start.qtbot.waitUntil(lambda: "“Office 2”" in said(page))
    click(button(page, "Try again"))
    start.furnished()
    assert quotes_in(start.folder) == 1


def test_a_file_that_is_no_backup_changes_nothing(start: Start, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Cher client", "utf-8")
    spoiling.damaged(start.folder / FILE)
    before = (start.folder / FILE).read_bytes()
    page = start.trouble()
    click(button(page, "Open a backup…"))
    page.findChildren(QFileDialog)[-1].fileSelected.emit(str(tmp_path / "letter.txt"))
    start.qtbot.waitUntil(lambda: "letter.txt" in said(page))
    assert button(page, "Try again").isEnabled()
    assert (start.folder / FILE).read_bytes() == before


def test_what_can_still_be_read_becomes_quote_files(
    start: Start, tmp_path: Path
) -> None:
    spoiling.without_a_table(start.folder / FILE)
    page = start.trouble()
    click(button(page, "Save what can be read…"))
    out = tmp_path / "out"
    page.findChildren(QFileDialog)[-1].fileSelected.emit(str(out))
    start.qtbot.waitUntil(lambda: "1 quote was written" in said(page))
    assert [each.name for each in out.iterdir()] == ["TR-2026-0001.json"]


def test_a_locked_database_opens_once_it_is_free(start: Start) -> None:
    with Database(start.folder, SystemClock()).locked():
        page = start.trouble()
        assert "Another WaaS Quotes" in said(page)
        assert not page.backups.isVisible()
        assert page.focusProxy() is button(page, "Try again")
    press(button(page, "Try again"), Qt.Key.Key_Space)
    start.furnished()
    assert quotes_in(start.folder) == 1


def test_a_locked_database_can_be_looked_at(start: Start) -> None:
    with Database(start.folder, SystemClock()).locked():
        click(button(start.trouble(), "Open to read"))
        start.furnished()
        assert quotes_in(start.folder) == 1


def test_settings_that_cannot_be_read_are_moved_aside(start: Start) -> None:
    (start.folder / FILE_NAME).write_text("{broken", "utf-8")
    page = start.trouble()
    assert "settings" in said(page)
    click(button(page, "Begin with new settings"))
    start.furnished()
    assert (start.folder / "settings-kept.json").read_text("utf-8") == "{broken"
    assert quotes_in(start.folder) == 1


def test_the_folder_is_shown(start: Start, system: System) -> None:
    spoiling.damaged(start.folder / FILE)
    click(button(start.trouble(), "Show the folder"))
    assert system.opened == [start.folder]


def test_trouble_is_told_in_the_language_of_now(
    start: Start, languages: LanguageSwitch
) -> None:
    spoiling.damaged(start.folder / FILE)
    page = start.trouble()
    languages.choose(Language("fr", "BE"))
    start.qtbot.waitUntil(lambda: "est endommagée" in said(page))
    button(page, "Réessayer")


def test_leaving_in_trouble_is_no_success(start: Start) -> None:
    spoiling.newer(start.folder / FILE)
    start.trouble()
    start.window.menus.actions["quit"].trigger()
    assert not start.window.isVisible()
    assert start.opening.trouble is not None
