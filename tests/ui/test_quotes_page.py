from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QContextMenuEvent, QFontMetricsF, QPaintEvent, QRegion
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from app.domain.choices import Status
from app.domain.money import Amount
from app.domain.problems import UnavailableError, error
from app.use_cases.workplace import Workplace
from i18n import Language
from tests.fakes import FakeStorage
from tests.ui.hands import (
    add_quote,
    button,
    cells,
    click,
    click_row,
    field,
    headings,
    press,
    seen,
    set_status,
    settle,
    table,
    write,
)
from ui.quotes.finder import REST, Finder
from ui.quotes.page import QuotesPage
from ui.shared import Shared

SEARCH = "Search quotes"
#: The column of what the partner earns.
EARNED = 6


@pytest.fixture
def page(qtbot: QtBot, shared: Shared, workplace: Workplace) -> QuotesPage:
    add_quote(workplace, "Crèche Les Tilleuls", "Portables du personnel")
    add_quote(workplace, "Étude notariale", "Office E3")
    set_status(workplace, add_quote(workplace, "<SARL> Dumont"), Status.ACCEPTED)
    return shown(qtbot, shared)


def shown(qtbot: QtBot, shared: Shared) -> QuotesPage:
    page = QuotesPage(shared)
    qtbot.addWidget(page)
    page.resize(1100, 700)
    page.show()
    qtbot.waitUntil(lambda: not shared.jobs.busy)
    return page


def test_no_button_moves_while_an_empty_list_is_loaded(
    qtbot: QtBot, shared: Shared
) -> None:
    page = QuotesPage(shared)
    qtbot.addWidget(page)
    page.resize(1100, 700)
    page.show()
    qtbot.waitExposed(page)
    assert shared.jobs.busy
    before = button(page, "Customer view").geometry()
    qtbot.waitUntil(lambda: not shared.jobs.busy)
    qtbot.wait(20)
    assert button(page, "Customer view").geometry() == before
    with qtbot.waitSignal(page.new_quote):
        click(button(page, "New quote"))


def test_the_newest_stands_first(page: QuotesPage) -> None:
    assert cells(table(page), 1)[0] == "<SARL> Dumont"
    assert cells(table(page), 2) == ["Accepted", "Draft", "Draft"]
    assert cells(table(page), 6)[0] == "2.043,00\u00a0€"
    assert cells(table(page), 7)[0] == "893,83\u00a0€"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("etude", ["Étude notariale\nOffice E3"]),
        ("CRECHE portables", ["Crèche Les Tilleuls\nPortables du personnel"]),
        ("portables crèche", ["Crèche Les Tilleuls\nPortables du personnel"]),
        ("accepted", ["<SARL> Dumont"]),
        ("0002", ["Étude notariale\nOffice E3"]),
        ("tilleuls e3", []),
    ],
)
def test_it_finds_while_one_types(
    qtbot: QtBot, shared: Shared, page: QuotesPage, typed: str, found: list[str]
) -> None:
    write(field(page, SEARCH), typed)
    settle(qtbot, shared)
    model_texts = [
        str(page._model.index(row, 1).data()) for row in range(page._model.rowCount())
    ]
    assert model_texts == found
    assert f"{len(found)} of 3 quotes" in [label.text() for label in seen(page, QLabel)]


def wait_for_count(qtbot: QtBot, page: QuotesPage, text: str) -> None:
    filters = seen(page, QAbstractButton)
    qtbot.waitUntil(lambda: text in [each.accessibleName() for each in filters])


def test_the_filters_count_what_is_looked_for(
    qtbot: QtBot, shared: Shared, page: QuotesPage
) -> None:
    write(field(page, SEARCH), "dumont")
    wait_for_count(qtbot, page, "Show, Accepted 1")
    click(button(page, "Show, Accepted 1"))
    wait_for_count(qtbot, page, "Show, All 1")
    assert button(page, "Show, Drafts 0").isVisible()
    assert len(cells(table(page), 0)) == 1
    add_quote(shared.workplace, "Garage Dumont")
    shared.quotes_changed.emit()
    wait_for_count(qtbot, page, "Show, Drafts 1")
    press(field(page, SEARCH), Qt.Key.Key_Escape)
    wait_for_count(qtbot, page, "Show, Drafts 3")


