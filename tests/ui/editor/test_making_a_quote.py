"""From an empty start to an exported PDF, by keys and clicks alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from app.domain.choices import Edition, Term
from app.domain.problems import error
from tests.fakes import FakeStorage
from tests.ui.editor.conftest import MakeShared, shown
from tests.ui.editor.hands import (
    CONTROL,
    KEY,
    add,
    begin_new,
    click_line,
    closed,
    dialog,
    focused,
    go_to_lines,
    names,
    open_sample,
    type_quantity,
    write,
)
from tests.ui.hands import button, click, seen
from ui.editor.export_dialog import ExportDialog
from ui.editor.line_forms import ServiceForm
from ui.editor.page import EditorPage
from ui.editor.page_renderer import Page
from ui.shared import Shared


def test_from_an_empty_start_to_a_pdf(
    qtbot: QtBot, page: EditorPage, shared: Shared, tmp_path: Path
) -> None:
    begin_new(qtbot, page)
    assert focused() is page.paper.fields.customer
    write(qtbot, "Menuiserie Lefevre")
    add(qtbot, page, "mobile pack m")
    go_to_lines(qtbot, page)
    type_quantity(qtbot, "12")
    add(qtbot, page, "business premium")
    _add_installation(qtbot, page)
    assert names(page) == [
        "Mobile pack M",
        "Upgrade to Office 365 Business Premium",
        "Installation on site",
    ]
    assert page.figures.monthly.text == "648,00\u00a0€"
    assert page.figures.own.total.text == "1.560,00\u00a0€"
    qtbot.waitUntil(lambda: page.wishes.session.number == "TR-2026-0001")  # type: ignore[union-attr]
    text = _export(qtbot, page, tmp_path / "out")
    assert "Menuiserie Lefevre" in text
    assert "648,00" in text
    assert "1.020,00" in text
    with shared.workplace.storage.reading() as store:
        record = store.quote("TR-2026-0001")
    assert record is not None
    assert str(record.monthly) == "648.00"


def _add_installation(qtbot: QtBot, page: EditorPage) -> None:
    """Add a service of the partner's: name, price, once, twelve times."""
    add(qtbot, page, "installation on")
    form = dialog(qtbot, page)
    assert isinstance(form, ServiceForm)
    qtbot.keyClicks(form.price, "85")
    form.quantity.selectAll()
    qtbot.keyClicks(form.quantity, "12")
    qtbot.keyClick(form.quantity, KEY.Key_Return)
    closed(qtbot, page, form)


def _export(qtbot: QtBot, page: EditorPage, folder: Path) -> str:
    """Export the English edition and return its text."""
    qtbot.keyClick(page, KEY.Key_E, CONTROL)
    asked = dialog(qtbot, page)
    assert isinstance(asked, ExportDialog)
    asked.folder.selectAll()
    qtbot.keyClicks(asked.folder, str(folder))
    assert asked.editions[Edition.EN].isChecked()
    with qtbot.waitSignal(asked.written, timeout=10_000):
        qtbot.mouseClick(asked.go, Qt.MouseButton.LeftButton)
    paths = list(folder.iterdir())
    assert [path.name for path in paths] == ["TR-2026-0001-en.pdf"]
    assert asked.papers.files.text() == str(paths[0])
    assert asked.papers.buttons.show_folder.isVisible()
    qtbot.keyClick(asked, KEY.Key_Escape)
    return "".join(sheet.extract_text() for sheet in PdfReader(paths[0]).pages)


def heads(shared: Shared) -> list[str]:
    """The customers of all saved quotes."""
    with shared.workplace.storage.reading() as store:
        return [head.customer for head in store.quotes()]


def test_a_quote_into_which_nothing_was_entered_leaves_nothing(
    qtbot: QtBot, page: EditorPage, shared: Shared
) -> None:
    begin_new(qtbot, page)
    with qtbot.waitSignal(page.closed):
        qtbot.mouseClick(page.header.back, Qt.MouseButton.LeftButton)
    assert heads(shared) == []


def test_a_long_name_is_read_from_its_beginning(qtbot: QtBot, page: EditorPage) -> None:
    begin_new(qtbot, page)
    write(qtbot, "Name of a company without end " * 4)
    qtbot.keyClick(focused(), KEY.Key_Tab)
    assert page.paper.fields.customer.cursorPosition() == 0


@pytest.mark.parametrize("left", ["by the arrow", "for another new one", "in a pause"])
def test_a_customer_without_a_line_is_kept(
    qtbot: QtBot, page: EditorPage, shared: Shared, left: str
) -> None:
    begin_new(qtbot, page)
    write(qtbot, "Somebody")
    if left == "by the arrow":
        qtbot.mouseClick(page.header.back, Qt.MouseButton.LeftButton)
    elif left == "for another new one":
        page.new()
    qtbot.waitUntil(lambda: heads(shared) == ["Somebody"])


