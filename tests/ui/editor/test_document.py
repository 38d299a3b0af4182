"""The whole document, read by keys: every page of the very bytes of the export."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.domain.choices import Edition
from app.use_cases.export import pdf
from tests.ui.editor.hands import CONTROL, KEY, dialog, open_sample, press
from tests.ui.hands import seen
from ui.editor.page import EditorPage
from ui.editor.paper_window import PaperWindow
from ui.shared import Shared

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def document(qtbot: QtBot, page: EditorPage, shared: Shared) -> PaperWindow:
    """The sample's document, opened by its key."""
    open_sample(qtbot, page, shared)
    qtbot.keyClick(page, KEY.Key_F7)
    found = dialog(qtbot, page)
    assert isinstance(found, PaperWindow)
    wait(qtbot, found)
    return found


def wait(qtbot: QtBot, window: PaperWindow) -> None:
    """Wait until every page in sight is drawn."""
    sheets = window.sheets
    qtbot.waitUntil(
        lambda: sheets.image(sheets.current) is not None and not sheets.renderer.busy,
        timeout=15_000,
    )


def test_it_shows_every_page(
    qtbot: QtBot, document: PaperWindow, page: EditorPage, shared: Shared
) -> None:
    assert page.wishes.session is not None
    content = pdf(page.wishes.session.state.priced, Edition.FR, shared.workplace)
    pages = len(pypdfium2.PdfDocument(content))
    assert document.place.text() == f"Page 1 of {pages}"
    for _ in range(20):
        qtbot.keyClick(document.sheets, KEY.Key_PageDown)
        wait(qtbot, document)
    assert document.place.text() == f"Page {pages} of {pages}"
    assert document.sheets.image(pages - 1) is not None


def test_another_edition_begins_at_its_first_page(
    qtbot: QtBot, document: PaperWindow
) -> None:
    before = document.sheets.image(0)
    qtbot.keyClick(document.sheets, KEY.Key_End)
    assert document.sheets.current == document.sheets.count - 1 > 0
    qtbot.mouseClick(document.editions._group.buttons()[1], Qt.MouseButton.LeftButton)
    wait(qtbot, document)
    assert document.sheets.current == 0
    assert document.sheets.image(0) != before
    qtbot.keyClick(document.sheets, KEY.Key_End)
    qtbot.keyClick(document.sheets, KEY.Key_Home)
    assert document.sheets.current == 0


def test_keys_make_it_larger_and_fit_it_again(
    qtbot: QtBot, document: PaperWindow
) -> None:
    usual = document.sheets.place(0).width()
    qtbot.keyClick(document, KEY.Key_Plus, CONTROL)
    wait(qtbot, document)
    assert document.sheets.place(0).width() > usual
    image = document.sheets.image(document.sheets.current)
    assert image is not None
    assert image.width() >= document.sheets.place(0).width()
    qtbot.keyClick(document, KEY.Key_0, CONTROL)
    qtbot.keyClick(document, KEY.Key_Minus, CONTROL)
    assert document.sheets.place(0).width() < usual
    assert document.fit.text() == "80\u00a0%"


def test_escape_closes_it(qtbot: QtBot, document: PaperWindow) -> None:
    qtbot.keyClick(document, KEY.Key_Escape)
    qtbot.waitUntil(lambda: not document.isVisible())


def test_a_click_or_enter_on_the_small_page_opens_it(
    qtbot: QtBot, page: EditorPage, shared: Shared
) -> None:
    open_sample(qtbot, page, shared)
    preview = page.figures.preview
    qtbot.waitUntil(lambda: preview.page is not None, timeout=15_000)
    qtbot.mouseClick(preview, Qt.MouseButton.LeftButton)
    dialog(qtbot, page).reject()
    page.activateWindow()
    preview.setFocus()
    press(qtbot, KEY.Key_Return)
    dialog(qtbot, page).reject()


def test_a_quote_without_lines_has_none(qtbot: QtBot, page: EditorPage) -> None:
    page.new()
    qtbot.waitUntil(lambda: page.wishes.session is not None)
    qtbot.keyClick(page, KEY.Key_F7)
    assert page.findChildren(PaperWindow) == []


def test_every_page_is_printed(
    qtbot: QtBot, document: PaperWindow, tmp_path: Path
) -> None:
    qtbot.waitUntil(lambda: document.sheets.count > 1, timeout=10_000)
    file = tmp_path / "printed.pdf"
    qtbot.keyClick(document, KEY.Key_P, CONTROL)
    qtbot.waitUntil(lambda: bool(document.findChildren(QPrintDialog)))
    (asked,) = document.findChildren(QPrintDialog)
    names = [each for each in seen(asked, QLineEdit) if each.isEnabled()]
    assert names, [each.objectName() for each in asked.findChildren(QLineEdit)]
    names[0].setText(str(file))
    with qtbot.waitSignal(document.printing.printed, timeout=20_000):
        asked.accept()
    assert len(PdfReader(file).pages) == document.sheets.count


def test_words_are_found_marked_and_gone_to(
    qtbot: QtBot, document: PaperWindow
) -> None:
    search = document.search

    def seek(text: str) -> None:
        qtbot.keyClick(document, KEY.Key_F, CONTROL)
        qtbot.keyClicks(search.field, text)
        qtbot.waitUntil(lambda: not search.busy, timeout=15_000)

    document.activateWindow()
    seek("pack")
    assert search.field.hasFocus()
    assert search.places > 1
    assert search.count.text() == f"1 / {search.places}"
    marked = [list(document.sheets.marks(page)) for page in range(9)]
    assert sum(looked_at for boxes in marked for _, looked_at in boxes) >= 1
    qtbot.keyClick(search.field, KEY.Key_Return)
    assert search.count.text() == f"2 / {search.places}"
    qtbot.keyClick(search.field, KEY.Key_Return, SHIFT)
    qtbot.keyClick(document.sheets, KEY.Key_F3, SHIFT)
    assert search.count.text() == f"{search.places} / {search.places}"
    assert document.isVisible()
    seek("nowhere at all")
    assert search.count.text() == "not found"
    assert not any(list(document.sheets.marks(page)) for page in range(9))
    assert not search.after.isEnabled()


def test_another_edition_is_searched_anew(qtbot: QtBot, document: PaperWindow) -> None:
    search = document.search
    qtbot.keyClicks(search.field, "Offre de prix")
    qtbot.waitUntil(lambda: not search.busy, timeout=15_000)
    assert search.places >= 1
    qtbot.mouseClick(document.editions._group.buttons()[1], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not search.busy, timeout=15_000)
    assert search.places == 0
