"""What a pack may still get stands before the next pack, and does not bury it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.choices import OPTION_KINDS, Kind
from i18n import Language
from tests.ui.editor.hands import (
    CONTROL,
    KEY,
    focused,
    go_to_lines,
    names,
    open_sample,
    press,
)
from ui.editor.page import EditorPage
from ui.models.addables import Addable
from ui.models.addables_model import ROW
from ui.models.words import MISSING
from ui.shared import Shared


@pytest.fixture
def opened(qtbot: QtBot, page: EditorPage, shared: Shared) -> EditorPage:
    open_sample(qtbot, page, shared)
    page.paper.table.choose("nb")
    return page


def chosen(page: EditorPage) -> Addable:
    row: Addable = page.adding.list.currentIndex().data(ROW)
    return row


def is_pack(row: Addable) -> bool:
    return row.item is not None and row.item.kind is Kind.PACK


def search(qtbot: QtBot, page: EditorPage) -> None:
    qtbot.keyClick(page, KEY.Key_L, CONTROL)
    assert focused() is page.adding.search


def test_the_next_pack_is_a_few_keys_away(qtbot: QtBot, opened: EditorPage) -> None:
    search(qtbot, opened)
    presses = 0
    while not is_pack(chosen(opened)):
        press(qtbot, KEY.Key_Down)
        presses += 1
        assert presses < 6
    before = len(names(opened))
    press(qtbot, KEY.Key_Return)
    assert len(names(opened)) == before + 1


def test_enter_unfolds_the_other_options_and_goes_on_among_them(
    qtbot: QtBot, opened: EditorPage
) -> None:
    search(qtbot, opened)
    short = [row.key for row in opened.adding.model.rows]
    while not chosen(opened).folded:
        press(qtbot, KEY.Key_Down)
    press(qtbot, KEY.Key_Return)
    assert chosen(opened).key not in short
    rows = opened.adding.model.rows
    assert len(rows) > len(short)
    assert not [row for row in rows if row.folded]
    opened.paper.table.choose("dt")
    assert [row for row in opened.adding.model.rows if row.folded]


@pytest.mark.parametrize(
    ("code", "said"), [("en", "already added"), ("fr", "déjà ajouté")]
)
def test_what_stands_under_the_pack_says_so_and_leads_to_its_line(
    qtbot: QtBot, opened: EditorPage, shared: Shared, code: str, said: str
) -> None:
    shared.languages.choose(Language.of(code, "BE"))
    search(qtbot, opened)
    qtbot.keyClicks(focused(), "premium")
    found = chosen(opened)
    assert found.item is not None
    assert found.item.sku == "O365-BP-UP"
    index = opened.adding.list.currentIndex()
    assert said in str(index.data(Qt.ItemDataRole.AccessibleTextRole))
    before = names(opened)
    press(qtbot, KEY.Key_Return)
    assert names(opened) == before
    assert opened.paper.table.chosen_key == "nb-office"


def test_what_is_there_makes_room_for_what_is_not(
    qtbot: QtBot, opened: EditorPage
) -> None:
    assert not [row for row in opened.adding.model.rows if row.there]
    go_to_lines(qtbot, opened)
    first = next(row for row in opened.adding.model.rows if row.pack_id)
    search(qtbot, opened)
    press(qtbot, KEY.Key_Return)
    assert first.key not in [row.key for row in opened.adding.model.rows]


def test_all_that_adds_to_a_pack_has_a_plus_and_says_what_it_earns(
    opened: EditorPage, shared: Shared
) -> None:
    stocking = opened.offer
    assert stocking is not None
    stock, wanted, reader = stocking
    opened.adding.show_stock(stock, replace(wanted, search="e"), reader)
    rows = [row for row in opened.adding.model.rows if row.item]
    options = [r for r in rows if r.item and r.item.kind in OPTION_KINDS]
    assert {row.price[0] for row in options} <= {"+", MISSING[0]}
    assert not [row for row in rows if row not in options and "+" in row.price]
    assert [row for row in options if row.gain.startswith("you +")]
    shared.show_customer(True)
    assert not [row for row in opened.adding.model.rows if row.gain]
