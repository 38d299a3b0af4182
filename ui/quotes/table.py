"""The table of saved quotes, and how its columns share the width."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui.quotes.list_model import COLUMNS, QuoteListModel
from ui.quotes.painting import ROW_HEIGHT, QuotePainter
from ui.theme import Theme
from ui.widgets.kind import set_kind

_WIDTHS: Final = {
    "number": 158,
    "status": 116,
    "date": 106,
    "valid": 116,
    "term": 72,
    "monthly": 142,
}
#: Narrower than this, the column gives way to the others.
_GIVES_WAY: Final = {"date": 960, "term": 640, "valid": 560}
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class QuoteTable(QTableView):
    """Rows to choose by arrow or click; `opened` by Enter or double click."""

    opened = Signal()

    def __init__(self, model: QuoteListModel, theme: Theme, parent: QWidget) -> None:
        """Show a model."""
        super().__init__(parent)
        set_kind(self, "quotes")
        self.setModel(model)
        self.setItemDelegate(QuotePainter(theme, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._set_headers()
        self.doubleClicked.connect(self.opened)

    def choose(self, place: int) -> None:
        """Choose a row and bring it into sight."""
        index = self.model().index(max(place, 0), 0)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter; Home and End are the first and the last quote."""
        if event.key() in _ENTER and self.currentIndex().isValid():
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Home:
            self.choose(0)
        elif event.key() == Qt.Key.Key_End:
            self.choose(self.model().rowCount() - 1)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have a row chosen, so that the focus is seen."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.model().rowCount():
            self.choose(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let columns give way where the window is narrow."""
        for number, column in enumerate(COLUMNS):
            least = _GIVES_WAY.get(column.name, 0)
            self.setColumnHidden(number, self.width() < least)
        super().resizeEvent(event)

    def _set_headers(self) -> None:
        """Give each column its width, the customer what is left."""
        rows = self.verticalHeader()
        rows.hide()
        rows.setDefaultSectionSize(ROW_HEIGHT)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        for number, column in enumerate(COLUMNS):
            fixed = column.name in _WIDTHS
            mode = QHeaderView.ResizeMode
            header.setSectionResizeMode(number, mode.Fixed if fixed else mode.Stretch)
            if fixed:
                self.setColumnWidth(number, _WIDTHS[column.name])
