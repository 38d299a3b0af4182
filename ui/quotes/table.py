"""The table of saved quotes, and how its columns share the width."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby
from typing import Final

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.domain.listing import newest
from ui.quotes.list_model import COLUMNS, OWN, QuoteListModel
from ui.quotes.painting import ROW_HEIGHT, Index, QuotePainter
from ui.theme import Theme
from ui.widgets.kind import set_kind

_WIDTHS: Final = {
    # Room for an earlier revision, TR-2026-123456-AB.
    "number": 174,
    "status": 116,
    "date": 106,
    "valid": 116,
    "term": 72,
    "commission": 124,
    "monthly": 142,
}
#: Narrower than this, the column gives way to the others.
_GIVES_WAY: Final = {"commission": 1000, "date": 960, "term": 800, "valid": 700}
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
#: Why keys come to the list where it was gone to: not by a click, which chooses for
#: itself, nor since it, or its window, has just come.
_GONE_TO: Final = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
    Qt.FocusReason.OtherFocusReason,
)
_FOLDS: Final = (Qt.Key.Key_Left, Qt.Key.Key_Right)


class QuoteTable(QTableView):
    """Rows to choose by arrow or click; `opened` by Enter or double click."""

    opened = Signal()
    #: The earlier revisions of the current quote: to be shown, or folded away.
    folded = Signal(bool)
    menu_wanted = Signal(object)

    def __init__(self, model: QuoteListModel, theme: Theme, parent: QWidget) -> None:
        """Show a model."""
        super().__init__(parent)
        set_kind(self, "quotes")
        self._quotes = model
        self._watched = False
        #: What is chosen, and what of it is shown while more rows are to come.
        self._wanted: tuple[int, ...] = ()
        self._shown: tuple[int, ...] | None = None
        self.setModel(model)
        self.setItemDelegate(QuotePainter(theme, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._set_headers()
        self.doubleClicked.connect(self.opened)

    def chosen(self) -> tuple[int, ...]:
        """Return the places that are chosen, in the order of the list."""
        ranges = self.selectionModel().selection()
        each = (ranges.at(number) for number in range(ranges.size()))
        rows = sorted({(part.top(), part.bottom()) for part in each})
        return tuple(
            place for first, last in rows for place in self._quotes.places(first, last)
        )

    @contextmanager
    def kept(self, *, more: bool) -> Iterator[None]:
        """Choose again what was chosen, once the model was changed.

        Where `more` rows follow, some of what was chosen may come with them.
        """
        model, current = self._quotes, self.currentIndex()
        place = (
            model.places(current.row(), current.row())[0] if current.isValid() else 0
        )
        chosen, at = self.chosen(), self.verticalScrollBar().value()
        if chosen == self._shown:
            chosen = self._wanted
        yield
        if self.chosen() != chosen:
            self._choose_again(place, chosen)
            self.verticalScrollBar().setValue(at)
        self._wanted, self._shown = chosen, self.chosen() if more else None

    def _choose_again(self, current: int, chosen: Sequence[int]) -> None:
        """Choose what is shown of some places."""
        model = self._quotes
        if (row := model.find(current)) >= 0:
            self.choose(row)
        flags = QItemSelectionModel.SelectionFlag
        selection = QItemSelection()
        for first, last in _runs(model.find_all(chosen)):
            selection.select(model.index(first, 0), model.index(last, 0))
        self.selectionModel().select(selection, flags.ClearAndSelect | flags.Rows)

    def choose(self, place: int) -> None:
        """Choose a row and bring it into sight."""
        index = self.model().index(max(place, 0), 0)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    def rehearse(self) -> None:
        """Paint the first row where nobody sees it: most letters are drawn by then."""
        if not self._quotes.rowCount():
            return
        paper = QPixmap(self.width(), ROW_HEIGHT)
        painter, option = QPainter(paper), QStyleOptionViewItem()
        for column, _ in enumerate(COLUMNS):
            option.rect = QRect(0, 0, self.columnWidth(column), ROW_HEIGHT)
            self.itemDelegate().paint(painter, option, self._quotes.index(0, column))
        painter.end()

    def currentChanged(self, now: Index, left: Index) -> None:
        """Paint the ring anew: it goes around a row, and Qt paints a cell."""
        super().currentChanged(now, left)
        for index in (now, left):
            top = self.rowViewportPosition(index.row())
            self.viewport().update(0, top, self.viewport().width(), ROW_HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter; Home and End are the first and the last quote."""
        if event.key() in _ENTER and self.currentIndex().isValid():
            self.opened.emit()
        elif event.key() in _FOLDS and self.currentIndex().isValid():
            self.folded.emit(event.key() == Qt.Key.Key_Right)
        elif event.key() == Qt.Key.Key_Home:
            self.choose(0)
        elif event.key() == Qt.Key.Key_End:
            self.choose(self.model().rowCount() - 1)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Fold or unfold where the line about earlier revisions is clicked."""
        super().mouseReleaseEvent(event)
        at = event.position().toPoint()
        index = self.indexAt(at)
        if not index.isValid() or COLUMNS[index.column()].name != "number":
            return
        lower = at.y() > self.visualRect(index).center().y()
        if lower and self._quotes.row(index).earlier:
            self.folded.emit(not self._is_unfolded(index.row()))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of what is chosen."""
        if self.currentIndex().isValid():
            self.menu_wanted.emit(event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have a row chosen where somebody comes by key, so that the focus is seen."""
        super().focusInEvent(event)
        if self.selectedIndexes() or not self.model().rowCount():
            return
        # Qt makes the first row the current one, and leaves it unseen.
        if event.reason() in _GONE_TO:
            self.choose(max(0, self.currentIndex().row()))
        else:
            self.selectionModel().clearCurrentIndex()

    def watch(self, on: bool) -> None:
        """Hide what only the partner may see, or show it."""
        self._watched = on
        self._quotes.watch(on)
        self._give_way()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let columns give way where the window is narrow."""
        self._give_way()
        super().resizeEvent(event)

    def _give_way(self) -> None:
        """Show the columns that there is room for, and that may be seen."""
        for number, column in enumerate(COLUMNS):
            narrow = self.width() < _GIVES_WAY.get(column.name, 0)
            own = self._watched and column.name == OWN
            self.setColumnHidden(number, narrow or own)

    def _is_unfolded(self, row: int) -> bool:
        """Tell whether the next row is an earlier revision of this one's quote."""
        below = self._quotes.places(row + 1, row + 1)
        return bool(below) and newest(below[0]) != below[0]

    def _set_headers(self) -> None:
        """Give each column its width, the customer what is left."""
        rows = self.verticalHeader()
        rows.hide()
        rows.setDefaultSectionSize(ROW_HEIGHT)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        # To paint itself it would look whether every row is chosen.
        header.setSelectionModel(QItemSelectionModel(self._quotes, header))
        for number, column in enumerate(COLUMNS):
            fixed = column.name in _WIDTHS
            mode = QHeaderView.ResizeMode
            header.setSectionResizeMode(number, mode.Fixed if fixed else mode.Stretch)
            if fixed:
                self.setColumnWidth(number, _WIDTHS[column.name])


def _runs(rows: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Join rows that follow one another."""
    for _, run in groupby(enumerate(rows), lambda each: each[1] - each[0]):
        together = [row for _, row in run]
        yield together[0], together[-1]
