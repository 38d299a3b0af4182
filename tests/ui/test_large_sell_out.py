"""What a hundred thousand contracts sold: counted beside the window, not in it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.choices import Kind
from app.settings import Settings
from app.use_cases.bundled import policies
from app.use_cases.workplace import Workplace
from bench.signed_contracts import fill_signed
from quotes_db.connections import connect
from quotes_db.storage import FILE, Database
from tests.fakes import FakeClock
from tests.quotes_db.samples import item, price_list, record
from tests.ui.hands import button, cells, click, seen
from tests.ui.watchdog import watched
from ui.jobs import Jobs
from ui.language import LanguageSwitch
from ui.shared import Shared
from ui.theme import Theme
from ui.today.sell_out_dialog import SellOutDialog
from ui.widgets.maybe_day import show_day
from ui.widgets.progress import JobProgress

CONTRACTS = 100_000
LIST = price_list(
    "1",
    item("NB-M", includes=(("NB", 1),)),
    item("NB", kind=Kind.HARDWARE, manufacturer="Brivane"),
    item("DOCK", kind=Kind.HARDWARE, manufacturer="Koldrik"),
)


@pytest.fixture
def shared(tmp_path: Path, languages: LanguageSwitch, theme: Theme) -> Iterator[Shared]:
    one, many, clock = tmp_path / "one", tmp_path / "many", FakeClock()
    many.mkdir()
    with Database(one, clock).writing() as store:
        store.add_quote(replace(record(), prices=(LIST,)))
    with closing(connect(one / FILE)) as like:
        fill_signed(many, CONTRACTS, like)
    place = Workplace(many, Database(many, clock), clock, Settings(), policies(), "t")
    jobs = Jobs()
    yield Shared(place, languages, theme, jobs)
    jobs.close()


@pytest.mark.timeout(240)
def test_no_count_keeps_the_thread_of_the_window(qtbot: QtBot, shared: Shared) -> None:
    behind = QWidget()
    qtbot.addWidget(behind)
    with watched() as dog:
        dog.doing = "opening"
        dialog = SellOutDialog(shared, behind)
        dialog.open()
        qtbot.waitUntil(lambda: not shared.jobs.busy, timeout=60_000)
        dog.doing = "counting all"
        show_day(dialog.first, date(2019, 1, 1))
        (progress,) = dialog.findChildren(JobProgress)
        qtbot.waitUntil(progress.isVisible, timeout=60_000)
        dog.doing = "stopping"
        click(button(dialog, "Cancel"))
        qtbot.waitUntil(lambda: not shared.jobs.busy, timeout=60_000)
        assert not cells(dialog.table, 0)
        dog.doing = "counting all again"
        show_day(dialog.first, date(2018, 1, 1))
        qtbot.waitUntil(lambda: not shared.jobs.busy, timeout=180_000)
    assert dict(zip(cells(dialog.table, 1), cells(dialog.table, 3), strict=True)) == {
        "NB": "1.200.000",
        "DOCK": "200.000",
        "": "200.000",
    }
    assert not seen(dialog, JobProgress)
