"""The table of a quote's lines."""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from ui.models.line_rows import Row
from ui.models.rows_model import runs, unlike

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
#: The role under which a delegate gets the whole row.
ROW = Role.UserRole


class Column(IntEnum):
    """The columns, from left to right."""

    NAME = 0
    QUANTITY = 1
    UNIT = 2
    AMOUNT = 3


class LinesModel(QAbstractTableModel):
    """Shows the newest rows; only those that differ are told of.

    What is typed as a quantity goes to `quantity_typed`, which says whether it
    was one: the model itself changes nothing.
    """

    def __init__(
        self, quantity_typed: Callable[[str, str], bool], parent: QObject
    ) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._typed = quantity_typed
        self._titles: tuple[str, ...] = ("",) * len(Column)
        self._rows: tuple[Row, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows now shown."""
        return self._rows

    def name_columns(self, *titles: str) -> None:
        """Give the columns the names that are read aloud."""
        self._titles = titles
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(titles) - 1)

    def show(self, rows: tuple[Row, ...]) -> None:
        """Show these rows, told of by what differs from those before."""
        old = [row.key for row in self._rows]
        (first, end), (_, new_end) = unlike(old, [row.key for row in rows])
        self._take_away(first, end)
        self._put_in(first, rows[first:new_end])
        self._alter(rows)

    def row(self, index: Index) -> Row:
        """Return the row of an index."""
        return self._rows[index.row()]

    def place_of(self, key: str) -> int:
        """Return where the row with that key is, -1 where it is not."""
        places = (i for i, row in enumerate(self._rows) if row.key == key)
        return next(places, -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Count the rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Count the columns."""
        return 0 if parent.isValid() else len(Column)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Say that headings cannot be chosen, and quantities can be edited."""
        if not index.isValid() or self.row(index).heading:
            return Qt.ItemFlag.NoItemFlags
        chosen = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() == Column.QUANTITY:
            return chosen | Qt.ItemFlag.ItemIsEditable
        return chosen

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's own
        """Name the columns; rows are named by what they hold."""
        spoken = (Role.DisplayRole, Role.AccessibleTextRole)
        if role not in spoken:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return self._titles[section]
        return self._rows[section].name

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:  # noqa: ANN401
        """Return a row to delegates, and its texts to everybody else."""
        if not index.isValid():
            return None
        row = self.row(index)
        if role == ROW:
            return row
        if role in (Role.DisplayRole, Role.EditRole):
            return _texts(row)[index.column()]
        if role == Role.AccessibleTextRole:
            return spoken(row, index.column(), self._titles)
        return None

    def setData(
        self,
        index: Index,
        value: Any,  # noqa: ANN401 - Qt's own
        role: int = Role.EditRole,
    ) -> bool:
        """Take a quantity as it was typed; False where it is none."""
        if role != Role.EditRole or index.column() != Column.QUANTITY:
            return False
        return self._typed(self.row(index).key, str(value))

    def _take_away(self, first: int, end: int) -> None:
        """Remove the rows from first to before end."""
        if first < end:
            self.beginRemoveRows(QModelIndex(), first, end - 1)
            self._rows = self._rows[:first] + self._rows[end:]
            self.endRemoveRows()

    def _put_in(self, first: int, rows: tuple[Row, ...]) -> None:
        """Insert rows at a place."""
        if rows:
            self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
            self._rows = self._rows[:first] + rows + self._rows[first:]
            self.endInsertRows()

    def _alter(self, rows: tuple[Row, ...]) -> None:
        """Replace the rows and tell of those that are not the same."""
        pairs = enumerate(zip(self._rows, rows, strict=True))
        differing = [i for i, (old, new) in pairs if old != new]
        self._rows = rows
        for first, last in runs(differing):
            self.dataChanged.emit(
                self.index(first, 0), self.index(last, len(Column) - 1)
            )


def _texts(row: Row) -> tuple[str, str, str, str]:
    """Return the text of each column."""
    return row.name, row.quantity, row.unit, row.amount


def spoken(row: Row, column: int, titles: tuple[str, ...]) -> str:
    """Return what a screen reader says of a cell."""
    text = _texts(row)[column]
    if column == Column.NAME or row.heading:
        return ". ".join(filter(None, (text, *row.details, row.gain)))
    return f"{titles[column]} {text}, {row.name}"
