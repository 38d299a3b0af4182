"""What the help menu shows: every key, and what the program is."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QMessageBox,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app import PROGRAM
from i18n import Language
from ui.editor.keys import KEYS
from ui.icons import mark
from ui.menus import Menus
from ui.widgets.customer_key import keep_customer_key
from ui.widgets.file_dialog import add_close, say_buttons
from ui.widgets.plain_label import PlainLabel
from ui.widgets.room import within_screen

#: How wide a bar to scroll with is.
_BAR: Final = 20
_MARK: Final = 48


def show_keys(parent: QWidget, menus: Menus, language: Language) -> None:
    """Show every action that has a key, beside its key, and the keys of a quote."""
    dialog = QDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(language.gettext("Keyboard shortcuts"))
    grid = QGridLayout()
    grid.setHorizontalSpacing(32)
    grid.setVerticalSpacing(8)
    with_keys = [(n, a.shortcuts()) for n, a in menus.actions.items() if a.shortcuts()]
    shown = [(_plain(menus.words(name, language)), keys) for name, keys in with_keys]
    _list(grid, 0, language.gettext("Everywhere"), shown)
    in_quote = [(language.gettext(words), [QKeySequence(keys)]) for keys, words in KEYS]
    _list(grid, 2, language.gettext("In a quote"), in_quote)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    say_buttons(buttons, language)
    buttons.rejected.connect(dialog.reject)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(24, 20, 24, 16)
    column.setSpacing(16)
    area = _scrolled(grid)
    column.addWidget(area, 1)
    column.addWidget(buttons)
    wanted = dialog.sizeHint()
    # An area to scroll in asks for less than all.
    below = grid.sizeHint().height() - area.sizeHint().height()
    within_screen(dialog, wanted.width(), wanted.height() + max(below, 0))
    keep_customer_key(dialog)
    dialog.open()


def _scrolled(grid: QGridLayout) -> QScrollArea:
    """Return what is as large as the grid where there is room; else it scrolls."""
    inner, area = QWidget(), QScrollArea()
    grid.setContentsMargins(0, 0, 0, 0)
    inner.setLayout(grid)
    area.setWidget(inner)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setSizeAdjustPolicy(QScrollArea.SizeAdjustPolicy.AdjustToContents)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setMinimumWidth(inner.sizeHint().width() + _BAR)
    return area


def _list(
    grid: QGridLayout,
    column: int,
    title: str,
    shown: list[tuple[str, list[QKeySequence]]],
) -> None:
    """Put words and their keys under a title."""
    grid.addWidget(PlainLabel(title, "small"), 0, column, 1, 2)
    native = QKeySequence.SequenceFormat.NativeText
    for row, (words, keys) in enumerate(shown, 1):
        grid.addWidget(PlainLabel(words), row, column)
        named = ", ".join(each.toString(native) for each in keys)
        grid.addWidget(PlainLabel(named, "strong"), row, column + 1)


def show_about(parent: QWidget, language: Language) -> None:
    """Say which program and version this is, and under which licence."""
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(language.gettext("About WaaS Quotes"))
    box.setText(PROGRAM)
    box.setIconPixmap(mark().pixmap(_MARK))
    add_close(box, language)
    box.setInformativeText(
        language.gettext(
            "Quotes for Workplace-as-a-Service packs, without a network."
            " MIT licence; THIRD_PARTY.md names what it stands on."
        )
    )
    keep_customer_key(box)
    box.open()


def _plain(words: str) -> str:
    """Return an action's words without the sign of its mnemonic."""
    return words.replace("&", "").rstrip("…")
