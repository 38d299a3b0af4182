"""The list of keys names every key that works."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMainWindow
from pytestqt.qtbot import QtBot

from i18n import Language
from ui.help import show_keys
from ui.menus import Menus
from ui.widgets.room import within_screen


@pytest.mark.parametrize(
    ("code", "words"),
    [("fr", "Chercher ce qu’il faut ajouter"), ("en", "Look for something to add")],
)
def test_the_keys_of_a_quote_are_among_them(
    qapp: QApplication, qtbot: QtBot, code: str, words: str
) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    menus = Menus(window.menuBar())
    menus.retranslate(Language(code))
    window.show()
    show_keys(window, menus, Language(code))
    (dialog,) = window.findChildren(QDialog)
    texts = [label.text() for label in dialog.findChildren(QLabel)]
    assert words in texts
    assert texts[texts.index(words) + 1] == "Ctrl+L"
    # Qt names keys in the language that it speaks just now.
    native = QKeySequence.SequenceFormat.NativeText
    redo = [QKeySequence(keys).toString(native) for keys in ("Ctrl+Shift+Z", "Ctrl+Y")]
    assert ", ".join(redo) in texts
    assert qapp is QApplication.instance()


def test_the_list_of_keys_is_never_higher_than_its_screen(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    menus = Menus(window.menuBar())
    menus.retranslate(Language("fr"))
    window.show()
    show_keys(window, menus, Language("fr"))
    (dialog,) = window.findChildren(QDialog)
    room = dialog.screen().availableGeometry()
    within_screen(dialog, 600, 9_000)
    assert dialog.height() < room.height()
    assert dialog.minimumSizeHint().height() < 400


def test_a_key_is_named_whatever_it_would_be_pressed_for(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    menus, english = Menus(window.menuBar()), Language("en")
    menus.retranslate(english)
    menus.say_what("undo", "quantity of Mobile pack M", english)
    window.show()
    show_keys(window, menus, english)
    texts = [label.text() for label in window.findChildren(QLabel)]
    assert "Undo" in texts
    assert not any("quantity of Mobile" in text for text in texts)
