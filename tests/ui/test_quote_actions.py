"""What can be done with quotes that are chosen in the list, by key and mouse."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.domain.choices import Edition
from app.domain.lifecycle import exact
from app.use_cases import issuing, quotes
from app.use_cases.quotes import find
from app.use_cases.workplace import Workplace
from tests.ui.editor.test_issued_quotes import firm
from tests.ui.hands import (
    add_quote,
    button,
    cells,
    click,
    click_row,
    press,
    seen,
    table,
)
from tests.ui.test_quotes_page import shown
from ui.jobs import Job
from ui.quotes.compare_dialog import CompareDialog
from ui.quotes.page import QuotesPage
from ui.shared import Shared


@pytest.fixture
def page(qtbot: QtBot, shared: Shared, workplace: Workplace) -> QuotesPage:
    for name in ("Anne", "Bruno", "Chloé"):
        add_quote(workplace, name)
    return shown(qtbot, shared)


def quiet(qtbot: QtBot, shared: Shared) -> None:
    qtbot.waitUntil(lambda: not shared.jobs.busy)
    qtbot.wait(1)
    qtbot.waitUntil(lambda: not shared.jobs.busy)


def said(page: QuotesPage) -> str:
    return " ".join(label.text() for label in seen(page, QLabel))


def choose_all(page: QuotesPage) -> None:
    table(page).setFocus()
    press(table(page), Qt.Key.Key_A, ctrl=True)


def customers(page: QuotesPage) -> list[str]:
    return [text.splitlines()[0] for text in cells(table(page), 1)]


def test_what_is_chosen_is_summed(page: QuotesPage) -> None:
    choose_all(page)
    assert "3 chosen" in said(page)
    assert "2.681,49\u00a0€ a month" in said(page)


def test_archiving_is_undone(qtbot: QtBot, page: QuotesPage, shared: Shared) -> None:
    click_row(table(page), 1)
    press(table(page), Qt.Key.Key_Delete)
    quiet(qtbot, shared)
    assert customers(page) == ["Chloé", "Anne"]
    assert "Done: archived" in said(page)
    click(button(page, "Undo"))
    quiet(qtbot, shared)
    assert customers(page) == ["Chloé", "Bruno", "Anne"]
    click_row(table(page), 1)
    press(table(page), Qt.Key.Key_Delete)
    quiet(qtbot, shared)
    click(button(page, "Show, Archived 1"))
    quiet(qtbot, shared)
    assert customers(page) == ["Bruno"]
    click_row(table(page), 0)
    assert button(page, "Bring back").isEnabled()
    press(table(page), Qt.Key.Key_Z, ctrl=True)
    quiet(qtbot, shared)
    click(button(page, "Show, All 3"))
    quiet(qtbot, shared)
    assert customers(page) == ["Chloé", "Bruno", "Anne"]


def test_a_duplicate_is_opened(
    qtbot: QtBot, page: QuotesPage, shared: Shared, workplace: Workplace
) -> None:
    opened = QSignalSpy(page.open_quote)
    click_row(table(page), 0)
    press(table(page), Qt.Key.Key_D, ctrl=True)
    quiet(qtbot, shared)
    name = opened.at(0)[0]
    assert find(workplace, name).record.quote.proposal.customer.name == "Chloé"
    assert name.endswith("0004-A")


def test_a_revision_is_offered_where_it_may_follow(
    qtbot: QtBot, page: QuotesPage, shared: Shared, workplace: Workplace
) -> None:
    click_row(table(page), 0)
    assert not page.actions_on.revise.isVisible()
    number = _handed_over(workplace)
    shared.quotes_changed.emit()
    quiet(qtbot, shared)
    click_row(table(page), 0)
    opened = QSignalSpy(page.open_quote)
    click(button(page, "Begin a revision"))
    quiet(qtbot, shared)
    assert opened.at(0)[0] == f"{number}-B"
    shared.quotes_changed.emit()
    quiet(qtbot, shared)
    table(page).setFocus()
    click_row(table(page), 0)
    click(button(page, "Compare…"))
    quiet(qtbot, shared)
    (shown,) = page.findChildren(CompareDialog)
    assert [each.heading for each in shown.model.columns][1:] == [
        number,
        f"{number}-B",
    ]
    assert shown.model.rows[0].name == "Term, in months"
    names = [row.name for row in shown.model.rows]
    assert names[1:3] == ["Each month, by ALSO", "Contract total"]
    assert "One-off, by the partner" in names
    shown.reject()
    press(table(page), Qt.Key.Key_Right)
    quiet(qtbot, shared)
    assert [text.splitlines()[0] for text in cells(table(page), 0)][:2] == [
        f"{number}-B",
        number,
    ]
    press(table(page), Qt.Key.Key_Left)
    quiet(qtbot, shared)
    assert table(page).model().rowCount() == 4


def _handed_over(workplace: Workplace) -> str:
    number = exact(quotes.add(workplace, firm()).record.quote.proposal)
    issuing.issue(workplace, number, [Edition.FR])
    return number.removesuffix("-A")


def test_archiving_many_can_be_cancelled_as_a_whole(
    qtbot: QtBot, page: QuotesPage, shared: Shared, workplace: Workplace
) -> None:
    for n in range(60):
        add_quote(workplace, f"Dumont {n}")
    shared.quotes_changed.emit()
    quiet(qtbot, shared)
    choose_all(page)
    shared.jobs.started.connect(lambda job: job.progress.connect(job.cancel))
    followed = QSignalSpy(page.actions_on.working)
    press(table(page), Qt.Key.Key_Delete)
    assert followed.count() == 1
    quiet(qtbot, shared)
    assert page._model.rowCount() == 63
    assert not page.actions_on.undoing.undo.isEnabled()
    assert button(page, "Show, Archived 0").isVisible()


def test_bringing_many_back_can_be_cancelled_and_undone_later(
    qtbot: QtBot, page: QuotesPage, shared: Shared, workplace: Workplace
) -> None:
    for n in range(60):
        add_quote(workplace, f"Dumont {n}")
    shared.quotes_changed.emit()
    quiet(qtbot, shared)
    choose_all(page)
    press(table(page), Qt.Key.Key_Delete)
    quiet(qtbot, shared)
    assert button(page, "Show, Archived 63").isVisible()

    def cancel(job: Job) -> None:
        job.progress.connect(job.cancel)

    followed = QSignalSpy(page.actions_on.working)
    shared.jobs.started.connect(cancel)
    page.actions_on.undoing.undo.trigger()
    quiet(qtbot, shared)
    assert followed.count() == 1
    assert button(page, "Show, Archived 63").isVisible()
    assert not page.actions_on.undoing.redo.isEnabled()
    shared.jobs.started.disconnect(cancel)
    page.actions_on.undoing.undo.trigger()
    quiet(qtbot, shared)
    assert button(page, "Show, Archived 0").isVisible()
    assert page._model.rowCount() == 63


def test_an_export_of_many_that_is_cancelled_leaves_whole_files(
    qtbot: QtBot, page: QuotesPage, shared: Shared, tmp_path: Path
) -> None:
    choose_all(page)
    shared.jobs.started.connect(lambda job: job.progress.connect(job.cancel))
    with qtbot.waitSignal(page.actions_on.stopped, timeout=20_000):
        page.actions_on.write(page._table.chosen(), tmp_path / "out")
    quiet(qtbot, shared)
    files = list((tmp_path / "out").glob("*"))
    assert len(files) < 3
    assert all(path.read_bytes().endswith(b"%%EOF\n") for path in files)
    assert f"stay in {tmp_path / 'out'}" in said(page)


def test_many_are_exported_at_once(
    qtbot: QtBot, page: QuotesPage, shared: Shared, workplace: Workplace, tmp_path: Path
) -> None:
    number = _handed_over(workplace)
    shared.quotes_changed.emit()
    quiet(qtbot, shared)
    choose_all(page)
    places = page._table.chosen()
    with qtbot.waitSignal(page.actions_on.exported, timeout=20_000):
        page.actions_on.write(places, tmp_path / "out")
    quiet(qtbot, shared)
    files = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert len(files) == 4
    assert f"{number}-fr.pdf" in files
    assert "4 PDFs are written" in said(page)
