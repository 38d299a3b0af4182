"""What a banner says of files that were written, and offers to do with them."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from app.domain.problems import error, warning
from tests.ui.conftest import Bench, System
from tests.ui.hands import click, seen, texts
from ui.widgets.banner import Banner


@pytest.fixture
def banner(qtbot: QtBot, bench: Bench) -> Banner:
    made = Banner(bench.shared)
    qtbot.addWidget(made)
    return made


def offered(banner: Banner) -> dict[str, QAbstractButton]:
    # What a layout was given is shown by the next event.
    QApplication.processEvents()
    return {each.accessibleName(): each for each in seen(banner, QAbstractButton)}


def test_a_single_pdf_is_opened_or_shown(banner: Banner, system: System) -> None:
    path = Path("/papers") / "a.pdf"
    banner.show_written("Written.", (path,))
    click(offered(banner)["Open the PDF"])
    click(offered(banner)["Show in folder"])
    assert system.opened == [path, path.parent]


def test_a_pdf_of_each_language_is_opened(banner: Banner, system: System) -> None:
    paths = [Path("/papers") / name for name in ("a-fr.pdf", "a-en.pdf")]
    banner.show_written("Written.", paths)
    click(offered(banner)["Open the PDFs"])
    assert system.opened == paths


@pytest.mark.parametrize("names", [("list.csv",), ("1.pdf", "2.pdf", "3.pdf", "4.pdf")])
def test_other_and_many_files_are_only_shown(
    banner: Banner, names: tuple[str, ...]
) -> None:
    banner.show_written("Written.", [Path(name) for name in names])
    assert [*offered(banner)] == ["Show in folder", "Close this message"]


def test_the_offer_goes_with_the_message(banner: Banner) -> None:
    banner.show_written("Written.", (Path("a.pdf"),))
    banner.show_good("Imported.")
    assert [*offered(banner)] == ["Close this message"]
    banner.show_written("Written.", (Path("a.pdf"),))
    banner.show_problems((warning("sample_prices"),))
    assert [*offered(banner)] == ["Close this message"]


def test_a_customer_reads_nothing_of_the_partner_s_own(bench: Bench) -> None:
    made = Banner(bench.shared)
    left, floor = Decimal(75), Decimal(80)
    made.show_problems((error("discount_below_floor", left=left, value=floor),))
    assert any("80" in text for text in texts(made))
    bench.shared.show_customer(True)
    assert not any("80" in text for text in texts(made))
    assert any("Not shown while the customer" in text for text in texts(made))
    bench.shared.show_customer(False)
    assert any("80" in text for text in texts(made))
