"""Paints a choice: its words, where it stands, and its key or its price."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.editor.texts import Fonts, draw, draw_money, width_of
from ui.palette.matching import Choice
from ui.shared import Shared

CHOICE = Qt.ItemDataRole.UserRole
ROW_HEIGHT = 34
_MOST_TITLE = 0.6
_GAP = 12


class ChoicePainter(QStyledItemDelegate):
    """Draws one row."""

    def __init__(self, shared: Shared, parent: QWidget) -> None:
        """Paint in the looks of now."""
        super().__init__(parent)
        self._shared = shared

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height of a row."""
        return QSize(60, ROW_HEIGHT)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint a row; the chosen one on the accent's tint with an edge."""
        choice: Choice = index.data(CHOICE)
        tokens, rect = self._shared.tokens, QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QColor(tokens.accent))
            painter.setBrush(QColor(tokens.accent_tint))
            edge = rect.adjusted(1.5, 1.5, -1.5, -1.5)
            painter.drawRoundedRect(edge, tokens.radius, tokens.radius)
        self._write(painter, rect.adjusted(_GAP, 0, -_GAP, 0), choice)
        painter.restore()

    def _write(self, painter: QPainter, rect: QRectF, choice: Choice) -> None:
        """Write title, detail and side from left to right, none over another."""
        fonts, tokens = Fonts.of(self._shared.theme), self._shared.tokens
        side = choice.side()
        wide = width_of(side, fonts.small) + 2 if side else 0
        right = QRectF(rect.right() - wide, rect.top(), wide, rect.height())
        draw_money(painter, right, side, (fonts.small, tokens.quiet))
        room = rect.width() - wide - _GAP
        most = room if not choice.detail else room * _MOST_TITLE
        left = QRectF(rect)
        left.setWidth(min(width_of(choice.title, fonts.usual) + 1, most))
        draw(painter, left, choice.title, (fonts.usual, tokens.text))
        left.setLeft(left.right() + _GAP)
        left.setRight(rect.left() + room)
        draw(painter, left, choice.detail, (fonts.small, tokens.quiet))
