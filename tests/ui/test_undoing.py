"""Undo on each page: by key, as often as wanted, and saying what it undid."""

from __future__ import annotations

from dataclasses import replace
from importlib.resources import files
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app import settings
from app.use_cases import prices
from app.use_cases.customers import all_customers, change
from tests.ui.conftest import Bench
from tests.ui.hands import (
    add_quote,
    button,
    cells,
    click,
    click_row,
    field,
    press,
    seen,
    settle,
    table,
    write,
)
from ui.customers.page import CustomersPage
from ui.palette.actions import action_choices
from ui.settings.logo_box import LogoBox
from ui.widgets.field_keys import FieldKeys


def said(root: QWidget) -> str:
    return "\n".join(label.text() for label in seen(root, QLabel))


def redo(bench: Bench, qtbot: QtBot) -> None:
    bench.window.menus.actions["redo"].trigger()
    settle(qtbot, bench.shared)


def undo(bench: Bench, qtbot: QtBot) -> None:
    bench.window.menus.actions["undo"].trigger()
    settle(qtbot, bench.shared)


def test_archiving_goes_back_and_forth(bench: Bench, qtbot: QtBot) -> None:
    for name in ("Anne", "Bruno"):
        add_quote(bench.shared.workplace, name)
    bench.shared.quotes_changed.emit()
    settle(qtbot, bench.shared)
    shown = table(bench.window)
    click_row(shown, 0)
    press(shown, Qt.Key.Key_Delete)
    settle(qtbot, bench.shared)
    settle(qtbot, bench.shared)
    assert len(cells(shown, 1)) == 1
    press(shown, Qt.Key.Key_Z, ctrl=True)
    settle(qtbot, bench.shared)
    assert "Undone: archived XYZ-2026-0002" in said(bench.window)
    qtbot.waitUntil(lambda: len(cells(shown, 1)) == 2)
    assert not bench.window.menus.actions["undo"].isEnabled()
    press(shown, Qt.Key.Key_Y, ctrl=True)
    settle(qtbot, bench.shared)
    assert "Done again: archived XYZ-2026-0002" in said(bench.window)
    qtbot.waitUntil(lambda: len(cells(shown, 1)) == 1)


def test_a_setting_goes_back_and_forth(
    bench: Bench, qtbot: QtBot, qapp: QApplication
) -> None:
    keys = FieldKeys(qapp)
    bench.window.go("settings")
    name = field(bench.window, "Company name")
    for each in ("Ardenne SRL", "Meuse SA"):
        write(name, each)
        press(name, Qt.Key.Key_Return)
        settle(qtbot, bench.shared)
    for each in ("Ardenne SRL", ""):
        press(name, Qt.Key.Key_Z, ctrl=True)
        settle(qtbot, bench.shared)
        assert name.text() == each
        assert settings.read(bench.folder).partner.name == each
    assert "Undone: Company name" in said(bench.window)
    assert not bench.window.menus.actions["undo"].isEnabled()
    redo(bench, qtbot)
    assert name.text() == "Ardenne SRL"
    assert "Done again: Company name" in said(bench.window)
    keys.deleteLater()


def test_what_is_typed_elsewhere_stays(bench: Bench, qtbot: QtBot) -> None:
    bench.window.go("settings")
    name, city = field(bench.window, "Company name"), field(bench.window, "City")
    write(name, "Ardenne SRL")
    press(name, Qt.Key.Key_Return)
    settle(qtbot, bench.shared)
    write(city, "Namu")
    undo(bench, qtbot)
    assert (name.text(), city.text()) == ("", "Namu")


def test_a_logo_comes_back(bench: Bench, qtbot: QtBot, tmp_path: Path) -> None:
    bench.window.go("settings")
    box = bench.window.findChildren(LogoBox)[0]
    for shade in (Qt.GlobalColor.red, Qt.GlobalColor.blue):
        picture = QImage(60, 20, QImage.Format.Format_RGB32)
        picture.fill(shade)
        picture.save(str(tmp_path / "logo.png"))
        box.take(tmp_path / "logo.png")
        settle(qtbot, bench.shared)
        settle(qtbot, bench.shared)
    last = settings.read(bench.folder).partner.logo
    undo(bench, qtbot)
    first = settings.read(bench.folder).partner.logo
    assert first != last
    assert (bench.folder / first).exists()
    click(box.remove)
    settle(qtbot, bench.shared)
    undo(bench, qtbot)
    assert settings.read(bench.folder).partner.logo == first


def customers_of(bench: Bench, qtbot: QtBot) -> CustomersPage:
    """Return the page of customers, on one of them."""
    add_quote(bench.shared.workplace, "Anne & Cie")
    bench.window.go("customers")
    settle(qtbot, bench.shared)
    (page,) = bench.window.findChildren(CustomersPage)
    return page


