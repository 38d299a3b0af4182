"""What was sold, in the window: by mouse and key, and never before a customer."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QDateEdit, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from app.domain.choices import Edition
from app.domain.contract import Contract
from app.domain.problems import error
from app.use_cases import issuing, quotes
from app.use_cases.bundled import sample_quote
from app.use_cases.contracts import record_contract
from i18n import Language
from tests.ui.conftest import Bench, MakeBench, System
from tests.ui.hands import button, cells, click, press, seen, settle
from tests.ui.test_cut_words import cut
from ui.jobs import Job
from ui.palette.palette import Palette
from ui.today.sell_out_dialog import SellOutDialog


def add_signed(bench: Bench) -> str:
    """Save a quote whose contract both have signed today."""
    workplace, quote = bench.shared.workplace, sample_quote()
    firm = replace(quote, proposal=replace(quote.proposal, special_requests=()))
    number = quotes.add(workplace, firm).record.quote.proposal.number
    issuing.issue(workplace, number, [Edition.FR])
    issuing.accept(workplace, number)
    today = workplace.clock.today()
    signed = Contract(distributor_signed_on=today, customer_signed_on=today)
    record_contract(workplace, number, lambda _: signed)
    return number


def opened(bench: Bench, qtbot: QtBot) -> SellOutDialog:
    """Come by the button of the page of today, gone to by its key."""
    press(bench.window, Qt.Key.Key_2, ctrl=True)
    settle(qtbot, bench.shared)
    name = {"en": "Sell-out…", "fr": "Ventes (sell-out)…"}
    click(button(bench.window, name[bench.shared.language.code]))
    return shown(bench, qtbot)


def shown(bench: Bench, qtbot: QtBot) -> SellOutDialog:
    settle(qtbot, bench.shared)
    found = bench.window.findChildren(SellOutDialog)
    (dialog,) = [each for each in found if each.isVisible()]
    return dialog


def said(dialog: SellOutDialog) -> str:
    return " ".join(each.text() for each in seen(dialog, QLabel))


def type_day(edit: QDateEdit, day: str) -> None:
    """Type a day from its first figure on."""
    edit.setFocus()
    edit.setSelectedSection(QDateEdit.Section.DaySection)
    QTest.keyClicks(edit, day)


def test_a_month_shows_its_products_and_the_sums(bench: Bench, qtbot: QtBot) -> None:
    add_signed(bench)
    add_signed(bench)
    dialog = opened(bench, qtbot)
    rows = [(row.manufacturer, row.sku, row.quantity) for row in dialog.model.rows]
    assert ("Brivane", "NB-14", "24") in rows
    # Each Office that its upgrade replaces is not sold.
    assert ("Microsoft", "O365-BE", "4") in rows
    assert rows[3] == ("Brivane", "", "52")
    assert rows[-1][0] == "No manufacturer named"
    assert "2 signed contracts" in said(dialog).replace("\u00a0", " ")
    press(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_another_period_is_chosen_by_mouse_and_by_key(
    bench: Bench, qtbot: QtBot
) -> None:
    add_signed(bench)
    dialog = opened(bench, qtbot)
    click(button(dialog, "Period, Last month"))
    settle(qtbot, bench.shared)
    assert cells(dialog.table, 0) == []
    assert "No contract was signed in this period" in said(dialog)
    assert not button(dialog, "Export…").isEnabled()
    assert (dialog.first.text(), dialog.last.text()) == ("01/10/2026", "31/10/2026")
    now = button(dialog, "Period, Last month")
    now.setFocus()
    for name in ("This quarter", "This year"):
        focused = dialog.focusWidget()
        assert focused is not None
        press(focused, Qt.Key.Key_Right)
        settle(qtbot, bench.shared)
        assert button(dialog, f"Period, {name}").isChecked()
        assert "NB-14" in cells(dialog.table, 1)


def test_other_days_are_typed(bench: Bench, qtbot: QtBot) -> None:
    add_signed(bench)
    dialog = opened(bench, qtbot)
    click(button(dialog, "Period, Other days"))
    assert dialog.focusWidget() is dialog.first
    type_day(dialog.first, "23112026")
    settle(qtbot, bench.shared)
    assert dialog.first.text() == "23/11/2026"
    assert "No contract was signed" in said(dialog)
    type_day(dialog.first, "22112026")
    settle(qtbot, bench.shared)
    assert "NB-14" in cells(dialog.table, 1)
    type_day(dialog.last, "21112026")
    settle(qtbot, bench.shared)
    assert "before its first day" in said(dialog)
    assert cells(dialog.table, 0) == []


def test_typed_days_are_other_days(bench: Bench, qtbot: QtBot) -> None:
    dialog = opened(bench, qtbot)
    assert button(dialog, "Period, This month").isChecked()
    type_day(dialog.first, "02112026")
    assert button(dialog, "Period, Other days").isChecked()


@pytest.mark.parametrize("ending", [".csv", ".xlsx", ".pdf"])
def test_it_is_exported_and_shown_in_its_folder(
    qtbot: QtBot, bench: Bench, system: System, tmp_path: Path, ending: str
) -> None:
    add_signed(bench)
    dialog = opened(bench, qtbot)
    click(button(dialog, "Export…"))
    (question,) = [e for e in dialog.findChildren(QFileDialog) if e.isVisible()]
    proposed = Path(question.selectedFiles()[0]).name
    assert proposed == "sell-out 2026-11-01 2026-11-30.xlsx"
    path = tmp_path / "out" / f"sold{ending}"
    question.fileSelected.emit(str(path))
    question.reject()
    qtbot.waitUntil(lambda: not bench.shared.jobs.busy, timeout=20_000)
    settle(qtbot, bench.shared)
    assert path.is_file()
    assert str(path) in said(dialog)
    click(button(dialog, "Show in folder"))
    qtbot.waitUntil(lambda: system.opened == [path.parent])
    if ending == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = [*csv.reader(file, delimiter=";")]
        assert len(rows) == len([row for row in dialog.model.rows if row.sku]) + 1


def test_the_palette_leads_there(bench: Bench, qtbot: QtBot) -> None:
    press(bench.window, Qt.Key.Key_K, ctrl=True)
    settle(qtbot, bench.shared)
    palette = bench.window.findChildren(Palette)[-1]
    QTest.keyClicks(palette.field, "sell-out")
    settle(qtbot, bench.shared)
    press(palette.field, Qt.Key.Key_Return)
    assert shown(bench, qtbot).isVisible()


def test_no_customer_is_offered_it(bench: Bench, qtbot: QtBot) -> None:
    press(bench.window, Qt.Key.Key_2, ctrl=True)
    settle(qtbot, bench.shared)
    press(bench.window, Qt.Key.Key_F9)
    names = [each.accessibleName() for each in seen(bench.window, QAbstractButton)]
    assert "Sell-out…" not in names
    action = bench.window.menus.actions["sell_out"]
    assert not action.isVisible()
    assert not action.text()
    action.trigger()
    assert not bench.window.findChildren(SellOutDialog)
    press(bench.window, Qt.Key.Key_F9)
    assert button(bench.window, "Sell-out…").isVisible()
    assert action.isVisible()


def test_f9_covers_it_and_shows_it_again(bench: Bench, qtbot: QtBot) -> None:
    add_signed(bench)
    dialog = opened(bench, qtbot)
    press(dialog, Qt.Key.Key_F9)
    assert bench.shared.customer_view
    assert not dialog.table.isVisible()
    assert "Brivane" not in said(dialog)
    press(dialog, Qt.Key.Key_F9)
    assert dialog.table.isVisible()
    assert "NB-14" in cells(dialog.table, 1)


@pytest.mark.parametrize("size", [(960, 540), (1920, 1080)])
@pytest.mark.parametrize("code", ["fr", "en"])
def test_it_speaks_both_languages_and_cuts_no_heading(
    make_bench: MakeBench, qtbot: QtBot, code: str, size: tuple[int, int]
) -> None:
    bench = make_bench(*size)
    bench.shared.languages.choose(Language(code, "BE"))
    add_signed(bench)
    dialog = opened(bench, qtbot)
    said_so = {"fr": "Sans fabricant indiqué", "en": "No manufacturer named"}
    assert cells(dialog.table, 0)[-1] == said_so[code]
    names_of_it = {
        "fr": "Clavier et souris sans fil",
        "en": "Wireless keyboard and mouse",
    }
    assert names_of_it[code] in cells(dialog.table, 2)
    assert not [*cut(dialog)]
    names = [each.accessibleName() for each in seen(dialog, QAbstractButton)]
    assert ("Fermer" in names) == (code == "fr")


def test_a_count_that_is_stopped_says_so_and_another_goes_on(
    bench: Bench, qtbot: QtBot
) -> None:
    add_signed(bench)
    dialog = opened(bench, qtbot)
    jobs = bench.shared.jobs
    jobs.started.connect(Job.cancel)
    click(button(dialog, "Period, This year"))
    settle(qtbot, bench.shared)
    assert "Not counted" in said(dialog)
    jobs.started.disconnect(Job.cancel)
    click(button(dialog, "Period, This quarter"))
    settle(qtbot, bench.shared)
    assert "NB-14" in cells(dialog.table, 1)


def test_a_count_of_other_days_that_fails_says_nothing(
    bench: Bench, qtbot: QtBot
) -> None:
    add_signed(bench)
    dialog = opened(bench, qtbot)
    jobs: list[Job] = []
    bench.shared.jobs.started.connect(jobs.append)
    click(button(dialog, "Period, This year"))
    jobs[0].failed.emit((error("table_empty"),))
    settle(qtbot, bench.shared)
    assert "This file is empty" in said(dialog)
    click(button(dialog, "Period, Last month"))
    click(button(dialog, "Period, This quarter"))
    jobs[1].failed.emit((error("table_empty"),))
    settle(qtbot, bench.shared)
    assert "This file is empty" not in said(dialog)
    assert "NB-14" in cells(dialog.table, 1)


def test_a_contract_signed_in_another_year_is_not_this_years(
    bench: Bench, qtbot: QtBot
) -> None:
    number = add_signed(bench)
    with bench.storage.writing() as store:
        record = store.quote(number)
        assert record is not None
        old = date(2025, 12, 31)
        signed = Contract(distributor_signed_on=old, customer_signed_on=old)
        store.save_quote(replace(record, contract=signed))
    dialog = opened(bench, qtbot)
    click(button(dialog, "Period, This year"))
    settle(qtbot, bench.shared)
    assert cells(dialog.table, 0) == []
