from __future__ import annotations

import threading
from importlib.resources import files
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QListWidget
from pytestqt.qtbot import QtBot

from app.use_cases import prices
from app.use_cases.workplace import Workplace
from i18n import Language
from tests.app.pricelist.microsoft.test_licences import sheet
from tests.app.tables.workbooks import written as workbook
from tests.fakes import FakeStorage
from tests.ui.hands import (
    button,
    cells,
    click,
    field,
    headings,
    press,
    seen,
    settle,
    table,
    write,
)
from ui.jobs import Monitor
from ui.prices.items_view import ItemsView
from ui.prices.page import PricesPage
from ui.prices.review import Review, review
from ui.shared import Shared
from ui.widgets.progress import JobProgress

PADDING = 16
SAMPLE = files("resources") / "sample" / "prices.csv"


@pytest.fixture
def page(qtbot: QtBot, shared: Shared) -> PricesPage:
    page = PricesPage(shared)
    qtbot.addWidget(page)
    page.resize(1100, 700)
    page.show()
    settle(qtbot, shared)
    return page


def test_the_bundled_sample_is_shown_as_one(page: PricesPage) -> None:
    said = " ".join(words(page))
    assert "SAMPLE-BE 1" in said
    assert "Invented sample" in said
    assert "comes with the program" in said


def test_what_comes_in_stands_beside_the_lists_where_there_is_room(
    qtbot: QtBot, page: PricesPage
) -> None:
    def left(name: str) -> int:
        return button(page, name).mapTo(page, QPoint()).x()

    narrow = left("Watch a folder…")
    page.resize(1700, 900)
    qtbot.waitUntil(lambda: left("Watch a folder…") > narrow + 400)
    page.resize(1100, 700)
    qtbot.waitUntil(lambda: left("Watch a folder…") == narrow)


def test_a_file_shows_what_it_changes_before_it_is_imported(
    qtbot: QtBot, shared: Shared, page: PricesPage, storage: FakeStorage, tmp_path: Path
) -> None:
    look_at(qtbot, shared, page, changed(tmp_path))
    assert "Monthly price, 12 months" in cells(table(page), 2)
    assert "62,90\u00a0€" in cells(table(page), 3)
    assert "64,90\u00a0€" in cells(table(page), 4)
    assert not storage.store.price_lists()
    click(button(page, "Import this list"))
    settle(qtbot, shared)
    assert [each.version for each in storage.store.price_lists()] == ["2"]
    assert any("SAMPLE-BE 2 was imported." in text for text in words(page))


def test_enter_imports_what_was_looked_at(
    qtbot: QtBot, shared: Shared, page: PricesPage, storage: FakeStorage, tmp_path: Path
) -> None:
    look_at(qtbot, shared, page, changed(tmp_path))
    focused = page.focusWidget()
    assert focused is button(page, "Import this list")
    press(focused, Qt.Key.Key_Return)
    settle(qtbot, shared)
    assert [each.version for each in storage.store.price_lists()] == ["2"]


def test_items_of_another_list_are_told_of_before_the_import(
    qtbot: QtBot, shared: Shared, page: PricesPage, tmp_path: Path
) -> None:
    look_at(qtbot, shared, page, changed(tmp_path))
    assert not any("OTHER 2" in text for text in words(page))
    click(button(page, "Import this list"))
    settle(qtbot, shared)
    other = tmp_path / "other.csv"
    text = changed(tmp_path).read_text("utf-8")
    other.write_text(text.replace("SAMPLE-BE", "OTHER"), "utf-8")
    look_at(qtbot, shared, page, other)
    said = seen(page, QListWidget)[0]
    assert "SAMPLE-BE 2 and OTHER 2" in said.item(0).text()
    assert button(page, "Import this list").isEnabled()


def test_what_two_other_lists_share_is_no_matter_of_a_third(
    qtbot: QtBot, shared: Shared, page: PricesPage, tmp_path: Path
) -> None:
    text = SAMPLE.read_text("utf-8-sig")
    for name in ("ALSO-BE", "OTHER-BE"):
        path = written(tmp_path, text.replace("SAMPLE-BE", name))
        prices.import_list(shared.workplace, path)
    head = "list_id;THIRD\nversion;1\ncurrency;EUR\nvalid_from;2026-01-01\n"
    third = f"{head}sku;kind;name_fr;name_en;price_once\nX;option;x;x;1\n"
    look_at(qtbot, shared, page, written(tmp_path, third))
    assert button(page, "Import this list").isEnabled()
    assert not seen(page, QListWidget), "nothing is warned of"


