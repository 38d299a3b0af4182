"""What is entered before a new quote is there is not lost."""

from __future__ import annotations

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.problems import error
from tests.ui.conftest import Bench
from ui.editor.page import EditorPage


def begin(bench: Bench, typed: str) -> EditorPage:
    """Want a new quote, and type on at once."""
    bench.window.activateWindow()
    bench.window.menus.actions["new"].trigger()
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, typed)
    return bench.window.findChildren(EditorPage)[0]


def kept(bench: Bench) -> list[str]:
    """The customers of the quotes that are saved."""
    with bench.storage.reading() as store:
        return [each.customer for each in store.quotes()]


def test_it_is_saved_with_the_quote(bench: Bench, qtbot: QtBot) -> None:
    page = begin(bench, "Dupont")
    assert not page.windowTitle()
    qtbot.waitUntil(lambda: kept(bench) == ["Dupont"])
    QTest.keyClicks(page.paper.fields.customer, " SA")
    assert page.flush()
    assert kept(bench) == ["Dupont SA"]


def test_it_is_saved_where_the_window_is_closed_at_once(bench: Bench) -> None:
    begin(bench, "Dupont")
    bench.window.close()
    assert kept(bench) == ["Dupont"]


def test_it_is_saved_where_another_is_begun_at_once(bench: Bench) -> None:
    begin(bench, "Dupont")
    begin(bench, "Durand")
    bench.window.close()
    assert sorted(kept(bench)) == ["Dupont", "Durand"]


def test_it_is_saved_where_another_page_is_wanted_at_once(
    bench: Bench, qtbot: QtBot
) -> None:
    begin(bench, "Dupont")
    bench.window.go("quotes")
    assert kept(bench) == ["Dupont"]
    qtbot.wait(50)
    assert bench.window.at == "quotes"


def test_a_choice_counts_too(bench: Bench, qtbot: QtBot) -> None:
    page = begin(bench, "Dupont")
    page.paper.fields.term.chosen.emit("12")
    qtbot.waitUntil(lambda: kept(bench) == ["Dupont"])
    assert page.flush()
    with bench.storage.reading() as store:
        (row,) = store.quotes()
        assert row.term == 12


def test_what_was_entered_goes_into_no_other_quote(bench: Bench, qtbot: QtBot) -> None:
    begin(bench, "Dupont")
    page = begin(bench, "")
    qtbot.waitUntil(lambda: not bench.shared.jobs.busy)
    assert page.paper.fields.customer.text() == ""
    assert kept(bench) == ["Dupont"]


def test_the_window_stays_once_where_no_quote_can_be_begun(bench: Bench) -> None:
    bench.storage.read_fails = (error("database_busy", path="quotes.db"),)
    page = begin(bench, "Dupont")
    bench.window.close()
    assert bench.window.isVisible()
    assert page.paper.fields.customer.text() == "Dupont"
    assert page.paper.faults.isVisible()
    bench.window.close()
    assert not bench.window.isVisible()


def test_a_quote_that_cannot_be_saved_is_not_left_unsaid_for_another(
    bench: Bench, qtbot: QtBot
) -> None:
    page = begin(bench, "Dupont")
    qtbot.waitUntil(lambda: kept(bench) == ["Dupont"])
    bench.storage.write_fails = (error("database_busy", path="quotes.db"),)
    QTest.keyClicks(page.paper.fields.customer, " SA")
    bench.window.menus.actions["new"].trigger()
    assert page.paper.fields.customer.text() == "Dupont SA"
    qtbot.waitUntil(page.paper.faults.isVisible)
    bench.storage.write_fails = ()
    bench.window.menus.actions["new"].trigger()
    assert page.paper.fields.customer.text() == ""
    assert kept(bench) == ["Dupont SA"]


def test_what_is_typed_while_the_quote_is_read_again_stays(
    bench: Bench, qtbot: QtBot
) -> None:
    page = begin(bench, "Dupont")
    qtbot.waitUntil(lambda: kept(bench) == ["Dupont"])
    bench.shared.prices_changed.emit()
    QTest.keyClicks(page.paper.fields.customer, " SA")
    assert page.flush()
    assert kept(bench) == ["Dupont SA"]
    qtbot.waitUntil(lambda: not bench.shared.jobs.busy)
    assert page.paper.fields.customer.text() == "Dupont SA"


def test_a_window_over_a_new_quote_is_named_after_it(
    bench: Bench, qtbot: QtBot
) -> None:
    page = begin(bench, "")
    qtbot.waitUntil(lambda: page.windowTitle() == "New quote")
    assert bench.window.windowTitle().startswith("New quote")
