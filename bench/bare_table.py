"""The floor of a keystroke: a row and two labels of Qt's change, and nothing else."""

from __future__ import annotations

import time
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QTableView, QWidget

_LINES, _CHANGED = 50, 2
_COLUMNS = ("name", "quantity", "unit price", "amount")
_Index = QModelIndex | QPersistentModelIndex


class BareTable(QWidget):
    """A window as large as the program's, whose texts are there already."""

    def __init__(self) -> None:
        """Show fifty lines and two totals."""
        super().__init__()
        self._model = _Texts(self)
        table = QTableView()
        table.setModel(self._model)
        self._totals = (QLabel("1,00 €"), QLabel("1,00 €"))
        row = QHBoxLayout(self)
        for widget in (table, *self._totals):
            row.addWidget(widget)
        self.resize(1280, 800)
        self.show()

    def type(self, count: int) -> float:
        """Change one row and the totals; return milliseconds until all is painted."""
        begun = time.perf_counter()
        amount = f"{count} 345,67 €"
        self._model.change(_CHANGED, ("a line", str(count), "345,67 €", amount))
        for label in self._totals:
            label.setText(amount)
        QCoreApplication.sendPostedEvents(self, QEvent.Type.UpdateRequest.value)
        return (time.perf_counter() - begun) * 1000


class _Texts(QAbstractTableModel):
    """Rows of finished texts."""

    def __init__(self, parent: QWidget) -> None:
        """Begin with fifty of them."""
        super().__init__(parent)
        self._rows: list[tuple[str, ...]] = [_COLUMNS] * _LINES

    def change(self, row: int, texts: tuple[str, ...]) -> None:
        """Take another row in the place of one, and tell of it."""
        self._rows[row] = texts
        last = self.index(row, len(_COLUMNS) - 1)
        self.dataChanged.emit(self.index(row, 0), last)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Count the rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Count the columns."""
        return 0 if parent.isValid() else len(_COLUMNS)

    def data(self, index: _Index, role: int = 0) -> Any:  # noqa: ANN401 - Qt's own
        """Return a text."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._rows[index.row()][index.column()]
