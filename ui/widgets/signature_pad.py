"""A box to sign in, with pen, finger or mouse."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.signature import Signature, Stroke

_LEAST = QSize(280, 110)
#: A hand at rest trembles by less than this, in pixels.
_STILL = 1.5
_PEN = 2.2
#: It is paper, whatever the window looks like.
_PAPER, _INK, _EDGE, _HINT = "#ffffff", "#17202a", "#7b8794", "#5d6b79"


class SignaturePad(QWidget):
    """Keeps what is drawn; Qt hands pens and fingers over as a mouse."""

    changed = Signal()

    def __init__(self) -> None:
        """Begin with an empty box."""
        super().__init__()
        self._strokes: list[list[tuple[float, float]]] = []
        self._drawing = False
        self._hint = ""
        self.setMinimumSize(_LEAST)
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Expanding, policy.Fixed)
        self.setCursor(Qt.CursorShape.CrossCursor)

    def say(self, name: str, hint: str) -> None:
        """Set what is read aloud, and what an empty box says."""
        self.setAccessibleName(name)
        self._hint = hint
        self.update()

    def sizeHint(self) -> QSize:
        """Return how large a box is wanted."""
        return _LEAST

    def clear(self) -> None:
        """Take the drawing away."""
        self._strokes.clear()
        self.update()
        self.changed.emit()

    def signature(self, name: str, on: date) -> Signature:
        """Return what was drawn, as somebody's on a day."""
        strokes: tuple[Stroke, ...] = tuple(map(tuple, self._strokes))
        height = self.height() / self.width()
        return Signature(name=name, on=on, strokes=strokes, height=height)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the pen down."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._drawing = True
            self._strokes.append([self._at(event.position())])
            self._tell()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw on."""
        if not self._drawing:
            return
        x, y = self._at(event.position())
        last_x, last_y = self._strokes[-1][-1]
        if max(abs(x - last_x), abs(y - last_y)) * self.width() >= _STILL:
            self._strokes[-1].append((x, y))
            self._tell()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Lift the pen."""
        self.mouseMoveEvent(event)
        self._drawing = False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the paper, the hint on it, and what is drawn."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QColor(_EDGE))
        painter.setBrush(QColor(_PAPER))
        painter.drawRoundedRect(box, 6, 6)
        foot = box.bottom() - box.height() * 0.25
        painter.drawLine(QPointF(16, foot), QPointF(box.right() - 16, foot))
        if not self._strokes:
            painter.setPen(QColor(_HINT))
            where = box.adjusted(16, 0, -16, -box.height() * 0.3)
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(where, flags, self._hint)
        self._paint_strokes(painter)

    def _paint_strokes(self, painter: QPainter) -> None:
        """Paint what is drawn."""
        pen = QPen(QColor(_INK), _PEN)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for stroke in self._strokes:
            points = [QPointF(x, y) * self.width() for x, y in stroke]
            path = QPainterPath(points[0])
            for point in points[1:] or points:
                path.lineTo(point)
            painter.drawPath(path)

    def _at(self, point: QPointF) -> tuple[float, float]:
        """Return a point within the box, in its widths."""
        x = min(max(point.x(), 0), self.width())
        y = min(max(point.y(), 0), self.height())
        return x / self.width(), y / self.width()

    def _tell(self) -> None:
        """Show it, and say that it changed."""
        self.update()
        self.changed.emit()
