from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QProgressBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from i18n import Language
from tests.ui.conftest import Bench, MakeBench
from tests.ui.hands import add_quote, button, click, press, seen, table, texts
from ui.editor.page import EditorPage

CONTROLS = (QAbstractButton, QLineEdit, QAbstractItemView, QComboBox, QProgressBar)
PAGES = ("quotes", "prices", "settings")


def test_the_rail_and_its_keys_lead_to_each_page(bench: Bench) -> None:
    for name, text in (("prices", "Prices"), ("settings", "Settings")):
        click(button(bench.window.rail, text))
        assert bench.window.at == name
        assert bench.window.windowTitle() == f"{text} – WaaS Quotes"
    press(bench.window, Qt.Key.Key_2, ctrl=True)
    assert bench.window.at == "today"
    press(bench.window, Qt.Key.Key_1, ctrl=True)
    assert bench.window.at == "quotes"


def test_the_rail_shrinks_below_1280(make_bench: MakeBench) -> None:
    wide = make_bench(1280)
    assert any(label.text() == "WaaS Quotes" for label in seen(wide.window, QLabel))
    narrow = make_bench(1279)
    assert narrow.window.rail.width() < wide.window.rail.width() / 2
    assert not any(
        label.text() == "WaaS Quotes" for label in seen(narrow.window, QLabel)
    )


def test_when_a_quote_was_saved_is_whole_in_a_small_window(
    make_bench: MakeBench, qtbot: QtBot
) -> None:
    bench = make_bench(960, 540)
    bench.shared.languages.choose(Language("fr", "BE"))
    page = bench.window.findChildren(EditorPage)[0]
    page.open(add_quote(bench.shared.workplace, "Imprimerie Chantepluie SRL"))
    bench.window.go("editor")
    qtbot.waitUntil(lambda: page.wishes.session is not None)
    said = next(each for each in page.findChildren(QLabel) if "enreg" in each.text())
    width = said.fontMetrics().horizontalAdvance(said.text())
    qtbot.waitUntil(lambda: said.width() >= width)


@pytest.mark.parametrize("size", [(960, 540), (1280, 800), (1920, 1080)])
def test_every_page_has_room(make_bench: MakeBench, size: tuple[int, int]) -> None:
    bench = make_bench(*size)
    for name in PAGES:
        bench.window.go(name)
        page = bench.window.page
        assert page is not None
        assert page.minimumSizeHint().width() <= page.width()
        assert (bench.window.width(), bench.window.height()) == size


def test_the_note_names_the_list_and_says_that_it_is_a_sample(bench: Bench) -> None:
    words = " ".join(label.text() for label in seen(bench.window.rail, QLabel))
    assert "SAMPLE-BE" in words
    assert "invented sample" in words


class Shown(QObject):
    """Notes every window that comes up."""

    def __init__(self) -> None:
        super().__init__()
        self.windows: list[QObject] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget):
            self.windows += [watched] if watched.isWindow() else []
        return False


def test_nothing_but_the_window_comes_up(
    qapp: QApplication, make_bench: MakeBench
) -> None:
    shown = Shown()
    qapp.installEventFilter(shown)
    bench = make_bench()
    for name in (*PAGES, "customers", "editor"):
        bench.window.go(name)
    qapp.removeEventFilter(shown)
    assert shown.windows == [bench.window]


def test_every_control_has_a_name(bench: Bench, qtbot: QtBot) -> None:
    add_quote(bench.shared.workplace, "Lefèvre")
    bench.shared.quotes_changed.emit()
    qtbot.waitUntil(lambda: not bench.shared.jobs.busy)
    for name in PAGES:
        bench.window.go(name)
        page = bench.window.page
        assert page is not None
        for control in (*controls(page), *controls(bench.window.rail)):
            assert control.accessibleName(), (name, control)


def test_every_control_is_reached_by_tab(bench: Bench) -> None:
    bench.window.go("settings")
    page = bench.window.page
    assert page is not None
    fields = [each for each in seen(page, QLineEdit) if each.isEnabled()]
    fields[0].setFocus()
    reached: set[QWidget | None] = set()
    for _ in range(60):
        reached.add(QApplication.focusWidget())
        focused = QApplication.focusWidget()
        assert focused is not None
        press(focused, Qt.Key.Key_Tab)
    assert set(fields) <= reached


def test_every_action_has_words_and_no_key_is_given_twice(bench: Bench) -> None:
    actions = bench.window.menus.actions.values()
    assert all(action.text() for action in actions)
    keys = [
        k.toString() for a in bench.window.findChildren(QAction) for k in a.shortcuts()
    ]
    assert len(keys) == len(set(keys))


