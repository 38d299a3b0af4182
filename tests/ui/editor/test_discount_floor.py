"""A floor for discounts: named to the partner, unseen by the customer."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.domain.quote import Quote
from tests.ui.editor.conftest import MakeShared, shown
from tests.ui.editor.hands import CONTROL, KEY, dialog, open_sample
from tests.ui.editor.test_issued_quotes import firm
from tests.ui.hands import seen
from ui.editor.export_dialog import ExportDialog


def reduced() -> Quote:
    quote = firm()
    first, *rest = quote.proposal.partner_services
    cheap = replace(first, discount_percent=Decimal(25))
    proposal = replace(quote.proposal, partner_services=(cheap, *rest))
    return replace(quote, proposal=proposal)


def test_below_the_floor_only_a_draft_goes_out_and_only_the_partner_reads_why(
    qtbot: QtBot, make_shared: MakeShared
) -> None:
    shared = make_shared()
    settings = shared.workplace.settings.changed("services.floor", "80")
    shared.keep_settings(settings)
    for page in shown(qtbot, shared):
        open_sample(qtbot, page, shared, reduced())
        problems = page.paper.problems

        def said() -> str:
            rows = range(problems.count())  # noqa: B023 - there is one page
            return " ".join(problems.item(row).text() for row in rows)  # noqa: B023

        assert "at least 80%" in said()
        qtbot.keyClick(page, KEY.Key_E, CONTROL)
        asked = dialog(qtbot, page)
        assert isinstance(asked, ExportDialog)
        assert not asked.purpose.final
        texts = [label.text() for label in seen(asked, QLabel)]
        assert any("only a draft" in text for text in texts)
        assert not any("80" in text for text in texts)
        asked.reject()
        shared.show_customer(True)
        assert "80" not in said()
        assert "Not shown while the customer looks on" in said()
        shared.show_customer(False)
