"""What can be added stands in lists that are in force: no others, not for a moment."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.ports import Stamp
from bench.lists import long_list
from tests.ui.editor.hands import KEY, begin_new, names, open_sample
from tests.ui.hands import seen
from ui.editor.page import EditorPage
from ui.shared import Shared

#: However busy the machine is, in milliseconds.
_PATIENCE = 30_000


def import_other(shared: Shared) -> None:
    """A list in which nothing is called as in the sample."""
    stamp = Stamp("t", shared.workplace.clock.now())
    with shared.workplace.storage.writing() as store:
        store.add_price_list(long_list(60), "new.csv", stamp)
    shared.prices_changed.emit()


def offered(page: EditorPage) -> set[str]:
    return {row.item.sku[:4] for row in page.adding.model.rows if row.item}


@pytest.mark.parametrize("saved", [False, True])
def test_an_import_withdraws_what_is_offered_at_once(
    qtbot: QtBot, page: EditorPage, shared: Shared, saved: bool
) -> None:
    if saved:
        open_sample(qtbot, page, shared)
    else:
        begin_new(qtbot, page)
    assert offered(page) - {"SKU-"}
    import_other(shared)
    assert page.adding.model.rows == ()
    said = [label.text() for label in seen(page.adding, QLabel)]
    assert said == ["The lists are being read…"]
    before = names(page)
    qtbot.keyClick(page.adding.search, KEY.Key_Return)
    assert names(page) == before
    qtbot.waitUntil(lambda: offered(page) == {"SKU-"}, timeout=_PATIENCE)


def test_an_edit_meanwhile_brings_nothing_former_back(
    qtbot: QtBot, page: EditorPage, shared: Shared
) -> None:
    begin_new(qtbot, page)
    import_other(shared)
    page.paper.edited.emit(lambda proposal: replace(proposal, title="Bureau"))
    assert page.adding.model.rows == ()
    assert page.offer is None
    qtbot.waitUntil(lambda: offered(page) == {"SKU-"}, timeout=_PATIENCE)
