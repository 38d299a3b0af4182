"""Saying in the window which column of a file is what."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLabel,
    QListWidget,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.domain.problems import error
from app.use_cases import mapping_files
from i18n import Language
from tests.app.pricelist.mapping.tables import CATALOGUE, MAPPED, simple
from tests.app.tables.workbooks import written as workbook
from tests.fakes import FakeStorage
from tests.ui.hands import (
    button,
    cells,
    click,
    field,
    press,
    seen,
    settle,
    table,
    write,
)
from tests.ui.test_cut_words import cut
from ui.prices.mapping.about import _meant
from ui.prices.mapping.view import MappingView
from ui.prices.mapping.words import placed_in_words
from ui.prices.page import PricesPage
from ui.shared import Shared

DOUBTFUL = CATALOGUE.replace("7,5\u202f€", "7,50 / pce")


@pytest.fixture
def page(qtbot: QtBot, shared: Shared) -> PricesPage:
    page = PricesPage(shared)
    qtbot.addWidget(page)
    page.resize(1100, 700)
    page.show()
    qtbot.waitExposed(page)
    settle(qtbot, shared)
    return page


def put(folder: Path, text: str = CATALOGUE, name: str = "portables.csv") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def calm(qtbot: QtBot, shared: Shared) -> None:
    """Wait until what was chosen was tried and shown."""
    views = [
        view
        for top in QApplication.topLevelWidgets()
        for view in top.findChildren(MappingView)
    ]
    qtbot.waitUntil(lambda: all(view.fresh for view in views), timeout=10_000)
    settle(qtbot, shared)


def opened(qtbot: QtBot, shared: Shared, page: PricesPage, path: Path) -> MappingView:
    page.look_at(path)
    settle(qtbot, shared)
    calm(qtbot, shared)
    (view,) = seen(page, MappingView)
    return view


def choice(root: QWidget, name: str) -> QComboBox:
    return next(box for box in seen(root, QComboBox) if box.accessibleName() == name)


def choose(root: QWidget, name: str, text: str) -> None:
    """Choose with the keyboard alone."""
    box = choice(root, name)
    box.setFocus()
    press(box, Qt.Key.Key_Up)
    offered = box.view()
    if offered.isVisible():
        press(offered, Qt.Key.Key_Home)
        for _ in range(box.findText(text)):
            press(offered, Qt.Key.Key_Down)
        press(offered, Qt.Key.Key_Return)
        assert box.currentText() == text
        return
    for _ in range(box.count()):
        press(box, Qt.Key.Key_Up)
    while box.currentText() != text:
        at = box.currentIndex()
        press(box, Qt.Key.Key_Down)
        assert box.currentIndex() > at, f"{text!r} is not offered"


def save(view: MappingView) -> QAbstractButton:
    return button(view, "Save and go on")


def said(view: QWidget) -> list[str]:
    return [label.text() for label in seen(view, QLabel)]


def problems(view: QWidget) -> list[str]:
    (held,) = seen(view, QListWidget)
    return [held.item(i).text() for i in range(held.count())]


def test_a_file_with_names_of_its_own_asks_which_column_is_what(
    qtbot: QtBot, shared: Shared, page: PricesPage, tmp_path: Path
) -> None:
    view = opened(qtbot, shared, page, put(tmp_path))
    assert choice(view, "What the column “Réf. art.” is").currentText() == "Reference"
    assert choice(view, "What the column “Remise” is").currentText() == "Not used"
    assert cells(table(view), 0) == ["NB-1", "NB-2", "SC-1"]
    assert not save(view).isEnabled()
    assert any("Kind of item" in text for text in problems(view))
    assert isinstance(QApplication.focusWidget(), QComboBox | None)


def test_what_is_chosen_is_shown_remembered_and_imported(
    qtbot: QtBot,
    shared: Shared,
    page: PricesPage,
    storage: FakeStorage,
    tmp_path: Path,
) -> None:
    view = opened(qtbot, shared, page, put(tmp_path))
    choose(view, "Kind of item", "Hardware")
    choose(view, "What the column “Modèle” is", "English name")
    calm(qtbot, shared)
    assert cells(table(view), 1) == ["Latitude 5450", "Latitude 7450", "E27"]
    assert cells(table(view), 2) == ["49,90\u00a0€", "1.062,90\u00a0€", "7,50\u00a0€"]
    press(save(view), Qt.Key.Key_Space)
    settle(qtbot, shared)
    qtbot.waitUntil(lambda: not view.isVisible())
    settle(qtbot, shared)
    assert any("Read with the mapping" in text for text in problems(page))
    click(button(page, "Import this list"))
    settle(qtbot, shared)
    assert [each.list_id for each in storage.store.price_lists()] == ["PORTABLES"]
    page.look_at(put(tmp_path, CATALOGUE.replace("novembre", "décembre"), "b.csv"))
    settle(qtbot, shared)
    assert button(page, "Import this list").isEnabled()


def saved(qtbot: QtBot, shared: Shared, view: MappingView) -> None:
    """Save the mapping; the list is read with it."""
    calm(qtbot, shared)
    click(save(view))
    settle(qtbot, shared)
    qtbot.waitUntil(lambda: not view.isVisible())
    settle(qtbot, shared)


def test_a_mapping_can_be_changed_from_what_it_read(
    qtbot: QtBot, shared: Shared, page: PricesPage, tmp_path: Path
) -> None:
    view = opened(qtbot, shared, page, put(tmp_path))
    choose(view, "Kind of item", "Hardware")
    saved(qtbot, shared, view)
    click(button(page, "Change the mapping…"))
    settle(qtbot, shared)
    calm(qtbot, shared)
    assert view.isVisible()
    assert choice(view, "Kind of item").currentText() == "Hardware"


def test_a_day_typed_for_a_list_has_the_last_word_over_its_title(
    qtbot: QtBot, shared: Shared, page: PricesPage, storage: FakeStorage, tmp_path: Path
) -> None:
    view = opened(qtbot, shared, page, put(tmp_path))
    choose(view, "Kind of item", "Hardware")
    write(field(view, _FROM), "15/10/2026")
    saved(qtbot, shared, view)
    click(button(page, "Import this list"))
    settle(qtbot, shared)
    assert [each.version for each in storage.store.price_lists()] == ["2026-10-15"]


def test_the_next_months_list_asks_for_its_own_day_and_nothing_else(
    qtbot: QtBot,
    shared: Shared,
    page: PricesPage,
    storage: FakeStorage,
    tmp_path: Path,
) -> None:
    undated = CATALOGUE.replace("Tarif du 1er novembre 2026", "Tarif")
    view = opened(qtbot, shared, page, put(tmp_path, undated))
    choose(view, "Kind of item", "Hardware")
    write(field(view, _FROM), "01/11/2026")
    saved(qtbot, shared, view)
    click(button(page, "Import this list"))
    settle(qtbot, shared)
    dearer = undated.replace("49,90", "51,90")
    assert opened(qtbot, shared, page, put(tmp_path, dearer)) is view
    assert any("imported before with other content" in text for text in said(page))
    assert choice(view, "Kind of item").currentText() == "Hardware"
    assert page.window().focusWidget() is field(view, _FROM)
    assert field(view, _FROM).text() == ""
    assert not save(view).isEnabled()
    write(field(view, _FROM), "15/11/2026")
    saved(qtbot, shared, view)
    click(button(page, "Import this list"))
    settle(qtbot, shared)
    versions = [each.version for each in storage.store.price_lists()]
    assert sorted(versions) == ["2026-11-01", "2026-11-15"]


def test_what_is_cancelled_after_the_mapping_leaves_no_page_without_a_file(
    qtbot: QtBot, shared: Shared, page: PricesPage, tmp_path: Path
) -> None:
    view = opened(qtbot, shared, page, put(tmp_path))
    choose(view, "Kind of item", "Hardware")
    calm(qtbot, shared)
    view.saved.connect(lambda: click(button(page, "Cancel")))
    click(save(view))
    settle(qtbot, shared)
    qtbot.waitUntil(lambda: not view.isVisible())
    assert "Prices that count today" in said(page)
    assert page.window().focusWidget() is button(page, "Import a price list")


def test_another_file_is_shown_from_its_beginning(
    qtbot: QtBot, shared: Shared, page: PricesPage, tmp_path: Path
) -> None:
    many = ";".join(f"Remarque {n}" for n in range(30))
    text = simple("A;a;1,50;" + ";".join("x" * 30), header=f"Réf.;Nom;Prix;{many}")
    view = opened(qtbot, shared, page, put(tmp_path, text))
    (area,) = seen(view, QScrollArea)
    bar = area.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    click(button(view, "Do not import"))
    opened(qtbot, shared, page, put(tmp_path, text, "b.csv"))
    assert bar.value() == 0


def test_rows_that_are_no_items_can_be_left_out(
    qtbot: QtBot, shared: Shared, page: PricesPage, tmp_path: Path
) -> None:
    view = opened(qtbot, shared, page, put(tmp_path, DOUBTFUL))
    choose(view, "Kind of item", "Hardware")
    calm(qtbot, shared)
    assert not save(view).isEnabled()
    (held,) = seen(view, QListWidget)
    assert "7,50 / pce" in held.item(0).text()
    assert held.currentRow() == 0, "what can be mended is looked at"
    press(button(view, "Leave out such rows"), Qt.Key.Key_Space)
    calm(qtbot, shared)
    assert cells(table(view), 0) == ["NB-1", "NB-2"]
    assert save(view).isEnabled()
    click(button(view, "Leave out nothing"))
    calm(qtbot, shared)
    assert not save(view).isEnabled()


def test_a_key_pressed_again_mends_what_comes_next_and_takes_nothing_back(
    qtbot: QtBot, shared: Shared, page: PricesPage, tmp_path: Path
) -> None:
    rows = ("A;a;1,50", "B;b;2,50", "C;c;n.c.", "D;d;sur devis", "E;e;3,50")
    text = "\n".join(("Réf.;Nom;36 mois", *rows))
    view = opened(qtbot, shared, page, put(tmp_path, text))
    choose(view, "Kind of item", "Hardware")
    write(field(view, _FROM), "2026-11-01")
    write(field(view, "Currency (like EUR)"), "eur")
    calm(qtbot, shared)
    button(view, "Counts as no price").setFocus()
    for _ in range(4):
        held = view.window().focusWidget()
        assert held is not None
        press(held, Qt.Key.Key_Space)
        calm(qtbot, shared)
    assert cells(table(view), 2)[2:4] == ["–", "–"]
    assert save(view).isEnabled()


def test_a_column_of_a_sheet_chosen_as_a_price_is_read_cell_by_cell(
    qtbot: QtBot, shared: Shared, page: PricesPage, tmp_path: Path
) -> None:
    path = tmp_path / "tarif.xlsx"
    rows: list[list[object]] = [
        ["Réf.", "Nom", "Tarif hiver", "Prix"],
        ["", "", "€ / mois", "€"],
        ["A", "Portable", 54.9, 1],
        ["B", "Écran", "7,50 €", 2],
    ]
    path.write_bytes(workbook(Prix=rows))
    view = opened(qtbot, shared, page, path)
    assert choice(view, "Decimal sign").currentText() == "By column"
    choose(view, "Kind of item", "Hardware")
    choose(view, "What the column “Tarif hiver” is", "Monthly price, 36 months")
    write(field(view, _FROM), "2026-11-01")
    calm(qtbot, shared)
    assert choice(view, "Decimal sign").currentText() == "Each cell by itself"
    assert any("go on here" in text for text in problems(view))
    assert save(view).isEnabled()


def test_rows_without_a_reference_can_be_left_out(
    qtbot: QtBot, shared: Shared, page: PricesPage, tmp_path: Path
) -> None:
    text = "Réf.;Nom;36 mois\nA;Serveur;1,50 €\n;Livraison;2,50 €\n"
    view = opened(qtbot, shared, page, put(tmp_path, text))
    for box in seen(view, QCheckBox):
        if box.isChecked():
            click(box)
    choose(view, "Kind of item", "Hardware")
    write(field(view, _FROM), "2026-11-01")
    calm(qtbot, shared)
    (held,) = seen(view, QListWidget)
    (row,) = (i for i in range(held.count()) if "Row 3" in held.item(i).text())
    assert "“”" not in held.item(row).text()
    held.setCurrentRow(row)
    assert not button(view, "Counts as no price").isEnabled()
    click(button(view, "Leave out such rows"))
    calm(qtbot, shared)
    assert cells(table(view), 0) == ["A"]
    assert save(view).isEnabled()


def test_a_doubtful_column_is_settled_by_the_decimal_sign(
    qtbot: QtBot, shared: Shared, page: PricesPage, tmp_path: Path
) -> None:
    text = "Réf.;Nom;36 mois\nA;Serveur;1.234\nB;Baie;2.500\n"
    view = opened(qtbot, shared, page, put(tmp_path, text))
    choose(view, "Kind of item", "Hardware")
    for name, value in (("Currency (like EUR)", "EUR"), (_FROM, "2026-11-01")):
        write(field(view, name), value)
    calm(qtbot, shared)
    assert any("1.234 / 1234" in text for text in problems(view))
    choose(view, "Decimal sign", "Comma: 1.234,50")
    calm(qtbot, shared)
    assert cells(table(view), 2) == ["1.234,00\u00a0€", "2.500,00\u00a0€"]
    assert save(view).isEnabled()


_FROM = "Valid from (like 2026-11-30)"


def test_references_that_repeat_can_be_numbered(
    qtbot: QtBot, shared: Shared, page: PricesPage, tmp_path: Path
) -> None:
    view = opened(qtbot, shared, page, put(tmp_path, CATALOGUE.replace("NB-2", "NB-1")))
    choose(view, "Kind of item", "Hardware")
    calm(qtbot, shared)
    assert not save(view).isEnabled()
    (number,) = [
        each
        for each in seen(view, QCheckBox)
        if each.text() == "Number references that repeat"
    ]
    press(number, Qt.Key.Key_Space)
    calm(qtbot, shared)
    assert cells(table(view), 0) == ["NB-1", "NB-1-2", "SC-1"]


def test_the_customer_sees_nothing_of_the_file(
    qtbot: QtBot, shared: Shared, page: PricesPage, tmp_path: Path
) -> None:
    text = CATALOGUE.replace("Remise", "Prix achat").replace("10 %", "33,33")
    view = opened(qtbot, shared, page, put(tmp_path, text))
    assert any("33,33" in each for each in said(view))
    shared.show_customer(True)
    qtbot.wait(10)
    calm(qtbot, shared)
    assert not any("33,33" in each for each in said(page))
    assert not seen(view, QListWidget)
    assert not save(view).isEnabled()
    shared.show_customer(False)
    calm(qtbot, shared)
    assert any("33,33" in each for each in said(view))


def test_a_mapping_is_shared_and_taken_as_a_file(
    qtbot: QtBot, shared: Shared, page: PricesPage, tmp_path: Path
) -> None:
    view = opened(qtbot, shared, page, put(tmp_path))
    given = tmp_path / "given.json"
    view.give(given)
    settle(qtbot, shared)
    assert any("given.json" in text for text in said(view))
    assert mapping_files.read(given).columns
    taken = tmp_path / "taken.json"
    taken.write_text(json.dumps({**MAPPED, "fill_down": []}), "utf-8")
    view.sharing.take(taken)
    settle(qtbot, shared)
    calm(qtbot, shared)
    assert choice(view, "Kind of item").currentText() == "Hardware"
    marque = choice(view, "What the column “Marque” is")
    assert marque.currentText() == "Manufacturer + French name"
    taken.write_text("{", "utf-8")
    view.sharing.take(taken)
    settle(qtbot, shared)
    assert any("not a mapping file" in text for text in said(view))


def test_a_mapping_of_another_layout_is_said_not_to_suit(
    qtbot: QtBot, shared: Shared, page: PricesPage, tmp_path: Path
) -> None:
    view = opened(qtbot, shared, page, put(tmp_path))
    other: dict[str, Any] = {**MAPPED, "fields": {"sku": "Artikel"}, "fill_down": []}
    path = tmp_path / "other.json"
    path.write_text(json.dumps(other), "utf-8")
    view.sharing.take(path)
    settle(qtbot, shared)
    calm(qtbot, shared)
    assert any("Artikel" in text for text in problems(view))
    assert not save(view).isEnabled()


def test_every_choice_is_reached_by_tab(
    qtbot: QtBot, shared: Shared, page: PricesPage, tmp_path: Path
) -> None:
    view = opened(qtbot, shared, page, put(tmp_path))
    choose(view, "Kind of item", "Hardware")
    calm(qtbot, shared)
    page.activateWindow()
    start = choice(view, "Kind of item")
    start.setFocus()
    reached: set[QWidget] = set()
    for _ in range(60):
        now = page.window().focusWidget()
        assert now is not None
        reached.add(now)
        QTest.keyClick(now, Qt.Key.Key_Tab)
    assert set(seen(view, QComboBox)) <= reached
    assert save(view) in reached
    assert table(view) in reached


def test_the_page_speaks_both_languages(
    qtbot: QtBot, shared: Shared, page: PricesPage, tmp_path: Path
) -> None:
    view = opened(qtbot, shared, page, put(tmp_path))
    shared.languages.choose(Language("fr", "BE"))
    qtbot.waitUntil(lambda: "Que contient chaque colonne\u00a0?" in said(view))
    calm(qtbot, shared)
    assert not button(view, "Enregistrer et continuer").isEnabled()
    assert any("Type d’article" in text for text in problems(view))
    # The smallest screen that pages are drawn for, beside the rail.
    page.resize(1054, 700)
    qtbot.wait(10)
    assert list(cut(view)) == []


def test_the_wheel_over_a_choice_chooses_nothing(
    qtbot: QtBot, shared: Shared, page: PricesPage, tmp_path: Path
) -> None:
    view = opened(qtbot, shared, page, put(tmp_path))
    box = choice(view, "What the column “Modèle” is")
    before = box.currentText()
    qtbot.wait(10)
    turn(box)
    assert box.currentText() == before


def turn(widget: QWidget) -> None:
    """Turn the wheel over a widget."""
    event = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def test_a_column_chosen_as_a_price_shows_the_currency(
    qtbot: QtBot, shared: Shared, page: PricesPage, tmp_path: Path
) -> None:
    text = "Code;Nom;Combien\nA;Portable;49,90 CHF\nB;Écran;7,50 CHF\n"
    view = opened(qtbot, shared, page, put(tmp_path, text))
    (problems,) = seen(view, QListWidget)
    said = [problems.item(row).text() for row in range(problems.count())]
    assert "Say “Currency”: neither the file nor a choice here does." in said
    assert not field(view, "Currency (like EUR)").text()
    choose(view, "What the column “Combien” is", "One-off price")
    calm(qtbot, shared)
    assert field(view, "Currency (like EUR)").text() == "CHF"


def test_a_workbook_nobody_saw_before_is_imported_in_one_of_its_currencies(
    qtbot: QtBot,
    shared: Shared,
    page: PricesPage,
    storage: FakeStorage,
    tmp_path: Path,
) -> None:
    header: list[object] = ["N° d’article", "Réf. fournisseur", "Libellé", "Mensualité"]
    francs: list[list[object]] = [["Hiver"], header, ["A", "X-1", "Écran", 9]]
    euros: list[list[object]] = [["Hiver 1er janvier 2026"], header]
    euros += [["A", "X-1", "Écran", "8,50 €"], ["B", "X-2", "Clavier", 2.5]]
    path = tmp_path / "Tarif 2026.xlsx"
    path.write_bytes(workbook(**{"Prix CHF": francs, "Prix EUR": euros}))
    page.look_at(path)
    settle(qtbot, shared)
    click(button(page, "Read in this currency"))
    settle(qtbot, shared)
    calm(qtbot, shared)
    (view,) = seen(page, MappingView)
    choose(view, "Kind of item", "Hardware")
    calm(qtbot, shared)
    click(button(view, "Save and go on"))
    settle(qtbot, shared)
    click(button(page, "Import this list"))
    settle(qtbot, shared)
    kept = storage.store.price_list("TARIF", "2026-01-01")
    assert kept is not None
    assert kept.currency == "EUR"
    prices = [(each.sku, str(each.price_month)) for each in kept.items]
    assert prices == [("A", "8.50"), ("B", "2.50")]


def test_a_file_without_a_table_is_refused_as_before(
    qtbot: QtBot, shared: Shared, page: PricesPage, tmp_path: Path
) -> None:
    page.look_at(put(tmp_path, "bonjour\nvoici;nos;prix\n"))
    settle(qtbot, shared)
    assert not seen(page, MappingView)
    assert not button(page, "Import this list").isEnabled()


def test_a_problem_that_is_looked_at_shows_its_row(
    qtbot: QtBot, shared: Shared, page: PricesPage, tmp_path: Path
) -> None:
    view = opened(qtbot, shared, page, put(tmp_path, DOUBTFUL))
    (held,) = seen(view, QListWidget)
    rows = [i for i in range(held.count()) if "7,50 / pce" in held.item(i).text()]
    held.setCurrentRow(rows[0])
    assert table(view).currentIndex().row() == 2
    held.setCurrentRow(-1)
    assert not button(view, "Leave out such rows").isEnabled()


def test_a_cell_may_say_that_there_is_no_price(
    qtbot: QtBot, shared: Shared, page: PricesPage, tmp_path: Path
) -> None:
    text = CATALOGUE.replace("7,5\u202f€", "sur demande")
    view = opened(qtbot, shared, page, put(tmp_path, text))
    choose(view, "Kind of item", "Hardware")
    calm(qtbot, shared)
    (held,) = seen(view, QListWidget)
    held.setCurrentRow(0)
    press(button(view, "Counts as no price"), Qt.Key.Key_Space)
    calm(qtbot, shared)
    assert cells(table(view), 2)[-1] == "–"
    assert save(view).isEnabled()
    assert not button(view, "Counts as no price").isEnabled()


def test_dialogs_for_mappings_hold_nothing_up_and_hand_the_file_on(
    qtbot: QtBot, shared: Shared, page: PricesPage, tmp_path: Path
) -> None:
    view = opened(qtbot, shared, page, put(tmp_path))
    click(button(view, "Share the mapping…"))
    (dialog,) = view.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "given.json"))
    settle(qtbot, shared)
    assert mapping_files.read(tmp_path / "given.json").fields
    dialog.reject()
    qtbot.waitUntil(lambda: not view.findChildren(QFileDialog))
    click(button(view, "Take a mapping…"))
    (dialog,) = view.findChildren(QFileDialog)
    assert dialog.fileMode() == QFileDialog.FileMode.ExistingFile
    dialog.reject()


@pytest.mark.parametrize(
    ("key", "typed", "meant"),
    [
        ("currency", "eur", "EUR"),
        ("country", "be", "BE"),
        ("valid_from", "27/11/2026", "2026-11-27"),
        ("valid_from", "1.2.2026", "2026-02-01"),
        ("valid_from", "2026-11-27", "2026-11-27"),
        ("valid_from", "27 november", "27 november"),
        ("version", "1/2/2026", "1/2/2026"),
    ],
)
def test_what_people_type_is_meant_as_lists_write_it(
    key: str, typed: str, meant: str
) -> None:
    assert _meant(key, typed) == meant


def test_what_is_said_of_the_whole_list_is_placed_in_words() -> None:
    french = Language.of("fr", "BE")
    of_all = error("not_a_day", "constants.valid_from")
    of_a_row = error("no_name", "row 3, column Nom")
    assert placed_in_words(of_all, french).where == "Valable à partir du"
    assert placed_in_words(of_a_row, french) is of_a_row


def test_no_column_at_all_is_said_without_a_file_word() -> None:
    placed = placed_in_words(error("mapping_empty", "fields"), Language("fr", "BE"))
    assert not placed.where


def test_keys_on_the_way_to_a_field_take_it_from_no_column(
    qtbot: QtBot, shared: Shared, page: PricesPage, tmp_path: Path
) -> None:
    view = opened(qtbot, shared, page, put(tmp_path))
    reference = choice(view, "What the column “Réf. art.” is")
    choose(view, "What the column “Remise” is", "Family")
    assert reference.currentText() == "Reference"
