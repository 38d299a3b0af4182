"""Dialogs that Qt words itself speak the window's language, whatever the desktop's."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QScrollBar,
    QTreeView,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from i18n import Language
from tests.ui.conftest import Bench, MakeBench
from tests.ui.hands import button, click, seen
from tests.ui.walking import Walk
from ui.editor.form import Form
from ui.shared import Shared
from ui.widgets.figure_field import is_figure
from ui.widgets.growing import Growing
from ui.widgets.plain_label import PlainLabel

FILE_WORDS = {
    "en": {"Look in:", "File name:", "Files of type:", "Open", "Cancel"},
    "fr": {
        "Regarder dans\u00a0:",
        "Nom du fichier\u00a0:",
        "Fichiers de type\u00a0:",
        "Ouvrir",
        "Annuler",
    },
}


def shown(parent: QWidget) -> QDialog:
    (found,) = [each for each in parent.findChildren(QDialog) if each.isVisible()]
    return found


def headings(dialog: QWidget) -> list[str]:
    (tree,) = dialog.findChildren(QTreeView)
    shown = [c for c in range(tree.model().columnCount()) if not tree.isColumnHidden(c)]
    across = Qt.Orientation.Horizontal
    return [str(tree.model().headerData(column, across)) for column in shown]


def worded(dialog: QWidget) -> set[str]:
    found = [each.text() for each in seen(dialog, QLabel)]
    found += [each.text() for each in seen(dialog, QAbstractButton)]
    return {text.replace("&", "") for text in found if text}


def test_the_file_dialogs_follow_the_language(
    qtbot: QtBot, make_bench: MakeBench
) -> None:
    bench = make_bench()
    for code in ("fr", "en", "fr"):
        bench.shared.languages.choose(Language.of(code, "BE"))
        bench.window.menus.actions["import"].trigger()
        dialog = shown(bench.window)
        assert isinstance(dialog, QFileDialog)
        assert FILE_WORDS[code] <= worded(dialog)
        other = FILE_WORDS["en" if code == "fr" else "fr"]
        assert not worded(dialog) & other
        # The kinds of files speak the desktop's language.
        assert len(headings(dialog)) == 3
        assert not {"Type", "Kind"} & {*headings(dialog)}
        assert all(each.icon().isNull() for each in seen(dialog, QPushButton))
        dialog.reject()
        qtbot.waitUntil(
            lambda: not any(d.isVisible() for d in bench.window.findChildren(QDialog))
        )


@pytest.mark.parametrize(
    ("code", "watch", "choose"),
    [
        ("en", "Watch a folder…", "Choose"),
        ("fr", "Surveiller un dossier…", "Choisir"),
    ],
)
def test_a_folder_is_chosen_in_the_windows_language(
    bench: Bench, code: str, watch: str, choose: str
) -> None:
    bench.shared.languages.choose(Language.of(code, "BE"))
    QApplication.processEvents()
    bench.window.go("prices")
    click(button(bench.window, watch))
    dialog = shown(bench.window)
    assert choose in worded(dialog)
    dialog.reject()


@pytest.mark.parametrize(("code", "close"), [("en", "Close"), ("fr", "Fermer")])
def test_messages_and_help_are_closed_in_the_windows_language(
    bench: Bench, code: str, close: str
) -> None:
    bench.shared.languages.choose(Language.of(code, "BE"))
    for name in ("about", "keys"):
        bench.window.menus.actions[name].trigger()
        dialog = shown(bench.window)
        assert isinstance(dialog, QMessageBox) == (name == "about")
        (ends,) = seen(dialog, QAbstractButton)
        assert ends.text() == close
        click(ends)


@pytest.mark.parametrize(("code", "cancel"), [("en", "Cancel"), ("fr", "Annuler")])
def test_a_form_is_left_in_the_windows_language(
    qtbot: QtBot, shared: Shared, code: str, cancel: str
) -> None:
    shared.languages.choose(Language.of(code, "BE"))
    parent = QWidget()
    qtbot.addWidget(parent)
    form = Form(shared, "Title", parent)
    assert {"OK", cancel} == {each.text() for each in form.buttons.buttons()}
    assert all(each.icon().isNull() for each in form.buttons.buttons())


#: What only shows something, and is closed.
SHOWN = {"why", "document", "comparison", "palette", "keys", "about", "extension"}


@pytest.mark.timeout(240)
def test_what_a_dialog_confirms_is_coloured_and_done_by_enter(
    qtbot: QtBot, make_bench: MakeBench
) -> None:
    kinds = {}
    for name, dialog in Walk(make_bench(), qtbot).steps():
        if isinstance(dialog, QDialog):
            pushes = seen(dialog, QPushButton)
            coloured = [each for each in pushes if each.property("kind") == "primary"]
            assert len(coloured) == (name not in SHOWN), name
            # Return after the customer's name must not sign by itself.
            assert all(each.isDefault() != (name == "sign") for each in coloured), name
            kinds[name] = type(dialog)
    assert len(kinds) > len(SHOWN)


def test_a_form_makes_room_for_what_it_says(qtbot: QtBot, shared: Shared) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    form = Form(shared, "Title", parent)
    fields = [form.line(f"Field {n}") for n in range(5)]
    form.check = lambda: "The first field needs a text. " * 5
    form.show()
    before = form.height()
    form.accept()
    QApplication.processEvents()
    assert form.isVisible()
    assert form.height() > before
    assert all(not each.visibleRegion().isEmpty() for each in fields)
    assert not seen(form, QScrollBar)


def test_a_dialog_is_no_higher_than_its_words_though_they_came_early(
    qtbot: QtBot,
) -> None:
    dialog = Growing()
    qtbot.addWidget(dialog)
    column = QVBoxLayout(dialog)
    column.addWidget(PlainLabel("Something that takes a few lines. " * 20).wrapped())
    dialog.resize(100, 30)
    QApplication.sendEvent(dialog, QEvent(QEvent.Type.LayoutRequest))
    assert dialog.height() <= dialog.minimumSizeHint().height()
    dialog.resize(500, 30)
    dialog.show()
    assert dialog.height() == column.totalHeightForWidth(500)


def test_a_figure_is_replaced_by_what_is_typed(qtbot: QtBot, shared: Shared) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    form = Form(shared, "Title", parent)
    name, quantity = form.line("Name", "Installation"), form.line("Quantity", "1")
    with qtbot.waitActive(form):
        form.show()
    name.setFocus()
    typed(quantity, "12")
    assert quantity.text() == "12"
    click(name)
    quantity.clearFocus()
    name.setFocus()
    quantity.setFocus()
    QTest.keyClicks(quantity, "3")
    assert quantity.text() == "3"
    assert not name.hasSelectedText()


def typed(edit: QLineEdit, text: str) -> None:
    """Click into a field, then type."""
    QTest.mouseClick(edit, Qt.MouseButton.LeftButton)
    assert edit.selectedText() == edit.text()
    QTest.keyClicks(edit, text)


@pytest.mark.parametrize("text", ["1", "1.250,00", "1\u00a0250,5", "0"])
def test_figures_are_told_from_words(text: str) -> None:
    assert is_figure(text)
    assert not is_figure(f"BE {text}")
    assert not is_figure("")
