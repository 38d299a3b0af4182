"""Paints what can be added: headings, names, prices."""

from __future__ import annotations

from math import cos, pi, sin

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.editor.texts import Fonts, draw, draw_money, width_of, wrapped
from ui.models.addables import Addable
from ui.models.addables_model import ROW
from ui.shared import Shared

Index = QModelIndex | QPersistentModelIndex
_HEADING, _NAME, _DETAIL, _PADDING = 34, 18, 15, 6
_STAR, _WAIST = 14, 0.45
_STATE = QStyle.StateFlag
_MOST_PRICE = 0.45
_AROUND = 16 + 12


class AddableCards(QStyledItemDelegate):
    """Draws one addable: name and price, a line of small print beneath."""

    def __init__(self, shared: Shared, view: QListView) -> None:
        """Paint for a list."""
        super().__init__(view)
        self._shared, self._view = shared, view
        # Made once: each of some hundred rows is measured with them.
        self._fonts = Fonts.of(shared.theme)
        self.focused: QWidget = view
        shared.theme_changed.connect(self._take_fonts)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row."""
        row: Addable = index.data(ROW)
        if row.heading:
            return QSize(60, _HEADING)
        lines = self._name(row, self._fonts)
        height = (
            _PADDING * 2 + len(lines) * _NAME + bool(row.item or row.detail) * _DETAIL
        )
        return QSize(60, height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Paint a row."""
        row: Addable = index.data(ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fonts, tokens = self._fonts, self._shared.tokens
        rect = QRectF(option.rect)
        if row.heading:
            text = rect.adjusted(4, 14, -4, 0)
            draw(painter, text, row.name, (fonts.small_strong, tokens.quiet))
        else:
            self._ground(painter, option)
            lit = option.state & (_STATE.State_Selected | _STATE.State_MouseOver)
            if row.item and (row.favourite or lit):
                self._star(painter, self.star(option.rect), filled=bool(row.favourite))
            self._texts(painter, rect.adjusted(8, _PADDING, -8, -_PADDING), row, fonts)
        painter.restore()

    def _take_fonts(self) -> None:
        """Measure with the fonts of now."""
        self._fonts = Fonts.of(self._shared.theme)

    def star(self, row: QRect) -> QRectF:
        """Return where the star of a row stands, in the corner of its small print."""
        right, bottom = row.right() - 8, row.bottom() - _PADDING
        return QRectF(right - _STAR, bottom - _STAR, _STAR, _STAR)

    def _star(self, painter: QPainter, rect: QRectF, *, filled: bool) -> None:
        """Paint the star of a favourite, or its outline where it could be one."""
        accent = QColor(self._shared.tokens.accent)
        painter.setPen(QPen(accent, 1))
        painter.setBrush(accent if filled else Qt.BrushStyle.NoBrush)
        radius, middle = rect.width() / 2, rect.center()
        points = [
            middle
            + QPointF(sin(pi * corner / 5), -cos(pi * corner / 5))
            * (radius if corner % 2 == 0 else radius * _WAIST)
            for corner in range(10)
        ]
        painter.drawPolygon(QPolygonF(points))

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        """Paint what shows the chosen row, and where the keys go."""
        tokens, rect = self._shared.tokens, QRectF(option.rect).adjusted(1, 1, -1, -1)
        if option.state & _STATE.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            if self.focused.hasFocus() or self._view.hasFocus():
                painter.setPen(QPen(QColor(tokens.accent), 1.5))
            painter.setBrush(QColor(tokens.accent_tint))
            painter.drawRoundedRect(rect, tokens.radius, tokens.radius)
        elif option.state & _STATE.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.hover))
            painter.drawRoundedRect(rect, tokens.radius, tokens.radius)

    def _texts(
        self, painter: QPainter, rect: QRectF, row: Addable, fonts: Fonts
    ) -> None:
        """Paint name, price and small print."""
        tokens = self._shared.tokens
        wide = min(width_of(row.price, fonts.strong) + 1, rect.width() * _MOST_PRICE)
        price = QRectF(rect.right() - wide, rect.top(), wide, _NAME)
        draw_money(painter, price, row.price, (fonts.strong, tokens.text))
        line = QRectF(rect.left(), rect.top(), rect.width() - wide - 8, _NAME)
        shade = tokens.quiet if row.there else tokens.text
        if row.folded:
            shade = tokens.accent
        for text in self._name(row, fonts):
            draw(painter, line, text, (fonts.usual, shade))
            line.translate(0, _NAME)
        line.setWidth(rect.width() - (_STAR + 4 if row.item else 0))
        line.setHeight(_DETAIL)
        self._small_print(painter, line, row, fonts)

    def _small_print(
        self, painter: QPainter, line: QRectF, row: Addable, fonts: Fonts
    ) -> None:
        """Paint whether it is there, what it earns, and what it is behind that."""
        tokens = self._shared.tokens
        for text, shade in ((row.there, tokens.good), (row.gain, tokens.own)):
            if text:
                draw(painter, line, text, (fonts.small_strong, shade))
                line.setLeft(line.left() + width_of(text, fonts.small_strong) + 8)
        draw(painter, line, row.detail, (fonts.small, tokens.quiet))

    def _name(self, row: Addable, fonts: Fonts) -> tuple[str, ...]:
        """Break a name over at most two lines beside its price.

        The width leaves room for a scroll bar, there or not: nothing jumps.
        """
        width = self._view.width() - _AROUND
        wide = min(width_of(row.price, fonts.strong) + 1, width * _MOST_PRICE)
        return wrapped(row.name, fonts.usual, width - wide - 8, 2)
