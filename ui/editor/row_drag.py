"""A line dragged by the mouse among its like: where it would go, and the sign of it.

Nothing leaves the table: no data is handed to the system, and the sign at the
pointer holds a name alone, never an amount.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QApplication, QTableView

from ui.editor.texts import Fonts, draw, elided, width_of
from ui.models.lines_model import LinesModel
from ui.models.siblings import Siblings, siblings
from ui.shared import Shared

_EVERY, _EDGE, _STEP = 40, 28, 12
_HEIGHT, _PADDING, _MOST, _BESIDE = 28, 10, 260, 14
_LEFT: Final = Qt.MouseButton.LeftButton


@dataclass
class _Grip:
    """Where the mouse went down, on which line; `on` once it is dragged."""

    key: str
    start: QPoint
    at: QPoint
    on: bool = False


class RowDrag(QObject):
    """Watches a table's mouse; `dropped` tells a line and how many places down."""

    dropped = Signal(str, int)

    def __init__(self, shared: Shared, table: QTableView, model: LinesModel) -> None:
        """Watch a table that shows a model."""
        super().__init__(table)
        self._shared, self._table, self._model = shared, table, model
        self._grip: _Grip | None = None
        self._scrolling = QTimer(self)
        self._scrolling.setInterval(_EVERY)
        self._scrolling.timeout.connect(self._scroll)
        table.viewport().installEventFilter(self)
        table.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the mouse while a line is dragged, and Escape, which lets it go."""
        if watched is self._table:
            return self._escaped(event)
        if not isinstance(event, QMouseEvent):
            return False
        at = event.position().toPoint()
        if event.type() is QEvent.Type.MouseButtonPress:
            self._press(at, event.button())
        elif event.type() is QEvent.Type.MouseMove and event.buttons() & _LEFT:
            return self._move(at)
        elif event.type() is QEvent.Type.MouseButtonRelease:
            return self._release()
        return False

    def paint(self, painter: QPainter) -> None:
        """Paint where the line would go, and its name at the pointer."""
        grip, tokens = self._grip, self._shared.tokens
        if grip is None or not grip.on:
            return
        found, viewport = self._siblings(grip.key), self._table.viewport()
        y = self._line_at(found, found.target(self._row_at(grip.at.y())))
        painter.setPen(QPen(QColor(tokens.accent), 2))
        painter.drawLine(0, y, viewport.width(), y)
        self._sign(painter, grip)

    def _sign(self, painter: QPainter, grip: _Grip) -> None:
        """Paint the name of what is dragged."""
        tokens, fonts = self._shared.tokens, Fonts.of(self._shared.theme)
        name = self._model.rows[self._model.place_of(grip.key)].name
        text = elided(name, fonts.strong, _MOST)
        wide = width_of(text, fonts.strong) + 2 * _PADDING
        left = min(grip.at.x() + _BESIDE, self._table.viewport().width() - wide - 2)
        rect = QRectF(left, grip.at.y() - _HEIGHT / 2, wide, _HEIGHT)
        painter.setPen(QPen(QColor(tokens.accent), 1))
        painter.setBrush(QColor(tokens.accent_tint))
        painter.drawRoundedRect(rect, tokens.radius, tokens.radius)
        inside = rect.adjusted(_PADDING, 0, -_PADDING, 0)
        draw(painter, inside, text, (fonts.strong, tokens.text))

    def _press(self, at: QPoint, button: Qt.MouseButton) -> None:
        """Hold the line beneath, where lines may be moved at all."""
        place = self._table.rowAt(at.y())
        self._grip = None
        may = self._table.editTriggers() != QTableView.EditTrigger.NoEditTriggers
        if button is _LEFT and may and place >= 0:
            row = self._model.rows[place]
            if not row.heading:
                self._grip = _Grip(row.key, at, at)

    def _move(self, at: QPoint) -> bool:
        """Drag on; the first steps are none, for a click may tremble."""
        grip = self._grip
        if grip is None:
            return False
        grip.at = at
        far = (at - grip.start).manhattanLength()
        if not grip.on and far >= QApplication.startDragDistance():
            grip.on = self._siblings(grip.key).several
            if grip.on:
                self._table.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
                self._scrolling.start()
        self._table.viewport().update()
        # A press that moves chooses no other line, whatever it is over.
        return True

    def _release(self) -> bool:
        """Put the line where it was dragged to."""
        grip = self._grip
        self._let_go()
        if grip is None or not grip.on:
            return False
        found = self._siblings(grip.key)
        by = found.target(self._row_at(grip.at.y())) - found.at
        if by:
            self.dropped.emit(grip.key, by)
        return True

    def _escaped(self, event: QEvent) -> bool:
        """Let go on Escape; the line stays where it was."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        held = self._grip is not None and self._grip.on
        if held and event.key() == Qt.Key.Key_Escape:
            self._let_go()
            return True
        return False

    def _let_go(self) -> None:
        """End the drag."""
        self._grip = None
        self._scrolling.stop()
        self._table.viewport().unsetCursor()
        self._table.viewport().update()

    def _scroll(self) -> None:
        """Scroll on while the pointer is near an edge."""
        if self._grip is None:
            return
        y, high = self._grip.at.y(), self._table.viewport().height()
        step = -_STEP if y < _EDGE else _STEP if y > high - _EDGE else 0
        bar = self._table.verticalScrollBar()
        bar.setValue(bar.value() + step)
        self._table.viewport().update()

    def _siblings(self, key: str) -> Siblings:
        """Return the lines among which one can be moved."""
        return siblings(self._model.rows, key)

    def _row_at(self, y: int) -> float:
        """Return the row at a height, with the part of it that is above."""
        table = self._table
        place = table.rowAt(y)
        if place < 0:
            return -1.0 if y < 0 else float(len(self._model.rows))
        return place + (y - table.rowViewportPosition(place)) / table.rowHeight(place)

    def _line_at(self, found: Siblings, target: int) -> int:
        """Return the height between the two lines where one would go."""
        row = found.row_before(target)
        if row < len(self._model.rows):
            return self._table.rowViewportPosition(row)
        last = row - 1
        return self._table.rowViewportPosition(last) + self._table.rowHeight(last)
