"""The quotes of the list as a table: what is shown of them, written when it is seen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from app.domain.choices import Status
from app.domain.lifecycle import named
from i18n import N_, Language
from ui.quotes.listing import Entry, Family, Filter
from ui.quotes.rows import QuoteRow, quote_row, status_words, words_of

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
    Column("number", N_("Number"), lambda row: _lines(row.label, row.earlier)),
    Column("customer", N_("Customer"), lambda row: _lines(row.customer, row.title)),
    Column("status", N_("Status"), lambda row: row.status),
    Column("date", N_("Date"), lambda row: row.date, figures=True),
    Column("valid", N_("Valid until"), lambda row: row.valid_until, figures=True),
    Column("term", N_("Months"), lambda row: row.term, figures=True),
    Column("monthly", N_("Per month"), lambda row: row.monthly, figures=True),
)


class QuoteListModel(QAbstractTableModel):
    """A table over entries; `search`, `filter` and `unfold` choose which."""

    def __init__(
        self, language: Callable[[], Language], today: Callable[[], date], of: QObject
    ) -> None:
        """Begin empty; texts are in whatever language is spoken."""
        super().__init__(of)
        self._language, self._today = language, today
        self._all: tuple[Family, ...] = ()
        self._shown: tuple[Entry, ...] = ()
        self._written: dict[Entry, QuoteRow] = {}
        self._statuses: dict[Status, str] = {}
        self._words: tuple[str, ...] = ()
        self._filter = Filter.ALL
        self._unfolded: set[str] = set()

    @property
    def families(self) -> tuple[Family, ...]:
        """Every quote with its revisions, shown or not."""
        return self._all

    @property
    def count(self) -> int:
        """How many quotes are shown, whatever their revisions."""
        return len({entry.head.number for entry in self._shown})

    def show_families(self, found: tuple[Family, ...]) -> None:
        """Take other quotes, narrowed as before."""
        self._all = found
        self._narrow()

    def rewrite(self) -> None:
        """Say everything in the language of now."""
        self._written.clear()
        self._statuses.clear()
        self._narrow()

    def search(self, text: str) -> None:
        """Show the quotes that hold every word."""
        words = words_of(text)
        if words != self._words:
            self._words = words
            self._narrow()

    def filter(self, wanted: Filter) -> None:
        """Show the quotes that a filter lets through."""
        self._filter = wanted
        self._narrow()

    def unfold(self, index: Index, *, on: bool) -> None:
        """Show the earlier revisions of a quote, or fold them away."""
        number = self.entry(index).head.number
        if on:
            self._unfolded.add(number)
        else:
            self._unfolded.discard(number)
        self._narrow()

    def is_unfolded(self, index: Index) -> bool:
        """Tell whether the earlier revisions of a quote are shown."""
        return self.entry(index).head.number in self._unfolded

    def entry(self, index: Index) -> Entry:
        """Return the quote at an index."""
        return self._shown[index.row()]

    def row(self, index: Index) -> QuoteRow:
        """Return what is written at an index."""
        entry = self._shown[index.row()]
        if entry not in self._written:
            self._written[entry] = quote_row(entry, self._language(), self._today())
        return self._written[entry]

    def place(self, name: str) -> int:
        """Return where a revision is shown, or -1."""
        wanted = named(name)
        for at, entry in enumerate(self._shown):
            if (entry.head.number, entry.head.revision) == wanted:
                return at
        return -1

    def rowCount(self, parent: Index = _NONE) -> int:
        """Count the rows shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _NONE) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return a cell's text, alignment or row."""
        column = COLUMNS[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return column.text(self.row(index))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        return self.row(index) if role == ROW_ROLE else None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:  # noqa: ANN401 - Qt's own
        """Return a column's heading; a row's is the quote's number, read aloud."""
        if orientation == Qt.Orientation.Vertical:
            shown = role == Qt.ItemDataRole.DisplayRole
            return self.row(self.index(section, 0)).label if shown else None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._language().gettext(COLUMNS[section].heading)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(COLUMNS[section])
        return None

    def _narrow(self) -> None:
        """Show what passes and matches."""
        self.beginResetModel()
        self._shown = tuple(
            entry
            for family in self._all
            for entry in family.shown(self._filter, self._matches, self._unfolded)
        )
        self.endResetModel()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)

    def _matches(self, entry: Entry) -> bool:
        """Tell whether every word that is searched occurs in a quote."""
        if not self._words:
            return True
        self._statuses = self._statuses or status_words(self._language())
        text, status = entry.searched, self._statuses[entry.status]
        return all(word in text or word in status for word in self._words)


def _alignment(column: Column) -> Qt.AlignmentFlag:
    """Set figures right and words left."""
    right, left = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft
    return (right if column.figures else left) | Qt.AlignmentFlag.AlignVCenter


def _lines(first: str, second: str) -> str:
    """Join two lines, of which the second may be empty."""
    return f"{first}\n{second}" if second else first
