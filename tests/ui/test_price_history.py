"""Every imported version can be looked at, searched, compared and written again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.ports import Stamp
from app.use_cases import prices
from bench.lists import long_list
from i18n import Language
from tests.ui.hands import button, cells, click, field, seen, settle, write
from tests.ui.test_cut_words import PADDING
from tests.ui.test_prices_page import SAMPLE, changed, written
from ui.prices.history.view import HistoryView
from ui.prices.items import ItemsTable
from ui.prices.page import PricesPage
from ui.shared import Shared
from ui.widgets.progress import JobProgress

#: However busy the machine is, in milliseconds.
_PATIENCE = 30_000


@pytest.fixture
def view(qtbot: QtBot, shared: Shared, tmp_path: Path) -> Iterator[HistoryView]:
    first = SAMPLE.read_text("utf-8-sig")
    prices.import_list(shared.workplace, written(tmp_path, first))
    prices.import_list(shared.workplace, changed(tmp_path))
    page = PricesPage(shared)
    qtbot.addWidget(page)
    page.resize(1280, 800)
    page.show()
    settle(qtbot, shared)
    click(button(page, "History"))
    settle(qtbot, shared)
    found = page.findChild(HistoryView)
    assert isinstance(found, HistoryView)
    yield found
    page.close()


def headings(view: HistoryView) -> list[str]:
    return [column.heading for column in view.items.columns]


def test_the_newest_version_is_shown_with_its_items(view: HistoryView) -> None:
    assert cells(view.versions_table, 1) == ["2", "1"]
    assert cells(view.versions_table, 2) == ["Current", "Past"]
    assert cells(view.versions_table, 7) == ["list.csv", "list.csv"]
    assert view.items.rowCount() > 20


def test_what_was_imported_by_whom_out_of_which_file_is_seen_in_a_small_window(
    qtbot: QtBot, view: HistoryView
) -> None:
    view.window().resize(904, 540)
    table = view.versions_table
    by_file = [column.heading for column in view.versions.columns].index("From")

    def end() -> int:
        return table.columnViewportPosition(by_file) + table.columnWidth(by_file)

    qtbot.waitUntil(lambda: end() <= table.viewport().width())
    by_version = [column.heading for column in view.versions.columns].index("Version")
    a_day = table.fontMetrics().horizontalAdvance("2026-12-28")
    assert table.columnWidth(by_version) >= a_day + PADDING


def test_names_take_the_room_that_a_wide_window_has(
    qtbot: QtBot, shared: Shared, view: HistoryView, tmp_path: Path
) -> None:
    name, who = "FOURNISSEUR-BELGIQUE-PORTABLES", "Anne-Charlotte Vandenbroucke"
    text = SAMPLE.read_text("utf-8-sig").replace("SAMPLE-BE", name)
    settings = shared.workplace.settings.changed("seller.name", who)
    tester = replace(shared.workplace, settings=settings)
    prices.import_list(tester, written(tmp_path, text))
    view.window().resize(1920, 1000)
    view.reload()
    settle(qtbot, shared)
    table, measure = view.versions_table, view.versions_table.fontMetrics()
    for column, words in ((0, name), (6, who)):
        assert words in cells(table, column)
        assert table.columnWidth(column) >= measure.horizontalAdvance(words) + PADDING
    assert table.horizontalHeader().length() <= table.viewport().width()


def test_at_1280_the_items_scroll_down_and_not_aside(
    qtbot: QtBot, view: HistoryView
) -> None:
    beside_the_rail = 1092
    view.window().resize(beside_the_rail, 800)
    table = view.findChild(ItemsTable)
    assert table is not None
    qtbot.waitUntil(lambda: table.verticalScrollBar().maximum() > 0)
    assert table.horizontalHeader().length() <= table.viewport().width()


def test_items_are_found_by_any_of_their_names(view: HistoryView) -> None:
    write(field(view, "Search items"), "MOBILE PACK M")
    assert "Mobile pack M" in cells(view._tables[0], 1)
    assert "Compact pack M" not in cells(view._tables[0], 1)
    write(field(view, "Search items"), "WAAS-NB-M")
    assert cells(view._tables[0], 1) == ["Mobile pack M"]


def test_a_version_is_compared_with_the_one_before(
    qtbot: QtBot, shared: Shared, view: HistoryView
) -> None:
    click(button(view, "Show, Changes"))
    settle(qtbot, shared)
    rows = list(view.changes.rows)
    assert any("62,90" in row.before and "64,90" in row.after for row in rows)
    assert any(row.own for row in rows)
    shared.show_customer(True)
    settle(qtbot, shared)
    assert not any(row.own for row in view.changes.rows)
    assert not [each for each in headings(view) if "Commission" in each]


def test_a_version_is_written_again_and_reads_the_same(
    qtbot: QtBot, shared: Shared, view: HistoryView, tmp_path: Path
) -> None:
    view.write(tmp_path / "out")
    settle(qtbot, shared)
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert names == ["SAMPLE-BE-2-internal.csv", "SAMPLE-BE-2-internal.xlsx"]
    again = prices.read(tmp_path / "out" / names[0])
    kept = shared.workplace.storage
    with kept.reading() as store:
        assert again.file_fingerprint == store.price_lists()[1].file_fingerprint
    said = " ".join(label.text() for label in seen(view, QLabel))
    assert "are written in" in said


def test_what_the_partner_earns_is_not_written_before_a_customer(
    qtbot: QtBot, shared: Shared, view: HistoryView, tmp_path: Path
) -> None:
    shared.show_customer(True)
    settle(qtbot, shared)
    view.write(tmp_path / "out")
    settle(qtbot, shared)
    text = (tmp_path / "out" / "SAMPLE-BE-2.csv").read_text("utf-8-sig")
    assert "commission" not in text


def test_it_speaks_french_at_once(
    qtbot: QtBot, shared: Shared, view: HistoryView
) -> None:
    shared.languages.choose(Language("fr", "BE"))
    settle(qtbot, shared)
    assert cells(view.versions_table, 2) == ["En vigueur", "Passée"]
    write(field(view, "Rechercher des articles"), "WAAS-NB-M")
    assert cells(view._tables[0], 1) == ["Pack Mobile M"]


def test_a_long_version_says_that_it_is_read_and_can_be_left(
    qtbot: QtBot, shared: Shared, view: HistoryView
) -> None:
    stamp = Stamp("t", shared.workplace.clock.now())
    with shared.workplace.storage.writing() as store:
        store.add_price_list(long_list(6_000), "long.csv", stamp)
    view.reload()
    settle(qtbot, shared)
    progress = view.findChild(JobProgress)
    assert isinstance(progress, JobProgress)
    table = view.versions_table
    long = cells(table, 0).index("BENCH")
    table.selectRow(long)
    assert progress.isVisible()
    assert view.items.rowCount() == 0
    click(button(view, "Cancel"))
    assert not progress.isVisible()
    settle(qtbot, shared)
    assert view.items.rowCount() == 0
    table.selectRow(long + 1)
    settle(qtbot, shared)
    table.selectRow(long)
    qtbot.waitUntil(lambda: view.items.rowCount() == 6_000, timeout=_PATIENCE)
    assert not progress.isVisible()


def test_who_looks_on_makes_nothing_be_read_again(
    shared: Shared, view: HistoryView
) -> None:
    shared.show_customer(True)
    assert not shared.jobs.busy
    assert view.items.rowCount() > 20
    assert not [each for each in headings(view) if "Commission" in each]
