"""What a pack includes folds by a key and a click, line by line."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from pytestqt.qtbot import QtBot

from tests.ui.editor.hands import KEY, click_line, names, open_sample
from ui.editor.page import EditorPage
from ui.models.line_rows import Fold, Row
from ui.models.lines_model import Column
from ui.shared import Shared


def row(page: EditorPage, key: str) -> Row:
    return page.paper.model.rows[page.paper.model.place_of(key)]


def spoken(page: EditorPage, key: str) -> str:
    index = page.paper.model.index(page.paper.model.place_of(key), Column.NAME)
    return str(index.data(Qt.ItemDataRole.AccessibleTextRole))


def height(page: EditorPage, key: str) -> int:
    return page.paper.table.rowHeight(page.paper.model.place_of(key))


def click_fold(qtbot: QtBot, page: EditorPage, key: str) -> None:
    table = page.paper.table
    place = page.paper.model.place_of(key)
    corner = QPointF(0, table.rowViewportPosition(place))
    fold = table.cards.fold(row(page, key), corner)
    assert fold is not None
    at = fold.topLeft().toPoint()
    at.setX(at.x() + 4)
    at.setY(at.y() + 6)
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_a_key_folds_and_unfolds_the_line_it_is_on(
    qtbot: QtBot, page: EditorPage, shared: Shared
) -> None:
    open_sample(qtbot, page, shared)
    lines = names(page)
    assert row(page, "nb").details[0] == "5 items included"
    click_line(qtbot, page, "nb")
    qtbot.keyClick(page.paper.table, KEY.Key_Space)
    assert row(page, "nb").fold is Fold.OPEN
    assert "14-inch notebook Brivane N14" in spoken(page, "nb")
    others = [r.fold for r in page.paper.model.rows if r.key != "nb"]
    assert Fold.OPEN not in others
    assert names(page) == lines
    qtbot.keyClick(page.paper.table, KEY.Key_Space)
    assert row(page, "nb").fold is Fold.CLOSED


def test_a_click_folds_and_the_line_is_as_high_as_what_it_shows(
    qtbot: QtBot, page: EditorPage, shared: Shared
) -> None:
    open_sample(qtbot, page, shared)
    before = height(page, "nb")
    click_fold(qtbot, page, "nb")
    assert row(page, "nb").fold is Fold.OPEN
    assert height(page, "nb") > before
    click_fold(qtbot, page, "nb")
    assert height(page, "nb") == before


def test_what_was_unfolded_is_so_when_the_quote_is_opened_again(
    qtbot: QtBot, page: EditorPage, shared: Shared
) -> None:
    number = open_sample(qtbot, page, shared)
    click_line(qtbot, page, "nb")
    qtbot.keyClick(page.paper.table, KEY.Key_Space)
    page.close_quote()
    page.open(number)
    qtbot.waitUntil(lambda: page.wishes.session is not None)
    assert row(page, "nb").fold is Fold.OPEN
