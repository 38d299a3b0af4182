"""The table of what a file would change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from i18n import N_
from ui.prices.change_rows import ChangeRow
from ui.shared import Shared
from ui.widgets.kind import set_kind

Index = QModelIndex | QPersistentModelIndex
_NONE: Final = QModelIndex()
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the comparison."""

    heading: str
    text: Callable[[ChangeRow], str]
    width: int = 0
    figures: bool = False


_COLUMNS: Final = (
    Column(N_("Reference"), lambda row: row.sku, 130),
    Column(N_("Item"), lambda row: row.name),
    Column(N_("What changes"), lambda row: row.what, 190),
    Column(N_("Before"), lambda row: row.before, 120, figures=True),
    Column(N_("After"), lambda row: row.after, 120, figures=True),
    Column(N_("Change"), lambda row: row.rise, 80, figures=True),
)


class ChangeModel(QAbstractTableModel):
    """Rows of finished strings, coloured by what they mean."""

    def __init__(self, shared: Shared, parent: QObject) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._shared = shared
        self._rows: tuple[ChangeRow, ...] = ()

    def show_rows(self, rows: tuple[ChangeRow, ...]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = _NONE) -> int:
        """Count the rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NONE) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else len(_COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return a cell's text, side or colour."""
        row, column = self._rows[index.row()], _COLUMNS[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return column.text(row)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.figures else _LEFT
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._colour(row)
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:  # noqa: ANN401 - Qt's own
        """Return a column's heading; a row's is what it is about."""
        if role == Qt.ItemDataRole.DisplayRole:
            if orientation == Qt.Orientation.Vertical:
                return self._rows[section].sku
            return self._shared.language.gettext(_COLUMNS[section].heading)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if _COLUMNS[section].figures else _LEFT
        return None

    def _colour(self, row: ChangeRow) -> QColor:
        """Return the colour a row is written in."""
        tone = "own" if row.own else row.tone
        return QColor(getattr(self._shared.tokens, tone or "text"))


class ChangeTable(QTableView):
    """The comparison, to read only."""

    def __init__(self, model: ChangeModel, parent: QWidget | None = None) -> None:
        """Show a model."""
        super().__init__(parent)
        set_kind(self, "read")
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(30)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        mode = QHeaderView.ResizeMode
        for number, column in enumerate(_COLUMNS):
            fixed = bool(column.width)
            header.setSectionResizeMode(
                number, mode.Interactive if fixed else mode.Stretch
            )
            if fixed:
                self.setColumnWidth(number, column.width)
