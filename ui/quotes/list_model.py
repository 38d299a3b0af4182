"""The quotes of the list, those that match what is searched."""

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

from i18n import N_, Language
from ui.quotes.rows import QuoteRow, words_of

Index = QModelIndex | QPersistentModelIndex
_NONE: Final = QModelIndex()
ROW_ROLE: Final = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, its text, and whether figures stand in it."""

    name: str
    heading: str
    text: Callable[[QuoteRow], str]
    figures: bool = False


COLUMNS: Final = (
    Column("number", N_("Number"), lambda row: row.label),
    Column("customer", N_("Customer"), lambda row: _lines(row.customer, row.title)),
    Column("status", N_("Status"), lambda row: row.status),
    Column("date", N_("Date"), lambda row: row.date, figures=True),
    Column("valid", N_("Valid until"), lambda row: row.valid_until, figures=True),
    Column("term", N_("Months"), lambda row: row.term, figures=True),
    Column("monthly", N_("Per month"), lambda row: row.monthly, figures=True),
)


class QuoteListModel(QAbstractTableModel):
    """A table over frozen rows; `search` narrows it."""

    def __init__(self, language: Callable[[], Language], parent: QObject) -> None:
        """Begin empty; headings are in whatever language is spoken."""
        super().__init__(parent)
        self._language = language
        self._all: tuple[QuoteRow, ...] = ()
        self._shown: tuple[QuoteRow, ...] = ()
        self._words: tuple[str, ...] = ()

    @property
    def total(self) -> int:
        """How many quotes there are, shown or not."""
        return len(self._all)

    def show_rows(self, rows: tuple[QuoteRow, ...]) -> None:
        """Take other rows, narrowed as before."""
        self._all = rows
        self._narrow()

    def search(self, text: str) -> None:
        """Show the rows that hold every word."""
        words = words_of(text)
        if words != self._words:
            self._words = words
            self._narrow()

    def row(self, index: Index) -> QuoteRow:
        """Return the row at an index."""
        return self._shown[index.row()]

    def place(self, number: str) -> int:
        """Return where a quote is shown, or -1."""
        numbers = [row.number for row in self._shown]
        return numbers.index(number) if number in numbers else -1

    def rowCount(self, parent: Index = _NONE) -> int:
        """Count the rows shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _NONE) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return a cell's text, alignment or row."""
        row, column = self._shown[index.row()], COLUMNS[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return column.text(row)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        return row if role == ROW_ROLE else None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:  # noqa: ANN401 - Qt's own
        """Return a column's heading; a row's is the quote's number, read aloud."""
        if orientation == Qt.Orientation.Vertical:
            shown = role == Qt.ItemDataRole.DisplayRole
            return self._shown[section].label if shown else None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._language().gettext(COLUMNS[section].heading)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(COLUMNS[section])
        return None

    def _narrow(self) -> None:
        """Show what matches."""
        self.beginResetModel()
        words = self._words
        self._shown = tuple(row for row in self._all if row.matches(words))
        self.endResetModel()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)


def _alignment(column: Column) -> Qt.AlignmentFlag:
    """Set figures right and words left."""
    right, left = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft
    return (right if column.figures else left) | Qt.AlignmentFlag.AlignVCenter


def _lines(first: str, second: str) -> str:
    """Join two lines, of which the second may be empty."""
    return f"{first}\n{second}" if second else first
