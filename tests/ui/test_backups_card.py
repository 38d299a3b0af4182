"""Backups on the page of settings: seen, made, restored, and why not."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMessageBox
from pytestqt.qtbot import QtBot

from app.domain.choices import Term
from app.domain.problems import error
from app.use_cases.bundled import sample_quote
from app.use_cases.templates import all_templates, keep_template
from tests.fakes import FakeClock, FakeStorage
from tests.ui.conftest import Bench, MakeBench
from tests.ui.hands import add_quote, button, click, press, seen, settle
from ui.settings.backups_card import BackupsCard


def card(bench: Bench) -> BackupsCard:
    bench.window.go("settings")
    (found,) = bench.window.findChildren(BackupsCard)
    return found


def said(card: BackupsCard) -> str:
    return " ".join(label.text() for label in seen(card, QLabel))


def rows(card: BackupsCard) -> list[str]:
    return [card.list.item(i).text() for i in range(card.list.count())]


def back_up(card: BackupsCard, bench: Bench, qtbot: QtBot, minutes: int = 10) -> None:
    bench.storage.moment += timedelta(minutes=minutes)
    click(button(card, "Back up now"))
    settle(qtbot, bench.shared)


def test_the_window_backs_up_when_it_opens_and_says_when(bench: Bench) -> None:
    assert "last backup" in said(card(bench))
    (row,) = rows(card(bench))
    assert "0 quotes, 0 price lists" in row
    assert "MB" in row


def test_only_a_change_makes_another(qtbot: QtBot, bench: Bench) -> None:
    page = card(bench)
    back_up(page, bench, qtbot)
    assert len(rows(page)) == 1
    add_quote(bench.shared.workplace, "Lefèvre")
    back_up(page, bench, qtbot)
    assert ["1 quote," in row for row in rows(page)] == [True, False]


def test_an_older_day_is_named(qtbot: QtBot, bench: Bench) -> None:
    clock = bench.shared.workplace.clock
    assert isinstance(clock, FakeClock)
    clock.moment += timedelta(days=3)
    page = card(bench)
    back_up(page, bench, qtbot)
    assert "last backup on 22/11/2026" in said(page)


def test_what_fails_is_said_in_the_card_and_no_louder(
    qtbot: QtBot, bench: Bench
) -> None:
    page = card(bench)
    bench.storage.backup_fails = (error("disk_full", path="/data/backups"),)
    back_up(page, bench, qtbot)
    assert "The disk is full" in said(page)
    assert "last backup" in said(page)
    bench.storage.backup_fails = ()
    back_up(page, bench, qtbot)
    assert "The disk is full" not in said(page)


def test_a_backup_is_restored_by_keyboard_after_one_question(
    qtbot: QtBot, bench: Bench, storage: FakeStorage, tmp_path: Path
) -> None:
    page = card(bench)
    add_quote(bench.shared.workplace, "Lefèvre")
    assert not page.restore.isEnabled()
    page.list.setFocus()
    press(page.list, Qt.Key.Key_Down)
    press(page.list, Qt.Key.Key_Home)
    page.restore.setFocus()
    press(page.restore, Qt.Key.Key_Space)
    (box,) = bench.window.findChildren(QMessageBox)
    assert "0 quotes" in box.informativeText()
    press(next(b for b in box.buttons() if b.text() == "Restore"), Qt.Key.Key_Space)
    settle(qtbot, bench.shared)
    assert storage.store.quotes() == ()
    assert (tmp_path / "kept").exists()
    assert bench.window.at == "quotes"
    told = [label.text() for label in seen(bench.window, QLabel)]
    assert "The backup is restored; what was here is among the backups." in told


def test_a_template_that_differs_is_told_of_where_the_window_then_is(
    qtbot: QtBot, bench: Bench, tmp_path: Path
) -> None:
    proposal = sample_quote().proposal
    keep_template(bench.shared.workplace, "Office", proposal)
    office = (tmp_path / "templates" / "office.json").read_bytes()
    bench.storage.templates = {"office.json": office}
    twelve = replace(proposal, term=Term.MONTHS_12)
    keep_template(bench.shared.workplace, "Office", twelve, replacing=True)
    page = card(bench)
    page.list.setCurrentRow(0)
    click(page.restore)
    (box,) = bench.window.findChildren(QMessageBox)
    assert "Templates stay" in box.informativeText()
    click(next(b for b in box.buttons() if b.text() == "Restore"))
    settle(qtbot, bench.shared)
    assert bench.window.at == "quotes"
    told = [label.text() for label in seen(bench.window, QLabel)]
    assert any("“Office 2”" in each for each in told)
    found, _ = all_templates(bench.shared.workplace)
    assert [each.name for each in found] == ["Office", "Office 2"]


def test_saying_no_changes_nothing(
    qtbot: QtBot, bench: Bench, storage: FakeStorage
) -> None:
    page = card(bench)
    add_quote(bench.shared.workplace, "Lefèvre")
    page.list.setCurrentRow(0)
    click(page.restore)
    (box,) = bench.window.findChildren(QMessageBox)
    press(box, Qt.Key.Key_Escape)
    settle(qtbot, bench.shared)
    assert len(storage.store.quotes()) == 1
    assert bench.window.at == "settings"


def test_the_customer_sees_no_size(make_bench: MakeBench) -> None:
    bench = make_bench()
    bench.shared.show_customer(True)
    (row,) = rows(card(bench))
    assert "MB" not in row
    bench.shared.show_customer(False)
