"""How a quote is painted in the list."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from ui.quotes.list_model import COLUMNS, ROW_ROLE
from ui.quotes.rows import QuoteRow
from ui.theme import Theme
from ui.widgets.money import paint_money

Index = QModelIndex | QPersistentModelIndex
ROW_HEIGHT: Final = 52
_MARGIN: Final = 12
_EDGE: Final = 20
_BAR: Final = 3
_RING: Final = 2
_CHIP_HEIGHT: Final = 18
#: How far an earlier revision stands in.
_NESTED: Final = 14
# Qt makes its types and enums when they are first named, which takes a while: here
# that happens beside the window, not while it paints.
_MIDDLE: Final = Qt.AlignmentFlag.AlignVCenter.value | Qt.TextFlag.TextSingleLine.value
_LEFT: Final = Qt.AlignmentFlag.AlignLeft.value | _MIDDLE
_RIGHT: Final = Qt.AlignmentFlag.AlignRight.value | _MIDDLE
_SELECTED: Final = QStyle.StateFlag.State_Selected
_SMOOTH: Final = QPainter.RenderHint.Antialiasing
_NO_PEN: Final = Qt.PenStyle.NoPen
_CUT: Final = Qt.TextElideMode.ElideRight


class QuotePainter(QStyledItemDelegate):
    """Paints each cell: customer over title, status as a chip, figures right."""

    def __init__(self, theme: Theme, parent: QTableView) -> None:
        """Paint with the tokens of a theme."""
        super().__init__(parent)
        self._theme, self._table = theme, parent

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of two lines of text."""
        del option, index
        return QSize(0, ROW_HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Paint the ground, then what stands in the cell."""
        row: QuoteRow = index.data(ROW_ROLE)
        rect = QRectF(option.rect)
        chosen = bool(option.state & _SELECTED)
        painter.save()
        painter.setRenderHint(_SMOOTH)
        current = chosen and index.row() == self._table.currentIndex().row()
        self._ground(painter, rect, index.column() == 0, chosen=chosen, current=current)
        left = _MARGIN if index.column() else _EDGE
        right = _MARGIN if index.column() < len(COLUMNS) - 1 else _EDGE
        inner = rect.adjusted(left, 0, -right, 0)
        self._content(painter, inner, row, COLUMNS[index.column()].name)
        painter.restore()

    def _ground(
        self,
        painter: QPainter,
        rect: QRectF,
        first: bool,
        *,
        chosen: bool,
        current: bool,
    ) -> None:
        """Paint what lies under a cell; a chosen row has a bar at its left."""
        tokens = self._theme.tokens
        painter.fillRect(rect, QColor(tokens.accent_tint if chosen else tokens.panel))
        if current and self._table.hasFocus():
            self._ring(painter, rect)
        elif chosen and first:
            bar = QRectF(rect.left(), rect.top(), _BAR, rect.height())
            painter.fillRect(bar, QColor(tokens.accent))
        painter.setPen(QPen(QColor(tokens.line), 1))
        bottom = rect.bottom() - 0.5
        painter.drawLine(QPointF(rect.left(), bottom), QPointF(rect.right(), bottom))

    def _ring(self, painter: QPainter, rect: QRectF) -> None:
        """Paint this cell's part of the ring around the row that has the focus."""
        accent = QColor(self._theme.tokens.accent)
        view = QRectF(self._table.rect())
        whole = QRectF(0, rect.top(), view.width(), rect.height())
        for edge in (
            QRectF(whole.left(), whole.top(), whole.width(), _RING),
            QRectF(whole.left(), whole.bottom() - _RING, whole.width(), _RING),
            QRectF(whole.left(), whole.top(), _BAR, whole.height()),
        ):
            painter.fillRect(edge.intersected(rect), accent)

    def _content(
        self, painter: QPainter, rect: QRectF, row: QuoteRow, column: str
    ) -> None:
        """Paint one cell."""
        tokens = self._theme.tokens
        if column == "customer":
            self._two(painter, rect, row.customer, row.title, strong=True)
        elif column == "number":
            inset = rect.adjusted(_NESTED if row.nested else 0, 0, 0, 0)
            self._two(painter, inset, row.label, row.earlier, strong=False)
        elif column == "status":
            self._chip(painter, rect, row)
        elif column == "monthly":
            painter.setPen(QColor(tokens.text))
            paint_money(painter, rect, row.monthly, self._theme.font(strong=True))
        else:
            colour = tokens.attention if self._presses(row, column) else tokens.text
            text = {
                "date": row.date,
                "valid": row.valid_until,
                "term": row.term,
            }[column]
            self._text(painter, rect, text, colour, _RIGHT, self._theme.font())

    def _two(
        self, painter: QPainter, rect: QRectF, first: str, second: str, *, strong: bool
    ) -> None:
        """Paint a text, and a quiet one beneath where there is one."""
        tokens = self._theme.tokens
        font = self._theme.font(strong=strong)
        if not second:
            self._text(painter, rect, first, tokens.text, _LEFT, font)
            return
        half = rect.height() / 2
        upper = QRectF(rect.left(), rect.top() + 8, rect.width(), half - 8)
        lower = QRectF(rect.left(), rect.top() + half, rect.width(), half - 8)
        small = self._theme.font(tokens.font_small)
        self._text(painter, upper, first, tokens.text, _LEFT, font)
        self._text(painter, lower, second, tokens.quiet, _LEFT, small)

    def _chip(self, painter: QPainter, rect: QRectF, row: QuoteRow) -> None:
        """Paint the status in its colour."""
        tokens = self._theme.tokens
        plain = row.tone == "plain"
        ground = tokens.hover if plain else getattr(tokens, f"{row.tone}_tint")
        colour = tokens.quiet if plain else getattr(tokens, row.tone)
        font = self._theme.font(tokens.font_small, strong=True)
        width = min(
            QFontMetricsF(font).horizontalAdvance(row.status) + 16, rect.width()
        )
        chip = QRectF(rect.left(), 0, width, _CHIP_HEIGHT)
        chip.moveTop(rect.center().y() - _CHIP_HEIGHT / 2)
        painter.setPen(_NO_PEN)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(chip, _CHIP_HEIGHT / 2, _CHIP_HEIGHT / 2)
        inner = chip.adjusted(8, 0, -7, 0)
        self._text(painter, inner, row.status, colour, _LEFT, font)

    def _text(
        self,
        painter: QPainter,
        rect: QRectF,
        text: str,
        colour: str,
        side: int,
        font: QFont,
    ) -> None:
        """Paint one line, with an ellipsis where it is too long."""
        metrics = QFontMetricsF(font)
        shown = metrics.elidedText(text, _CUT, rect.width())
        painter.setFont(font)
        painter.setPen(QColor(colour))
        painter.drawText(rect, side, shown)

    def _presses(self, row: QuoteRow, column: str) -> bool:
        """Tell whether the cell asks for a look: an open quote that ends soon."""
        return column == "valid" and row.ends_soon and row.tone in ("plain", "info")
