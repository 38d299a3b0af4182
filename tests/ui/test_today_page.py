"""The page of today: duties one step from their quotes, charts that are tables."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.domain.choices import Edition
from app.domain.money import Amount
from app.ports import Stamp
from app.use_cases import issuing, quotes
from app.use_cases.bundled import sample_list, sample_quote
from tests.ui.conftest import Bench
from tests.ui.hands import add_quote, button, cells, click, press, seen, settle
from ui.today.page import TodayPage


def add_ending(bench: Bench, days: int) -> str:
    """Save a draft that ends in so many days."""
    workplace = bench.shared.workplace
    number = add_quote(workplace, "Lefèvre")
    with workplace.storage.writing() as store:
        record = store.quote(number)
        assert record is not None
        last = workplace.clock.today() + timedelta(days=days)
        proposal = replace(record.quote.proposal, valid_until=last)
        quote = replace(record.quote, proposal=proposal)
        store.save_quote(replace(record, quote=quote))
    return number


def add_accepted(bench: Bench, *, counted: bool = True) -> str:
    """Save a quote that the customer accepted."""
    workplace, quote = bench.shared.workplace, sample_quote()
    firm = replace(quote, proposal=replace(quote.proposal, special_requests=()))
    number = quotes.add(workplace, firm).record.quote.proposal.number
    issuing.issue(workplace, number, [Edition.FR])
    issuing.accept(workplace, number)
    if not counted:
        with workplace.storage.writing() as store:
            record = store.quote(number)
            assert record is not None
            store.save_quote(replace(record, commission=None))
    return number


def today(bench: Bench, qtbot: QtBot) -> TodayPage:
    """Go to the page by its key."""
    press(bench.window, Qt.Key.Key_2, ctrl=True)
    settle(qtbot, bench.shared)
    page = bench.window.page
    assert isinstance(page, TodayPage)
    return page


def test_without_quotes_one_button_begins_one(bench: Bench, qtbot: QtBot) -> None:
    page = today(bench, qtbot)
    with qtbot.waitSignal(page.new_quote):
        click(button(page, "New quote"))


def test_a_click_opens_what_is_to_be_done(bench: Bench, qtbot: QtBot) -> None:
    number = add_ending(bench, 3)
    page = today(bench, qtbot)
    assert cells(page.table, 0) == ["Finish the draft: it ends soon"]
    where = page.table.visualRect(page.duties.index(0, 1)).center()
    with qtbot.waitSignal(page.open_quote) as told:
        qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert told.args == [f"{number}-A"]
    assert bench.window.at == "editor"


def test_enter_opens_what_is_to_be_done(bench: Bench, qtbot: QtBot) -> None:
    add_ending(bench, -2)
    number = add_accepted(bench)
    page = today(bench, qtbot)
    assert [each.split(":")[0] for each in cells(page.table, 0)] == [
        "Finish the draft",
        "Still open",
    ]
    page.table.setFocus()
    press(page.table, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.open_quote) as told:
        press(page.table, Qt.Key.Key_Return)
    assert told.args == [f"{number}-A"]


def test_the_charts_say_their_figures(bench: Bench, qtbot: QtBot) -> None:
    add_ending(bench, 3)
    add_accepted(bench)
    page = today(bench, qtbot)
    columns = page.stages.columns
    stages = [[column.text(row) for column in columns] for row in page.stages.rows]
    assert stages[0][:3] == ["Draft", "50%", "1"]
    assert [row[0] for row in stages if row[2] == "1"] == ["Draft", "Accepted"]
    last = page.months.rows[-1]
    assert (last.name, last.first, last.share) == ("November 2026", "", "100%")
    assert last.second == "1.968,00\u00a0€"
    assert (last.filled, last.outlined) == (0, 1)
    assert len(page.months.rows) == 12


def test_what_is_not_counted_is_counted_beside_the_window(
    bench: Bench, qtbot: QtBot
) -> None:
    add_accepted(bench, counted=False)
    page = today(bench, qtbot)
    settle(qtbot, bench.shared)
    assert not any("not counted" in each.text() for each in seen(page, QLabel))
    assert page.months.rows[-1].outlined == 1


@pytest.mark.parametrize("cents", [100, 98_765_400])
def test_a_customer_sees_none_of_it(bench: Bench, qtbot: QtBot, cents: int) -> None:
    number = add_accepted(bench)
    with bench.storage.writing() as store:
        record = store.quote(number)
        assert record is not None
        store.save_quote(replace(record, commission=Amount(cents, "EUR")))
    page = today(bench, qtbot)
    assert page.months.rows
    bench.shared.show_customer(True)
    assert not (page.duties.rows)
    assert not (page.stages.rows)
    assert not (page.months.rows)
    said = "\n".join(each.text() for each in page.findChildren(QLabel))
    assert "ommission" not in said
    assert "hidden while a customer looks on" in said
    bench.shared.show_customer(False)
    assert page.months.rows


@pytest.mark.parametrize(
    ("last", "age", "said"),
    [
        (-1, 10, ["Import a newer price list: this one has ended"]),
        (0, 200, []),
        (None, 200, ["Ask for a newer price list: this one came long ago"]),
        (None, 20, []),
    ],
)
def test_a_list_that_ended_or_is_old_leads_to_the_prices(
    bench: Bench, qtbot: QtBot, last: int | None, age: int, said: list[str]
) -> None:
    clock = bench.shared.workplace.clock
    end = None if last is None else clock.today() + timedelta(days=last)
    held = replace(sample_list(), list_id="OTHER-BE", valid_to=end)
    came = Stamp("t", clock.now() - timedelta(days=age))
    with bench.storage.writing() as store:
        store.add_price_list(held, "a.csv", came)
    page = today(bench, qtbot)
    assert cells(page.table, 0) == said
    if said:
        assert cells(page.table, 1) == ["OTHER-BE 1"]
        bench.shared.show_customer(True)
        assert cells(page.table, 0) == []
        bench.shared.show_customer(False)
        where = page.table.visualRect(page.duties.index(0, 1)).center()
        qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=where)
        assert bench.window.at == "prices"
