"""A colleague's file is looked at before it is taken in, dropped or chosen."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QTableView
from pytestqt.qtbot import QtBot

from app.exchange import parcel_file
from app.use_cases import customers, exchanging
from app.use_cases.workplace import Workplace
from tests.fakes import FakeStorage
from tests.ui.conftest import Bench
from tests.ui.hands import add_quote, button, cells, click, press, seen, settle, texts
from ui.customers.page import CustomersPage
from ui.exchange.delivery_dialog import DeliveryDialog
from ui.folders import remember_folder


def colleague(bench: Bench, folder: Path) -> Workplace:
    """A workplace on another laptop."""
    here = bench.shared.workplace
    folder.mkdir()
    return Workplace(
        folder,
        FakeStorage(folder),
        here.clock,
        here.settings,
        here.policies,
        "colleague",
    )


def test_a_file_that_is_dropped_is_compared_then_taken_in(
    qtbot: QtBot, bench: Bench, tmp_path: Path
) -> None:
    other = colleague(bench, tmp_path / "other")
    add_quote(other, "Ateliers Dupont SA")
    bench.window.file_dropped.emit(str(exchanging.send(other, tmp_path)))
    settle(qtbot, bench.shared)
    (dialog,) = bench.window.findChildren(DeliveryDialog)
    assert cells(dialog.table, 2) == ["new", "new"]
    bench.shared.show_customer(True)
    assert not seen(dialog, QTableView)
    bench.shared.show_customer(False)
    click(button(dialog, "Take it in"))
    settle(qtbot, bench.shared)
    (found,) = customers.all_customers(bench.shared.workplace)
    assert (found.customer.name, len(found.quotes)) == ("Ateliers Dupont SA", 1)
    assert "The colleague’s file is taken in." in texts(bench.window)
    bench.window.file_dropped.emit(str(next(tmp_path.glob("*.waas-exchange"))))
    settle(qtbot, bench.shared)
    again = bench.window.findChildren(DeliveryDialog)[-1]
    assert any("is here already" in text for text in texts(again))
    assert not again.take.isEnabled()


def test_both_ways_begin_where_the_last_files_went_and_hear_f9(
    qtbot: QtBot, bench: Bench, tmp_path: Path
) -> None:
    (tmp_path / "offers").mkdir()
    remember_folder(bench.shared, tmp_path / "offers" / "one.pdf")
    page = bench.window.findChild(CustomersPage)
    assert page is not None
    for ask in (page.exchange.send, page.exchange.choose):
        ask()
        dialog = page.findChildren(QFileDialog)[-1]
        assert dialog.directory().absolutePath() == str(tmp_path / "offers")
        qtbot.waitUntil(dialog.isActiveWindow)
        press(dialog, Qt.Key.Key_F9)
        assert bench.shared.customer_view
        bench.shared.show_customer(False)
        dialog.reject()


def test_what_is_written_for_a_colleague_says_that_it_is_confidential(
    qtbot: QtBot, bench: Bench, tmp_path: Path
) -> None:
    add_quote(bench.shared.workplace, "Ateliers Dupont SA")
    page = bench.window.findChild(CustomersPage)
    assert page is not None
    bench.window.go("customers")
    page.exchange.write(tmp_path / "sent")
    settle(qtbot, bench.shared)
    (file,) = (tmp_path / "sent").iterdir()
    assert file.name.startswith("CONFIDENTIAL")
    said = f"{file.name} holds notes and commissions"
    assert any(text.startswith(said) for text in texts(page))
    bench.shared.show_customer(True)
    assert not any("commission" in text for text in texts(page))


def test_what_is_written_while_a_customer_looks_on_is_told_once_alone(
    qtbot: QtBot, bench: Bench, tmp_path: Path
) -> None:
    page = bench.window.findChild(CustomersPage)
    assert page is not None
    bench.window.go("customers")
    page.exchange.write(tmp_path / "sent")
    bench.shared.show_customer(True)
    settle(qtbot, bench.shared)
    assert [*(tmp_path / "sent").iterdir()]
    assert not any("commission" in text for text in texts(bench.window))
    bench.shared.show_customer(False)
    assert any("holds notes and commissions" in text for text in texts(page))


def test_writing_says_how_far_it_is_and_leaves_nothing_once_cancelled(
    qtbot: QtBot, bench: Bench, tmp_path: Path
) -> None:
    for n in range(120):
        add_quote(bench.shared.workplace, f"Dumont {n}")
    bench.window.go("customers")
    settle(qtbot, bench.shared)
    page = bench.window.findChild(CustomersPage)
    assert page is not None
    page.exchange.write(tmp_path)
    click(button(page, "Cancel"))
    settle(qtbot, bench.shared)
    assert not list(tmp_path.glob("*.waas-exchange"))
    page.exchange.write(tmp_path)
    assert "Writing quotes and customers…" in texts(page)
    settle(qtbot, bench.shared)
    assert len(list(tmp_path.glob("*.waas-exchange"))) == 1


def test_more_than_can_be_read_again_is_not_written_and_says_so(
    qtbot: QtBot, bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_quote(bench.shared.workplace, "Ateliers Dupont SA")
    monkeypatch.setattr(parcel_file, "MOST_RECORDS", 1)
    page = bench.window.findChild(CustomersPage)
    assert page is not None
    bench.window.go("customers")
    page.exchange.write(tmp_path / "sent")
    settle(qtbot, bench.shared)
    said = "Nothing was written: 2 quotes and customers"
    assert any(said in text for text in texts(page))
    assert list((tmp_path / "sent").glob("*")) == []


def test_a_look_and_an_intake_say_how_far_they_are_and_can_be_cancelled(
    qtbot: QtBot, bench: Bench, tmp_path: Path
) -> None:
    other = colleague(bench, tmp_path / "other")
    for n in range(40):
        add_quote(other, f"Dumont {n}")
    file = exchanging.send(other, tmp_path)
    page = bench.window.findChild(CustomersPage)
    assert page is not None
    bench.window.go("customers")
    page.exchange.look_at(file)
    assert "Comparing what the file brings…" in texts(page)
    click(button(page, "Cancel"))
    settle(qtbot, bench.shared)
    assert not page.findChildren(DeliveryDialog)
    page.exchange.look_at(file)
    settle(qtbot, bench.shared)
    (dialog,) = page.findChildren(DeliveryDialog)
    click(button(dialog, "Take it in"))
    assert "Taking in quotes and customers…" in texts(page)
    click(button(page, "Cancel"))
    settle(qtbot, bench.shared)
    assert customers.all_customers(bench.shared.workplace) == ()
