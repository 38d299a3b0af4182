"""Three columns; where room is short the outer ones come up only when asked for."""

from __future__ import annotations

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.shared import Shared

_LINE = 1
_MOST_FLOATING = 320
#: From here on, each outer column takes a sixth of what there is more.
_ROOMY, _SHARE = 1200, 6


class Body(QWidget):
    """Lays the columns out by hand, for two of them may float over the third."""

    resized = Signal()

    def __init__(
        self,
        shared: Shared,
        columns: tuple[QWidget, QWidget, QWidget],
        widths: tuple[int, int],
    ) -> None:
        """Take the columns from left to right, and the widths of the outer ones."""
        super().__init__()
        self._shared = shared
        self.left, self.middle, self.right = columns
        self._usual = widths
        self._folds = (False, False)
        for column in (self.middle, self.left, self.right):
            column.setParent(self)

    @property
    def folds(self) -> tuple[bool, bool]:
        """Whether the left and the right column float."""
        return self._folds

    def fold(self, *, left: bool, right: bool) -> None:
        """Let columns float, hidden until asked for, or stand in their place."""
        if (left, right) != self._folds:
            self._folds = (left, right)
            self.left.setVisible(not left)
            self.right.setVisible(not right)
        self._place()

    def show_left(self, *, on: bool) -> None:
        """Bring the floating left column up, or take it away."""
        self._float(self.left, folded=self._folds[0], on=on)

    def show_right(self, *, on: bool) -> None:
        """Bring the floating right column up, or take it away."""
        self._float(self.right, folded=self._folds[1], on=on)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the columns anew."""
        super().resizeEvent(event)
        self.resized.emit()
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the lines between the columns."""
        QPainter(self).fillRect(self.rect(), QColor(self._shared.tokens.line))

    def _float(self, column: QWidget, *, folded: bool, on: bool) -> None:
        """Show or hide a column that floats; one in its place stays."""
        if folded:
            column.setVisible(on)
            column.raise_()

    def _place(self) -> None:
        """Give each column its rectangle."""
        wide, high = self.width(), self.height()
        left, right = (width + max(0, wide - _ROOMY) // _SHARE for width in self._usual)
        start = 0 if self._folds[0] else left + _LINE
        end = wide if self._folds[1] else wide - right - _LINE
        self.middle.setGeometry(QRect(start, 0, end - start, high))
        floating = min(_MOST_FLOATING, wide)
        width = floating if self._folds[0] else left
        self.left.setGeometry(QRect(0, 0, width, high))
        self.right.setGeometry(QRect(wide - right, 0, right, high))
