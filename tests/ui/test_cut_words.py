"""No heading of a table and no words of a choice are cut, in either language."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import (
    QComboBox,
    QHeaderView,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from i18n import Language
from tests.ui.conftest import MakeBench
from tests.ui.hands import add_quote, seen, settle
from tests.ui.test_every_page import PAGES
from ui.editor.page import EditorPage

ACROSS = Qt.Orientation.Horizontal
PADDING = 24


def cut(root: QWidget) -> Iterator[str]:
    """Yield the words that have too little room."""
    for header in seen(root, QHeaderView):
        if header.orientation() == ACROSS:
            yield from _cut_headings(header)
    for box in seen(root, QComboBox):
        option = QStyleOptionComboBox()
        box.initStyleOption(option)
        room = box.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox,
            option,
            QStyle.SubControl.SC_ComboBoxEditField,
            box,
        )
        words = (box.itemText(place) for place in range(box.count()))
        measure = box.fontMetrics().horizontalAdvance
        yield from (each for each in words if measure(each) > room.width())


def _cut_headings(header: QHeaderView) -> Iterator[str]:
    font = header.font()
    font.setPixelSize(11)
    for place in range(header.count()):
        words = str(header.model().headerData(place, ACROSS))
        needed = QFontMetricsF(font).horizontalAdvance(words) + PADDING
        if not header.isSectionHidden(place) and needed > header.sectionSize(place):
            yield words


@pytest.mark.parametrize("code", ["fr", "en"])
def test_no_words_are_cut(make_bench: MakeBench, qtbot: QtBot, code: str) -> None:
    bench = make_bench()
    bench.shared.languages.choose(Language(code, "BE"))
    number = add_quote(bench.shared.workplace, "Lefèvre", "Portables")
    bench.window.findChildren(EditorPage)[0].open(number)
    for name in PAGES:
        bench.window.go(name)
        settle(qtbot, bench.shared)
        assert not list(cut(bench.window)), name
