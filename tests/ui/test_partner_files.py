"""Files for the partner alone: written from the window, never before a customer."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from i18n import Language
from tests.app.paper.reading import text_of
from tests.ui.conftest import Bench, MakeBench
from tests.ui.hands import add_quote, button, click, seen, settle
from tests.ui.test_prices_page import SAMPLE, changed, look_at, written
from ui.editor.page import EditorPage
from ui.prices.page import PricesPage
from ui.shared import Shared


def reviewed(qtbot: QtBot, bench: Bench, folder: Path) -> PricesPage:
    """Return the page of prices, on what a newer list would change."""
    bench.window.go("prices")
    page = bench.window.page
    assert isinstance(page, PricesPage)
    look_at(qtbot, bench.shared, page, changed(folder))
    return page


def edited(qtbot: QtBot, bench: Bench) -> EditorPage:
    """Return the editor, on the sample quote."""
    number = add_quote(bench.shared.workplace, "Lefèvre")
    bench.window.go("editor")
    page = bench.window.page
    assert isinstance(page, EditorPage)
    page.open(number)
    settle(qtbot, bench.shared)
    return page


def asked(page: PricesPage | EditorPage) -> QFileDialog:
    """Return the dialog that asks where to."""
    (dialog,) = [each for each in page.findChildren(QFileDialog) if each.isVisible()]
    return dialog


def offers_report(page: PricesPage) -> bool:
    return "Report…" in [each.accessibleName() for each in seen(page, QAbstractButton)]


def answer(qtbot: QtBot, bench: Bench, page: PricesPage | EditorPage, to: Path) -> None:
    """Give the dialog a path, as somebody does who chooses it."""
    dialog = asked(page)
    dialog.fileSelected.emit(str(to))
    # Accepted, it would name the path it proposes as well.
    dialog.reject()
    # The first paper brings all that draws it.
    qtbot.waitUntil(lambda: not bench.shared.jobs.busy, timeout=20_000)
    settle(qtbot, bench.shared)


def said(page: PricesPage | EditorPage) -> str:
    return " ".join(label.text() for label in seen(page, QLabel))


@pytest.mark.parametrize("ending", [".pdf", ".xlsx"])
def test_a_review_is_reported_and_the_file_is_named(
    qtbot: QtBot, bench: Bench, tmp_path: Path, ending: str
) -> None:
    page = reviewed(qtbot, bench, tmp_path)
    click(button(page, "Report…"))
    proposed = Path(asked(page).selectedFiles()[0]).name
    assert proposed == "SAMPLE-BE 1 - 2.pdf"
    path = tmp_path / "out" / f"report{ending}"
    answer(qtbot, bench, page, path)
    assert path.is_file()
    assert str(path) in said(page)
    assert bench.shared.memory.now.export_folder == str(path.parent)


def test_a_report_speaks_the_language_of_the_window(
    qtbot: QtBot, bench: Bench, tmp_path: Path
) -> None:
    bench.shared.languages.choose(Language("fr", "BE"))
    page = reviewed(qtbot, bench, tmp_path)
    click(button(page, "Rapport…"))
    answer(qtbot, bench, page, tmp_path / "r.pdf")
    text = text_of((tmp_path / "r.pdf").read_bytes())
    assert "Réservé au partenaire" in text
    assert "64,90 €" in text


def test_a_report_can_be_cancelled_and_is_not_written(
    qtbot: QtBot, bench: Bench, tmp_path: Path
) -> None:
    page = reviewed(qtbot, bench, tmp_path)
    click(button(page, "Report…"))
    # Before the paper is drawn, however slow the hand on Cancel would be.
    bench.shared.jobs.started.connect(lambda job: job.cancel())
    answer(qtbot, bench, page, tmp_path / "r.pdf")
    assert not (tmp_path / "r.pdf").exists()
    assert "r.pdf" not in said(page)


def test_another_ending_is_explained(
    qtbot: QtBot, bench: Bench, tmp_path: Path
) -> None:
    page = reviewed(qtbot, bench, tmp_path)
    click(button(page, "Report…"))
    answer(qtbot, bench, page, tmp_path / "report.docx")
    assert "with .pdf or .xlsx" in said(page)


def test_the_ending_follows_the_kind_that_is_chosen(
    qtbot: QtBot, bench: Bench, tmp_path: Path
) -> None:
    page = reviewed(qtbot, bench, tmp_path)
    click(button(page, "Report…"))
    dialog = asked(page)
    assert dialog.defaultSuffix() == "pdf"
    dialog.filterSelected.emit("Workbook (*.xlsx)")
    assert dialog.defaultSuffix() == "xlsx"


def test_nothing_is_reported_where_nothing_changes(
    qtbot: QtBot, bench: Bench, tmp_path: Path
) -> None:
    page = reviewed(qtbot, bench, tmp_path)
    assert offers_report(page)
    same = written(tmp_path, SAMPLE.read_text("utf-8-sig"))
    look_at(qtbot, bench.shared, page, same)
    assert not offers_report(page)


def test_no_report_is_offered_to_a_customer(
    qtbot: QtBot, bench: Bench, tmp_path: Path
) -> None:
    page = reviewed(qtbot, bench, tmp_path)
    bench.shared.show_customer(True)
    assert not offers_report(page)
    bench.shared.show_customer(False)
    assert offers_report(page)


def test_question_and_answer_go_when_the_customer_looks_on(
    qtbot: QtBot, bench: Bench, tmp_path: Path
) -> None:
    page = reviewed(qtbot, bench, tmp_path)
    click(button(page, "Report…"))
    answer(qtbot, bench, page, tmp_path / "r.pdf")
    assert "r.pdf" in said(page)
    click(button(page, "Report…"))
    dialog = asked(page)
    bench.shared.show_customer(True)
    assert not dialog.isVisible()
    assert "r.pdf" not in said(page)


@pytest.mark.parametrize("name", ["r.pdf", "r.docx"])
def test_what_ends_while_the_customer_looks_on_is_told_of_later(
    qtbot: QtBot, bench: Bench, tmp_path: Path, name: str
) -> None:
    page = reviewed(qtbot, bench, tmp_path)
    click(button(page, "Report…"))
    asked(page).fileSelected.emit(str(tmp_path / name))
    bench.shared.show_customer(True)
    qtbot.waitUntil(lambda: not bench.shared.jobs.busy, timeout=20_000)
    assert (tmp_path / "r.pdf").is_file() == (name == "r.pdf")
    assert name not in said(page)
    bench.shared.show_customer(False)
    qtbot.waitUntil(lambda: name in said(page))


def test_the_menu_writes_the_commission_sheet(
    qtbot: QtBot, bench: Bench, tmp_path: Path
) -> None:
    page = edited(qtbot, bench)
    action = bench.window.menus.actions["commission"]
    assert action.isVisible()
    assert action.isEnabled()
    action.trigger()
    answer(qtbot, bench, page, tmp_path / "out")
    (path,) = (tmp_path / "out").iterdir()
    assert path.name.endswith("-commission-en.pdf")
    assert str(path) in said(page)
    text = text_of(path.read_bytes())
    assert "Lefèvre" in text
    assert "Invented sample prices" in text


def test_the_menu_hides_and_refuses_it_before_a_customer(
    qtbot: QtBot, bench: Bench
) -> None:
    page = edited(qtbot, bench)
    action = bench.window.menus.actions["commission"]
    bench.shared.show_customer(True)
    assert not action.isVisible()
    assert not action.text()
    assert not action.isEnabled()
    page.actions_on.commission.setEnabled(True)
    page.actions_on.commission.trigger()
    qtbot.waitUntil(lambda: "for the partner alone" in said(page))
    assert not page.findChildren(QFileDialog)
    bench.shared.show_customer(False)
    assert action.isVisible()
    assert action.text() == "&Commission sheet…"
    assert action.isEnabled()


def test_it_is_hidden_from_the_start_where_the_customer_looks_on(
    make_bench: MakeBench, shared: Shared
) -> None:
    shared.show_customer(True)
    assert not make_bench().window.menus.actions["commission"].isVisible()


def test_no_sheet_is_offered_where_no_quote_is_open(bench: Bench) -> None:
    action = bench.window.menus.actions["commission"]
    assert action.isVisible()
    assert not action.isEnabled()
