"""The whole window, page by page: what a customer may see, hear and lose."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.domain.by_term import ByTerm
from app.domain.money import Amount, UnitPrice
from app.domain.price_list import Item, PriceList
from app.ports import Stamp
from app.use_cases.bundled import sample_list
from i18n import Language
from tests.fakes import FakeStorage, FakeStore
from tests.ui.conftest import Bench, MakeBench
from tests.ui.hands import add_quote, click_row, field, press, seen, table, write
from ui.editor.page import EditorPage
from ui.models.lines_model import Column
from ui.widgets.button import Button

PAGES = ("quotes", "today", "prices", "customers", "settings", "editor")


def earning(cents: int) -> PriceList:
    """Return the sample list, paying and costing so much."""
    sample = sample_list()
    items = tuple(_earning(item, cents) for item in sample.items)
    return replace(
        sample, list_id="OTHER-BE", items=items, file_fingerprint=f"{cents:064}"
    )


def _earning(item: Item, cents: int) -> Item:
    paid: ByTerm[Amount] = ByTerm(*[Amount(cents, "EUR")] * 3)
    return replace(
        item,
        commissions=paid if item.commissions else item.commissions,
        cost_month=UnitPrice(cents, "EUR") if item.cost_month else None,
    )


def editor(bench: Bench, qtbot: QtBot) -> EditorPage:
    """Open the first quote of the list by a double click."""
    click_row(table(bench.window), 0, twice=True)
    page = bench.window.page
    assert isinstance(page, EditorPage)
    qtbot.waitUntil(lambda: page.wishes.session is not None)
    qtbot.waitUntil(lambda: page.figures.preview.page is not None, timeout=10_000)
    qtbot.waitUntil(lambda: not page.figures.preview.renderer.busy, timeout=10_000)
    page.paper.table.setFocus()
    return page


def watched(bench: Bench, qtbot: QtBot, cents: int) -> dict[str, QImage]:
    """Return a picture of each page while the customer looks on."""
    stamp = Stamp("t", bench.shared.workplace.clock.now())
    with bench.storage.writing() as store:
        store.add_price_list(earning(cents), "a.csv", stamp)
    add_quote(bench.shared.workplace, "Lefèvre", "Portables")
    bench.shared.prices_changed.emit()
    bench.shared.quotes_changed.emit()
    qtbot.waitUntil(lambda: not bench.shared.jobs.busy)
    bench.shared.show_customer(True)
    pictures = {}
    for name in PAGES:
        bench.window.go("quotes")
        if name == "editor":
            editor(bench, qtbot)
        else:
            bench.window.go(name)
        qtbot.waitUntil(lambda: not bench.shared.jobs.busy)
        bench.window.rail.setFocus()
        qtbot.waitUntil(lambda: words_fit(bench.window))
        qtbot.wait(30)  # rows within rows lay themselves out one after the other
        pictures[name] = bench.window.grab().toImage()
    return pictures


def words_fit(window: QWidget) -> bool:
    """Tell whether every button has grown to the words that it shows now."""
    return all(each.width() >= each.sizeHint().width() for each in seen(window, Button))


def test_customer_view_pixels_depend_on_no_commission(
    make_bench: MakeBench, qtbot: QtBot, storage: FakeStorage
) -> None:
    pictures = []
    for cents in (1111, 987_654):
        bench = make_bench()
        pictures.append(watched(bench, qtbot, cents))
        # Each begins unwatched: a start with the customer looking says so.
        bench.shared.show_customer(False)
        bench.window.close()
        storage.store = FakeStore()
    assert set(pictures[0]) == set(PAGES)
    for name in PAGES:
        assert pictures[0][name] == pictures[1][name], name


def words(root: QWidget) -> Iterator[str]:
    """Yield every string of the window, the editor's lines and lists included."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    for widget in root.findChildren(QWidget):
        yield from (widget.accessibleName(), widget.toolTip(), widget.windowTitle())
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
        if isinstance(widget, QLineEdit):
            yield widget.placeholderText()
        if isinstance(widget, QComboBox):
            yield from (widget.itemText(i) for i in range(widget.count()))
    for action in root.findChildren(QAction):
        yield action.text()
    for page in root.findChildren(EditorPage):
        yield from _written(page)


def _written(page: EditorPage) -> Iterator[str]:
    """Yield what the editor's own lists say."""
    model = page.paper.model
    for row in range(model.rowCount()):
        for column in Column:
            yield str(model.index(row, column).data())
    yield from (f"{each.name} {each.detail}" for each in page.adding.model.rows)
    problems = page.paper.problems
    yield from (problems.item(i).text() for i in range(problems.count()))


@pytest.mark.parametrize(("begun", "code"), [("en", "fr"), ("fr", "en")])
def test_an_open_quote_changes_its_language_to_the_last_word(
    make_bench: MakeBench, qtbot: QtBot, begun: str, code: str
) -> None:
    bench = make_bench()
    bench.shared.languages.choose(Language(code, "BE"))
    add_quote(bench.shared.workplace, "Lefèvre", "Portables")
    bench.shared.quotes_changed.emit()
    qtbot.waitUntil(lambda: not bench.shared.jobs.busy)
    editor(bench, qtbot)
    fresh = Counter(filter(None, words(bench.window)))
    bench.shared.languages.choose(Language(begun, "BE"))
    qtbot.waitUntil(lambda: not bench.shared.jobs.busy)
    assert Counter(filter(None, words(bench.window))) != fresh
    bench.shared.languages.choose(Language(code, "BE"))
    qtbot.waitUntil(lambda: not bench.shared.jobs.busy)
    assert Counter(filter(None, words(bench.window))) == fresh


def test_closing_the_window_keeps_what_is_still_being_typed(
    bench: Bench, qtbot: QtBot
) -> None:
    number = add_quote(bench.shared.workplace, "Lefèvre")
    bench.shared.quotes_changed.emit()
    qtbot.waitUntil(lambda: not bench.shared.jobs.busy)
    page = editor(bench, qtbot)
    write(field(page, "Customer"), "Lefèvre et fils")
    bench.window.close()
    with bench.storage.reading() as store:
        record = store.quote(number)
    assert record is not None
    assert record.quote.proposal.customer.name == "Lefèvre et fils"


def test_every_control_of_the_editor_is_reached_by_tab(
    bench: Bench, qtbot: QtBot
) -> None:
    add_quote(bench.shared.workplace, "Lefèvre")
    bench.shared.quotes_changed.emit()
    qtbot.waitUntil(lambda: not bench.shared.jobs.busy)
    page = editor(bench, qtbot)
    wanted = {each for each in seen(page, QLineEdit) if each.isEnabled()}
    wanted -= {each for each in wanted if each.focusPolicy() == Qt.FocusPolicy.NoFocus}
    reached: set[QWidget] = set()
    for _ in range(80):
        now = bench.window.focusWidget()
        assert now is not None
        reached.add(now)
        press(now, Qt.Key.Key_Tab)
    assert wanted <= reached
    assert page.paper.table in reached
