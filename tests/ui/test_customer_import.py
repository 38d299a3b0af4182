"""A file of customers is looked at before it is kept, and can be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QTableView
from pytestqt.qtbot import QtBot

from tests.ui.hands import button, cells, click, press, seen, settle
from tests.ui.test_cut_words import PADDING
from ui.customers.columns_form import ColumnsForm
from ui.customers.page import CustomersPage
from ui.customers.review_dialog import ReviewDialog
from ui.shared import Shared


@pytest.fixture
def page(qtbot: QtBot, shared: Shared) -> Iterator[CustomersPage]:
    made = CustomersPage(shared)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    settle(qtbot, shared)
    yield made
    made.close()


def shown(page: CustomersPage) -> QDialog:
    return next(each for each in page.findChildren(QDialog) if each.isVisible())


def reviewed(
    qtbot: QtBot, page: CustomersPage, shared: Shared, path: Path
) -> ReviewDialog:
    """Look at a file, and return what is asked about it."""
    page.files.look_at(path)
    settle(qtbot, shared)
    dialog = shown(page)
    assert isinstance(dialog, ReviewDialog)
    return dialog


def test_the_name_of_a_customer_is_read_whole(
    qtbot: QtBot, page: CustomersPage, shared: Shared, tmp_path: Path
) -> None:
    path, name = tmp_path / "clients.csv", "Établissements Vandenbroucke & Fils SRL"
    path.write_text(f"Nom;Pays\n{name};BE\n", "utf-8")
    dialog = reviewed(qtbot, page, shared, path)
    needed = dialog.table.fontMetrics().horizontalAdvance(name) + PADDING
    assert cells(dialog.table, 0) == [name]
    assert dialog.table.columnWidth(0) >= needed
    dialog.reject()


def test_what_a_file_brings_is_shown_kept_and_taken_back(
    qtbot: QtBot, page: CustomersPage, shared: Shared, tmp_path: Path
) -> None:
    path = tmp_path / "clients.csv"
    path.write_text("Nom;Pays;Ville\nAda SA;BE;Huy\nBob;Nulle part;\n", "utf-8")
    dialog = reviewed(qtbot, page, shared, path)
    assert cells(dialog.table, 1) == ["", "new"]
    assert "is not a country" in cells(dialog.table, 0)[0]
    assert any("Refused: 1" in each.text() for each in seen(dialog, QLabel))
    shared.show_customer(True)
    assert not seen(dialog, QTableView)
    shared.show_customer(False)
    assert cells(dialog.table, 1) == ["", "new"]
    click(button(dialog, "Keep them"))
    settle(qtbot, shared)
    assert cells(page.table, 0) == ["Ada SA"]
    page.deeds.undoing.undo.trigger()
    settle(qtbot, shared)
    assert cells(page.table, 0) == []


def test_what_is_left_out_or_doubtful_is_said_before(
    qtbot: QtBot, page: CustomersPage, shared: Shared, tmp_path: Path
) -> None:
    path = tmp_path / "clients.csv"
    path.write_text("Nom;TVA;Pays;Wer\nAda SA;BE0123456789;BE;x\nBo;;BE;\n", "utf-8")
    dialog = reviewed(qtbot, page, shared, path)
    assert "Ada SA: “BE0123456789” does not look" in cells(dialog.table, 0)[0]
    assert cells(dialog.table, 0)[1:] == ["Ada SA", "Bo"]
    assert "Columns left out: Wer" in [each.text() for each in seen(dialog, QLabel)]
    click(button(dialog, "Keep them"))
    settle(qtbot, shared)
    path.write_text("Nom;Ville\nAda SA;Huy\n", "utf-8")
    again = reviewed(qtbot, page, shared, path)
    assert cells(again.table, 1) == ["City"]
    assert not any("left out" in each.text() for each in seen(again, QLabel))


def test_columns_that_nobody_knows_are_asked_for(
    qtbot: QtBot, page: CustomersPage, shared: Shared, tmp_path: Path
) -> None:
    path = tmp_path / "odd.csv"
    path.write_text("Wer;Wo\nAda SA;Huy\n", "utf-8")
    page.files.look_at(path)
    settle(qtbot, shared)
    form = shown(page)
    assert isinstance(form, ColumnsForm)
    press(form, Qt.Key.Key_Return)
    assert form.isVisible()
    box = next(b for b in seen(form, QComboBox) if b.accessibleName() == "Customer")
    press(box, Qt.Key.Key_Down)
    press(form, Qt.Key.Key_Return)
    settle(qtbot, shared)
    dialog = shown(page)
    assert isinstance(dialog, ReviewDialog)
    assert cells(dialog.table, 0) == ["Ada SA"]
