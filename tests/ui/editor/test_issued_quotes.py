"""A quote that was handed over: frozen, answered, revised, in the window."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from app.domain.choices import Edition, Status
from app.domain.quote import Quote
from app.ports import QuoteRecord
from app.use_cases import issuing
from app.use_cases.bundled import sample_quote
from app.use_cases.quotes import find
from app.use_cases.workplace import Workplace
from tests.ui.editor.hands import (
    CONTROL,
    KEY,
    closed,
    dialog,
    focused,
    open_sample,
    write,
)
from tests.ui.hands import click, seen
from ui.editor.decision_form import DecisionForm
from ui.editor.export_dialog import ExportDialog
from ui.editor.page import EditorPage
from ui.shared import Shared


def firm() -> Quote:
    """The sample without the wish that still awaits its price."""
    quote = sample_quote()
    return replace(quote, proposal=replace(quote.proposal, special_requests=()))


def record(shared: Shared, number: str) -> QuoteRecord:
    return find(shared.workplace, number).record


def export(
    qtbot: QtBot, page: EditorPage, folder: Path, *, final: bool
) -> tuple[ExportDialog, Path]:
    """Write the quote's own edition and close the dialog."""
    qtbot.keyClick(page, KEY.Key_E, CONTROL)
    asked = dialog(qtbot, page)
    assert isinstance(asked, ExportDialog)
    wanted = "Hand over" if final else "Draft"
    for choice in seen(asked.purpose, QAbstractButton):
        if choice.text() == wanted:
            click(choice)
    asked.folder.setText(str(folder))
    with qtbot.waitSignal(asked.written, timeout=10_000) as told:
        click(asked.go)
    qtbot.keyClick(asked, KEY.Key_Escape)
    closed(qtbot, page, asked)
    assert told.args is not None
    return asked, told.args[0][0]


def handed_over(qtbot: QtBot, page: EditorPage, shared: Shared) -> str:
    """Open the sample and have it handed over, without the window's help."""
    number = open_sample(qtbot, page, shared, firm())
    issuing.issue(shared.workplace, number, [Edition.FR])
    reopened(qtbot, page, number)
    return number


def reopened(qtbot: QtBot, page: EditorPage, number: str) -> None:
    page.open(number)
    qtbot.waitUntil(lambda: bool(page.paper.model.rowCount()))


def text(path: Path) -> str:
    return "".join(sheet.extract_text() for sheet in PdfReader(path).pages)


def test_a_draft_can_still_be_changed(
    qtbot: QtBot, page: EditorPage, shared: Shared, tmp_path: Path
) -> None:
    number = open_sample(qtbot, page, shared, firm())
    _, paper = export(qtbot, page, tmp_path, final=False)
    assert "Projet" in text(paper)
    assert record(shared, number).lifecycle.status is Status.DRAFT
    assert page.paper.fields.isEnabled()
    assert not page.lifecycle.isVisible()


def test_handing_over_freezes_what_is_shown(
    qtbot: QtBot, page: EditorPage, shared: Shared, tmp_path: Path
) -> None:
    number = open_sample(qtbot, page, shared, firm())
    _, paper = export(qtbot, page, tmp_path, final=True)
    assert "Projet" not in text(paper)
    qtbot.waitUntil(page.lifecycle.isVisible)
    assert record(shared, number).lifecycle.status is Status.PRESENTED
    assert not page.paper.fields.isEnabled()
    assert not page.adding.isEnabled()
    assert any(row.quiet for row in page.paper.model.rows)
    assert not any(row.offer for row in page.paper.model.rows)
    before = page.figures.monthly.text
    page.paper.focus_lines()
    write(qtbot, "9")
    qtbot.keyClick(focused(), KEY.Key_Delete)
    assert page.figures.monthly.text == before
    assert page.paper.faults.isVisible()
    said = " ".join(label.text() for label in page.paper.faults.findChildren(QLabel))
    assert "begin a revision" in said
    assert page.flush()