def test_a_long_reading_is_left_at_once_and_shows_nothing_later(
    qtbot: QtBot,
    shared: Shared,
    page: PricesPage,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    go_on = threading.Event()

    def slow(workplace: Workplace, path: Path, monitor: Monitor, *_: object) -> Review:
        go_on.wait(10)
        return review(workplace, path, monitor)

    monkeypatch.setattr("ui.prices.page.review", slow)
    page.look_at(changed(tmp_path))
    click(button(page, "Cancel"))
    assert not [each for each in seen(page, JobProgress) if each.isVisible()]
    assert shared.jobs.busy
    go_on.set()
    settle(qtbot, shared)
    assert any("Prices that count today" in text for text in words(page))


def test_a_list_for_later_says_when_it_takes_over(
    qtbot: QtBot, shared: Shared, page: PricesPage, tmp_path: Path
) -> None:
    file = changed(tmp_path)
    file.write_text(
        file.read_text("utf-8-sig").replace(
            "valid_from;2026-01-01", "valid_from;2099-01-01"
        ),
        "utf-8",
    )
    look_at(qtbot, shared, page, file)
    click(button(page, "Import this list"))
    settle(qtbot, shared)
    assert any("it takes over on 01/01/2099." in text for text in words(page))


@pytest.mark.parametrize(
    ("language", "order"),
    [
        ("en", ("Monthly price, 12 months", "Family", "No longer sold")),
        ("fr", ("Prix mensuel, 12 mois", "Gamme", "N’est plus vendu")),
    ],
)
def test_changed_prices_stand_first_and_columns_have_names(
    qtbot: QtBot,
    shared: Shared,
    page: PricesPage,
    tmp_path: Path,
    language: str,
    order: tuple[str, ...],
) -> None:
    shared.languages.choose(Language.of(language, "BE"))
    text = changed(tmp_path).read_text("utf-8")
    kept = [line for line in text.splitlines() if not line.startswith("O365-E3-UP;")]
    moved = "\n".join(kept).replace(";;Mobile;NB-14", ";;Nomade;NB-14")
    look_at(qtbot, shared, page, written(tmp_path, moved))
    what = cells(table(page), 2)
    places = [what.index(each) for each in order]
    assert places == sorted(places)
    assert places[-1] == len(what) - 1
    assert not any("_" in each or each.islower() for each in what)


def test_the_customer_reads_no_cell_of_a_commission(
    qtbot: QtBot, shared: Shared, page: PricesPage, tmp_path: Path
) -> None:
    text = SAMPLE.read_text("utf-8-sig").replace("40.00;65.00", "77x;65.00", 1)
    shared.show_customer(True)
    look_at(qtbot, shared, page, written(tmp_path, text))
    said = listed(page)
    assert not any("77x" in text or "commission" in text for text in said)
    assert any("Not shown" in text for text in said)
    shared.show_customer(False)
    assert any("77x" in text for text in listed(page))


def listed(page: PricesPage) -> list[str]:
    (problems,) = seen(page, QListWidget)
    return [problems.item(i).text() for i in range(problems.count())]


def test_a_workbook_of_currencies_asks_for_one(
    qtbot: QtBot, shared: Shared, page: PricesPage, storage: FakeStorage, tmp_path: Path
) -> None:
    path = tmp_path / "2019-05-licences.xlsx"
    path.write_bytes(workbook(USD=sheet("USD", 18), EUR=sheet("EUR", 19)))
    look_at(qtbot, shared, page, path)
    assert not button(page, "Import this list").isEnabled()
    codes = next(each for each in seen(page, QComboBox))
    assert [codes.itemText(i) for i in range(codes.count())] == ["EUR", "USD"]
    press(codes, Qt.Key.Key_Down)
    click(button(page, "Read in this currency"))
    settle(qtbot, shared)
    assert not seen(page, QComboBox)
    click(button(page, "Import this list"))
    settle(qtbot, shared)
    assert [one.currency for one in storage.store.price_lists()] == ["USD"]


def test_a_file_may_be_left_alone(
    qtbot: QtBot, shared: Shared, page: PricesPage, storage: FakeStorage, tmp_path: Path
) -> None:
    look_at(qtbot, shared, page, changed(tmp_path))
    click(button(page, "Do not import"))
    assert "Prices that count today" in words(page)
    assert not storage.store.price_lists()


def test_the_customer_sees_no_commission_change(
    qtbot: QtBot, shared: Shared, page: PricesPage, tmp_path: Path
) -> None:
    look_at(qtbot, shared, page, changed(tmp_path))
    assert any("Commission" in text for text in cells(table(page), 2))
    shared.show_customer(True)
    assert not any("Commission" in text for text in cells(table(page), 2))
    assert "Monthly price, 12 months" in cells(table(page), 2)


def test_customer_view_pixels_do_not_depend_on_commissions(
    qtbot: QtBot, shared: Shared, page: PricesPage, tmp_path: Path
) -> None:
    shared.show_customer(True)
    pictures = []
    for commission in ("42.00", "77.00"):
        look_at(qtbot, shared, page, changed(tmp_path, commission))
        qtbot.wait(20)
        pictures.append(page.grab().toImage())
    assert pictures[0] == pictures[1]


def test_problems_are_sentences_and_nothing_can_be_imported(
    qtbot: QtBot, shared: Shared, page: PricesPage, tmp_path: Path
) -> None:
    text = SAMPLE.read_text("utf-8-sig").replace(";pack;", ";paq;")
    look_at(qtbot, shared, page, written(tmp_path, text))
    items = seen(page, QListWidget)[0]
    assert items.count() > 1
    assert "“paq”" in items.item(0).text()
    assert not button(page, "Import this list").isEnabled()
    assert any("Nothing was changed." in text for text in words(page))


def test_a_missing_file_is_told(
    qtbot: QtBot, shared: Shared, page: PricesPage, tmp_path: Path
) -> None:
    look_at(qtbot, shared, page, tmp_path / "gone.csv")
    assert any("gone.csv" in text for text in words(page))


def test_the_same_list_again_changes_nothing(
    qtbot: QtBot, shared: Shared, page: PricesPage, tmp_path: Path
) -> None:
    text = SAMPLE.read_text("utf-8-sig")
    path = written(tmp_path, text)
    prices.import_list(shared.workplace, path)
    look_at(qtbot, shared, page, path)
    assert any("there is nothing to import" in said for said in words(page))
    assert not button(page, "Import this list").isEnabled()


def test_a_lower_version_is_refused_in_words(
    qtbot: QtBot, shared: Shared, page: PricesPage, storage: FakeStorage, tmp_path: Path
) -> None:
    prices.import_list(shared.workplace, changed(tmp_path))
    lower = SAMPLE.read_text("utf-8-sig").replace("62.90", "61.90")
    look_at(qtbot, shared, page, written(tmp_path, lower))
    click(button(page, "Import this list"))
    settle(qtbot, shared)
    assert len(storage.store.price_lists()) == 1
    assert any("SAMPLE-BE" in text and "1" in text for text in words(page))
    assert button(page, "Do not import").isEnabled()
    assert page.window().focusWidget() is button(page, "Import this list")


def test_reading_can_be_cancelled(
    qtbot: QtBot, shared: Shared, page: PricesPage, tmp_path: Path
) -> None:
    page.look_at(changed(tmp_path))
    click(button(page, "Cancel"))
    settle(qtbot, shared)
    assert "Prices that count today" in words(page)
    assert not [b for b in seen(page, QAbstractButton) if b.text().strip() == "Cancel"]


def test_the_first_import_shows_what_comes_in(
    qtbot: QtBot, shared: Shared, page: PricesPage, tmp_path: Path
) -> None:
    text = SAMPLE.read_text("utf-8-sig").replace("SAMPLE-BE", "ALSO-BE")
    look_at(qtbot, shared, page, written(tmp_path, text))
    (items,) = seen(page, ItemsView)
    assert len(cells(items.table, 0)) == items.model.rowCount() > 20
    assert any("Mobile 9 ·" in said for said in words(page))
    write(field(page, "Search items"), "waas-nb-m")
    assert cells(items.table, 0) == ["WAAS-NB-M"]
    assert "Commission 12 / 24 / 36" in headings(items.table)
    shared.show_customer(True)
    assert "Commission 12 / 24 / 36" not in headings(items.table)
    shared.show_customer(False)
    look_at(qtbot, shared, page, changed(tmp_path))
    assert not seen(page, ItemsView)


def test_no_price_that_comes_in_is_cut_at_1280(
    qtbot: QtBot, shared: Shared, page: PricesPage, tmp_path: Path
) -> None:
    shared.languages.choose(Language("fr", "BE"))
    page.resize(1092, 800)
    path = tmp_path / "licences.xlsx"
    rows = sheet("USD", 18)
    rows[4][-1] = 11_800
    path.write_bytes(workbook(USD=rows))
    look_at(qtbot, shared, page, path)
    (items,) = seen(page, ItemsView)
    table, measure = items.table, items.table.fontMetrics()
    for place, column in enumerate(items.model.columns):
        if column.figures or column.heading == "Kind":
            widest = max(map(measure.horizontalAdvance, cells(table, place)))
            assert table.columnWidth(place) >= widest + PADDING, column.heading
    assert table.horizontalHeader().length() <= table.viewport().width()


def look_at(qtbot: QtBot, shared: Shared, page: PricesPage, path: Path) -> None:
    page.look_at(path)
    settle(qtbot, shared)


def words(page: PricesPage) -> list[str]:
    return [label.text() for label in seen(page, QLabel)]


def changed(folder: Path, commission: str = "42.00") -> Path:
    text = SAMPLE.read_text("utf-8-sig").replace("version;1", "version;2")
    text = text.replace("62.90;48.90", "64.90;48.90", 1)
    return written(folder, text.replace("40.00;65.00", f"{commission};65.00", 1))


def written(folder: Path, text: str) -> Path:
    path = folder / "list.csv"
    path.write_text(text, "utf-8")
    return path
