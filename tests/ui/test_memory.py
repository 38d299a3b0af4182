"""What the window remembers of one computer."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.use_cases.workplace import Workplace
from i18n import Language
from ui.language import LanguageSwitch
from ui.main_window import MainWindow
from ui.memory import FILE_NAME, Memory, Remembered
from ui.shared import Shared
from ui.theme import Theme


def test_what_is_kept_is_there_at_the_next_start(tmp_path: Path) -> None:
    kept = Remembered("AdnQywA=", customer_view=True, export_folder="/home/é/Devis")
    Memory(tmp_path).keep(kept)
    assert Memory(tmp_path).now == kept


def test_two_who_keep_something_do_not_undo_each_other(tmp_path: Path) -> None:
    one, other = Memory(tmp_path), Memory(tmp_path)
    one.keep(replace(one.now, customer_view=True))
    other.keep(replace(other.now, export_folder="/somewhere"))
    assert one.now == Remembered(customer_view=True, export_folder="/somewhere")


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"\xff", b'{"format": "other/1", "customer_view": true}'],
)
def test_of_a_damaged_file_only_the_customer_counts(
    tmp_path: Path, content: bytes
) -> None:
    (tmp_path / FILE_NAME).write_bytes(content)
    assert Memory(tmp_path).now == Remembered(customer_view=True)


def test_values_of_another_kind_are_forgotten(tmp_path: Path) -> None:
    text = '{"format": "waas-window/1", "customer_view": "no", "geometry": 7}'
    (tmp_path / FILE_NAME).write_text(text, "utf-8")
    assert Memory(tmp_path).now == Remembered()


def test_a_folder_that_cannot_be_written_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    Memory(tmp_path / "file").keep(Remembered(export_folder="/x"))
    assert Memory(tmp_path / "file").now.export_folder == ""


def test_the_customer_view_is_still_on_after_a_kill(
    shared: Shared, workplace: Workplace, languages: LanguageSwitch, theme: Theme
) -> None:
    def started() -> Shared:
        return Shared(workplace, languages, theme, shared.jobs)

    shared.show_customer(True)
    after = started()
    assert after.customer_view
    after.show_customer(False)
    assert not started().customer_view


@pytest.fixture
def window(qapp: QApplication, theme: Theme, qtbot: QtBot) -> MainWindow:
    window = MainWindow(LanguageSwitch(qapp, Language.of("fr", "BE")), theme)
    qtbot.addWidget(window)
    return window


def test_a_first_window_is_no_larger_than_the_screen(window: MainWindow) -> None:
    window.take_place("")
    window.show()
    room = window.screen().availableGeometry()
    assert window.width() <= room.width()
    assert window.height() <= room.height()


@pytest.mark.parametrize("damaged", ["AAAA", "no base64 at all!"])
def test_a_place_that_is_damaged_is_the_usual_one(
    window: MainWindow, damaged: str
) -> None:
    window.take_place("")
    usual = window.size()
    window.take_place(damaged)
    assert window.size() == usual


def test_the_window_comes_back_where_it_stood(
    window: MainWindow, qapp: QApplication, theme: Theme, qtbot: QtBot
) -> None:
    window.setGeometry(QRect(30, 40, 777, 555))
    window.show()
    with qtbot.waitSignal(window.left) as left:
        window.close()
    again = MainWindow(LanguageSwitch(qapp, Language.of("fr", "BE")), theme)
    qtbot.addWidget(again)
    again.take_place(left.args[0])
    assert again.size() == window.size()
