"""With the customer looking on, nothing depends on what the partner earns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.by_term import ByTerm
from app.domain.money import Amount, UnitPrice
from app.domain.price_list import Item, PriceList
from app.ports import Stamp
from app.use_cases.bundled import sample_list, sample_quote
from tests.ui.editor.conftest import MakeShared, shown
from tests.ui.editor.hands import KEY, click_line, dialog, open_sample, press
from ui.editor.details_form import DetailsForm
from ui.editor.line_forms import AnswerForm
from ui.editor.page import EditorPage
from ui.models.lines_model import Column
from ui.shared import Shared

OWN = ("commission", "earn", "cost", "Rappeler madame Lambert")


def earning(factor: int) -> PriceList:
    """Return the sample list with every commission and cost another one."""
    sample = sample_list()
    items = tuple(_earning(item, factor) for item in sample.items)
    return replace(
        sample, list_id="OTHER-BE", items=items, file_fingerprint=f"{factor}" * 64
    )


def _earning(item: Item, factor: int) -> Item:
    paid: ByTerm[Amount] = ByTerm(*[Amount(1111 * factor, "EUR")] * 3)
    return replace(
        item,
        commissions=paid if item.commissions else item.commissions,
        cost_month=UnitPrice(3333 * factor, "EUR") if item.cost_month else None,
    )


def pages(qtbot: QtBot, make_shared: MakeShared, factor: int) -> Iterator[EditorPage]:
    """Yield a page on the sample quote under such a list."""
    shared = make_shared()
    clock = shared.workplace.clock
    with shared.workplace.storage.writing() as store:
        store.add_price_list(earning(factor), "a.csv", Stamp("t", clock.now()))
    answers = (("meeting", sample_quote().answer_commissions[0][1] * factor),)
    quote = replace(sample_quote(), note=f"note {factor}", answer_commissions=answers)
    for page in shown(qtbot, shared):
        open_sample(qtbot, page, shared, quote)
        shared.show_customer(True)
        yield page


def picture(qtbot: QtBot, page: EditorPage) -> QImage:
    preview = page.figures.preview
    qtbot.waitUntil(lambda: preview.page is not None, timeout=10_000)
    qtbot.waitUntil(lambda: not preview.renderer.busy, timeout=10_000)
    page.adding.search.setFocus()
    qtbot.wait(20)
    page.paper.table.setFocus()
    return page.grab().toImage()


def test_pixels_do_not_depend_on_what_is_earned(
    qtbot: QtBot, make_shared: MakeShared
) -> None:
    pictures = [
        picture(qtbot, page)
        for factor in (1, 7)
        for page in pages(qtbot, make_shared, factor)
    ]
    assert pictures[0] == pictures[1]


def test_the_same_pages_do_differ_when_nobody_looks_on(
    qtbot: QtBot, make_shared: MakeShared
) -> None:
    pictures = []
    for factor in (1, 7):
        for page in pages(qtbot, make_shared, factor):
            page._shared.show_customer(False)
            pictures.append(picture(qtbot, page))
    assert pictures[0] != pictures[1]


def test_no_word_of_it_anywhere(qtbot: QtBot, page: EditorPage, shared: Shared) -> None:
    open_sample(qtbot, page, shared)
    shared.show_customer(True)
    words = list(said(page))
    assert len(words) > 100
    for word in words:
        assert not any(own.lower() in word.lower() for own in OWN), word


def said(page: EditorPage) -> Iterator[str]:
    """Yield every text, tooltip and name of the page, hidden widgets included."""
    hide = page.header._watching
    for widget in [page, *page.findChildren(QWidget)]:
        if widget is hide or hide.isAncestorOf(widget):
            continue  # it names what it hides, by no figure
        yield widget.windowTitle()
        yield widget.toolTip()
        yield widget.accessibleName()
        yield widget.accessibleDescription()
        yield str(widget.property("text") or "")
    model = page.paper.model
    for row in range(model.rowCount()):
        for column in Column:
            index = model.index(row, column)
            for role in (
                Qt.ItemDataRole.DisplayRole,
                Qt.ItemDataRole.AccessibleTextRole,
            ):
                yield str(index.data(role))
    for addable in page.adding.model.rows:
        yield f"{addable.name} {addable.detail}"


def test_the_forms_ask_for_no_commission_and_show_no_note(
    qtbot: QtBot, page: EditorPage, shared: Shared
) -> None:
    open_sample(qtbot, page, shared)
    shared.show_customer(True)
    click_line(qtbot, page, "meeting")
    press(qtbot, KEY.Key_Return)
    answer = dialog(qtbot, page)
    assert isinstance(answer, AnswerForm)
    assert answer.commission is None
    before = page.wishes.session
    assert before is not None
    kept = before.state.quote.answer_commissions
    qtbot.keyClick(answer.quantity, KEY.Key_Return)
    assert before.state.quote.answer_commissions == kept
    qtbot.mouseClick(page.paper.fields.details, Qt.MouseButton.LeftButton)
    details = dialog(qtbot, page)
    assert isinstance(details, DetailsForm)
    assert details.note is None
    qtbot.keyClick(details, KEY.Key_Escape)


def test_f9_hides_in_an_open_form_and_keeps_what_was_typed(
    qtbot: QtBot, page: EditorPage, shared: Shared
) -> None:
    open_sample(qtbot, page, shared)
    qtbot.mouseClick(page.paper.fields.details, Qt.MouseButton.LeftButton)
    form = dialog(qtbot, page)
    assert isinstance(form, DetailsForm)
    assert form.note is not None
    form.note.setPlainText("typed")
    qtbot.waitUntil(form.isActiveWindow)
    qtbot.keyClick(form, KEY.Key_F9)
    assert shared.customer_view
    assert not form.note.isVisible()
    assert not page.figures.own.isVisible()
    qtbot.keyClick(form, KEY.Key_F9)
    assert form.note.isVisible()
    qtbot.keyClick(form, KEY.Key_F9)
    qtbot.keyClick(form.name, KEY.Key_Return)
    session = page.wishes.session
    assert session is not None
    assert session.state.quote.note == "typed"


def test_f9_hides_the_commission_of_an_open_answer(
    qtbot: QtBot, page: EditorPage, shared: Shared
) -> None:
    open_sample(qtbot, page, shared)
    click_line(qtbot, page, "meeting")
    press(qtbot, KEY.Key_Return)
    answer = dialog(qtbot, page)
    assert isinstance(answer, AnswerForm)
    assert answer.commission is not None
    qtbot.waitUntil(answer.isActiveWindow)
    qtbot.keyClick(answer, KEY.Key_F9)
    assert not answer.commission.isVisible()
    qtbot.keyClick(answer, KEY.Key_Escape)


@pytest.mark.parametrize("on", [True, False])
def test_the_box_says_which_view_it_is(
    qtbot: QtBot, page: EditorPage, shared: Shared, on: bool
) -> None:
    open_sample(qtbot, page, shared)
    shared.show_customer(on)
    assert page.figures.watching.isVisible() is on
    assert page.figures.own.isVisible() is not on
    assert bool(page.figures.own.total.text) is not on