def test_customers_go_back_and_forth_and_the_menu_says_what(
    bench: Bench, qtbot: QtBot
) -> None:
    page = customers_of(bench, qtbot)
    menu = bench.window.menus.actions
    page.deeds.archive(page.customers.rows[0].record)
    settle(qtbot, bench.shared)
    settle(qtbot, bench.shared)
    assert not page.customers.rows
    assert "Done: Anne & Cie archived" in said(bench.window)
    assert menu["undo"].text() == "&Undo: Anne && Cie archived"
    undo(bench, qtbot)
    settle(qtbot, bench.shared)
    assert "Undone: Anne & Cie archived" in said(bench.window)
    assert [row.record.customer.name for row in page.customers.rows] == ["Anne & Cie"]
    redo(bench, qtbot)
    settle(qtbot, bench.shared)
    assert not page.customers.rows
    undo(bench, qtbot)
    settle(qtbot, bench.shared)
    assert page.customers.rows
    assert menu["redo"].text() == "&Redo: Anne && Cie archived"
    choices = [each.title for each in action_choices(bench.window.menus)]
    assert "Redo: Anne & Cie archived" in choices
    bench.shared.show_customer(True)
    assert menu["redo"].text() == "&Redo"


def test_what_is_undone_while_a_customer_looks_on_names_nobody(
    bench: Bench, qtbot: QtBot
) -> None:
    page = customers_of(bench, qtbot)
    page.deeds.archive(page.customers.rows[0].record)
    settle(qtbot, bench.shared)
    bench.window.menus.actions["undo"].trigger()
    bench.shared.show_customer(True)
    settle(qtbot, bench.shared)
    assert "Anne" not in said(bench.window)


def test_what_cannot_be_undone_is_not_offered_again(bench: Bench, qtbot: QtBot) -> None:
    workplace = bench.shared.workplace
    add_quote(workplace, "Anne")
    bench.window.go("customers")
    settle(qtbot, bench.shared)
    (page,) = bench.window.findChildren(CustomersPage)
    page.deeds.archive(page.customers.rows[0].record)
    settle(qtbot, bench.shared)
    archived = all_customers(workplace)[0]
    change(workplace, archived, replace(archived.known, phone="+32 1"))
    undo(bench, qtbot)
    assert "Anne" in said(bench.window)
    assert not bench.window.menus.actions["undo"].isEnabled()
    assert not bench.window.menus.actions["redo"].isEnabled()


def test_keys_that_come_quickly_are_all_followed(bench: Bench, qtbot: QtBot) -> None:
    for name in ("Anne", "Bruno", "Chris"):
        add_quote(bench.shared.workplace, name)
    bench.shared.quotes_changed.emit()
    settle(qtbot, bench.shared)
    shown = table(bench.window)
    for _ in range(2):
        click_row(shown, 0)
        press(shown, Qt.Key.Key_Delete)
        settle(qtbot, bench.shared)
        settle(qtbot, bench.shared)
    assert len(cells(shown, 1)) == 1
    for _ in range(4):
        press(shown, Qt.Key.Key_Z, ctrl=True)
    qtbot.waitUntil(lambda: len(cells(shown, 1)) == 3)
    for _ in range(2):
        press(shown, Qt.Key.Key_Y, ctrl=True)
    qtbot.waitUntil(lambda: len(cells(shown, 1)) == 1)


def test_a_list_out_of_use_goes_back_and_forth_by_key(
    bench: Bench, qtbot: QtBot, tmp_path: Path
) -> None:
    sample = files("resources") / "sample" / "prices.csv"
    text = sample.read_text("utf-8-sig").replace("SAMPLE-BE", "ALSO-BE")
    (tmp_path / "list.csv").write_text(text, "utf-8")
    prices.import_list(bench.shared.workplace, tmp_path / "list.csv")
    bench.shared.prices_changed.emit()
    bench.window.go("prices")
    settle(qtbot, bench.shared)
    click(button(bench.window, "Take out of use"))
    settle(qtbot, bench.shared)
    settle(qtbot, bench.shared)
    taking_back = button(bench.window, "Undo")
    taking_back.setFocus()
    press(taking_back, Qt.Key.Key_Space)
    settle(qtbot, bench.shared)
    settle(qtbot, bench.shared)
    assert "Undone: ALSO-BE 1 out of use" in said(bench.window)
    assert QApplication.focusWidget() is bench.window.page
    redo(bench, qtbot)
    settle(qtbot, bench.shared)
    assert "Done again: ALSO-BE 1 out of use" in said(bench.window)