def test_a_filter_leaves_what_is_counted_as_it_is(
    qtbot: QtBot, shared: Shared, page: QuotesPage
) -> None:
    search, finder = field(page, SEARCH), page.findChild(Finder)
    assert finder is not None
    counted = QSignalSpy(finder.counted)
    write(search, "dumont")
    # The filter comes before the words are counted, and they are counted once.
    click(button(page, "Show, Accepted 1"))
    wait_for_count(qtbot, page, "Show, All 1")
    for name in ("Show, Drafts 0", "Show, All 1"):
        click(button(page, name))
        settle(qtbot, shared)
    qtbot.wait(REST + 50)
    settle(qtbot, shared)
    assert counted.count() == 1
    shared.quotes_changed.emit()
    qtbot.waitUntil(lambda: counted.count() == 2)


def test_a_space_behind_the_words_keeps_the_counts_coming(
    qtbot: QtBot, page: QuotesPage
) -> None:
    search = field(page, SEARCH)
    # Before the filters are counted, however slow the hand on the bar is.
    page.answered.connect(lambda: search.setText("dumont "))
    search.setText("dumont")
    wait_for_count(qtbot, page, "Show, All 1")


def test_nothing_found_says_what_to_do(
    qtbot: QtBot, shared: Shared, page: QuotesPage
) -> None:
    write(field(page, SEARCH), "zzz")
    settle(qtbot, shared)
    said = [label.text() for label in seen(page, QLabel)]
    assert "No quote matches. Try fewer words." in said
    press(field(page, SEARCH), Qt.Key.Key_Escape)
    settle(qtbot, shared)
    assert len(cells(table(page), 0)) == 3


def test_a_status_that_no_quote_has_is_said_to_be_empty(
    qtbot: QtBot, shared: Shared, page: QuotesPage
) -> None:
    click(button(page, "Show, Archived 0"))
    settle(qtbot, shared)
    assert "There is no quote here." in [each.text() for each in seen(page, QLabel)]
    shared.languages.choose(Language("fr", "BE"))
    qtbot.waitUntil(
        lambda: "Aucun devis ici." in [each.text() for each in seen(page, QLabel)]
    )


def test_the_menu_of_a_quote_begins_with_its_opening(page: QuotesPage) -> None:
    opened = QSignalSpy(page.open_quote)
    view = table(page)
    view.choose(1)  # type: ignore[attr-defined]
    at = view.visualRect(view.currentIndex()).center()
    asked = QContextMenuEvent.Reason.Mouse
    view.contextMenuEvent(QContextMenuEvent(asked, at, view.mapToGlobal(at)))
    (menu,) = [each for each in page.findChildren(QMenu) if each.isVisible()]
    words = [each.text() for each in menu.actions()]
    assert words[0] == "Open"
    menu.actions()[0].trigger()
    menu.close()
    assert opened.at(0)[0].endswith("0002-A")


def test_enter_opens_what_is_being_found(
    qtbot: QtBot, shared: Shared, page: QuotesPage
) -> None:
    opened = QSignalSpy(page.open_quote)
    write(field(page, SEARCH), "etude")
    press(field(page, SEARCH), Qt.Key.Key_Return)
    assert opened.count() == 0
    settle(qtbot, shared)
    assert opened.count() == 1
    assert opened.at(0)[0].endswith("0002-A")


def test_arrows_and_enter_open(page: QuotesPage) -> None:
    opened = QSignalSpy(page.open_quote)
    press(field(page, SEARCH), Qt.Key.Key_Down)
    table(page).setFocus()
    table(page).choose(0)  # type: ignore[attr-defined]
    press(table(page), Qt.Key.Key_Down)
    press(table(page), Qt.Key.Key_Return)
    assert opened.at(0)[0].endswith("0002-A")


def test_a_double_click_opens(page: QuotesPage) -> None:
    opened = QSignalSpy(page.open_quote)
    click_row(table(page), 2, twice=True)
    assert opened.at(0)[0].endswith("0001-A")


def test_the_button_begins_a_quote(page: QuotesPage) -> None:
    begun = QSignalSpy(page.new_quote)
    click(button(page, "New quote"))
    assert begun.count() == 1


