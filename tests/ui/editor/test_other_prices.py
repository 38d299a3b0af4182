"""A saved quote keeps its prices; today's are compared, then taken or left."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.by_term import ByTerm
from app.domain.catalogue import Catalogue
from app.domain.choices import Kind
from app.domain.money import UnitPrice
from app.domain.price_list import Item, PriceList
from app.domain.resolved import related
from app.ports import Stamp
from app.use_cases.bundled import sample_list, sample_quote
from tests.ui.editor.hands import add, cell, closed, dialog, names, open_sample
from ui.editor.opening import kept_and_current
from ui.editor.page import EditorPage
from ui.editor.reprice_dialog import RepriceDialog
from ui.models.lines_model import Column
from ui.shared import Shared


def dearer() -> PriceList:
    """Return the sample list in a later version: the mobile pack M costs 60.00."""
    sample = sample_list()
    price = UnitPrice.parse("60.00", "EUR")
    items = tuple(
        replace(item, prices=ByTerm(price, price, price))
        if item.sku == "WAAS-NB-M"
        else item
        for item in sample.items
    )
    fingerprints = {"fingerprint": "b" * 64, "file_fingerprint": "c" * 64}
    return replace(sample, version="2", items=items, **fingerprints)  # type: ignore[arg-type]


@pytest.fixture
def number(qtbot: QtBot, page: EditorPage, shared: Shared) -> str:
    """Open the sample quote, made before prices rose."""
    number = open_sample(qtbot, page, shared)
    page.close_quote()
    stamp = Stamp("t", shared.workplace.clock.now())
    with shared.workplace.storage.writing() as store:
        store.add_price_list(dearer(), "b.csv", stamp)
    page.open(number)
    qtbot.waitUntil(lambda: page.wishes.session is not None)
    return number


def test_a_saved_quote_keeps_its_prices(page: EditorPage, number: str) -> None:
    assert number
    assert cell(page, "nb", Column.UNIT) == "49,90\u00a0€"
    assert page.paper.comparison.isVisible()


def test_nothing_is_offered_where_prices_are_the_same(
    qtbot: QtBot, page: EditorPage, shared: Shared
) -> None:
    open_sample(qtbot, page, shared)
    assert not page.paper.comparison.isVisible()


def _compare(qtbot: QtBot, page: EditorPage) -> RepriceDialog:
    compare = page.paper.comparison.button
    qtbot.mouseClick(compare, Qt.MouseButton.LeftButton)
    asked = dialog(qtbot, page)
    assert isinstance(asked, RepriceDialog)
    shown = [asked.table.item(0, column) for column in range(3)]
    assert [item.text() for item in shown if item] == [
        "Mobile pack M",
        "598,80\u00a0€ a month",
        "720,00\u00a0€ a month",
    ]
    return asked


def test_taken_they_are_the_quotes_own(
    qtbot: QtBot, page: EditorPage, shared: Shared, number: str
) -> None:
    asked = _compare(qtbot, page)
    qtbot.mouseClick(asked.take, Qt.MouseButton.LeftButton)
    closed(qtbot, page, asked)
    assert cell(page, "nb", Column.UNIT) == "60,00\u00a0€"
    assert not page.paper.comparison.isVisible()
    assert page.window().focusWidget() is page.paper.table
    page.flush()
    with shared.workplace.storage.reading() as store:
        record = store.quote(number)
    assert record is not None
    assert [each.version for each in record.prices] == ["2"]


def test_f9_takes_the_commission_out_of_the_comparison(
    qtbot: QtBot, page: EditorPage, shared: Shared, number: str
) -> None:
    assert number
    asked = _compare(qtbot, page)
    rows = asked.table.rowCount()
    qtbot.keyClick(asked, Qt.Key.Key_F9)
    assert shared.customer_view
    assert asked.table.rowCount() == rows - 1
    qtbot.mouseClick(asked.leave, Qt.MouseButton.LeftButton)


def test_taken_they_can_be_undone(
    qtbot: QtBot, page: EditorPage, shared: Shared, number: str
) -> None:
    session = page.wishes.session
    assert session is not None
    before = session.state.priced
    asked = _compare(qtbot, page)
    qtbot.mouseClick(asked.take, Qt.MouseButton.LeftButton)
    closed(qtbot, page, asked)
    after = session.state.priced
    page.actions_on.undo.trigger()
    assert session.state.priced == before
    assert cell(page, "nb", Column.UNIT) == "49,90\u00a0€"
    assert page.paper.comparison.isVisible()
    page.actions_on.redo.trigger()
    assert session.state.priced == after
    assert not page.paper.comparison.isVisible()
    page.actions_on.undo.trigger()
    page.flush()
    with shared.workplace.storage.reading() as store:
        record = store.quote(number)
    assert record is not None
    assert [each.version for each in record.prices] == ["1"]


def test_left_they_stay_as_they_are(
    qtbot: QtBot, page: EditorPage, number: str
) -> None:
    assert number
    asked = _compare(qtbot, page)
    qtbot.mouseClick(asked.leave, Qt.MouseButton.LeftButton)
    closed(qtbot, page, asked)
    assert cell(page, "nb", Column.UNIT) == "49,90\u00a0€"
    assert page.paper.comparison.isVisible()


def test_what_is_added_later_has_the_price_of_today(
    qtbot: QtBot, page: EditorPage, number: str
) -> None:
    assert number
    add(qtbot, page, "touch pack s")
    assert "Touch pack S" in names(page)
    assert not page.wishes.session or not page.wishes.session.state.priced.refused


def test_kept_rows_win_and_nothing_clashes() -> None:
    kept = Catalogue.of([sample_list()]).only({"WAAS-NB-M"})
    both = kept_and_current(kept.lists, Catalogue.of([dearer()]))
    assert both.clashes == ()
    assert _price(both, "WAAS-NB-M") == "49.90"
    assert _price(both, "WAAS-NB-S") == "41.50"


def test_a_list_that_is_still_current_stands_for_what_was_kept_of_it() -> None:
    kept = Catalogue.of([sample_list()]).only({"WAAS-NB-M"})
    both = kept_and_current(kept.lists, Catalogue.of([sample_list()]))
    assert [len(each.items) for each in both.lists] == [len(sample_list().items)]


def another() -> PriceList:
    """Return a list of another name that holds two of the sample's items too."""
    sample = dearer()
    taken = [each for each in sample.items if each.sku in ("WAAS-NB-M", "O365-BE")]
    own = next(each for each in sample.items if each.kind is Kind.RETURN)
    items = (*taken, replace(own, sku="OTHER-RETURN"))
    return replace(sample, list_id="OTHER", items=items)


