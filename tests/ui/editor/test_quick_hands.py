"""What a hand expects that never looked at the manual."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from app.domain.proposal import Proposal
from i18n import Language
from tests.ui.editor.conftest import MakeShared, shown
from tests.ui.editor.hands import (
    CONTROL,
    KEY,
    add,
    begin_new,
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
from ui.editor.line_forms import ServiceForm
from ui.editor.page import EditorPage
from ui.models import typed
from ui.models.addables import Addable
from ui.models.addables_model import ROW
from ui.models.lines_model import Column
from ui.shared import Shared
from ui.widgets.field_keys import FieldKeys

SHIFT_CONTROL = CONTROL | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def opened(qtbot: QtBot, page: EditorPage, shared: Shared) -> EditorPage:
    """The page with the sample quote on it."""
    open_sample(qtbot, page, shared)
    return page


def proposal(page: EditorPage) -> Proposal:
    assert page.wishes.session is not None
    return page.wishes.session.state.quote.proposal


def dialogs(page: EditorPage) -> list[QDialog]:
    return [each for each in page.findChildren(QDialog) if each.isVisible()]


def test_a_quantity_counts_after_a_pause_while_its_field_stays_open(
    qtbot: QtBot, opened: EditorPage
) -> None:
    click_line(qtbot, opened, "dt")
    write(qtbot, "4")
    write(qtbot, "2")
    assert cell(opened, "dt", Column.QUANTITY) == "2"
    qtbot.waitUntil(lambda: cell(opened, "dt", Column.QUANTITY) == "42")
    assert focused().objectName() == "quantity"
    write(qtbot, "0")
    qtbot.waitUntil(lambda: cell(opened, "dt", Column.QUANTITY) == "420")
    press(qtbot, KEY.Key_Return)
    assert cell(opened, "dt", Column.QUANTITY) == "420"


def test_an_open_quantity_is_part_of_an_export(
    qtbot: QtBot, opened: EditorPage
) -> None:
    click_line(qtbot, opened, "dt")
    write(qtbot, "7")
    opened.actions_on.export.trigger()
    dialog(qtbot, opened).reject()
    assert cell(opened, "dt", Column.QUANTITY) == "7"


def test_what_is_no_quantity_stops_the_export_until_it_is_one(
    qtbot: QtBot, opened: EditorPage
) -> None:
    click_line(qtbot, opened, "dt")
    write(qtbot, "0")
    opened.actions_on.export.trigger()
    assert dialogs(opened) == []
    assert opened.paper.refusal.isVisible()
    assert focused().objectName() == "quantity"
    write(qtbot, "3")
    opened.actions_on.export.trigger()
    dialog(qtbot, opened).reject()
    assert not opened.paper.refusal.isVisible()
    assert cell(opened, "dt", Column.QUANTITY) == "3"


def test_leaving_a_wrong_quantity_takes_its_sentence_away(
    qtbot: QtBot, opened: EditorPage
) -> None:
    click_line(qtbot, opened, "dt")
    write(qtbot, "0")
    press(qtbot, KEY.Key_Return)
    assert opened.paper.refusal.isVisible()
    press(qtbot, KEY.Key_Escape)
    assert not opened.paper.refusal.isVisible()


@pytest.mark.parametrize("redo", [(KEY.Key_Y, CONTROL), (KEY.Key_Z, SHIFT_CONTROL)])
def test_undo_and_redo_work_from_a_field_with_nothing_of_its_own_to_undo(
    qapp: QApplication,
    qtbot: QtBot,
    opened: EditorPage,
    redo: tuple[Qt.Key, Qt.KeyboardModifier],
) -> None:
    keys = FieldKeys(qapp)
    before = names(opened)
    add(qtbot, opened, "station d")
    add(qtbot, opened, "compact m")
    after = names(opened)
    opened.adding.focus_search()
    assert after != before
    press(qtbot, KEY.Key_Z, CONTROL)
    assert names(opened) == after[:-1] or names(opened) != after
    press(qtbot, *redo)
    assert names(opened) == after
    keys.deleteLater()


def test_a_field_undoes_its_own_typing_first(
    qapp: QApplication, qtbot: QtBot, opened: EditorPage
) -> None:
    keys = FieldKeys(qapp)
    before = names(opened)
    add(qtbot, opened, "compact m")
    opened.adding.focus_search()
    write(qtbot, "screen")
    press(qtbot, KEY.Key_Z, CONTROL)
    assert opened.adding.search.text() == ""
    assert names(opened) != before
    press(qtbot, KEY.Key_Z, CONTROL)
    assert names(opened) == before
    keys.deleteLater()


def test_ctrl_e_exports_from_a_field(
    qapp: QApplication, qtbot: QtBot, opened: EditorPage
) -> None:
    keys = FieldKeys(qapp)
    opened.paper.fields.customer.setFocus()
    press(qtbot, KEY.Key_E, CONTROL)
    dialog(qtbot, opened).reject()
    keys.deleteLater()


def test_one_click_adds_and_a_double_click_adds_no_more(
    qtbot: QtBot, page: EditorPage
) -> None:
    begin_new(qtbot, page)
    view = page.adding.list
    rows = (page.adding.model.index(i) for i in range(page.adding.model.rowCount()))
    index = next(i for i in rows if not i.data(ROW).heading)
    row: Addable = index.data(ROW)
    at = view.visualRect(index).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert names(page) == [row.name]
    # A desktop sends both clicks of a double one, whatever Qt makes of them.
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert names(page) == [row.name]


def test_a_star_is_set_by_key_and_by_click_and_adds_nothing(
    qtbot: QtBot, page: EditorPage, shared: Shared
) -> None:
    begin_new(qtbot, page)
    panel = page.adding
    qtbot.keyClick(page, KEY.Key_L, CONTROL)
    write(qtbot, "compact m")
    press(qtbot, KEY.Key_D, CONTROL)
    assert shared.workplace.settings.ui.starred == {"WAAS-DT-M"}
    panel.search.setText("")
    first = panel.model.index(1)
    assert first.data(ROW).item.sku == "WAAS-DT-M"
    star = panel._cards.star(panel.list.visualRect(first)).center().toPoint()
    qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=star)
    assert not shared.workplace.settings.ui.starred
    assert not any(True for _ in proposal(page).places())


def test_adding_empties_the_search(qtbot: QtBot, page: EditorPage) -> None:
    begin_new(qtbot, page)
    add(qtbot, page, "compact m")
    assert page.adding.search.text() == ""
    assert page.adding.model.rowCount() > 10


def test_tab_comes_to_the_term_that_is_chosen(qtbot: QtBot, opened: EditorPage) -> None:
    opened.paper.fields.details.setFocus()
    press(qtbot, KEY.Key_Tab)
    assert focused().accessibleName() == "Term, in months, 36"
    press(qtbot, KEY.Key_Tab)
    assert "Document" in focused().accessibleName()


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("85 €", "EUR"),
        ("€ 85", "EUR"),
        ("85,00\u202f€", "EUR"),
        ("85,00 eur", "EUR"),
        ("CHF 85", "CHF"),
        ("85 Fr.", "CHF"),
        (" 85\u00a0€ ", "EUR"),
        ("85", ""),
    ],
)
def test_a_price_may_carry_its_currency(text: str, currency: str) -> None:
    language = Language.of("fr", "BE")
    assert typed.unit_price(text, language, currency) == Decimal(85)
    assert typed.amount(text, language, currency) == Decimal(85)


@pytest.mark.parametrize("text", ["CHF 85", "85 $", "ABC 85", "€ 85 €", "€", "85 €€"])
def test_a_price_of_another_currency_is_none(text: str) -> None:
    language = Language.of("fr", "BE")
    assert typed.unit_price(text, language, "EUR") is None
    assert typed.amount(text, language, "EUR") is None


def test_a_discount_may_carry_its_sign() -> None:
    assert typed.percent("5 %", Language.of("fr", "BE")) == Decimal(5)


def test_a_bundled_service_has_its_name_in_both_languages(
    qtbot: QtBot, make_shared: MakeShared
) -> None:
    for page in shown(qtbot, make_shared("fr")):
        begin_new(qtbot, page)
        add(qtbot, page, "installation sur")
        form = dialog(qtbot, page)
        assert isinstance(form, ServiceForm)
        qtbot.keyClicks(form.price, "85")
        qtbot.keyClick(form.price, KEY.Key_Return)
        closed(qtbot, page, form)
        (service,) = proposal(page).partner_services
        assert service.name.get("fr") == "Installation sur site"
        assert service.name.get("en") == "Installation on site"


def test_a_service_can_be_named_in_each_language_of_the_paper(
    qtbot: QtBot, make_shared: MakeShared
) -> None:
    for page in shown(qtbot, make_shared("fr")):
        begin_new(qtbot, page)
        qtbot.mouseClick(
            page.paper.fields.edition._group.buttons()[2], Qt.MouseButton.LeftButton
        )
        add(qtbot, page, "autre service")
        form = dialog(qtbot, page)
        assert isinstance(form, ServiceForm)
        qtbot.keyClicks(form.names["fr"], "Formation")
        qtbot.keyClicks(form.names["en"], "Training")
        qtbot.keyClicks(form.price, "85")
        qtbot.keyClick(form.price, KEY.Key_Return)
        closed(qtbot, page, form)
        (service,) = proposal(page).partner_services
        assert dict(service.name.texts) == {"fr": "Formation", "en": "Training"}


def test_the_menu_of_a_line_speaks_french(
    qtbot: QtBot, make_shared: MakeShared
) -> None:
    shared = make_shared("fr")
    for page in shown(qtbot, shared):
        open_sample(qtbot, page, shared)
        page.wishes.menu("dt", QPoint(0, 0))
        menus = page.findChildren(QMenu)
        texts = [action.text() for menu in menus for action in menu.actions()]
        assert "Supprimer\tSuppr" in texts
        for menu in menus:
            menu.close()


def test_one_click_on_a_quantity_opens_it_whatever_was_open(
    qtbot: QtBot, page: EditorPage
) -> None:
    """What stands in a box is typed over at once: no second click, no search."""
    begin_new(qtbot, page)
    add(qtbot, page, "pack mobile m")
    press(qtbot, KEY.Key_Return)
    add(qtbot, page, "pack mobile l")
    table, first = page.paper.table, proposal(page).packs[0].id
    assert focused().objectName() == "quantity"

    index = page.paper.model.index(page.paper.model.place_of(first), Column.QUANTITY)
    at = table.cards.box(table.visualRect(index)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)

    assert focused().objectName() == "quantity"
    write(qtbot, "12")
    press(qtbot, KEY.Key_Return)
    assert [each.quantity for each in proposal(page).packs] == [12, 1]
    assert page.adding.search.text() == ""


def test_after_adding_comes_the_quantity_and_then_the_search_again(
    qtbot: QtBot, page: EditorPage
) -> None:
    begin_new(qtbot, page)
    add(qtbot, page, "compact m")
    assert focused().objectName() == "quantity"
    write(qtbot, "12")
    press(qtbot, KEY.Key_Return)
    assert focused() is page.adding.search
    (pack,) = proposal(page).packs
    assert pack.quantity == 12
    write(qtbot, "mobile pack m")
    press(qtbot, KEY.Key_Return)
    press(qtbot, KEY.Key_Escape)
    assert [each.quantity for each in proposal(page).packs] == [12, 1]
    assert focused() is page.adding.search


def test_the_page_is_called_after_its_quote(
    qtbot: QtBot, page: EditorPage, shared: Shared
) -> None:
    number = open_sample(qtbot, page, shared)
    assert page.windowTitle() == f"{number} · Imprimerie Chantepluie SRL"
    page.close_quote()
    assert page.windowTitle() == ""


def test_undoing_a_customer_takes_one_key(
    qapp: QApplication, qtbot: QtBot, opened: EditorPage
) -> None:
    keys = FieldKeys(qapp)
    field = opened.paper.fields.customer
    before = field.text()
    field.setFocus()
    field.selectAll()
    write(qtbot, "Zed")
    qtbot.waitUntil(lambda: proposal(opened).customer.name == "Zed")
    press(qtbot, KEY.Key_Z, CONTROL)
    assert proposal(opened).customer.name == before
    assert field.text() == before
    press(qtbot, KEY.Key_Y, CONTROL)
    assert proposal(opened).customer.name == "Zed"
    keys.deleteLater()


def test_typing_goes_on_after_a_pause(qtbot: QtBot, opened: EditorPage) -> None:
    field = opened.paper.fields.customer
    field.setFocus()
    field.selectAll()
    write(qtbot, "Zed ")
    qtbot.waitUntil(lambda: proposal(opened).customer.name == "Zed")
    write(qtbot, "and sons")
    press(qtbot, KEY.Key_Tab)
    assert proposal(opened).customer.name == "Zed and sons"


def test_counting_in_the_field_counts_after_a_pause(
    qtbot: QtBot, opened: EditorPage
) -> None:
    click_line(qtbot, opened, "dt")
    press(qtbot, KEY.Key_F2)
    press(qtbot, KEY.Key_Up)
    qtbot.waitUntil(lambda: cell(opened, "dt", Column.QUANTITY) == "3")


def test_the_search_answers_from_everywhere_on_a_narrow_page(
    qtbot: QtBot, page: EditorPage
) -> None:
    begin_new(qtbot, page)
    page.adding.focus_search()
    page.resize(860, 600)
    qtbot.wait(50)
    qtbot.keyClick(QApplication.focusWidget() or page, KEY.Key_L, CONTROL)
    assert focused() is page.adding.search
    press(qtbot, KEY.Key_Escape)
    assert focused().isVisible()


def test_typing_without_a_pause_counts_all_the_same(
    qtbot: QtBot, opened: EditorPage
) -> None:
    field = opened.paper.fields.customer
    field.setFocus()
    field.selectAll()
    for letter in "A company with a long name":
        qtbot.keyClicks(field, letter)
        qtbot.wait(40)
    assert proposal(opened).customer.name.startswith("A company")


def test_a_service_begins_at_its_price(qtbot: QtBot, page: EditorPage) -> None:
    begin_new(qtbot, page)
    add(qtbot, page, "installation on")
    form = dialog(qtbot, page)
    assert isinstance(form, ServiceForm)
    qtbot.waitUntil(lambda: form.focusWidget() is form.price)
    form.reject()


def test_leaving_with_what_is_no_quantity_stays_once(
    qtbot: QtBot, opened: EditorPage
) -> None:
    click_line(qtbot, opened, "dt")
    write(qtbot, "0")
    opened.leave()
    assert opened.paper.refusal.isVisible()
    with qtbot.waitSignal(opened.closed):
        opened.leave()


@pytest.mark.parametrize("leave", [EditorPage.leave, EditorPage.new])
def test_a_quantity_that_is_being_typed_goes_with_its_quote(
    qtbot: QtBot,
    page: EditorPage,
    shared: Shared,
    leave: Callable[[EditorPage], None],
) -> None:
    number = open_sample(qtbot, page, shared)
    click_line(qtbot, page, "nb")
    write(qtbot, "2")
    write(qtbot, "5")
    assert isinstance(focused(), QLineEdit)
    leave(page)
    with shared.workplace.storage.reading() as store:
        record = store.quote(number)
    assert record is not None
    assert record.quote.proposal.packs[0].quantity == 25


def test_undoing_goes_back_from_within_a_quantity(
    qapp: QApplication, qtbot: QtBot, opened: EditorPage
) -> None:
    keys = FieldKeys(qapp)
    before = cell(opened, "dt", Column.QUANTITY)
    click_line(qtbot, opened, "nb")
    type_quantity(qtbot, "9")
    click_line(qtbot, opened, "dt")
    press(qtbot, KEY.Key_F2)
    write(qtbot, "55")
    press(qtbot, KEY.Key_Z, CONTROL)
    assert cell(opened, "dt", Column.QUANTITY) == before
    field = focused()
    assert isinstance(field, QLineEdit)
    assert field.text() == before
    press(qtbot, KEY.Key_Z, CONTROL)
    assert cell(opened, "dt", Column.QUANTITY) == before
    assert cell(opened, "nb", Column.QUANTITY) == "12"
    for _ in range(2):
        press(qtbot, KEY.Key_Y, CONTROL)
    assert cell(opened, "nb", Column.QUANTITY) == "9"
    assert cell(opened, "dt", Column.QUANTITY) == "55"
    keys.deleteLater()
