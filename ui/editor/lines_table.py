"""The table in which a quote is read and its quantities are typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPointF, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QLineEdit,
    QTableView,
)

from app.domain.choices import Kind
from ui.editor.card_painter import CardPainter
from ui.editor.quantities import Quantities
from ui.editor.row_drag import RowDrag
from ui.models.line_rows import Fold, Row
from ui.models.lines_model import Column, LinesModel
from ui.shared import Shared
from ui.widgets.kind import set_kind

WIDTHS = {Column.QUANTITY: 66, Column.UNIT: 96, Column.AMOUNT: 112}
#: What Enter opens in a form instead of editing the quantity.
FORMS = (Kind.PARTNER_SERVICE, Kind.SPECIAL_REQUEST, Kind.SUBSCRIPTION)
_LEAST_HEIGHT = 120
_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_TRIGGERS = (
    QTableView.EditTrigger.SelectedClicked | QTableView.EditTrigger.AnyKeyPressed
)


class LinesTable(QTableView):
    """Shows the cards of a quote; keys and clicks become wishes about a line."""

    removed = Signal(str)
    toggled = Signal(str)
    #: What a line includes is to be folded the other way.
    turned = Signal(str)
    opened = Signal(str)
    spun = Signal(str, int)
    adding = Signal()
    chosen = Signal(str)
    menu_wanted = Signal(str, object)
    duplicated = Signal(str)
    #: A line is to go so many places further down.
    moved = Signal(str, int)
    pasted = Signal(str)
    why = Signal(str)
    #: The field of a quantity was closed: by a key (True), or by going elsewhere.
    settled = Signal(bool)

    def __init__(
        self, shared: Shared, model: LinesModel, accepts: Callable[[str], bool]
    ) -> None:
        """Show a model; `accepts` tells whether a text is a quantity."""
        super().__init__()
        self._lines = model
        self._shared = shared
        self.setModel(model)
        self.cards = CardPainter(shared, self)
        self._delegate = Quantities(shared, self, self.cards, accepts)
        self._delegate.include.connect(self.toggled)
        self._delegate.turned.connect(self.turned)
        self._delegate.copied.connect(self._copy)
        self._delegate.entered.connect(self.edit_quantity)
        self._delegate.closeEditor.connect(
            lambda field, *_: self.settled.emit(field.hasFocus())
        )
        self.setItemDelegate(self._delegate)
        self._drag = RowDrag(shared, self, model)
        self._drag.dropped.connect(self.moved)
        self._dress()
        self._listen()

    @property
    def chosen_key(self) -> str:
        """The line that keys go to, '' where there is none."""
        index = self.currentIndex()
        return self._lines.row(index).key if index.isValid() else ""

    def choose(self, key: str, column: Column = Column.QUANTITY) -> None:
        """Go to a line."""
        place = self._lines.place_of(key)
        if place >= 0:
            index = self._lines.index(place, column)
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def freeze(self, *, on: bool) -> None:
        """Let no quantity be typed; what may be read and chosen stays."""
        none = QTableView.EditTrigger.NoEditTriggers
        self.setEditTriggers(none if on else _TRIGGERS)
        self.cards.frozen = on

    def measure(self) -> None:
        """Give every row the height it needs, and the table no more than that."""
        self.cards.forget()
        self._measure(0, self._lines.rowCount() - 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn keys into wishes about the current line."""
        row = self._row(self.currentIndex())
        # A field passes Enter on to the table after it has taken it itself.
        typing = self.state() is QTableView.State.EditingState
        if row is None or typing or not self._wish(row, event):
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open what has a form, else edit the quantity; not over what folds."""
        row = self._row(self.currentIndex())
        if row is not None and not self._over_fold(row, event.position()):
            self._open(row, in_form=self.currentIndex().column() != Column.QUANTITY)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the line that was clicked, or is current."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        row = self._row(index)
        if row is not None:
            at = self.visualRect(index).center() if by_key else event.pos()
            self.menu_wanted.emit(row.key, self.viewport().mapToGlobal(at))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap texts anew where the first column is another one."""
        super().resizeEvent(event)
        self._measure(0, self._lines.rowCount() - 1)

    def commit(self) -> bool:
        """Take the quantity that is being typed; False, and stay, where it is none."""
        fields = self.viewport().findChildren(QLineEdit, "quantity")
        # One that was taken and closed is hidden, and there until the loop turns.
        typed = next((each for each in fields if not each.isHidden()), None)
        return typed is None or self._delegate.commit(typed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint whole rows: cell by cell each text would be drawn four times."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        dirty = event.rect()
        painter.fillRect(dirty, QColor(self._shared.tokens.background))
        current, ring = self.currentIndex(), None
        if current.isValid() and self.hasFocus():
            ring = Column(current.column())
        for place in self._rows_in(dirty):
            row = self._lines.rows[place]
            chosen = place == current.row()
            area = QRect(0, self.rowViewportPosition(place), 0, self.rowHeight(place))
            area.setWidth(self.viewport().width())
            ring_here = ring if chosen else None
            self.cards.paint(painter, area, row, chosen=chosen, ring=ring_here)
        self._drag.paint(painter)

    def edit_quantity(self) -> None:
        """Open the field of the current line's quantity."""
        index = self.currentIndex().siblingAtColumn(Column.QUANTITY)
        if index.isValid() and self.editTriggers():
            self.setCurrentIndex(index)
            self.edit(index)

    def _copy(self) -> None:
        """Wish for the line once more whose quantity was being typed, and stay here."""
        self.duplicated.emit(self.chosen_key)
        self.setFocus()

    def _wish(self, row: Row, event: QKeyEvent) -> bool:
        """Do what a key means; False where it means nothing here."""
        key, plain = event.key(), not event.modifiers() & _COMMANDS
        if not plain:
            return self._command(row, event)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(row, in_form=True)
        elif key == Qt.Key.Key_F2:
            self.edit_quantity()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit(row.key)
        elif key == Qt.Key.Key_Insert:
            self.adding.emit()
        elif event.text():
            return self._typed(row, event)
        else:
            return False
        return True

    def _command(self, row: Row, event: QKeyEvent) -> bool:
        """Do what a key means with Ctrl or Alt; False where it means nothing here."""
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        key = Qt.Key(event.key())
        if alt and key in _MOVES:
            self.moved.emit(row.key, _MOVES[key])
        elif key == Qt.Key.Key_D and not alt:
            self.duplicated.emit(row.key)
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit(QApplication.clipboard().text())
        elif event.matches(QKeySequence.StandardKey.Copy):
            QApplication.clipboard().setText(_as_text(self._lines.rows))
        else:
            return False
        return True

    def _typed(self, row: Row, event: QKeyEvent) -> bool:
        """Take a sign: a digit begins a quantity, + and - count, O and space turn."""
        text = event.text()
        if text.isdecimal():
            index = self.currentIndex().siblingAtColumn(Column.QUANTITY)
            self.setCurrentIndex(index)
            trigger = QAbstractItemView.EditTrigger.AnyKeyPressed
            return self.edit(index, trigger, event)
        if text in "+-":
            self.spun.emit(row.key, 1 if text == "+" else -1)
        elif text in "oO":
            self.toggled.emit(row.key)
        elif text == "?":
            self.why.emit(row.key)
        elif text == " " and row.fold is not Fold.NONE:
            self.turned.emit(row.key)
        # Any other sign means nothing here: Qt would open the field for it.
        return text.isprintable()

    def _open(self, row: Row, *, in_form: bool) -> None:
        """Open a line's form, or the field of its quantity."""
        if in_form and row.kind in FORMS:
            self.opened.emit(row.key)
        else:
            self.edit_quantity()

    def _over_fold(self, row: Row, at: QPointF) -> bool:
        """Tell whether a point of the current row is where a click folds."""
        top = self.rowViewportPosition(self.currentIndex().row())
        fold = self.cards.fold(row, QPointF(0, top))
        return fold is not None and fold.contains(at)

    def _rows_in(self, dirty: QRect) -> range:
        """Return the places of the rows that a rectangle shows."""
        first, last = self.rowAt(dirty.top()), self.rowAt(dirty.bottom())
        if first < 0:
            return range(0)
        return range(first, (last if last >= 0 else self._lines.rowCount() - 1) + 1)

    def _row(self, index: QModelIndex) -> Row | None:
        """Return the line of an index."""
        if not index.isValid():
            return None
        row = self._lines.row(index)
        return None if row.heading else row

    def _dress(self) -> None:
        """Take away what a grid has and a page has not."""
        set_kind(self, "lines")
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(_TRIGGERS)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(24)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(4)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.hide()
        header.setMinimumSectionSize(40)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Stretch)
        for column, width in WIDTHS.items():
            self.setColumnWidth(column, width)
        # It paints all of itself: what lies beneath need not be painted first.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def _listen(self) -> None:
        """Measure what is new, and say which line is chosen."""
        model = self._lines
        model.dataChanged.connect(lambda a, b: self._measure(a.row(), b.row()))
        model.rowsInserted.connect(lambda _, first, last: self._measure(first, last))
        model.rowsRemoved.connect(lambda: self._measure(0, -1))
        self.selectionModel().currentChanged.connect(
            lambda: self.chosen.emit(self.chosen_key)
        )

    def _measure(self, first: int, last: int) -> None:
        """Set the heights of some rows, and of the whole."""
        for place in range(first, last + 1):
            height = self.cards.height(self._lines.rows[place])
            if self.rowHeight(place) != height:
                self.setRowHeight(place, height)
        whole = self.verticalHeader().length()
        self.setMinimumHeight(min(_LEAST_HEIGHT, whole))
        self.setMaximumHeight(whole)


def _as_text(rows: Sequence[Row]) -> str:
    """Return lines as a spreadsheet takes them: what the customer may read alone."""
    cells = ((row.name, row.quantity, row.unit, row.amount) for row in rows)
    return "\n".join("\t".join(each) for each in cells)


_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
