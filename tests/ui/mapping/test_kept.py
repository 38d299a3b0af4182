"""A mapping is kept, changed, shared and taken again for the next list."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFileDialog,
    QScrollArea,
)
from pytestqt.qtbot import QtBot

from app.use_cases import mapping_files
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
from tests.ui.mapping.hands import (
    FROM,
    calm,
    choice,
    choose,
    opened,
    problems,
    put,
    said,
    save,
)
from ui.prices.mapping.view import MappingView
from ui.prices.page import PricesPage
from ui.shared import Shared


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
    write(field(view, FROM), "15/10/2026")
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
    write(field(view, FROM), "01/11/2026")
    saved(qtbot, shared, view)
    click(button(page, "Import this list"))
    settle(qtbot, shared)
    dearer = undated.replace("49,90", "51,90")
    assert opened(qtbot, shared, page, put(tmp_path, dearer)) is view
    assert any("imported before with other content" in text for text in said(page))
    assert choice(view, "Kind of item").currentText() == "Hardware"
    assert page.window().focusWidget() is field(view, FROM)
    assert field(view, FROM).text() == ""
    assert not save(view).isEnabled()
    write(field(view, FROM), "15/11/2026")
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
