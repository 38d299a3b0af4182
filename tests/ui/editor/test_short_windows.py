"""Where the window is low, the lines have the room: what is wrong folds to a line."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from tests.ui.editor.hands import KEY, focused, open_sample
from tests.ui.editor.test_remedies import bare
from ui.editor.page import EditorPage
from ui.shared import Shared

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def low(qtbot: QtBot, page: EditorPage, shared: Shared) -> EditorPage:
    """A quote with three problems, two of which propose nothing."""
    page.resize(904, 518)
    open_sample(qtbot, page, shared)
    return page


def rows(page: EditorPage) -> list[str]:
    problems = page.paper.problems
    items = [problems.item(row) for row in range(problems.count())]
    return [item.text() for item in items if not item.isHidden()]


def click_first(qtbot: QtBot, page: EditorPage) -> None:
    problems = page.paper.problems
    shown = next(
        problems.item(row)
        for row in range(problems.count())
        if not problems.item(row).isHidden()
    )
    at = problems.visualItemRect(shown).center()
    qtbot.mouseClick(problems.viewport(), LEFT, pos=at)


def test_one_line_tells_how_many_there_are(low: EditorPage, qtbot: QtBot) -> None:
    (said,) = rows(low)
    assert said.startswith("1/2 · ")
    lines = low.paper.table
    assert lines.height() > 3 * low.paper.problems.height()
    low.resize(1280, 800)
    qtbot.waitUntil(lambda: len(rows(low)) == 2)
    assert not [each for each in rows(low) if "/2" in each]


def test_a_click_shows_them_all_until_the_keys_are_elsewhere(
    low: EditorPage, qtbot: QtBot
) -> None:
    click_first(qtbot, low)
    assert len(rows(low)) == 2
    click_first(qtbot, low)
    assert focused() is not low.paper.problems
    assert len(rows(low)) == 1


def test_f8_leads_to_each_and_says_it(low: EditorPage, qtbot: QtBot) -> None:
    seen: list[str] = []
    for _ in range(2):
        qtbot.keyClick(focused(), KEY.Key_F8)
        seen += rows(low)
    assert [each[:3] for each in seen] == ["1/2", "2/2"]
    assert low.paper.table.chosen_key


def test_a_click_beside_everything_leaves_the_quantity_that_is_typed(
    page: EditorPage, qtbot: QtBot, shared: Shared
) -> None:
    open_sample(qtbot, page, shared, bare())
    qtbot.keyClick(focused(), KEY.Key_7)
    assert focused() is not page.paper.table
    below = page.paper.rect().bottomLeft() + QPoint(300, -20)
    qtbot.mouseClick(page.paper, LEFT, pos=below)
    assert focused() is page.paper.table
    assert page.wishes.session is not None
    assert page.wishes.session.state.quote.proposal.packs[0].quantity == 7


def test_no_wider_gap_follows_a_single_line(
    page: EditorPage, qtbot: QtBot, shared: Shared
) -> None:
    open_sample(qtbot, page, shared, bare())
    table, problems = page.paper.table, page.paper.problems
    whole = table.verticalHeader().length()
    qtbot.waitUntil(lambda: table.height() == whole)
    assert problems.y() - table.geometry().bottom() < 20
