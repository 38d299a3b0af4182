"""What is entered before a new quote is there is not lost."""

from __future__ import annotations

from PySide6.QtCore import Qt
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
    qtbot.waitUntil(page.paper.unsaved.isVisible)
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


def type_on(*words: str) -> None:
    """Type words, each followed by Enter, wherever the keys go by now."""
    for word in words:
        for letter in (*word, Qt.Key.Key_Return):
            focused = QApplication.focusWidget()
            assert focused is not None
            QTest.keyClick(focused, letter)


def test_lines_typed_before_there_is_anything_to_add_are_added(
    bench: Bench, qtbot: QtBot
) -> None:
    page = begin(bench, "Dupont")
    type_on("", "mobile m", "12", "business premium", "")
    assert not page.paper.model.rowCount()
    qtbot.waitUntil(lambda: page.paper.model.rowCount() > 2)
    session = page.wishes.session
    assert session is not None
    (pack,) = session.state.quote.proposal.packs
    assert (pack.sku, pack.quantity) == ("WAAS-NB-M", 12)
    assert [(each.sku, each.quantity) for each in pack.options] == [("O365-BP-UP", 12)]
    assert QApplication.focusWidget() is page.adding.search
    assert not page.adding.search.text()


def test_enter_for_a_search_that_was_left_adds_nothing(
    bench: Bench, qtbot: QtBot
) -> None:
    page = begin(bench, "Dupont")
    type_on("", "mobile m", "12")
    page.paper.fields.customer.setFocus()
    qtbot.waitUntil(lambda: page.wishes.session is not None)
    qtbot.waitUntil(lambda: not bench.shared.jobs.busy)
    assert not page.paper.model.rowCount()
    assert page.paper.fields.customer.text() == "Dupont"


def test_a_window_over_a_new_quote_is_named_after_it(
    bench: Bench, qtbot: QtBot
) -> None:
    page = begin(bench, "")
    qtbot.waitUntil(lambda: page.windowTitle() == "New quote")
    assert bench.window.windowTitle().startswith("New quote")
