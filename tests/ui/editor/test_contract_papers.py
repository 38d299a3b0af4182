"""The papers of the contract, from the editor of an accepted quote."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.choices import Edition
from app.use_cases import issuing
from tests.ui.editor.hands import dialog, open_sample
from tests.ui.editor.test_issued_quotes import firm, reopened
from tests.ui.hands import click, seen
from ui.editor.page import EditorPage
from ui.editor.papers_dialog import PapersDialog
from ui.editor.signatory_fields import SignatoryFields
from ui.shared import Shared


@pytest.fixture
def accepted(qtbot: QtBot, page: EditorPage, shared: Shared) -> str:
    """The number of an accepted quote, open in the editor."""
    number = open_sample(qtbot, page, shared, firm())
    issuing.issue(shared.workplace, number, [Edition.FR])
    issuing.accept(shared.workplace, number)
    reopened(qtbot, page, number)
    qtbot.waitUntil(page.lifecycle.order.isVisible)
    return number


def asked(qtbot: QtBot, page: EditorPage) -> PapersDialog:
    found = dialog(qtbot, page)
    assert isinstance(found, PapersDialog)
    return found


def written(qtbot: QtBot, found: PapersDialog, folder: Path) -> list[Path]:
    """Have the files written and return where they are."""
    found.destination.folder.setText(str(folder))
    with qtbot.waitSignal(found.written, timeout=10_000) as told:
        click(found.go)
    assert found.show_folder.isVisible()
    assert told.args is not None
    return list(told.args[0])


def test_only_an_accepted_quote_offers_papers_of_a_contract(
    qtbot: QtBot, page: EditorPage, shared: Shared
) -> None:
    number = open_sample(qtbot, page, shared, firm())
    issuing.issue(shared.workplace, number, [Edition.FR])
    reopened(qtbot, page, number)
    qtbot.waitUntil(page.lifecycle.accept.isVisible)
    assert not page.lifecycle.order.isVisible()
    assert not page.lifecycle.end.isVisible()


def test_the_order_asks_who_signs_and_names_what_it_lacks(
    qtbot: QtBot, page: EditorPage, accepted: str, tmp_path: Path
) -> None:
    click(page.lifecycle.order)
    found = asked(qtbot, page)
    (fields,) = seen(found, SignatoryFields)
    qtbot.waitUntil(fields.notice.isVisible)
    assert fields.field("name").hasFocus()
    assert "Signatory’s function" in fields.warning
    qtbot.keyClicks(fields.field("function"), "Director")
    assert "Signatory’s function" not in fields.warning
    fields.field("name").setText("Zoé Lefèvre")
    paths = written(qtbot, found, tmp_path)
    assert [each.name for each in paths] == [
        f"{accepted}-order-fr.pdf",
        f"{accepted}-order.json",
        f"{accepted}-order.csv",
    ]
    signatory = json.loads(paths[1].read_bytes())["signatory"]
    assert signatory["name"] == "Zoé Lefèvre"
    assert signatory["function"] == "Director"
    qtbot.keyClick(found, Qt.Key.Key_Escape)


def test_an_order_that_cannot_be_says_so_at_once(
    qtbot: QtBot, page: EditorPage, shared: Shared, accepted: str
) -> None:
    issuing.take_back(shared.workplace, accepted)
    click(page.lifecycle.order)
    found = asked(qtbot, page)
    (fields,) = seen(found, SignatoryFields)
    qtbot.waitUntil(fields.notice.isVisible)
    assert "record first that the customer accepted" in fields.warning
    qtbot.keyClick(found, Qt.Key.Key_Escape)


def test_the_end_sheet_is_written_in_the_ticked_languages(
    qtbot: QtBot, page: EditorPage, accepted: str, tmp_path: Path
) -> None:
    click(page.lifecycle.end)
    found = asked(qtbot, page)
    assert not seen(found, SignatoryFields)
    boxes = found.destination.editions
    boxes[Edition.FR].click()
    assert not found.go.isEnabled()
    boxes[Edition.EN].click()
    paths = written(qtbot, found, tmp_path)
    assert [each.name for each in paths] == [f"{accepted}-end-en.pdf"]
    qtbot.keyClick(found, Qt.Key.Key_Escape)


def test_what_cannot_be_written_is_said(
    qtbot: QtBot, page: EditorPage, shared: Shared, accepted: str, tmp_path: Path
) -> None:
    click(page.lifecycle.order)
    found = asked(qtbot, page)
    issuing.take_back(shared.workplace, accepted)
    found.destination.folder.setText(str(tmp_path / "out"))
    click(found.go)
    qtbot.waitUntil(found.go.isEnabled)
    assert not (tmp_path / "out").exists()
    assert found.go.isVisible()
    qtbot.keyClick(found, Qt.Key.Key_Escape)