def test_a_term_that_was_chosen_is_kept(
    qtbot: QtBot, page: EditorPage, shared: Shared
) -> None:
    begin_new(qtbot, page)
    session = page.wishes.session
    assert session is not None
    qtbot.mouseClick(button(page, "Term, in months, 24"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: session.number == "TR-2026-0001")
    assert page.flush()
    with shared.workplace.storage.reading() as store:
        record = store.quote("TR-2026-0001")
    assert record is not None
    assert record.quote.proposal.term is Term.MONTHS_24


def test_lines_without_a_customer_are_kept_on_leaving(
    qtbot: QtBot, page: EditorPage, shared: Shared
) -> None:
    begin_new(qtbot, page)
    add(qtbot, page, "compact m")
    with qtbot.waitSignal(page.closed):
        qtbot.mouseClick(page.header.back, Qt.MouseButton.LeftButton)
    with shared.workplace.storage.reading() as store:
        assert [head.number for head in store.quotes()] == ["TR-2026-0001"]


def test_saved_is_said_only_after_the_commit(
    qtbot: QtBot, page: EditorPage, shared: Shared
) -> None:
    begin_new(qtbot, page)
    assert "not saved yet" in page.header._status.text()
    write(qtbot, "Somebody")
    add(qtbot, page, "compact m")
    qtbot.waitUntil(lambda: "saved" in page.header._status.text())
    qtbot.waitUntil(lambda: "not saved" not in page.header._status.text())
    with shared.workplace.storage.reading() as store:
        assert len(store.quotes()) == 1


def test_what_a_full_disk_refuses_is_said_kept_and_saved_later(
    qtbot: QtBot, page: EditorPage, shared: Shared
) -> None:
    number = open_sample(qtbot, page, shared)
    storage = shared.workplace.storage
    assert isinstance(storage, FakeStorage)
    storage.write_fails = (error("disk_full", path="/data/quotes.db"),)
    click_line(qtbot, page, "nb")
    type_quantity(qtbot, "13")
    qtbot.waitUntil(lambda: "not saved" in page.header._status.text())
    assert "The disk is full" in page.paper.unsaved.accessibleName()
    assert not page.flush()
    storage.write_fails = ()
    assert page.flush()
    qtbot.waitUntil(lambda: "not saved" not in page.header._status.text())
    assert page.paper.unsaved.isHidden()
    with storage.reading() as store:
        record = store.quote(number)
    assert record is not None
    assert record.quote.proposal.packs[0].quantity == 13


def test_what_could_not_be_saved_is_tried_again_though_nobody_types(
    qtbot: QtBot, page: EditorPage, shared: Shared, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.editor.session._AGAIN", 1)
    open_sample(qtbot, page, shared)
    storage = shared.workplace.storage
    assert isinstance(storage, FakeStorage)
    storage.write_fails = (error("database_busy", path="/data/quotes.db"),)
    click_line(qtbot, page, "nb")
    type_quantity(qtbot, "13")
    qtbot.waitUntil(lambda: "not saved" in page.header._status.text())
    storage.write_fails = ()
    qtbot.waitUntil(lambda: "not saved" not in page.header._status.text())
    assert page.paper.unsaved.isHidden()


def test_a_fault_in_the_first_save_is_said_and_does_not_end_the_saving(
    qtbot: QtBot, page: EditorPage, shared: Shared, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.editor.session._AGAIN", 50)
    with monkeypatch.context() as broken:
        broken.setattr("ui.editor.keeping.save_draft", lambda *_: 1 // 0)
        begin_new(qtbot, page)
        write(qtbot, "Somebody")
        add(qtbot, page, "compact m")
        qtbot.waitUntil(lambda: not page.paper.unsaved.isHidden())
        assert "ZeroDivisionError" in page.paper.unsaved.accessibleName()
    qtbot.waitUntil(lambda: "not saved" not in page.header._status.text())
    with shared.workplace.storage.reading() as store:
        assert len(store.quotes()) == 1


def test_why_it_is_not_saved_is_said_once_and_again_on_leaving(
    qtbot: QtBot, page: EditorPage, shared: Shared, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.editor.session._AGAIN", 1)
    open_sample(qtbot, page, shared)
    session, storage = page.wishes.session, shared.workplace.storage
    said: list[object] = []
    assert session is not None
    assert isinstance(storage, FakeStorage)
    session.failed.connect(said.append)
    storage.write_fails = (error("database_busy", path="/data/quotes.db"),)
    banner = page.paper.unsaved

    def close(words: str) -> None:
        """What a banner holds is shown a turn after the banner itself."""
        qtbot.waitUntil(lambda: words in banner.accessibleName())
        qtbot.waitUntil(lambda: bool(seen(banner, QToolButton)))
        click(button(banner, "Close this message"))

    click_line(qtbot, page, "nb")
    type_quantity(qtbot, "13")
    close("Another program")
    tried = len(said)
    qtbot.waitUntil(lambda: len(said) > tried + 2)
    assert banner.isHidden()
    storage.write_fails = (error("disk_full", path="/data/quotes.db"),)
    close("The disk is full")
    assert not page.may_leave()
    qtbot.waitUntil(lambda: "leaving once more" in banner.accessibleName())
    assert banner.isVisible()
    storage.write_fails = ()
    qtbot.waitUntil(banner.isHidden)


def test_a_new_quote_that_cannot_be_saved_is_given_up_knowingly(
    qtbot: QtBot, page: EditorPage, shared: Shared
) -> None:
    storage, banner = shared.workplace.storage, page.paper.unsaved
    assert isinstance(storage, FakeStorage)
    storage.write_fails = (error("disk_full", path="/data/quotes.db"),)
    begin_new(qtbot, page)
    add(qtbot, page, "compact m")
    qtbot.waitUntil(lambda: "The disk is full" in banner.accessibleName())
    assert "leaving once more" not in banner.accessibleName()
    assert not page.may_leave()
    said = banner.accessibleName()
    assert "The disk is full" in said
    assert "leaving once more" in said
    assert page.may_leave()


def test_a_save_leaves_other_messages_where_they_are(
    qtbot: QtBot, page: EditorPage, shared: Shared
) -> None:
    open_sample(qtbot, page, shared)
    page.paper.faults.show_good("The template is saved.")
    session = page.wishes.session
    assert session is not None
    click_line(qtbot, page, "nb")
    with qtbot.waitSignal(session.saved):
        type_quantity(qtbot, "13")
    assert page.paper.faults.isVisible()


def test_a_quote_that_was_left_names_the_window_no_more(
    qtbot: QtBot, page: EditorPage, shared: Shared
) -> None:
    open_sample(qtbot, page, shared)
    click_line(qtbot, page, "nb")
    type_quantity(qtbot, "13")
    page.close_quote()
    # What is told of its last save comes once the loop turns.
    qtbot.wait(1)
    assert page.windowTitle() == ""


def test_the_first_page_of_the_pdf_arrives(qtbot: QtBot, page: EditorPage) -> None:
    begin_new(qtbot, page)
    preview = page.figures.preview
    add(qtbot, page, "compact m")
    qtbot.waitUntil(lambda: preview.page is not None, timeout=10_000)
    first = preview.page
    assert first is not None
    assert first.image.width() == preview.width()
    go_to_lines(qtbot, page)
    type_quantity(qtbot, "7")
    qtbot.waitUntil(lambda: preview.page is not first, timeout=10_000)


def test_a_sketched_page_is_drawn_again_from_the_whole(
    qtbot: QtBot, page: EditorPage
) -> None:
    begin_new(qtbot, page)
    preview = page.figures.preview
    pages: list[Page] = []
    preview.renderer.drawn.connect(pages.append)
    add(qtbot, page, "compact m")
    qtbot.waitUntil(lambda: bool(pages) and not pages[-1].wanted.sketch, timeout=10_000)
    assert pages[0].wanted.sketch
    assert pages[-1] is preview.page
    sketched = [each for each in pages if each.wanted.sketch]
    assert sketched[-1].image == pages[-1].image
    assert sketched[-1].pages == pages[-1].pages


def test_a_french_window_proposes_a_french_pdf(
    qtbot: QtBot, make_shared: MakeShared
) -> None:
    for page in shown(qtbot, make_shared("fr")):
        begin_new(qtbot, page)
        write(qtbot, "Menuiserie")
        add(qtbot, page, "pack mobile m")
        qtbot.keyClick(page, KEY.Key_E, CONTROL)
        asked = dialog(qtbot, page)
        assert isinstance(asked, ExportDialog)
        assert asked.editions[Edition.FR].isChecked()
        assert page.figures.monthly.text == "49,90\u00a0€"
        qtbot.keyClick(asked, KEY.Key_Escape)


def test_of_two_quotes_asked_for_at_once_the_later_one_opens(
    qtbot: QtBot, page: EditorPage, shared: Shared
) -> None:
    number = open_sample(qtbot, page, shared)
    page.open(number)
    begin_new(qtbot, page)
    qtbot.waitUntil(lambda: not shared.jobs.busy)
    assert names(page) == []
