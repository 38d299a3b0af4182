"""Money is never clipped, every control has a name, no string stays behind."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from i18n import Language
from tests.ui.editor.hands import CONTROL, KEY, focused, open_sample
from tests.ui.hands import settle
from ui.editor.lines_table import WIDTHS
from ui.editor.page import EditorPage
from ui.models.lines_model import Column
from ui.shared import Shared
from ui.widgets.money import fitted

MUCH = "99\u00a0999\u00a0999,99\u00a0€"


@pytest.mark.parametrize("text", [MUCH, f"+\u00a0{MUCH}"])
@pytest.mark.parametrize("column", [Column.UNIT, Column.AMOUNT])
def test_money_is_whole_or_not_shown_at_all(
    shared: Shared, text: str, column: Column
) -> None:
    font = shared.theme.font(strong=True)
    room = WIDTHS[column] - 21
    shown, fitting = fitted(text, font, room)
    assert shown in (text, "…")
    assert QFontMetricsF(fitting).horizontalAdvance(shown) <= room


def test_the_columns_keep_their_width_in_the_narrowest_window(
    qtbot: QtBot, page: EditorPage, shared: Shared
) -> None:
    open_sample(qtbot, page, shared)
    page.resize(904, 488)
    qtbot.wait(20)
    assert page.width() == 904
    table = page.paper.table
    assert [table.columnWidth(c) for c in WIDTHS] == list(WIDTHS.values())
    assert table.columnWidth(Column.NAME) > 200
    assert table.height() >= 120


def test_a_long_name_gives_way_to_whether_it_is_saved(
    qtbot: QtBot, page: EditorPage, shared: Shared
) -> None:
    page.resize(1092, 700)
    open_sample(qtbot, page, shared)
    name = next(each for each in page.findChildren(QLineEdit) if each.text())
    name.setFocus()
    name.setText("Établissements Très Longs " * 6)
    name.editingFinished.emit()
    settle(qtbot, shared)
    saved = next(each for each in page.findChildren(QLabel) if "saved" in each.text())
    room = QFontMetricsF(saved.font()).horizontalAdvance(saved.text())
    assert saved.width() >= room


def test_every_control_has_a_name(
    qtbot: QtBot, page: EditorPage, shared: Shared
) -> None:
    open_sample(qtbot, page, shared)
    kinds = (QAbstractButton, QLineEdit, QComboBox, QAbstractItemView)
    for widget in page.findChildren(QWidget):
        if isinstance(widget, kinds) and not _inner(widget):
            named = widget.accessibleName() or widget.property("text")
            assert named or widget.isHidden(), widget


def _inner(widget: QWidget) -> bool:
    """Tell whether it is a part that Qt itself put into a control."""
    parent = widget.parent()
    return isinstance(parent, QLineEdit) or (
        parent is not None and parent.metaObject().className().startswith("QComboBox")
    )


def test_the_language_changes_live(
    qtbot: QtBot, page: EditorPage, shared: Shared
) -> None:
    open_sample(qtbot, page, shared)
    texts = {id(label): label.text() for label in page.findChildren(QLabel)}
    shared.languages.choose(Language.of("fr", "BE"))
    changed = [
        label.text()
        for label in page.findChildren(QLabel)
        if texts.get(id(label), label.text()) != label.text()
    ]
    assert "Total du contrat" in changed
    assert page.paper.model.rows[1].name == "Pack Mobile M"


def test_tab_leaves_the_table(qtbot: QtBot, page: EditorPage, shared: Shared) -> None:
    open_sample(qtbot, page, shared)
    page.paper.table.setFocus()
    qtbot.keyClick(focused(), KEY.Key_Tab)
    assert focused() is not page.paper.table


def test_where_room_is_short_the_list_comes_up_when_asked_for(
    qtbot: QtBot, page: EditorPage, shared: Shared
) -> None:
    open_sample(qtbot, page, shared)
    page.resize(1000, 600)
    assert not page.adding.isVisible()
    qtbot.mouseClick(page.header.add, Qt.MouseButton.LeftButton)
    assert page.adding.isVisible()
    assert focused() is page.adding.search
    qtbot.keyClick(page.adding.search, KEY.Key_Escape)
    assert not page.adding.isVisible()
    qtbot.keyClick(page, KEY.Key_L, CONTROL)
    assert page.adding.isVisible()


def test_below_960_the_figures_fold_into_the_bar(
    qtbot: QtBot, page: EditorPage, shared: Shared
) -> None:
    open_sample(qtbot, page, shared)
    page.resize(900, 600)
    assert not page.figures.isVisible()
    assert page.header.monthly.text() == page.figures.monthly.text
    qtbot.mouseClick(page.header.figures, Qt.MouseButton.LeftButton)
    assert page.figures.isVisible()
