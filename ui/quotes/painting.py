"""How a quote is painted in the list."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from ui.editor.texts import Fonts, draw, draw_money, width_of
from ui.quotes.list_model import COLUMNS, ROW_ROLE
from ui.quotes.rows import QuoteRow
from ui.theme import Theme

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
_SELECTED: Final = QStyle.StateFlag.State_Selected
_SMOOTH: Final = QPainter.RenderHint.Antialiasing
_NO_PEN: Final = Qt.PenStyle.NoPen


class QuotePainter(QStyledItemDelegate):
    """Paints each cell: customer over title, status as a chip, figures right."""

    def __init__(self, theme: Theme, parent: QTableView) -> None:
        """Paint with the tokens of a theme."""
        super().__init__(parent)
        self._theme, self._table = theme, parent
        self._fonts = Fonts.of(theme)

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
        if COLUMNS[index.column()].name == "status":
            self._chip(painter, inner, row, chosen=chosen)
        else:
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
        line = QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1)
        painter.fillRect(line, QColor(tokens.line))

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
        """Paint one cell of text."""
        tokens = self._theme.tokens
        if column == "customer":
            self._two(painter, rect, row.customer, row.title, strong=True)
        elif column == "number":
            inset = rect.adjusted(_NESTED if row.nested else 0, 0, 0, 0)
            self._two(painter, inset, row.label, row.earlier, strong=False)
        elif column == "commission":
            draw_money(painter, rect, row.commission, (self._fonts.usual, tokens.own))
        elif column == "monthly":
            draw_money(painter, rect, row.monthly, (self._fonts.strong, tokens.text))
        else:
            colour = tokens.attention if self._presses(row, column) else tokens.text
            text = {
                "date": row.date,
                "valid": row.valid_until,
                "term": row.term,
            }[column]
            draw(painter, rect, text, (self._fonts.usual, colour), right=True)

    def _two(
        self, painter: QPainter, rect: QRectF, first: str, second: str, *, strong: bool
    ) -> None:
        """Paint a text, and a quiet one beneath where there is one."""
        tokens, fonts = self._theme.tokens, self._fonts
        look = (fonts.strong if strong else fonts.usual), tokens.text
        if not second:
            draw(painter, rect, first, look)
            return
        half = rect.height() / 2
        upper = QRectF(rect.left(), rect.top() + 8, rect.width(), half - 8)
        lower = QRectF(rect.left(), rect.top() + half, rect.width(), half - 8)
        draw(painter, upper, first, look)
        draw(painter, lower, second, (fonts.small, tokens.quiet))

    def _chip(
        self, painter: QPainter, rect: QRectF, row: QuoteRow, *, chosen: bool
    ) -> None:
        """Paint the status in its colour, on a ground that a chosen row has not."""
        tokens = self._theme.tokens
        plain = row.tone == "plain"
        ground = tokens.hover if plain else getattr(tokens, f"{row.tone}_tint")
        ground = tokens.panel if chosen else ground
        colour = tokens.quiet if plain else getattr(tokens, row.tone)
        font = self._fonts.small_strong
        width = min(width_of(row.status, font) + 16, rect.width())
        chip = QRectF(rect.left(), 0, width, _CHIP_HEIGHT)
        chip.moveTop(rect.center().y() - _CHIP_HEIGHT / 2)
        painter.setPen(_NO_PEN)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(chip, _CHIP_HEIGHT / 2, _CHIP_HEIGHT / 2)
        inner = chip.adjusted(8, 0, -7, 0)
        draw(painter, inner, row.status, (font, colour))

    def _presses(self, row: QuoteRow, column: str) -> bool:
        """Tell whether the cell asks for a look: an open quote that ends soon."""
        return column == "valid" and row.ends_soon and row.tone in ("plain", "info")
