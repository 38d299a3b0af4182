"""A table to read only, over rows of finished strings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui.shared import Shared
from ui.widgets.kind import set_kind
from ui.widgets.tip import as_tip

Index = QModelIndex | QPersistentModelIndex
Row = TypeVar("Row")
_NONE: Final = QModelIndex()
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_ROW_HEIGHT: Final = 30


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """A column: its heading, its text, its width (0 takes what is left).

    One that `grows` is as wide as its texts need, where there is room for it. `own`
    is for the partner's eyes alone: left out while a customer looks on.
    """

    heading: str
    text: Callable[[Row], str]
    width: int = 0
    figures: bool = False
    own: bool = False
    grows: bool = False


def no_tone(_row: object) -> str:
    """Colour no row."""
    return ""


class ReadModel(QAbstractTableModel, Generic[Row]):
    """Rows under columns; a row may be coloured by what it means."""

    def __init__(
        self,
        shared: Shared,
        columns: Sequence[Column[Row]],
        parent: QObject,
        tone: Callable[[Row], str] = no_tone,
    ) -> None:
        """Begin empty; `tone` names the token of a row's colour, '' for the usual."""
        super().__init__(parent)
        self._shared, self._every, self._tone = shared, tuple(columns), tone
        self._rows: Sequence[Row] = ()

    @property
    def columns(self) -> tuple[Column[Row], ...]:
        """The columns for whoever looks on now."""
        hidden = self._shared.customer_view
        return tuple(each for each in self._every if not (each.own and hidden))

    @property
    def rows(self) -> Sequence[Row]:
        """The rows that are shown."""
        return self._rows

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = _NONE) -> int:
        """Count the rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NONE) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return a cell's text, side or colour."""
        row, column = self._rows[index.row()], self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_tip(column.text(row))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.figures else _LEFT
        if role == Qt.ItemDataRole.ForegroundRole:
            tone = "own" if column.own else self._tone(row)
            return QColor(getattr(self._shared.tokens, tone or "text"))
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:  # noqa: ANN401 - Qt's own
        """Return a column's heading; a row's is its first text, read aloud."""
        if orientation == Qt.Orientation.Vertical:
            shown = role == Qt.ItemDataRole.DisplayRole
            return self.columns[0].text(self._rows[section]) if shown else None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._shared.language.gettext(column.heading)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.figures else _LEFT
        return None


class ReadTable(QTableView):
    """Shows a model; rows can be chosen, nothing can be typed."""

    #: A column that takes what is left takes no less.
    least = 180

    def __init__(self, model: ReadModel[Any], parent: QWidget | None = None) -> None:
        """Show a model."""
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        dress_to_read(self)
        model.modelReset.connect(self.fit)
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Give each column its width, the others what is left, or scroll."""
        mode, columns = QHeaderView.ResizeMode, self._model.columns
        widths = [column.width or self.least for column in columns]
        room = self.viewport().width() - sum(widths)
        cramped = room < 0
        for number, column in enumerate(columns):
            if column.grows and room > 0:
                lacks = self.sizeHintForColumn(number) - widths[number]
                more = min(room, max(lacks, 0))
                widths[number] += more
                room -= more
            stretches = not (column.width or cramped)
            self.horizontalHeader().setSectionResizeMode(
                number, mode.Stretch if stretches else mode.Interactive
            )
            if not stretches:
                self.setColumnWidth(number, widths[number])


def dress_to_read(table: QTableView) -> None:
    """Take away what typing needs, and let rows be chosen one at a time."""
    set_kind(table, "read")
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.setAlternatingRowColors(True)
    table.setWordWrap(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
    table.horizontalHeader().setHighlightSections(False)
