"""A colleague's file with very many quotes is shown without a hold-up."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from app.exchange.parcel import Heading
from app.exchange.parcel_file import FORMAT, Found
from app.use_cases.exchanging import ComparedQuote, Delivery
from app.use_cases.standing import Standing
from tests.ui.conftest import Bench
from tests.ui.hands import button, click
from tests.ui.watchdog import watched
from ui.exchange.delivery_dialog import DeliveryDialog

QUOTES = 300_000


def delivery(bench: Bench) -> Delivery:
    """What a look at a very long file would have found."""
    heading = Heading(sent=bench.shared.workplace.stamp(), quotes=QUOTES, customers=0)
    standings = (Standing.HERE, Standing.SAME, Standing.NEW)
    quotes = tuple(
        ComparedQuote(
            id=f"q{n}",
            number=f"TR-2026-{n:06}",
            revision="",
            standing=standings[n % len(standings)],
            states=(f"state {n}",),
            frozen=False,
        )
        for n in range(QUOTES)
    )
    return Delivery(Found(Path("sent"), heading, FORMAT, ""), quotes, (), ())


def test_many_quotes_are_shown_and_left_without_a_hold_up(
    qtbot: QtBot, bench: Bench
) -> None:
    found = delivery(bench)
    with watched() as dog:
        dog.doing = "showing"
        dialog = DeliveryDialog(bench.shared, found, bench.window)
        dialog.open()
        qtbot.wait(50)
        model = dialog.table.model()
        shown = [model.index(row, 2).data() for row in range(2)]
        assert shown == ["changed here, stays", "new"]
        dog.doing = "scrolling"
        dialog.table.scrollToBottom()
        qtbot.wait(50)
        dog.doing = "leaving"
        click(button(dialog, "Cancel"))
        qtbot.wait(50)