def test_nothing_leads_away_while_it_is_handed_over(
    qtbot: QtBot,
    page: EditorPage,
    shared: Shared,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    number = open_sample(qtbot, page, shared, firm())
    slow, really = threading.Event(), issuing.hand_over

    def hand_over(
        workplace: Workplace, name: str, editions: Sequence[Edition], folder: Path
    ) -> tuple[Path, ...]:
        assert slow.wait(60)
        return really(workplace, name, editions, folder)

    monkeypatch.setattr(issuing, "hand_over", hand_over)
    qtbot.keyClick(page, KEY.Key_E, CONTROL)
    asked = dialog(qtbot, page)
    assert isinstance(asked, ExportDialog)
    (choice,) = (
        each
        for each in seen(asked.purpose, QAbstractButton)
        if each.text() == "Hand over"
    )
    click(choice)
    asked.folder.setText(str(tmp_path))
    click(asked.go)
    qtbot.keyClick(asked, KEY.Key_Escape)
    asked.close()
    assert asked.isVisible()
    assert not asked.cancel.isEnabled()
    assert asked.go.text().strip() == "Writing the PDFs…"
    slow.set()
    qtbot.waitUntil(asked.cancel.isEnabled)
    qtbot.keyClick(asked, KEY.Key_Escape)
    closed(qtbot, page, asked)
    qtbot.waitUntil(page.lifecycle.isVisible)
    assert record(shared, number).lifecycle.status is Status.PRESENTED


def test_the_papers_come_again_byte_for_byte(
    qtbot: QtBot, page: EditorPage, shared: Shared, tmp_path: Path
) -> None:
    open_sample(qtbot, page, shared, firm())
    _, first = export(qtbot, page, tmp_path / "a", final=True)
    qtbot.waitUntil(page.lifecycle.isVisible)
    shared.keep_settings(shared.workplace.settings.changed("partner.name", "Other"))
    qtbot.keyClick(page, KEY.Key_E, CONTROL)
    asked = dialog(qtbot, page)
    assert isinstance(asked, ExportDialog)
    assert not asked.purpose.isVisible()
    asked.folder.setText(str(tmp_path / "b"))
    with qtbot.waitSignal(asked.written, timeout=10_000) as told:
        click(asked.go)
    assert told.args is not None
    assert told.args[0][0].read_bytes() == first.read_bytes()


def test_an_answer_is_asked_for_and_recorded(
    qtbot: QtBot, page: EditorPage, shared: Shared
) -> None:
    number = handed_over(qtbot, page, shared)
    click(page.lifecycle.decline)
    form = dialog(qtbot, page)
    assert isinstance(form, DecisionForm)
    assert form.reason is not None
    qtbot.keyClick(form.day, KEY.Key_Return)
    assert form.isVisible()
    qtbot.keyClicks(form.reason, "trop cher")
    shared.show_customer(True)
    assert not form.reason.isVisible()
    shared.show_customer(False)
    form.accept()
    qtbot.waitUntil(lambda: record(shared, number).lifecycle.status is Status.DECLINED)
    qtbot.waitUntil(page.lifecycle.take_back.isVisible)
    said = " ".join(label.text() for label in seen(page.lifecycle, QLabel))
    assert "trop cher" in said
    shared.show_customer(True)
    said = " ".join(label.text() for label in page.lifecycle.findChildren(QLabel))
    assert "Declined on" in said
    assert "trop cher" not in said
    shared.show_customer(False)
    click(page.lifecycle.take_back)
    qtbot.waitUntil(page.lifecycle.accept.isVisible)
    click(page.lifecycle.accept)
    dialog(qtbot, page).accept()
    qtbot.waitUntil(lambda: record(shared, number).lifecycle.status is Status.ACCEPTED)
    qtbot.waitUntil(lambda: not page.lifecycle.accept.isVisible())


def test_a_revision_is_edited_and_the_old_one_leads_to_it(
    qtbot: QtBot, page: EditorPage, shared: Shared
) -> None:
    number = handed_over(qtbot, page, shared)
    click(page.lifecycle.revise)
    qtbot.waitUntil(lambda: page.windowTitle().startswith(f"{number}-B"))
    assert page.paper.fields.isEnabled()
    reopened(qtbot, page, f"{number}-A")
    qtbot.waitUntil(page.lifecycle.isVisible)
    assert not page.lifecycle.revise.isVisible()
    click(page.lifecycle.newest)
    qtbot.waitUntil(lambda: page.windowTitle().startswith(f"{number}-B"))


def test_what_awaits_an_answer_is_a_draft_only(
    qtbot: QtBot, page: EditorPage, shared: Shared
) -> None:
    open_sample(qtbot, page, shared)
    qtbot.keyClick(page, KEY.Key_E, CONTROL)
    asked = dialog(qtbot, page)
    assert isinstance(asked, ExportDialog)
    assert not asked.purpose.final
    said = " ".join(label.text() for label in seen(asked, QLabel))
    assert "only a draft" in said
    qtbot.keyClick(asked, Qt.Key.Key_Escape)
