"""The table of what a mapping makes of a file."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import QTableView, QWidget

from ui.prices.mapping.shown import Shown
from ui.shared import Shared
from ui.widgets.read_table import dress_to_read
from ui.widgets.tip import as_tip

Index = QModelIndex | QPersistentModelIndex
_NONE: Final = QModelIndex()
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
#: In pixels: a reference, a name, any other column.
_WIDEST: Final = (160, 260)
_WIDE: Final = 140
_NAME: Final = 1


class PreviewModel(QAbstractTableModel):
    """Rows of finished strings; wrong cells are red."""

    def __init__(self, shared: Shared, parent: QObject) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._shared = shared
        self._shown = Shown()

    def show_rows(self, shown: Shown) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._shown = shown
        self.endResetModel()

    def rowCount(self, parent: Index = _NONE) -> int:
        """Count the rows."""
        return 0 if parent.isValid() else len(self._shown.rows)

    def columnCount(self, parent: Index = _NONE) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else len(self._shown.headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return a cell's text, side or colour."""
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._shown.rows[row][column]
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_tip(self._shown.rows[row][column])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if self._shown.figures[column] else _LEFT
        if role == Qt.ItemDataRole.ForegroundRole:
            wrong = (row, column) in self._shown.wrong
            tokens = self._shared.tokens
            return QColor(tokens.error if wrong else tokens.text)
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:  # noqa: ANN401 - Qt's own
        """Return a column's heading."""
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._shown.headings[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if self._shown.figures[section] else _LEFT
        return None


class Preview(QTableView):
    """The first items, to read only."""

    def __init__(self, model: PreviewModel, parent: QWidget | None = None) -> None:
        """Show a model."""
        super().__init__(parent)
        self.setModel(model)
        dress_to_read(self)
        model.modelReset.connect(self._set_widths)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        self._set_widths()

    def _set_widths(self) -> None:
        """Give each column the room that it needs, the names what is left.

        A text too long has no more than others.
        """
        for column in range(self.model().columnCount()):
            heading = self.horizontalHeader().sectionSizeHint(column)
            most = _WIDEST[column] if column < len(_WIDEST) else _WIDE
            needed = min(self.sizeHintForColumn(column), most)
            self.setColumnWidth(column, max(needed, heading))
        left = self.viewport().width() - self.horizontalHeader().length()
        if left > 0:
            self.setColumnWidth(_NAME, self.columnWidth(_NAME) + left)