def test_what_is_earned_is_gone_while_a_customer_looks_on(
    page: QuotesPage, shared: Shared
) -> None:
    assert not table(page).isColumnHidden(EARNED)
    assert all(cells(table(page), EARNED))
    shared.show_customer(True)
    assert table(page).isColumnHidden(EARNED)
    assert not any(cells(table(page), EARNED))
    assert "Commission" not in headings(table(page))
    shared.show_customer(False)
    assert "Commission" in headings(table(page))
    assert all(cells(table(page), EARNED))
    page.resize(990, 700)
    assert table(page).isColumnHidden(EARNED)


def test_what_the_chosen_ones_earn_is_said_to_the_partner_alone(
    qtbot: QtBot, page: QuotesPage, shared: Shared
) -> None:
    def said() -> list[str]:
        texts = (label.text() for label in seen(page._footer, QLabel))
        return [text for text in texts if text]

    press(table(page), Qt.Key.Key_A, ctrl=True)
    assert len(said()) == 2
    cents = int("".join(filter(str.isdigit, cells(table(page), EARNED)[0])))
    whole = shared.language.money(Amount(3 * cents, "EUR"))
    assert said()[1] == f"{whole} commission"
    shared.show_customer(True)
    assert len(said()) == 1
    assert "commission" not in said()[0]
    watched = page._footer.grab().toImage()
    page._footer._earned.setText("€1.00 commission")
    assert page._footer.grab().toImage() == watched
    settle(qtbot, shared)
    assert len(said()) == 1
    shared.show_customer(False)
    assert len(said()) == 2
    click_row(table(page), 1)
    assert len(said()) == 1


def test_the_ring_leaves_a_row_that_stays_chosen(page: QuotesPage) -> None:
    view = table(page)
    view.setFocus()
    press(view, Qt.Key.Key_Home)
    QApplication.processEvents()
    painted = Painted(view.viewport())
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QApplication.processEvents()
    assert len(view.selectionModel().selectedRows()) == 2
    for column in range(view.model().columnCount()):
        assert painted.region.contains(view.visualRect(view.model().index(0, column)))


class Painted(QObject):
    """Keeps which parts of a widget are painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.region = QRegion()
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if isinstance(event, QPaintEvent):
            self.region += event.region()
        return False


def test_the_chosen_quote_stays_chosen(page: QuotesPage, shared: Shared) -> None:
    click_row(table(page), 1)
    shared.languages.choose(Language("fr", "BE"))
    QTest.qWait(1)
    assert table(page).currentIndex().row() == 1


def test_columns_give_way_in_a_narrow_window(page: QuotesPage) -> None:
    assert not table(page).isColumnHidden(3)
    page.resize(760, 500)
    assert table(page).isColumnHidden(3)
    assert not table(page).isColumnHidden(7)


def test_the_customer_is_told_at_every_width(page: QuotesPage) -> None:
    for width in range(520, 1000, 40):
        page.resize(width, 500)
        QTest.qWait(1)
        assert table(page).columnWidth(1) >= 96, width


def test_the_number_of_an_earlier_revision_is_not_cut(
    page: QuotesPage, shared: Shared
) -> None:
    before, after, nested = 20, 12, 14
    measure = QFontMetricsF(shared.theme.font()).horizontalAdvance
    needed = before + nested + measure("TR-2026-123456-AA") + after
    assert table(page).columnWidth(0) >= needed


def test_an_empty_page_has_one_button_and_a_sample(
    qtbot: QtBot, shared: Shared
) -> None:
    page = shown(qtbot, shared)
    begun, sample = QSignalSpy(page.new_quote), QSignalSpy(page.open_sample)
    words = [each.accessibleName() for each in seen(page, QAbstractButton)]
    assert words.count("New quote") == 1
    click(button(page, "New quote"))
    click(button(page, "Look at the sample quote"))
    assert (begun.count(), sample.count()) == (1, 1)


def test_a_database_that_cannot_be_read_says_why(
    qtbot: QtBot, shared: Shared, storage: FakeStorage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse() -> None:
        raise UnavailableError(error("data_locked", path="here"))

    monkeypatch.setattr(storage, "reading", refuse)
    page = shown(qtbot, shared)
    qtbot.waitUntil(lambda: any("here" in label.text() for label in seen(page, QLabel)))
