"""The customer signs on the screen."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.domain.by_term import ByTerm
from app.domain.choices import Edition, Status
from app.use_cases import issuing
from app.use_cases.bundled import sample_quote
from app.use_cases.quotes import find
from tests.ui.conftest import System
from tests.ui.editor.hands import dialog, open_sample
from tests.ui.editor.test_issued_quotes import firm, reopened
from tests.ui.hands import click, seen, settle
from ui.editor.page import EditorPage
from ui.editor.sign_dialog import SignDialog
from ui.shared import Shared

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def number(qtbot: QtBot, page: EditorPage, shared: Shared) -> str:
    """The number of a quote that was handed over, open in the editor."""
    number = open_sample(qtbot, page, shared, firm())
    issuing.issue(shared.workplace, number, [Edition.FR])
    reopened(qtbot, page, number)
    qtbot.waitUntil(page.lifecycle.sign.isVisible)
    return number


def asked(qtbot: QtBot, page: EditorPage) -> SignDialog:
    click(page.lifecycle.sign)
    found = dialog(qtbot, page)
    assert isinstance(found, SignDialog)
    return found


def draw(pad: QWidget) -> None:
    """Draw a line with the mouse."""
    QTest.mousePress(pad, LEFT, pos=QPoint(20, 60))
    for x in range(30, 160, 10):
        QTest.mouseMove(pad, QPoint(x, 60 - x % 40))
    QTest.mouseRelease(pad, LEFT, pos=QPoint(160, 50))


def test_a_signature_accepts_the_quote_and_can_be_seen_again(
    qtbot: QtBot,
    page: EditorPage,
    shared: Shared,
    number: str,
    tmp_path: Path,
    system: System,
) -> None:
    found = asked(qtbot, page)
    assert not found.go.isEnabled()
    found.name.setText("Zoé Lefèvre")
    assert not found.go.isEnabled()
    draw(found.pad)
    assert found.go.isEnabled()
    with qtbot.waitSignal(found.signed, timeout=10_000):
        click(found.go)
    record = find(shared.workplace, number).record
    assert record.lifecycle.status is Status.ACCEPTED
    (copy,) = issuing.signed_copies(shared.workplace, record)
    qtbot.waitUntil(page.lifecycle.signed.isVisible)
    page.lifecycle.signed.trigger()
    folder = dialog(qtbot, page)
    assert isinstance(folder, QFileDialog)
    folder.fileSelected.emit(str(tmp_path / "out"))
    qtbot.waitUntil(lambda: bool(system.opened))
    assert system.opened[0].read_bytes() == copy.content
    folder.reject()


def test_it_speaks_the_paper_s_language_and_hides_what_is_the_partner_s(
    qtbot: QtBot, page: EditorPage, shared: Shared, number: str
) -> None:
    seen_before = shared.customer_view
    found = asked(qtbot, page)
    assert (seen_before, shared.customer_view) == (False, True)
    said = " ".join(label.text() for label in seen(found, QLabel))
    assert f"vous acceptez l’offre {number}" in said
    assert "n’est pas le contrat de location" in said
    assert found.go.accessibleName() == "Signer et accepter"
    assert found.pad.accessibleName() == "Signature"
    QTest.keyClick(found, Qt.Key.Key_F9)
    assert shared.customer_view
    found.reject()
    assert shared.customer_view


def test_cancel_leaves_nothing(
    qtbot: QtBot, page: EditorPage, shared: Shared, number: str
) -> None:
    found = asked(qtbot, page)
    draw(found.pad)
    click(found.clear)
    assert not found.go.isEnabled()
    draw(found.pad)
    click(found.cancel)
    settle(qtbot, shared)
    record = find(shared.workplace, number).record
    assert record.lifecycle.status is Status.PRESENTED
    assert issuing.signed_copies(shared.workplace, record) == ()


def test_what_is_being_signed_is_not_left(
    qtbot: QtBot, page: EditorPage, shared: Shared, number: str
) -> None:
    found = asked(qtbot, page)
    found.name.setText("Zoé Lefèvre")
    draw(found.pad)
    with qtbot.waitSignal(found.signed, timeout=10_000):
        click(found.go)
        found.reject()
    assert find(shared.workplace, number).record.lifecycle.status is Status.ACCEPTED


def test_hardware_by_special_request_is_under_a_contract_too(
    qtbot: QtBot, page: EditorPage, shared: Shared
) -> None:
    quote = sample_quote()
    answer = ByTerm(*[Decimal(50)] * 3)
    requests = tuple(
        replace(line, answer=answer) for line in quote.proposal.special_requests
    )
    proposal = replace(quote.proposal, packs=(), special_requests=requests)
    number = open_sample(qtbot, page, shared, replace(quote, proposal=proposal))
    issuing.issue(shared.workplace, number, [Edition.FR])
    reopened(qtbot, page, number)
    qtbot.waitUntil(page.lifecycle.sign.isVisible)
    found = asked(qtbot, page)
    said = " ".join(label.text() for label in seen(found, QLabel))
    assert "n’est pas le contrat de location" in said
    found.reject()


def test_a_quote_answered_meanwhile_says_so(
    qtbot: QtBot, page: EditorPage, shared: Shared, number: str
) -> None:
    found = asked(qtbot, page)
    issuing.decline(shared.workplace, number, "late")
    draw(found.pad)
    found.name.setText("Zoé Lefèvre")
    click(found.go)
    qtbot.waitUntil(found.banner.isVisible)
    assert found.isVisible()
    found.reject()