def test_a_list_that_holds_the_same_items_takes_no_price_from_a_quote(
    qtbot: QtBot, page: EditorPage, shared: Shared
) -> None:
    number = open_sample(qtbot, page, shared)
    page.close_quote()
    stamp = Stamp("t", shared.workplace.clock.now())
    with shared.workplace.storage.writing() as store:
        store.add_price_list(sample_list(), "a.csv", stamp)
        store.add_price_list(another(), "b.csv", stamp)
    page.open(number)
    qtbot.waitUntil(lambda: page.wishes.session is not None)
    assert cell(page, "nb", Column.UNIT) == "49,90\u00a0€"
    assert page.wishes.session
    assert not page.wishes.session.state.priced.refused


def test_the_return_item_that_is_kept_stands_alone() -> None:
    sample = Catalogue.of([sample_list()])
    kept = related(sample_quote().proposal, sample)
    both = kept_and_current(kept.lists, Catalogue.of([sample_list(), another()]))
    assert [item.sku for item, _ in both.returns] == [i.sku for i, _ in sample.returns]
    assert "OTHER-RETURN" not in {item.sku for item, _ in both.rows()}


def _price(catalogue: Catalogue, sku: str) -> str:
    item: Item | None = catalogue.item(sku)
    return str(item.prices.months_36) if item else ""
