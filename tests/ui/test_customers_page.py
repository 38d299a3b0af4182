"""Customers are found by typing; their quotes open, and new ones begin."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QMenu, QRadioButton
from pytestqt.qtbot import QtBot

from app.domain.known_customer import Contact
from app.use_cases import customers
from tests.ui.hands import (
    add_quote,
    button,
    cells,
    click,
    field,
    press,
    seen,
    settle,
    write,
)
from ui.customers.form import CustomerForm
from ui.customers.merge_form import MergeForm
from ui.customers.page import CustomersPage
from ui.editor.form import Form
from ui.shared import Shared

F = TypeVar("F", bound=Form)


@pytest.fixture
def page(qtbot: QtBot, shared: Shared) -> Iterator[CustomersPage]:
    for name in ("Menuiserie Lefèvre SRL", "Ateliers Dupont SA"):
        add_quote(shared.workplace, name, f"Postes {name}")
    add_quote(shared.workplace, "Ateliers Dupont SA", "Second")
    made = CustomersPage(shared)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    settle(qtbot, shared)
    yield made
    made.close()


def test_a_page_without_customers_begins_with_one(qtbot: QtBot, shared: Shared) -> None:
    page = CustomersPage(shared)
    qtbot.addWidget(page)
    page.show()
    settle(qtbot, shared)
    assert "No customers yet" in [label.text() for label in seen(page, QLabel)]
    click(button(page, "New customer…"))
    form_of(page, CustomerForm).reject()


def test_customers_come_by_name_with_their_quotes(page: CustomersPage) -> None:
    assert cells(page.table, 0) == ["Ateliers Dupont SA", "Menuiserie Lefèvre SRL"]
    assert cells(page.table, 3) == ["2", "1"]
    assert cells(page.details.table, 1) == ["Second", "Postes Ateliers Dupont SA"]
    assert cells(page.details.table, 2) == ["Draft", "Draft"]


def test_names_are_there_before_their_quotes(
    qtbot: QtBot, page: CustomersPage, shared: Shared
) -> None:
    other = CustomersPage(shared)
    qtbot.addWidget(other)
    counts: list[list[str]] = []
    other.customers.modelReset.connect(lambda: counts.append(cells(other.table, 3)))
    other.show()
    qtbot.waitUntil(lambda: other.customers.rowCount() > 0)
    assert counts[0] == ["", ""]
    assert cells(other.table, 0) == cells(page.table, 0)
    press(other.table, Qt.Key.Key_Down)
    settle(qtbot, shared)
    assert cells(other.table, 3) == ["2", "1"]
    assert other.table.currentIndex().row() == 1
    assert cells(other.details.table, 1) == ["Postes Menuiserie Lefèvre SRL"]
    other.close()


def test_of_two_readings_at_once_the_later_one_is_shown(
    qtbot: QtBot, page: CustomersPage, shared: Shared
) -> None:
    shown: list[list[str]] = []
    page.customers.modelReset.connect(lambda: shown.append(cells(page.table, 0)))
    page.reload()
    add_quote(shared.workplace, "Zinguerie Martin")
    page.reload()
    settle(qtbot, shared)
    assert [names[-1] for names in shown] == ["Zinguerie Martin"]


def test_accents_do_not_send_a_name_to_the_end(
    qtbot: QtBot, page: CustomersPage, shared: Shared
) -> None:
    for name in ("Zoé SA", "Établissements Noël", "Etude Dumont"):
        add_quote(shared.workplace, name)
    page.reload()
    settle(qtbot, shared)
    names = ["Établissements Noël", "Etude Dumont", "Menuiserie Lefèvre SRL", "Zoé SA"]
    assert cells(page.table, 0)[1:] == names


def test_the_number_of_a_revision_is_not_cut(page: CustomersPage) -> None:
    found = page.details.table
    text = found.fontMetrics().horizontalAdvance("XXXX-2026-0148-BB")
    assert found.columnWidth(0) >= text


def test_the_country_of_a_customer_has_its_name(page: CustomersPage) -> None:
    said = [label.text() for label in page.details.findChildren(QLabel)]
    assert any(text.endswith("Belgium") for text in said)


def test_the_list_is_one_key_from_the_page(page: CustomersPage) -> None:
    page.activateWindow()
    page.setFocus()
    press(page, Qt.Key.Key_Down)
    assert page.table.hasFocus()


def test_any_word_finds_one_accents_ignored(page: CustomersPage) -> None:
    write(field(page, "Search customers"), "srl lefevre")
    assert cells(page.table, 0) == ["Menuiserie Lefèvre SRL"]
    assert cells(page.details.table, 1) == ["Postes Menuiserie Lefèvre SRL"]
    write(field(page, "Search customers"), "nobody")
    said = [label.text() for label in seen(page, QLabel)]
    assert "No customer matches. Try fewer words." in said


def test_enter_leads_to_the_quotes_and_opens_one(
    qtbot: QtBot, page: CustomersPage
) -> None:
    with qtbot.waitSignal(page.open_quote) as asked:
        page.details.table.selectRow(0)
        press(page.details.table, Qt.Key.Key_Return)
    assert asked.args is not None
    assert str(asked.args[0]).startswith(cells(page.details.table, 0)[0])


def test_a_quote_is_begun_for_the_chosen_one(qtbot: QtBot, page: CustomersPage) -> None:
    page.table.selectRow(1)
    with qtbot.waitSignal(page.new_quote) as asked:
        click(button(page, "New quote for this customer"))
    assert asked.args is not None
    assert asked.args[0].customer.name == "Menuiserie Lefèvre SRL"


def test_nobody_is_shown_while_a_customer_looks_on(
    page: CustomersPage, shared: Shared
) -> None:
    shared.show_customer(True)
    said = "\n".join(label.text() for label in page.findChildren(QLabel))
    assert "Dupont" not in said
    assert "hidden while a customer looks on" in said
    assert not page.customers.rowCount()
    shared.show_customer(False)
    assert page.customers.rowCount() == 2


def form_of(page: CustomersPage, kind: type[F]) -> F:
    """The form that is open over the page."""
    return next(each for each in page.findChildren(kind) if each.isVisible())


def accept(qtbot: QtBot, form: Form, shared: Shared) -> None:
    press(form, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not form.isVisible())
    settle(qtbot, shared)


def test_a_customer_is_changed_by_keys_alone_and_back(
    qtbot: QtBot, page: CustomersPage, shared: Shared
) -> None:
    page.table.selectRow(1)
    press(page.table, Qt.Key.Key_Return)
    form = form_of(page, CustomerForm)
    write(field(form, "City"), "Huy")
    form.contacts.setPlainText("Léa; IT; lea@x.example; +32 1; 2\n\nBob")
    accept(qtbot, form, shared)
    (chosen,) = {index.row() for index in page.table.selectedIndexes()}
    known = page.customers.rows[chosen].record.known
    assert (known.customer.name, known.customer.city) == (
        "Menuiserie Lefèvre SRL",
        "Huy",
    )
    assert known.contacts == (
        Contact("Léa", "IT", "lea@x.example", "+32 1; 2"),
        Contact("Bob"),
    )
    page.deeds.undoing.undo.trigger()
    settle(qtbot, shared)
    back = page.customers.rows[chosen].record.known
    assert back.customer.city != "Huy"
    assert back.contacts == ()


def test_a_new_customer_needs_a_name_and_a_country_that_is_one(
    qtbot: QtBot, page: CustomersPage, shared: Shared
) -> None:
    click(button(page, "New customer…"))
    form = form_of(page, CustomerForm)
    qtbot.waitUntil(form.isActiveWindow)
    press(form, Qt.Key.Key_Return)
    assert "Give the customer a name." in [each.text() for each in seen(form, QLabel)]
    write(field(form, "Customer"), "Zoé SA")
    assert field(form, "Country (two letters)").text() == "BE"
    write(field(form, "Country (two letters)"), "belgium")
    press(form, Qt.Key.Key_Return)
    assert form.isVisible()
    assert field(form, "Country (two letters)").hasFocus()
    write(field(form, "Country (two letters)"), "be")
    write(field(form, "VAT number"), "BE0123")
    press(field(form, "VAT number"), Qt.Key.Key_Tab)
    said = " ".join(each.text() for each in seen(form, QLabel))
    assert "does not look like a VAT number of BE" in said
    accept(qtbot, form, shared)
    assert cells(page.table, 0)[-1] == "Zoé SA"
    page.deeds.undoing.undo.trigger()
    settle(qtbot, shared)
    assert "Zoé SA" not in cells(page.table, 0)


def test_a_customer_goes_to_the_archive_and_comes_back(
    qtbot: QtBot, page: CustomersPage, shared: Shared
) -> None:
    page.table.selectRow(0)
    click(button(page, "Archive"))
    settle(qtbot, shared)
    assert cells(page.table, 0) == ["Menuiserie Lefèvre SRL"]
    page.findChildren(QCheckBox)[0].click()
    assert cells(page.table, 0)[0] == "Ateliers Dupont SA (in the archive)"
    page.table.selectRow(0)
    click(button(page, "Bring back"))
    settle(qtbot, shared)
    assert cells(page.table, 0)[0] == "Ateliers Dupont SA"


def test_two_that_are_likely_one_are_merged_side_by_side_and_parted(
    qtbot: QtBot, page: CustomersPage, shared: Shared
) -> None:
    add_quote(shared.workplace, "ATELIERS DUPONT")
    page.reload()
    settle(qtbot, shared)
    # The sample's customers share a VAT number.
    click(button(page, "2 likely there twice…"))
    (menu,) = [each for each in page.findChildren(QMenu) if each.isVisible()]
    pairs = {each.text(): each for each in menu.actions()}
    pairs["Ateliers Dupont SA – ATELIERS DUPONT"].trigger()
    menu.close()
    form = form_of(page, MergeForm)
    other = next(b for b in seen(form, QRadioButton) if "ATELIERS" in b.text())
    click(other)
    accept(qtbot, form, shared)
    assert cells(page.table, 0) == ["ATELIERS DUPONT", "Menuiserie Lefèvre SRL"]
    assert cells(page.table, 3) == ["3", "1"]
    page.deeds.undoing.undo.trigger()
    settle(qtbot, shared)
    assert cells(page.table, 0)[:2] == ["ATELIERS DUPONT", "Ateliers Dupont SA"]
    assert cells(page.table, 3)[:2] == ["1", "2"]


def test_the_list_has_the_keys_once_nobody_is_there_twice(
    qtbot: QtBot, page: CustomersPage, shared: Shared
) -> None:
    twice = button(page, "1 likely there twice…")
    click(twice)
    (menu,) = [each for each in page.findChildren(QMenu) if each.isVisible()]
    menu.actions()[0].trigger()
    menu.close()
    accept(qtbot, form_of(page, MergeForm), shared)
    assert twice.isHidden()
    assert page.window().focusWidget() is page.table


def test_what_was_changed_elsewhere_meanwhile_is_not_overwritten(
    qtbot: QtBot, page: CustomersPage, shared: Shared
) -> None:
    page.table.selectRow(0)
    press(page.table, Qt.Key.Key_Return)
    form = form_of(page, CustomerForm)
    record = page.customers.rows[0].record
    customers.archived(shared.workplace, record)
    write(field(form, "City"), "Huy")
    accept(qtbot, form, shared)
    said = " ".join(each.text() for each in seen(page, QLabel))
    assert "was changed by another window" in said


def test_f9_over_an_open_form_hides_the_customer_and_keeps_what_was_typed(
    qtbot: QtBot, page: CustomersPage, shared: Shared
) -> None:
    page.table.selectRow(0)
    press(page.table, Qt.Key.Key_Return)
    form = form_of(page, CustomerForm)
    qtbot.waitUntil(form.isActiveWindow)
    write(field(form, "City"), "Dinant")
    press(form, Qt.Key.Key_F9)
    assert shared.customer_view
    assert not seen(form, QLineEdit)
    assert len(seen(form, QLabel)) == 1
    press(form, Qt.Key.Key_F9)
    assert field(form, "City").text() == "Dinant"
    accept(qtbot, form, shared)
    assert "Dinant" in {row.record.customer.city for row in page.customers.rows}
