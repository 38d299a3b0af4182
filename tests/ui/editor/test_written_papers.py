"""After an export: the PDF is opened, shown where it lies, or put into a message."""

from __future__ import annotations

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.domain.choices import Edition
from tests.ui.conftest import System
from tests.ui.editor.hands import CONTROL, KEY, dialog, focused, open_sample
from tests.ui.hands import click, seen
from ui.editor.export_dialog import ExportDialog
from ui.editor.page import EditorPage
from ui.opening_files import folder_command
from ui.shared import Shared


@pytest.fixture
def written(
    qtbot: QtBot, page: EditorPage, shared: Shared, tmp_path: Path
) -> tuple[ExportDialog, list[Path]]:
    open_sample(qtbot, page, shared)
    qtbot.keyClick(page, KEY.Key_E, CONTROL)
    asked = dialog(qtbot, page)
    assert isinstance(asked, ExportDialog)
    asked.editions[Edition.FR].setChecked(True)
    asked.editions[Edition.EN].setChecked(True)
    asked.folder.setText(str(tmp_path / "out"))
    with qtbot.waitSignal(asked.written, timeout=20_000) as told:
        click(asked.go)
    assert told.args is not None
    return asked, [*told.args[0]]


def texts(asked: ExportDialog) -> str:
    return " ".join(label.text() for label in seen(asked, QLabel))


def test_nothing_is_offered_before(
    qtbot: QtBot, page: EditorPage, shared: Shared
) -> None:
    open_sample(qtbot, page, shared)
    qtbot.keyClick(page, KEY.Key_E, CONTROL)
    asked = dialog(qtbot, page)
    assert isinstance(asked, ExportDialog)
    assert not asked.papers.isVisible()


def test_a_file_that_keeps_its_name_is_told(
    qtbot: QtBot, page: EditorPage, shared: Shared, tmp_path: Path
) -> None:
    for name in ("Menuiserie Lefèvre SRL-fr.pdf", "TR-2026-0001-fr.pdf"):
        (tmp_path / name).write_bytes(b"mine")
    open_sample(qtbot, page, shared)
    qtbot.keyClick(page, KEY.Key_E, CONTROL)
    asked = dialog(qtbot, page)
    assert isinstance(asked, ExportDialog)
    asked.folder.setText(str(tmp_path))
    with qtbot.waitSignal(asked.written, timeout=20_000) as told:
        click(asked.go)
    assert told.args is not None
    (path,) = told.args[0]
    assert path.stem.endswith(" (2)")
    assert f"called “{path.name}”" in asked.papers.files.text()


def test_the_pdfs_are_opened_by_enter(
    qtbot: QtBot, written: tuple[ExportDialog, list[Path]], system: System
) -> None:
    asked, paths = written
    assert len(paths) == 2
    assert focused() is asked.papers.buttons.open
    assert asked.papers.buttons.open.accessibleName() == "Open the PDFs"
    qtbot.keyClick(asked.papers.buttons.open, Qt.Key.Key_Return)
    assert system.opened == paths
    assert asked.isVisible()


def test_their_folder_is_shown(
    written: tuple[ExportDialog, list[Path]], system: System
) -> None:
    asked, paths = written
    click(asked.papers.buttons.show_folder)
    assert system.opened == [paths[0].parent]


def test_a_message_with_the_pdfs_waits_in_the_mail_program(
    qtbot: QtBot, written: tuple[ExportDialog, list[Path]], system: System
) -> None:
    asked, paths = written
    click(asked.mail)
    click(asked.mail)
    qtbot.waitUntil(lambda: bool(system.opened), timeout=10_000)
    (path,) = system.opened
    assert path.parent == paths[0].parent
    assert path.suffix == ".eml"
    message = message_from_bytes(path.read_bytes(), policy=default)
    assert isinstance(message, EmailMessage)
    held = [each.get_content() for each in message.iter_attachments()]
    assert held == [each.read_bytes() for each in paths]
    assert b"It is a draft" in path.read_bytes()
    qtbot.waitUntil(lambda: "send it from your mail program" in texts(asked))
    assert str(path) in asked.papers.files.text()


def test_a_paper_taken_away_meanwhile_is_told(
    qtbot: QtBot, written: tuple[ExportDialog, list[Path]], system: System
) -> None:
    asked, paths = written
    paths[0].unlink()
    click(asked.mail)
    qtbot.waitUntil(lambda: "There is no file" in texts(asked))
    assert system.opened == []
    paths[0].write_bytes(b"%PDF")
    click(asked.mail)
    qtbot.waitUntil(lambda: bool(system.opened))


def test_each_system_shows_a_file_in_its_folder_its_own_way() -> None:
    path = Path("quotes") / "a.pdf"
    assert folder_command(path, "win32") == ["explorer", f"/select,{path}"]
    assert folder_command(path, "darwin") == ["open", "-R", str(path)]
    assert folder_command(path, "linux") == []
