"""The quotes of the list as a table: what is shown of them, written when it is seen."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from operator import neg
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
)

from app.domain.listing import Filter, ListedQuote
from app.domain.money import Amount
from i18n import N_, Language
from ui.quotes.finder import Ask, Found
from ui.quotes.rows import BLANK, QuoteRow, quote_row

Earn = Callable[[Sequence[int]], Mapping[int, Amount] | None]
Index = QModelIndex | QPersistentModelIndex
_NONE: Final = QModelIndex()
ROW_ROLE: Final = Qt.ItemDataRole.UserRole
_PAGE: Final = 64
#: So many quotes are known at a time.
_KEPT: Final = 2_000
#: So many are sought one by one.
_FEW: Final = 100
#: Milliseconds until what could not be read is asked for again.
_MOMENT: Final = 40


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, its text, and whether figures stand in it."""

    name: str
    heading: str
    text: Callable[[QuoteRow], str]
    figures: bool = False


#: The column that only the partner may see.
OWN: Final = "commission"
COLUMNS: Final = (
    Column("number", N_("Number"), lambda row: _lines(row.label, row.earlier)),
    Column("customer", N_("Customer"), lambda row: _lines(row.customer, row.title)),
    Column("status", N_("Status"), lambda row: row.status),
    Column("date", N_("Date"), lambda row: row.date, figures=True),
    Column("valid", N_("Valid until"), lambda row: row.valid_until, figures=True),
    Column("term", N_("Months"), lambda row: row.term, figures=True),
    Column(OWN, N_("Commission"), lambda row: row.commission, figures=True),
    Column("monthly", N_("Per month"), lambda row: row.monthly, figures=True),
)


class QuoteListModel(QAbstractTableModel):
    """A table over places; the quotes there are asked for a page at a time."""

    def __init__(
        self,
        language: Callable[[], Language],
        today: Callable[[], date],
        ask: Ask,
        earn: Earn,
        of: QObject,
    ) -> None:
        """Begin empty; texts are in whatever language is spoken.

        `earn` tells what the partner earns: not asked while a customer looks on.
        """
        super().__init__(of)
        self._language, self._today = language, today
        self._ask, self._earn = ask, earn
        self._places: Sequence[int] = ()
        self._quotes: dict[int, ListedQuote] = {}
        self._earned: dict[int, Amount | None] = {}
        self._watched = False
        self._written: dict[int, QuoteRow] = {}
        #: How many quotes are shown, whatever their revisions.
        self.count = 0
        #: How many there are, by what would show them.
        self.counts: Mapping[Filter, int] = dict.fromkeys(Filter, 0)

    @property
    def total(self) -> int:
        """How many quotes there are, archived ones too."""
        return self.counts[Filter.ALL] + self.counts[Filter.ARCHIVED]

    def show(self, found: Found) -> None:
        """Take what was found; where it only goes on, what is shown stays."""
        shown = len(self._places)
        if found.counts is not None:
            self.counts = found.counts
            # Any of them may say something else now.
            self._forget()
        self.count = found.count
        self._keep(found.rows)
        if not shown or found.places[:shown] != self._places:
            self.beginResetModel()
            self._places = found.places
            self.endResetModel()
        elif len(found.places) > shown:
            self.beginInsertRows(_NONE, shown, len(found.places) - 1)
            self._places = found.places
            self.endInsertRows()
        else:
            self._tell(0, shown - 1)

    def watch(self, on: bool) -> None:
        """Tell nothing of what the partner earns, or tell it again."""
        self._watched = on
        self._earned.clear()
        self.rewrite()

    def rewrite(self) -> None:
        """Say everything in the language of now."""
        self._written.clear()
        self._tell(0, len(self._places) - 1)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)

    def quote(self, row: int) -> ListedQuote | None:
        """Return the quote of a row, None while it cannot be read."""
        place = self._places[row]
        if place not in self._quotes:
            self._fetch(row)
        return self._quotes.get(place)

    def row(self, index: Index) -> QuoteRow:
        """Return what is written at an index."""
        place, quote = self._places[index.row()], self.quote(index.row())
        if quote is None:
            return BLANK
        if place not in self._written:
            earned = self._earned_by(index.row())
            self._written[place] = quote_row(
                quote, earned, self._language(), self._today()
            )
        return self._written[place]

    def places(self, first: int, last: int) -> Sequence[int]:
        """Return the places of some rows, both ends included."""
        return self._places[first : last + 1]

    def find(self, place: int) -> int:
        """Return the row of a place, or -1."""
        row = bisect_left(self._places, -place, key=neg)
        there = row < len(self._places) and self._places[row] == place
        return row if there else -1

    def find_all(self, places: Sequence[int]) -> list[int]:
        """Return the rows of those places that are shown."""
        if len(places) < _FEW:
            return sorted(row for row in map(self.find, places) if row >= 0)
        wanted = set(places)
        return [row for row, place in enumerate(self._places) if place in wanted]

    def _fetch(self, row: int) -> None:
        """Ask for the page around a row; once more in a moment where none comes."""
        first = row - row % _PAGE
        quotes = self._ask(self.places(first, first + _PAGE - 1))
        if quotes:
            self._keep(quotes)
        else:
            QTimer.singleShot(
                _MOMENT, self, lambda: self._tell(first, first + _PAGE - 1)
            )

    def _earned_by(self, row: int) -> Amount | None:
        """Return what a quote earns the partner, asked for a page at a time."""
        if self._watched:
            return None
        place, first = self._places[row], row - row % _PAGE
        if place not in self._earned:
            page = self.places(first, first + _PAGE - 1)
            earned = self._earn(page)
            if earned is None:
                # Somebody writes: what is said without it is forgotten in a moment.
                QTimer.singleShot(_MOMENT, self, lambda: self._unsaid(page))
                return None
            self._earned |= {**dict.fromkeys(page), **earned}
        return self._earned[place]

    def _unsaid(self, page: Sequence[int]) -> None:
        """Say these quotes anew."""
        for place in page:
            self._written.pop(place, None)
        self._tell(0, max(self.rowCount() - 1, 0))

    def _keep(self, quotes: Sequence[ListedQuote]) -> None:
        """Know these quotes as they are now, and not too many others."""
        if len(self._quotes) > _KEPT:
            self._forget()
        for quote in quotes:
            if self._quotes.get(quote.place) != quote:
                self._quotes[quote.place] = quote
                self._written.pop(quote.place, None)

    def _forget(self) -> None:
        """Know no quote any more."""
        self._quotes.clear()
        self._earned.clear()
        self._written.clear()

    def _tell(self, first: int, last: int) -> None:
        """Have rows painted anew."""
        last = min(last, len(self._places) - 1)
        if first <= last:
            end = self.index(last, len(COLUMNS) - 1)
            self.dataChanged.emit(self.index(first, 0), end)

    def rowCount(self, parent: Index = _NONE) -> int:
        """Count the rows shown."""
        return 0 if parent.isValid() else len(self._places)

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
            hidden = self._watched and COLUMNS[section].name == OWN
            return "" if hidden else self._language().gettext(COLUMNS[section].heading)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(COLUMNS[section])
        return None


def _alignment(column: Column) -> Qt.AlignmentFlag:
    """Set figures right and words left."""
    right, left = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft
    return (right if column.figures else left) | Qt.AlignmentFlag.AlignVCenter


def _lines(first: str, second: str) -> str:
    """Join two lines, of which the second may be empty."""
    return f"{first}\n{second}" if second else first
