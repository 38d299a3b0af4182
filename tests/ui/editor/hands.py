"""What a user's hands and eyes do, by keys and clicks alone."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from app.domain.quote import Quote
from app.use_cases.bundled import sample_quote
from app.use_cases.prices import catalogue
from app.use_cases.pricing import priced
from app.use_cases.quotes import save_draft
from ui.editor.page import EditorPage
from ui.models.lines_model import Column
from ui.shared import Shared

KEY = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def begin_new(qtbot: QtBot, page: EditorPage) -> None:
    page.new()
    qtbot.waitUntil(lambda: page.wishes.session is not None)


def open_sample(
    qtbot: QtBot, page: EditorPage, shared: Shared, quote: Quote | None = None
) -> str:
    """Save the sample (or another) quote and open it; return its number."""
    work = shared.workplace
    first = priced(quote or sample_quote(), catalogue(work), work)
    number = save_draft(work, first).quote.proposal.number
    page.open(number)
    qtbot.waitUntil(lambda: page.wishes.session is not None)
    return number


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(
    qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None
) -> None:
    none = Qt.KeyboardModifier.NoModifier
    qtbot.keyClick(focused(), key, modifier or none)


def write(qtbot: QtBot, text: str) -> None:
    qtbot.keyClicks(focused(), text)


def add(qtbot: QtBot, page: EditorPage, search: str) -> None:
    """Search for something and add it: Ctrl+L, words, Enter."""
    qtbot.keyClick(page, KEY.Key_L, CONTROL)
    page.adding.search.selectAll()
    write(qtbot, search)
    press(qtbot, KEY.Key_Return)


def go_to_lines(qtbot: QtBot, page: EditorPage) -> None:
    """Leave the search for the lines, as Escape does."""
    qtbot.keyClick(page, KEY.Key_L, CONTROL)
    press(qtbot, KEY.Key_Escape)
    if focused() is page.adding.search:
        press(qtbot, KEY.Key_Escape)
    assert focused() is page.paper.table


def type_quantity(qtbot: QtBot, text: str) -> None:
    """Type over the current line's quantity, and take it with Enter."""
    write(qtbot, text[0])
    write(qtbot, text[1:])
    press(qtbot, KEY.Key_Return)


def names(page: EditorPage) -> list[str]:
    return [row.name for row in page.paper.model.rows if not row.heading]


def cell(page: EditorPage, key: str, column: Column) -> str:
    model = page.paper.model
    return str(model.index(model.place_of(key), column).data())


def click_line(qtbot: QtBot, page: EditorPage, key: str) -> None:
    table = page.paper.table
    index = page.paper.model.index(page.paper.model.place_of(key), Column.NAME)
    table.scrollTo(index)
    at = table.visualRect(index).topLeft() + QPoint(20, 18)
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)


def closed(qtbot: QtBot, page: EditorPage, form: QDialog) -> None:
    """Wait for a dialog to close; offscreen nobody gives the window its focus back."""
    qtbot.waitUntil(lambda: not form.isVisible())
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)


def dialog(qtbot: QtBot, page: EditorPage) -> QDialog:
    """Wait for the dialog that just opened."""

    def open_ones() -> list[QDialog]:
        return [each for each in page.findChildren(QDialog) if each.isVisible()]

    qtbot.waitUntil(lambda: bool(open_ones()))
    return open_ones()[0]
