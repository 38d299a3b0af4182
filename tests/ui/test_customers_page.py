"""Customers are found by typing; their quotes open, and new ones begin."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

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
from ui.customers.page import CustomersPage
from ui.shared import Shared


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


def test_customers_come_by_name_with_their_quotes(page: CustomersPage) -> None:
    assert cells(page.table, 0) == ["Ateliers Dupont SA", "Menuiserie Lefèvre SRL"]
    assert cells(page.table, 3) == ["2", "1"]
    assert cells(page.details.table, 1) == ["Second", "Postes Ateliers Dupont SA"]
    assert cells(page.details.table, 2) == ["Draft", "Draft"]


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
    assert asked.args[0].name == "Menuiserie Lefèvre SRL"


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
