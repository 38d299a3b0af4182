"""Lines are copied, moved, pasted and explained by keys, and undo takes it back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.ui.editor.hands import (
    CONTROL,
    KEY,
    add,
    begin_new,
    click_line,
    dialog,
    focused,
    names,
    open_sample,
    write,
)
from ui.editor.page import EditorPage
from ui.editor.why_dialog import WhyDialog
from ui.shared import Shared

LEFT = Qt.MouseButton.LeftButton
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def opened(qtbot: QtBot, page: EditorPage, shared: Shared) -> EditorPage:
    open_sample(qtbot, page, shared)
    return page


def packs(page: EditorPage) -> list[str]:
    assert page.wishes.session is not None
    return [each.id for each in page.wishes.session.state.quote.proposal.packs]


def test_ctrl_d_copies_the_line_and_goes_there(
    qtbot: QtBot, opened: EditorPage
) -> None:
    before = packs(opened)
    click_line(qtbot, opened, "nb")
    qtbot.keyClick(opened.paper.table, KEY.Key_D, CONTROL)
    after = packs(opened)
    assert [after[0], *after[2:]] == before
    assert opened.paper.table.chosen_key == after[1]
    opened.actions_on.undo.trigger()
    assert packs(opened) == before


def test_ctrl_d_copies_a_line_whose_quantity_is_being_typed(
    qtbot: QtBot, page: EditorPage
) -> None:
    begin_new(qtbot, page)
    add(qtbot, page, "compact m")
    write(qtbot, "4")
    qtbot.keyClick(focused(), KEY.Key_D, CONTROL)
    assert page.wishes.session is not None
    lines = page.wishes.session.state.quote.proposal.packs
    assert [each.quantity for each in lines] == [4, 4]
    assert page.paper.table.chosen_key == lines[1].id
    assert focused() is page.paper.table


def test_alt_and_an_arrow_move_the_line(qtbot: QtBot, opened: EditorPage) -> None:
    before = packs(opened)
    click_line(qtbot, opened, "nb")
    qtbot.keyClick(opened.paper.table, KEY.Key_Down, ALT)
    assert packs(opened) == [before[1], before[0], *before[2:]]
    assert opened.paper.table.chosen_key == "nb"
    qtbot.keyClick(opened.paper.table, KEY.Key_Up, ALT)
    assert packs(opened) == before


def drag(qtbot: QtBot, page: EditorPage, key: str, onto: str) -> None:
    """Press on a line, move to the lower part of another, and stay there."""
    table, model = page.paper.table, page.paper.model

    def place(key: str, share: float) -> QPoint:
        row = model.place_of(key)
        top = table.rowViewportPosition(row)
        return QPoint(40, top + round(table.rowHeight(row) * share))

    start, end = place(key, 0.5), place(onto, 0.9)
    qtbot.mousePress(table.viewport(), LEFT, pos=start)
    for at in (start + QPoint(0, 20), end):
        event = QMouseEvent(
            QEvent.Type.MouseMove,
            QPointF(at),
            QPointF(table.viewport().mapToGlobal(at)),
            Qt.MouseButton.NoButton,
            LEFT,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(table.viewport(), event)


def drop(page: EditorPage) -> None:
    QTest.mouseRelease(page.paper.table.viewport(), LEFT)


def options(page: EditorPage) -> list[str]:
    assert page.wishes.session is not None
    pack = page.wishes.session.state.quote.proposal.packs[0]
    return [each.id for each in pack.options]


def test_a_line_is_dragged_among_its_like_and_undo_takes_it_back(
    qtbot: QtBot, opened: EditorPage
) -> None:
    before = options(opened)
    drag(qtbot, opened, before[0], before[1])
    drop(opened)
    assert options(opened) == [before[1], before[0], *before[2:]]
    assert opened.paper.table.chosen_key == before[0]
    opened.actions_on.undo.trigger()
    assert options(opened) == before


def test_a_pack_is_dragged_past_another_with_its_options(
    qtbot: QtBot, opened: EditorPage
) -> None:
    opened.resize(1280, 2400)
    before = packs(opened)
    assert opened.wishes.session is not None
    proposal = opened.wishes.session.state.quote.proposal
    last = (proposal.packs[1], *proposal.packs[1].options)[-1]
    drag(qtbot, opened, before[0], last.id)
    drop(opened)
    assert packs(opened) == [before[1], before[0], *before[2:]]


def test_escape_lets_a_dragged_line_go(qtbot: QtBot, opened: EditorPage) -> None:
    before = options(opened)
    drag(qtbot, opened, before[0], before[1])
    qtbot.keyClick(opened.paper.table, KEY.Key_Escape)
    drop(opened)
    assert options(opened) == before


def test_what_is_dragged_shows_a_name_and_hands_nothing_over(
    qtbot: QtBot, opened: EditorPage
) -> None:
    QApplication.clipboard().setText("kept")
    plain = opened.paper.table.grab().toImage()
    drag(qtbot, opened, "nb", "nb")
    assert opened.paper.table.grab().toImage() != plain
    drop(opened)
    assert QApplication.clipboard().text() == "kept"


def test_rows_of_a_spreadsheet_are_pasted(qtbot: QtBot, opened: EditorPage) -> None:
    before = names(opened)
    QApplication.clipboard().setText("WAAS-DT-L\t4\nNO-SUCH\t1")
    click_line(qtbot, opened, "nb")
    qtbot.keyClick(opened.paper.table, KEY.Key_V, CONTROL)
    assert [each for each in names(opened) if each not in before] == ["Compact pack L"]
    assert "NO-SUCH" in opened.paper.refusal.text()
    opened.actions_on.undo.trigger()
    assert names(opened) == before
    assert not opened.paper.refusal.isVisible()


def test_what_is_copied_holds_what_the_customer_may_read(
    qtbot: QtBot, opened: EditorPage
) -> None:
    click_line(qtbot, opened, "nb")
    qtbot.keyClick(opened.paper.table, KEY.Key_C, CONTROL)
    text = QApplication.clipboard().text()
    assert "Mobile pack M\t12\t49,90\u00a0€\t598,80\u00a0€" in text
    gains = [row.gain for row in opened.paper.model.rows if row.gain]
    assert gains
    assert not any(gain in text for gain in gains)


def test_an_amount_is_explained_and_hides_what_is_earned(
    qtbot: QtBot, opened: EditorPage, shared: Shared
) -> None:
    click_line(qtbot, opened, "nb")
    qtbot.keyClicks(opened.paper.table, "?")
    shown = dialog(qtbot, opened)
    assert isinstance(shown, WhyDialog)

    def said() -> str:
        return " ".join(label.text() for label in shown.findChildren(QLabel))

    assert "49,90\u00a0€ × 12 = 598,80\u00a0€" in said()
    assert "Your commission" in said()
    shared.show_customer(True)
    qtbot.waitUntil(lambda: "Your commission" not in said())
    assert "598,80" in said()


def test_a_click_on_the_monthly_rate_explains_it(
    qtbot: QtBot, opened: EditorPage
) -> None:
    qtbot.mouseClick(opened.figures.monthly, Qt.MouseButton.LeftButton)
    shown = dialog(qtbot, opened)
    assert isinstance(shown, WhyDialog)
    said = " ".join(label.text() for label in shown.findChildren(QLabel))
    assert "The monthly rate" in said
