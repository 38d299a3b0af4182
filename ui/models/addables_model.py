"""The list of what can be added."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from ui.models.addables import Addable
from ui.widgets.tip import as_tip

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
#: The role under which a delegate gets the whole row.
ROW = Role.UserRole


class AddablesModel(QAbstractListModel):
    """Shows rows; the same rows again are no change."""

    def __init__(self, parent: QObject) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._rows: tuple[Addable, ...] = ()

    @property
    def rows(self) -> tuple[Addable, ...]:
        """The rows now shown."""
        return self._rows

    def show(self, rows: tuple[Addable, ...]) -> bool:
        """Show these rows; tell whether they are others than before."""
        if rows == self._rows:
            return False
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()
        return True

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Count the rows."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Say that headings cannot be chosen."""
        if not index.isValid() or self._rows[index.row()].heading:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:  # noqa: ANN401
        """Return a row to the delegate, and its texts to everybody else."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role == Role.DisplayRole:
            return row.name
        if role in (Role.AccessibleTextRole, Role.ToolTipRole):
            parts = (
                row.name,
                row.favourite,
                row.there,
                row.price,
                row.gain,
                row.detail,
            )
            said = ", ".join(filter(None, parts))
            return as_tip(said) if role == Role.ToolTipRole else said
        return None
