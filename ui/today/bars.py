"""Bars in a table: a chart whose figures are read, heard and walked through."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.theme import Theme
from ui.today.rows import BarRow
from ui.widgets.read_table import ReadModel, ReadTable

Index = QModelIndex | QPersistentModelIndex
#: Which column holds the bar.
_AT: Final = 1
_HEIGHT, _MARGIN, _ROUND, _LEAST = 10, 12, 2, 2


class BarPainter(QStyledItemDelegate):
    """Paints a row's bar: filled, then outlined in the same colour."""

    def __init__(self, model: ReadModel[BarRow], theme: Theme, parent: QWidget) -> None:
        """Paint the rows of a model with the tokens of a theme."""
        super().__init__(parent)
        self._model, self._theme = model, theme

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Paint the ground as the sheet says, and the bar over it."""
        self.initStyleOption(option, index)
        option.text = ""
        style = option.widget.style()
        item = QStyle.ControlElement.CE_ItemViewItem
        style.drawControl(item, option, painter, option.widget)
        row = self._model.rows[index.row()]
        room = QRectF(option.rect).adjusted(_MARGIN, 0, -_MARGIN, 0)
        room.setTop(room.center().y() - _HEIGHT / 2)
        room.setHeight(_HEIGHT)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._bars(painter, room, row)
        painter.restore()

    def _bars(self, painter: QPainter, room: QRectF, row: BarRow) -> None:
        """Paint both parts of a bar, one after the other."""
        tokens = self._theme.tokens
        colour = QColor(getattr(tokens, row.tone))
        left = room.left()
        if row.filled:
            filled = self._part(room, left, row.filled)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawRoundedRect(filled, _ROUND, _ROUND)
            left = filled.right() + 1
        if row.outlined:
            outlined = self._part(room, left, row.outlined).adjusted(0.5, 0.5, -0.5, 0)
            painter.setPen(QPen(colour, 1))
            painter.setBrush(QColor(getattr(tokens, f"{row.tone}_tint")))
            painter.drawRoundedRect(outlined, _ROUND, _ROUND)

    def _part(self, room: QRectF, left: float, share: float) -> QRectF:
        """Return where a part lies: never too small to be seen, never beyond."""
        wide = max(room.width() * share, _LEAST)
        wide = min(wide, room.right() - left)
        return QRectF(left, room.top(), wide, room.height())


class BarTable(ReadTable):
    """As high as its rows: the page scrolls, not the table."""

    least = 90

    def __init__(self, model: ReadModel[BarRow], theme: Theme) -> None:
        """Show a model whose second column is a bar."""
        super().__init__(model)
        self.setItemDelegateForColumn(_AT, BarPainter(model, theme, self))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        model.modelReset.connect(lambda: stand_open(self))
        stand_open(self)


def stand_open(table: ReadTable, most: int = 60) -> None:
    """Make a table as high as its rows, as far as `most` of them."""
    rows = min(max(table.model().rowCount(), 1), most)
    head = table.horizontalHeader().sizeHint().height()
    side = table.verticalHeader().defaultSectionSize()
    table.setFixedHeight(head + rows * side + 2 * table.frameWidth() + 6)
