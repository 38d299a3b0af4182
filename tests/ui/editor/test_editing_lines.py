"""Quantities, undo, options, answers: what keys do to the lines of a quote."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import QModelIndex, QPointF, Qt
from pytestqt.qtbot import QtBot

from app.domain.quote import Quote
from tests.ui.editor.hands import (
    CONTROL,
    KEY,
    cell,
    click_line,
    closed,
    dialog,
    focused,
    names,
    open_sample,
    press,
    type_quantity,
    write,
)
from ui.editor.line_forms import AnswerForm, ServiceForm
from ui.editor.page import EditorPage
from ui.models.lines_model import Column
from ui.shared import Shared


@pytest.fixture
def opened(qtbot: QtBot, page: EditorPage, shared: Shared) -> EditorPage:
    open_sample(qtbot, page, shared)
    page.paper.table.setFocus()
    return page


def quote(page: EditorPage) -> Quote:
    assert page.wishes.session is not None
    return page.wishes.session.state.quote


def test_a_typed_quantity_takes_the_options_along(
    qtbot: QtBot, opened: EditorPage
) -> None:
    click_line(qtbot, opened, "nb")
    type_quantity(qtbot, "13")
    assert cell(opened, "nb", Column.QUANTITY) == "13"
    assert cell(opened, "nb-office", Column.QUANTITY) == "13"
    assert cell(opened, "nb", Column.AMOUNT) == "648,70\u00a0€"
    assert focused() is opened.paper.table


def test_a_quantity_typed_slowly_takes_along_what_one_typed_at_once_does(
    qtbot: QtBot, opened: EditorPage
) -> None:
    click_line(qtbot, opened, "nb-dock")
    type_quantity(qtbot, "1")
    click_line(qtbot, opened, "nb")
    write(qtbot, "1")
    qtbot.waitUntil(lambda: cell(opened, "nb-office", Column.QUANTITY) == "1")
    write(qtbot, "5")
    press(qtbot, KEY.Key_Return)
    assert cell(opened, "nb", Column.QUANTITY) == "15"
    assert cell(opened, "nb-office", Column.QUANTITY) == "15"
    assert cell(opened, "nb-dock", Column.QUANTITY) == "1"


def test_a_quantity_that_was_taken_goes_along_with_all_that_equal_it(
    qtbot: QtBot, opened: EditorPage
) -> None:
    click_line(qtbot, opened, "nb-dock")
    type_quantity(qtbot, "1")
    click_line(qtbot, opened, "nb")
    type_quantity(qtbot, "1")
    type_quantity(qtbot, "15")
    assert cell(opened, "nb-office", Column.QUANTITY) == "15"
    assert cell(opened, "nb-dock", Column.QUANTITY) == "15"


def test_escape_brings_back_what_the_field_was_opened_with(
    qtbot: QtBot, opened: EditorPage
) -> None:
    click_line(qtbot, opened, "nb-dock")
    type_quantity(qtbot, "1")
    before = quote(opened)
    click_line(qtbot, opened, "nb")
    write(qtbot, "1")
    qtbot.waitUntil(lambda: cell(opened, "nb", Column.QUANTITY) == "1")
    press(qtbot, KEY.Key_Escape)
    assert quote(opened) == before
    assert focused() is opened.paper.table


def test_plus_and_minus_count(qtbot: QtBot, opened: EditorPage) -> None:
    click_line(qtbot, opened, "dt")
    write(qtbot, "+++")
    assert cell(opened, "dt", Column.QUANTITY) == "5"
    write(qtbot, "------")
    assert cell(opened, "dt", Column.QUANTITY) == "1"


def test_arrows_count_in_the_field(qtbot: QtBot, opened: EditorPage) -> None:
    click_line(qtbot, opened, "dt")
    press(qtbot, KEY.Key_F2)
    press(qtbot, KEY.Key_Up)
    press(qtbot, KEY.Key_Return)
    assert cell(opened, "dt", Column.QUANTITY) == "3"


@pytest.mark.parametrize("wrong", ["0", "1.5", "10000", "1x"])
def test_what_is_no_quantity_is_refused_with_a_sentence(
    qtbot: QtBot, opened: EditorPage, wrong: str
) -> None:
    click_line(qtbot, opened, "nb")
    before = quote(opened)
    type_quantity(qtbot, wrong)
    assert "1 to 9999" in opened.paper.refusal.text()
    assert opened.paper.refusal.isVisible()
    assert focused().objectName() == "quantity"
    press(qtbot, KEY.Key_Escape)
    assert quote(opened) == before
    type_quantity(qtbot, "4")
    assert not opened.paper.refusal.isVisible()


def test_undo_and_redo_return_the_same_values(qtbot: QtBot, opened: EditorPage) -> None:
    steps = [quote(opened)]
    click_line(qtbot, opened, "nb")
    type_quantity(qtbot, "3")
    steps.append(quote(opened))
    click_line(qtbot, opened, "nb-dock")
    write(qtbot, "o")
    steps.append(quote(opened))
    click_line(qtbot, opened, "dt")
    press(qtbot, KEY.Key_Delete)
    steps.append(quote(opened))
    for step in reversed(steps):
        assert quote(opened) == step
        qtbot.keyClick(opened, KEY.Key_Z, CONTROL)
    assert not opened.actions_on.undo.isEnabled()
    for step in steps:
        assert quote(opened) == step
        qtbot.keySequence(opened, opened.actions_on.redo.shortcut())
    assert not opened.actions_on.redo.isEnabled()


def test_rows_that_do_not_differ_are_not_told_of(
    qtbot: QtBot, opened: EditorPage
) -> None:
    model = opened.paper.model
    told: list[str] = []

    def note(first: QModelIndex, last: QModelIndex) -> None:
        told.extend(row.key for row in model.rows[first.row() : last.row() + 1])

    model.dataChanged.connect(note)
    click_line(qtbot, opened, "dt-backup-gb")
    type_quantity(qtbot, "200")
    assert told == ["dt-backup-gb"]
    told.clear()
    type_quantity(qtbot, "200")
    assert told == []


def test_delete_removes_a_pack_with_its_options(
    qtbot: QtBot, opened: EditorPage
) -> None:
    click_line(qtbot, opened, "dt")
    press(qtbot, KEY.Key_Delete)
    assert not [row for row in opened.paper.model.rows if row.key.startswith("dt")]
    assert "Mobile pack M" in names(opened)


def test_o_includes_an_optional_line(qtbot: QtBot, opened: EditorPage) -> None:
    assert cell(opened, "nb-dock", Column.AMOUNT) == "+64,80\u00a0€"
    click_line(qtbot, opened, "nb-dock")
    write(qtbot, "o")
    assert cell(opened, "nb-dock", Column.AMOUNT) == "64,80\u00a0€"


def test_the_word_include_can_be_clicked(qtbot: QtBot, opened: EditorPage) -> None:
    table = opened.paper.table
    index = opened.paper.model.index(
        opened.paper.model.place_of("nb-dock"), Column.NAME
    )
    table.scrollTo(index)
    row = opened.paper.model.row(index)
    link = table.cards.link(row, QPointF(table.visualRect(index).topLeft()))
    assert link is not None
    at = link.center().toPoint()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert opened.paper.model.row(index).amount == "64,80\u00a0€"


def test_a_service_is_renamed_and_priced_in_its_form(
    qtbot: QtBot, opened: EditorPage
) -> None:
    click_line(qtbot, opened, "install")
    press(qtbot, KEY.Key_Return)
    form = dialog(qtbot, opened)
    assert isinstance(form, ServiceForm)
    assert form.price.text() == "85,00"
    form.price.selectAll()
    qtbot.keyClicks(form.price, "ninety")
    qtbot.keyClick(form.price, KEY.Key_Return)
    assert form.isVisible()
    assert "ninety" in form._wrong.text()
    form.price.selectAll()
    qtbot.keyClicks(form.price, "90")
    form.names["en"].selectAll()
    qtbot.keyClicks(form.names["en"], "Setting up")
    qtbot.keyClick(form.names["en"], KEY.Key_Return)
    closed(qtbot, opened, form)
    assert cell(opened, "install", Column.NAME) == "Setting up"
    assert cell(opened, "install", Column.UNIT) == "90,00\u00a0€"


def test_an_answer_gives_a_request_its_price(qtbot: QtBot, opened: EditorPage) -> None:
    click_line(qtbot, opened, "rugged")
    press(qtbot, KEY.Key_Return)
    form = dialog(qtbot, opened)
    assert isinstance(form, AnswerForm)
    qtbot.keyClicks(form.prices[2], "59,90")
    assert form.commission is not None
    qtbot.keyClicks(form.commission, "80")
    qtbot.keyClick(form.commission, KEY.Key_Return)
    closed(qtbot, opened, form)
    assert cell(opened, "rugged", Column.UNIT) == "+59,90\u00a0€"
    assert quote(opened).answer_commission("rugged") == Decimal(80)
    undone = opened.actions_on.undo.text()
    press(qtbot, KEY.Key_Return)
    again = dialog(qtbot, opened)
    assert isinstance(again, AnswerForm)
    assert again.commission is not None
    fields = (*again.prices, again.commission)
    assert [each.text() for each in fields] == ["", "", "59,90", "80,00"]
    qtbot.keyClick(again.quantity, KEY.Key_Return)
    closed(qtbot, opened, again)
    # What is left as it is shown is no edit.
    assert opened.actions_on.undo.text() == undone


def test_a_problem_leads_to_its_line(qtbot: QtBot, opened: EditorPage) -> None:
    qtbot.keyClick(opened, KEY.Key_F8)
    assert opened.paper.table.chosen_key == "rugged"


def test_the_term_is_chosen_by_a_click_on_its_bar(
    qtbot: QtBot, opened: EditorPage
) -> None:
    bars = opened.figures.terms
    at = bars.rect().topLeft()
    at.setX(20)
    at.setY(10)
    qtbot.mouseClick(bars, Qt.MouseButton.LeftButton, pos=at)
    assert quote(opened).proposal.term == 12
    assert opened.paper.fields.term.value == "12"


def test_the_arrows_take_a_term_on_its_bars_and_one_key_from_everywhere(
    qtbot: QtBot, opened: EditorPage
) -> None:
    bars = opened.figures.terms
    bars.setFocus()
    for key, term in ((KEY.Key_Up, 24), (KEY.Key_Down, 36), (KEY.Key_Down, 12)):
        qtbot.keyClick(bars, key)
        assert quote(opened).proposal.term == term
    opened.paper.table.setFocus()
    qtbot.keyClick(opened.paper.table, KEY.Key_F6)
    assert quote(opened).proposal.term == 24
    said = bars.accessibleDescription()
    assert "24 months, 1.030,95\u00a0€, 24.742,80\u00a0€ in all" in said


def test_what_was_edited_is_saved_on_leaving(
    qtbot: QtBot, opened: EditorPage, shared: Shared
) -> None:
    click_line(qtbot, opened, "nb")
    type_quantity(qtbot, "5")
    with qtbot.waitSignal(opened.closed):
        qtbot.mouseClick(opened.header.back, Qt.MouseButton.LeftButton)
    with shared.workplace.storage.reading() as store:
        record = store.quote("TR-2026-0001")
    assert record is not None
    assert record.quote.proposal.packs[0].quantity == 5


def test_ok_on_a_wrong_value_leads_to_it(qtbot: QtBot, opened: EditorPage) -> None:
    key = quote(opened).proposal.partner_services[0].id
    click_line(qtbot, opened, key)
    press(qtbot, KEY.Key_Return)
    form = dialog(qtbot, opened)
    assert isinstance(form, ServiceForm)
    qtbot.waitUntil(form.isActiveWindow)
    form.discount.setText("much")
    form.names["fr"].setFocus()
    press(qtbot, KEY.Key_Return)
    assert form.isVisible()
    assert form.discount.hasFocus()
    assert form.discount.selectedText() == "much"
    form.reject()
