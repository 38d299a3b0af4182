"""What a problem proposes is done by one key, or by a click."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.choices import Edition
from app.domain.localized import Localized
from app.domain.price_list import PriceList
from app.domain.proposal import OptionLine, PackLine, RequestLine
from app.domain.quote import Quote
from app.ports import Stamp
from app.use_cases import issuing
from app.use_cases.bundled import sample_list, sample_quote
from tests.ui.editor.hands import CONTROL, KEY, add, dialog, focused, names, open_sample
from ui.editor.line_forms import ServiceForm
from ui.editor.page import EditorPage
from ui.shared import Shared


def ended() -> PriceList:
    """The sample list once the mobile pack M is followed by the mobile pack L."""
    sample = sample_list()
    items = tuple(
        replace(item, valid_to=date(2026, 1, 31), successor="WAAS-NB-L")
        if item.sku == "WAAS-NB-M"
        else item
        for item in sample.items
    )
    return replace(
        sample, version="2", items=items, fingerprint="b", file_fingerprint="c"
    )


def bare() -> Quote:
    """A quote of one pack and nothing else."""
    quote = sample_quote()
    pack = PackLine(id="nb", sku="WAAS-NB-M", quantity=12)
    proposal = replace(
        quote.proposal,
        packs=(pack,),
        subscriptions=(),
        partner_services=(),
        special_requests=(),
    )
    return replace(quote, proposal=proposal)


@pytest.fixture
def opened(qtbot: QtBot, page: EditorPage, shared: Shared) -> EditorPage:
    """A quote of the pack that is sold no more."""
    stamp = Stamp("t", shared.workplace.clock.now())
    with shared.workplace.storage.writing() as store:
        store.add_price_list(ended(), "b.csv", stamp)
    open_sample(qtbot, page, shared, bare())
    return page


def shown(page: EditorPage) -> list[str]:
    problems = page.paper.problems
    return [problems.item(row).text() for row in range(problems.count())]


def test_an_item_that_ended_is_followed_by_one_key(
    qtbot: QtBot, opened: EditorPage
) -> None:
    assert "Take its successor, WAAS-NB-L" in shown(opened)
    qtbot.keyClick(focused(), KEY.Key_F8)
    qtbot.keyClick(focused(), KEY.Key_Period, CONTROL)
    assert names(opened)[0] == "Mobile pack L"
    assert not [text for text in shown(opened) if "successor" in text]
    opened.actions_on.undo.trigger()
    assert names(opened)[0] == "Mobile pack M"


def test_a_click_on_what_is_proposed_does_it(qtbot: QtBot, opened: EditorPage) -> None:
    problems = opened.paper.problems
    place = shown(opened).index("Take its successor, WAAS-NB-L")
    at = problems.visualItemRect(problems.item(place)).center()
    qtbot.mouseClick(problems.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert names(opened)[0] == "Mobile pack L"


def test_an_installation_is_offered_once_a_device(
    qtbot: QtBot, page: EditorPage, shared: Shared
) -> None:
    open_sample(qtbot, page, shared, bare())
    assert "Offer the installation…" in shown(page)
    qtbot.keyClick(focused(), KEY.Key_Period, CONTROL)
    form = dialog(qtbot, page)
    assert isinstance(form, ServiceForm)
    assert form.quantity.text() == "12"
    qtbot.keyClicks(form.price, "85")
    form.accept()
    assert "Offer the installation…" not in shown(page)


@pytest.mark.parametrize(
    ("search", "times"),
    [("installation on", "12"), ("configuration", "12"), ("another service", "1")],
)
def test_a_service_that_is_found_begins_as_one_that_is_proposed(
    qtbot: QtBot, page: EditorPage, shared: Shared, search: str, times: str
) -> None:
    open_sample(qtbot, page, shared, bare())
    add(qtbot, page, search)
    form = dialog(qtbot, page)
    assert isinstance(form, ServiceForm)
    assert form.quantity.text() == times
    form.reject()


def test_f8_goes_from_problem_to_problem_and_skips_what_is_proposed(
    qtbot: QtBot, opened: EditorPage
) -> None:
    problems, seen = opened.paper.problems, []
    for _ in range(3):
        qtbot.keyClick(focused(), KEY.Key_F8)
        seen.append(problems.currentItem().text())
    assert not [text for text in seen if text.startswith(("Take", "Offer"))]
    assert (len(set(seen)), seen[0]) == (2, seen[2])


def test_what_is_said_of_three_lines_is_said_once_and_leads_to_the_first(
    qtbot: QtBot, page: EditorPage, shared: Shared
) -> None:
    quote = bare()
    requests = tuple(
        RequestLine(id=text, text=Localized.of({"en": text}), quantity=1)
        for text in ("Rugged laptop", "Scanner", "Kiosk")
    )
    proposal = replace(quote.proposal, special_requests=requests)
    open_sample(qtbot, page, shared, replace(quote, proposal=proposal))
    (said,) = [text for text in shown(page) if "await" in text]
    assert "“Rugged laptop”, “Scanner”, “Kiosk”" in said
    place = shown(page).index(said)
    while page.paper.problems.currentRow() != place:
        qtbot.keyClick(focused(), KEY.Key_F8)
    assert page.paper.table.chosen_key == "Rugged laptop"


def test_nothing_is_proposed_for_a_quote_that_was_handed_over(
    qtbot: QtBot, page: EditorPage, shared: Shared
) -> None:
    number = open_sample(qtbot, page, shared, bare())
    assert "Offer the installation…" in shown(page)
    issuing.issue(shared.workplace, number, [Edition.FR])
    page.open(number)
    qtbot.waitUntil(page.lifecycle.isVisible)
    assert not [text for text in shown(page) if "installation" in text]
    qtbot.keyClick(focused(), KEY.Key_Period, CONTROL)
    assert not page.findChildren(ServiceForm)


def test_an_option_is_followed_too(
    qtbot: QtBot, page: EditorPage, shared: Shared
) -> None:
    quote = bare()
    option = OptionLine(id="up", sku="O365-BP-UP", quantity=12)
    (pack,) = quote.proposal.packs
    proposal = replace(quote.proposal, packs=(replace(pack, options=(option,)),))
    open_sample(qtbot, page, shared, replace(quote, proposal=proposal))
    page.wishes.follow("packs[0].options[0]", "O365-E3-UP")
    assert "E3" in names(page)[1]
