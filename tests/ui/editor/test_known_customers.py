"""A quote begins with what is kept of its customer, and hears of what changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter
from pytestqt.qtbot import QtBot

from app.domain.choices import Segment
from app.domain.identity import Customer
from app.domain.known_customer import KnownCustomer
from app.use_cases import customers
from tests.fakes import FakeClock
from tests.ui.editor.hands import (
    CONTROL,
    KEY,
    begin_new,
    dialog,
    focused,
    open_sample,
    write,
)
from tests.ui.hands import button, click, settle
from ui.editor.details_form import DetailsForm
from ui.editor.page import EditorPage
from ui.shared import Shared

LYCEE = KnownCustomer(
    customer=Customer(
        "Lycee royal", "BE", Segment.EDUCATION, city="Arlon", vat_number="BE0403170701"
    ),
    delivery_address="Quai 3",
)


def keep(shared: Shared, known: KnownCustomer = LYCEE) -> None:
    workplace = shared.workplace
    customers.keep(workplace, customers.begun(workplace, known))


def details(qtbot: QtBot, page: EditorPage) -> DetailsForm:
    qtbot.mouseClick(page.paper.fields.details, Qt.MouseButton.LeftButton)
    form = dialog(qtbot, page)
    assert isinstance(form, DetailsForm)
    return form


def customer_of(page: EditorPage) -> Customer:
    assert page.wishes.session is not None
    return page.wishes.session.state.quote.proposal.customer


def test_a_known_customer_is_picked_by_typing(
    qtbot: QtBot, page: EditorPage, shared: Shared
) -> None:
    keep(shared)
    begin_new(qtbot, page)
    form = details(qtbot, page)
    form.name.setFocus()
    qtbot.keyClicks(form.name, "roy")
    offered = form.name.completer().popup()
    assert offered is not None
    qtbot.waitUntil(offered.isVisible)
    qtbot.keyClick(offered, KEY.Key_Down)
    qtbot.keyClick(offered, KEY.Key_Return)
    qtbot.waitUntil(lambda: form.city.text() == "Arlon")
    assert form.delivery.toPlainText() == "Quai 3"
    assert form.keeps.isHidden()
    qtbot.keyClick(form.name, KEY.Key_Return)
    assert customer_of(page) == LYCEE.customer


def test_nobody_is_named_while_a_customer_looks_on(
    qtbot: QtBot, page: EditorPage, shared: Shared
) -> None:
    keep(shared)
    begin_new(qtbot, page)
    form = details(qtbot, page)
    assert isinstance(form.name.completer(), QCompleter)
    shared.show_customer(True)
    assert form.name.completer() is None


def test_what_is_kept_is_changed_with_the_quote_where_that_is_wanted(
    qtbot: QtBot, page: EditorPage, shared: Shared
) -> None:
    keep(shared)
    begin_new(qtbot, page)
    form = details(qtbot, page)
    form.name.setText("Lycee royal")
    form.street.setText("Rue 1")
    assert form.keeps.isVisible()
    form.city.setText("Huy")
    form.keeps.click()
    qtbot.keyClick(form.name, KEY.Key_Return)
    settle(qtbot, shared)
    (known,) = customers.all_customers(shared.workplace)
    assert (known.customer.street, known.customer.city) == ("Rue 1", "Huy")
    assert known.known.delivery_address == "Quai 3"
    assert page.paper.faults.isHidden()


def test_a_draft_says_what_changed_of_its_customer_and_takes_it_over(
    qtbot: QtBot, page: EditorPage, shared: Shared
) -> None:
    number = open_sample(qtbot, page, shared)
    assert page.paper.news.isHidden()
    page.close_quote()
    clock = shared.workplace.clock
    assert isinstance(clock, FakeClock)
    clock.moment += timedelta(hours=1)
    (record,) = customers.all_customers(shared.workplace)
    moved = replace(record.customer, city="Huy")
    known = replace(record.known, customer=moved)
    customers.keep(shared.workplace, replace(record, known=known))
    page.open(number)
    qtbot.waitUntil(page.paper.news.isVisible)
    assert customer_of(page).city != "Huy"
    click(button(page, "Take them over"))
    assert customer_of(page) == moved
    assert page.paper.news.isHidden()
    page.actions_on.undo.trigger()
    assert page.paper.news.isVisible()


def test_the_field_over_the_quote_completes_a_known_name(
    qtbot: QtBot, page: EditorPage, shared: Shared
) -> None:
    keep(shared)
    begin_new(qtbot, page)
    field = page.paper.fields.customer
    assert focused() is field
    settle(qtbot, shared)
    shared.show_customer(True)
    assert field.completer() is None
    shared.show_customer(False)
    qtbot.waitUntil(lambda: field.completer().model().rowCount() == 1)
    write(qtbot, "roy")
    popup = field.completer().popup()
    assert popup is not None
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClick(popup, KEY.Key_Down)
    qtbot.keyClick(popup, KEY.Key_Return)
    qtbot.waitUntil(lambda: customer_of(page) == LYCEE.customer)
    assert field.text() == LYCEE.customer.name
    page.actions_on.undo.trigger()
    assert customer_of(page) != LYCEE.customer


def test_what_is_searched_after_a_known_name_is_not_typed_into_it(
    qtbot: QtBot, page: EditorPage, shared: Shared
) -> None:
    keep(shared)
    begin_new(qtbot, page)
    settle(qtbot, shared)
    write(qtbot, "Lycee")
    popup = page.paper.fields.customer.completer().popup()
    assert popup is not None
    qtbot.waitUntil(popup.isVisible)
    # As the screen hands keys over: to the window, which gives them to a popup.
    keys = page.window().windowHandle()
    qtbot.keyClick(keys, KEY.Key_L, CONTROL)
    for letter in "mobile":
        qtbot.keyClick(keys, letter)
    assert page.adding.search.text() == "mobile"
    assert page.paper.fields.customer.text() == "Lycee"
