"""A start paints its list once, and lets Qt answer before."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.main import make_workplace
from app.use_cases import quotes
from app.use_cases.bundled import sample_quote
from tests.ui.test_hasty import Sitting, sit
from ui.quotes.table import QuoteTable

__all__ = ["sit"]


class Paints(QObject):
    """Counts how often the rows of a list with quotes are painted."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        table = watched.parent()
        rows = isinstance(table, QuoteTable) and watched is table.viewport()
        self.count += rows and event.type() is QEvent.Type.Paint
        return False


def test_the_list_is_painted_once(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, sit: Callable[[Path], Sitting]
) -> None:
    workplace = make_workplace(tmp_path)
    for _ in range(3):
        quotes.add(workplace, sample_quote())
    paints = Paints()
    sitting = sit(tmp_path)
    qapp.installEventFilter(paints)
    sitting.wait(qtbot)
    qapp.removeEventFilter(paints)
    (table,) = sitting.window.findChildren(QuoteTable)
    assert table.model().rowCount() == 3
    assert table.viewport().updatesEnabled()
    assert paints.count == 1
    sitting.end(qtbot)
