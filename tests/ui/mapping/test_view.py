"""Saying in the window which column of a file is what."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QListWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.domain.problems import error
from i18n import Language
from tests.app.pricelist.mapping.tables import CATALOGUE
from tests.ui.hands import (
    button,
    cells,
    seen,
    settle,
    table,
)
from tests.ui.mapping.hands import (
    calm,
    choice,
    choose,
    opened,
    problems,
    put,
    said,
    save,
)
from tests.ui.test_cut_words import PADDING, cut
from ui.prices.mapping.about import _meant
from ui.prices.mapping.view import MappingView
from ui.prices.mapping.words import placed_in_words
from ui.prices.page import PricesPage
from ui.shared import Shared


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


def test_a_file_without_a_table_is_refused_as_before(
    qtbot: QtBot, shared: Shared, page: PricesPage, tmp_path: Path
) -> None:
    page.look_at(put(tmp_path, "bonjour\nvoici;nos;prix\n"))
    settle(qtbot, shared)
    assert not seen(page, MappingView)
    assert not button(page, "Import this list").isEnabled()


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


def test_what_the_file_says_is_read_whole_in_an_empty_field(
    qtbot: QtBot, shared: Shared, page: PricesPage, tmp_path: Path
) -> None:
    shared.languages.choose(Language("fr", "BE"))
    view = opened(qtbot, shared, page, put(tmp_path))
    page.resize(904, 540)
    QApplication.processEvents()
    told = [each for each in seen(view, QLineEdit) if each.placeholderText()]
    assert any("2026-11-01" in each.placeholderText() for each in told)
    for each in told:
        needed = each.fontMetrics().horizontalAdvance(each.placeholderText())
        assert needed <= each.width() - PADDING
