"""What a file to be mapped has wrong, mended on the page."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QListWidget,
)
from pytestqt.qtbot import QtBot

from tests.app.pricelist.mapping.tables import CATALOGUE
from tests.app.tables.workbooks import written as workbook
from tests.ui.hands import (
    button,
    cells,
    click,
    field,
    press,
    seen,
    table,
    write,
)
from tests.ui.mapping.hands import (
    FROM,
    calm,
    choice,
    choose,
    opened,
    problems,
    put,
    save,
)
from ui.prices.page import PricesPage
from ui.shared import Shared

DOUBTFUL = CATALOGUE.replace("7,5\u202f€", "7,50 / pce")


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
    write(field(view, FROM), "2026-11-01")
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
    write(field(view, FROM), "2026-11-01")
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
    write(field(view, FROM), "2026-11-01")
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
    for name, value in (("Currency (like EUR)", "EUR"), (FROM, "2026-11-01")):
        write(field(view, name), value)
    calm(qtbot, shared)
    assert any("1.234 / 1234" in text for text in problems(view))
    choose(view, "Decimal sign", "Comma: 1.234,50")
    calm(qtbot, shared)
    assert cells(table(view), 2) == ["1.234,00\u00a0€", "2.500,00\u00a0€"]
    assert save(view).isEnabled()


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