def test_the_language_switches_without_leaving_a_word(
    make_bench: MakeBench, qtbot: QtBot
) -> None:
    bench = make_bench()
    add_quote(bench.shared.workplace, "Lefèvre", "Portables")
    bench.shared.quotes_changed.emit()
    qtbot.waitUntil(lambda: not bench.shared.jobs.busy)
    for code in ("fr", "en", "fr"):
        bench.shared.languages.choose(Language(code, "BE"))
        QApplication.processEvents()
        switched = texts(bench.window)
        fresh = texts(make_bench().window)
        assert Counter(switched) - Counter(fresh) == Counter()
        assert Counter(fresh) - Counter(switched) == Counter()
        assert ("Réglages" in switched) == (code == "fr")


def test_f9_hides_and_shows_in_every_page(bench: Bench) -> None:
    for name in PAGES:
        bench.window.go(name)
        assert bench.window.page is not None
        page = bench.window.page
        switch = bench.window.menus.actions["customer_view"]
        press(bench.window, Qt.Key.Key_F9)
        assert switch.isChecked()
        assert button(page, "Customer view on").isChecked()
        press(bench.window, Qt.Key.Key_F9)
        assert not button(page, "Customer view").isChecked()
        click(button(page, "Customer view"))
        assert switch.isChecked()
        click(button(page, "Customer view on"))
        assert switch.isChecked() is bench.shared.customer_view


def test_undo_is_offered_only_where_something_can_be_undone(bench: Bench) -> None:
    actions = bench.window.menus.actions
    assert not actions["undo"].isEnabled()
    assert actions["find"].isEnabled()
    bench.window.go("settings")
    assert not actions["find"].isEnabled()


def test_the_dark_look_is_chosen_in_the_menu_and_kept(
    bench: Bench, qtbot: QtBot
) -> None:
    before = bench.window.grab().toImage().pixelColor(700, 500)
    dark = bench.window.menus.appearances.actions()[-1]
    dark.trigger()
    qtbot.waitUntil(lambda: not bench.shared.jobs.busy)
    after = bench.window.grab().toImage().pixelColor(700, 500)
    assert after.lightness() < 60 < before.lightness()
    assert '"dark"' in (bench.folder / "settings.json").read_text("utf-8")


def test_a_dropped_file_is_looked_at(bench: Bench, qtbot: QtBot) -> None:
    path = bench.folder / "dropped.csv"
    path.write_text("nothing\n", "utf-8")
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(path))])
    action, button_ = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    held = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), action, files, button_, held)
    QApplication.sendEvent(bench.window, enter)
    drop = QDropEvent(QPointF(5, 5), action, files, button_, held)
    QApplication.sendEvent(bench.window, drop)
    qtbot.waitUntil(lambda: not bench.shared.jobs.busy)
    assert bench.window.at == "prices"
    assert any(label.text() == "dropped.csv" for label in seen(bench.window, QLabel))


def test_the_keys_are_listed(bench: Bench) -> None:
    press(bench.window, Qt.Key.Key_F1)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    listed = [label.text() for label in seen(dialog, QLabel)]
    assert "F9" in listed
    assert "Customer view" in listed
    press(dialog, Qt.Key.Key_Escape)


def test_new_and_open_lead_to_the_editor(bench: Bench, qtbot: QtBot) -> None:
    number = add_quote(bench.shared.workplace, "Lefèvre")
    bench.shared.quotes_changed.emit()
    qtbot.waitUntil(lambda: not bench.shared.jobs.busy)
    view = table(bench.window)
    press(view, Qt.Key.Key_Down)
    press(view, Qt.Key.Key_Return)
    assert bench.window.at == "editor"
    qtbot.waitUntil(lambda: not bench.shared.jobs.busy)
    page = bench.window.page
    assert page is not None
    assert number in " ".join(label.text() for label in seen(page, QLabel))
    click(button(bench.window.rail, "Quotes"))
    assert bench.window.at == "quotes"
    press(bench.window, Qt.Key.Key_N, ctrl=True)
    assert bench.window.at == "editor"
    qtbot.waitUntil(lambda: not bench.shared.jobs.busy)


def test_the_sample_quote_is_opened_from_the_empty_page(
    bench: Bench, qtbot: QtBot
) -> None:
    click(button(bench.window, "Look at the sample quote"))
    qtbot.waitUntil(lambda: bench.window.at == "editor")
    qtbot.waitUntil(lambda: not bench.shared.jobs.busy)


def controls(root: QWidget) -> list[QWidget]:
    return [
        each
        for each in seen(root, QWidget)
        if isinstance(each, CONTROLS) and each.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]
