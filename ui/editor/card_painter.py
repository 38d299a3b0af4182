"""Paints a row of a quote, in one go, as its slice of a card."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QTableView

from ui.editor.card_layout import (
    GAP,
    HEADING,
    INDENT,
    MARGIN,
    TOP,
    Layout,
    heading_height,
    laid_out,
)
from ui.editor.texts import Fonts, draw, draw_money
from ui.icons import pixmap
from ui.models.line_rows import Fold, Row
from ui.models.lines_model import Column
from ui.shared import Shared

_BOX = QSize(50, 22)
_KEPT = 2000
_MONEY_HEIGHT = 19
Look = tuple[QFont, QColor]


class CardPainter:
    """Draws finished rows; how a text breaks is worked out once and remembered."""

    def __init__(self, shared: Shared, table: QTableView) -> None:
        """Paint for a table."""
        self._shared, self._table = shared, table
        self._kept: dict[tuple[object, ...], Layout] = {}
        #: Whether nothing can be typed: then no quantity has a box.
        self.frozen = False
        self.forget()

    def forget(self) -> None:
        """Measure anew: the fonts or the looks are others."""
        tokens, fonts = self._shared.tokens, Fonts.of(self._shared.theme)
        text, quiet = QColor(tokens.text), QColor(tokens.quiet)
        self._fonts, self._quiet, self._text = fonts, quiet, text
        self._ground, self._edge = QColor(tokens.panel), QColor(tokens.line)
        self._accent, self._tint = QColor(tokens.accent), QColor(tokens.accent_tint)
        self._looks: dict[str, Look] = {
            "name": (fonts.strong, text),
            "quiet": (fonts.usual, quiet),
            "detail": (fonts.small, quiet),
            "link": (fonts.strong, self._accent),
            "gain": (fonts.small_strong, QColor(tokens.own)),
        }
        self._kept.clear()

    def height(self, row: Row) -> int:
        """Return how high a row is in the table as wide as it is now."""
        return heading_height(row) if row.heading else self._layout(row).height

    def box(self, cell: QRect) -> QRect:
        """Return where a cell's quantity stands."""
        left, top = cell.right() - _BOX.width() + 1, cell.top() + TOP - 3
        return QRect(left, top, _BOX.width(), _BOX.height())

    def link(self, row: Row, corner: QPointF) -> QRectF | None:
        """Return where the word stands that includes a line."""
        if row.heading or not row.offer:
            return None
        link = self._layout(row).link
        return link.translated(corner) if link else None

    def fold(self, row: Row, corner: QPointF) -> QRectF | None:
        """Return where what a pack includes stands, where that folds."""
        if row.heading or row.fold is Fold.NONE:
            return None
        place = self._layout(row).fold
        return place.translated(corner) if place else None

    def paint(
        self,
        painter: QPainter,
        place: QRect,
        row: Row,
        *,
        chosen: bool,
        ring: Column | None,
    ) -> None:
        """Paint a row; the `ring` stands around the cell that keys go to."""
        full = QRectF(place)
        if row.heading and not row.first:
            full.setTop(full.top() + GAP)
        self._card(painter, full, row, chosen=chosen)
        if row.heading:
            self._heading(painter, full, row)
            return
        self._name(painter, QPointF(place.topLeft()), row)
        self._money(painter, place, Column.UNIT, row)
        self._money(painter, place, Column.AMOUNT, row)
        box = QRectF(self.box(self._cell(place, Column.QUANTITY)))
        self._quantity(painter, box.adjusted(0.5, 0.5, -0.5, -0.5), row, chosen=chosen)
        if ring == Column.QUANTITY:
            self._ring(painter, box.adjusted(0.5, 0.5, -0.5, -0.5))
        elif ring is not None:
            self._ring(painter, self._ringed(place, ring))

    def _ringed(self, place: QRect, column: Column) -> QRectF:
        """Return the ring of a cell: small print goes on below the amounts."""
        if column == Column.NAME:
            return QRectF(place).adjusted(4, 3, -4, -3)
        cell = QRectF(self._cell(place, column)).adjusted(4, 3, -4, 0)
        cell.setHeight(TOP + _MONEY_HEIGHT)
        return cell

    def _cell(self, place: QRect, column: Column) -> QRect:
        """Return the part of a row that a column takes."""
        table = self._table
        left, width = table.columnViewportPosition(column), table.columnWidth(column)
        return QRect(left, place.top(), width, place.height())

    def _layout(self, row: Row) -> Layout:
        """Lay a row's texts out, or remember how."""
        table = self._table
        width = table.columnWidth(Column.NAME)
        # The amounts are no part of it: typing a quantity breaks no text anew.
        texts = (row.name, row.details, row.fold, row.offer, row.gain)
        key = (width, texts, row.severity, row.indented, row.quiet, row.last)
        found = self._kept.get(key)
        if found is None:
            if len(self._kept) > _KEPT:
                self._kept.clear()
            beyond = sum(table.columnWidth(c) for c in (Column.QUANTITY, Column.UNIT))
            found = self._kept[key] = laid_out(row, width, beyond, self._fonts)
        return found

    def _card(self, painter: QPainter, full: QRectF, row: Row, *, chosen: bool) -> None:
        """Paint the row's part of the card: ground, border, line beneath."""
        ground = self._tint if chosen else self._ground
        if row.heading or row.last:
            self._rounded(painter, full, row, ground)
        else:
            painter.fillRect(full, ground)
            painter.fillRect(
                QRectF(full.left(), full.top(), 1, full.height()), self._edge
            )
            right = full.right() - 1
            painter.fillRect(QRectF(right, full.top(), 1, full.height()), self._edge)
        if chosen:
            self._bar(painter, full, row)
        if not row.last:
            bottom = QRectF(full.left(), full.bottom() - 1, full.width(), 1)
            painter.fillRect(bottom, self._edge)

    def _rounded(
        self, painter: QPainter, full: QRectF, row: Row, ground: QColor
    ) -> None:
        """Paint the round corners that begin or end a card."""
        path = _outline(full, row, self._shared.tokens.radius_card)
        painter.setClipRect(full)
        painter.setPen(QPen(self._edge, 1))
        painter.setBrush(ground)
        painter.drawPath(path)
        painter.setClipping(False)

    def _bar(self, painter: QPainter, full: QRectF, row: Row) -> None:
        """Paint the bar at the left of the chosen row, inside the card."""
        if row.last:
            painter.setClipPath(_outline(full, row, self._shared.tokens.radius_card))
        painter.fillRect(
            QRectF(full.left(), full.top(), 3, full.height()), self._accent
        )
        painter.setClipping(False)

    def _heading(self, painter: QPainter, full: QRectF, row: Row) -> None:
        """Paint a heading, and what stands at its right."""
        text = full.adjusted(MARGIN, 0, -MARGIN, 0)
        text.setHeight(HEADING)
        draw(painter, text, row.amount, (self._fonts.small, self._quiet), right=True)
        aside = painter.fontMetrics().horizontalAdvance(row.amount)
        text.setRight(text.right() - aside - MARGIN)
        draw(painter, text, row.name, (self._fonts.strong, self._text))

    def _name(self, painter: QPainter, corner: QPointF, row: Row) -> None:
        """Paint name and small print, and what is wrong."""
        for piece in self._layout(row).pieces:
            font, colour = self._looks[piece.role]
            painter.setFont(font)
            painter.setPen(colour)
            painter.drawStaticText(corner + piece.at, piece.text)
        if row.severity:
            self._mark(painter, corner, row)
        if place := self.fold(row, corner):
            self._chevron(painter, place.topLeft(), row.fold)

    def _chevron(self, painter: QPainter, corner: QPointF, fold: Fold) -> None:
        """Paint the sign that what a pack includes is shown in full, or is not."""
        closed = (QPointF(2, 4), QPointF(6, 8), QPointF(2, 12))
        opened = (QPointF(0, 6), QPointF(4, 10), QPointF(8, 6))
        painter.setPen(QPen(self._quiet, 1.5))
        way = opened if fold is Fold.OPEN else closed
        painter.drawPolyline([corner + point for point in way])

    def _mark(self, painter: QPainter, corner: QPointF, row: Row) -> None:
        """Paint the sign of a problem before the name."""
        tokens = self._shared.tokens
        colour = tokens.error if row.severity == "error" else tokens.attention
        left = MARGIN + (INDENT if row.indented else 0)
        ratio = painter.device().devicePixelRatioF()
        sign = pixmap("triangle-alert", colour, 15, ratio)
        painter.drawPixmap(corner + QPointF(left, TOP + 2), sign)

    def _quantity(
        self, painter: QPainter, box: QRectF, row: Row, *, chosen: bool
    ) -> None:
        """Paint the quantity in its box."""
        if not self.frozen and (chosen or not row.quiet):
            painter.setBrush(self._ground)
            painter.setPen(QPen(self._edge, 1))
            painter.drawRoundedRect(box, 5, 5)
        colour = self._quiet if row.quiet else self._text
        text = box.adjusted(4, 0, -8, 0)
        draw_money(painter, text, row.quantity, (self._fonts.usual, colour))

    def _money(self, painter: QPainter, place: QRect, column: Column, row: Row) -> None:
        """Paint an amount at the right of its column."""
        last = column == Column.AMOUNT
        font = self._fonts.strong if last and not row.quiet else self._fonts.usual
        cell = QRectF(self._cell(place, column))
        rect = cell.adjusted(6, TOP, -MARGIN if last else -6, 0)
        rect.setHeight(_MONEY_HEIGHT)
        colour = self._quiet if row.quiet else self._text
        draw_money(painter, rect, row.amount if last else row.unit, (font, colour))

    def _ring(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the ring around the current cell: Qt paints none for us."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._accent, 2))
        painter.drawRoundedRect(rect, 5, 5)


def _outline(full: QRectF, row: Row, radius: int) -> QPainterPath:
    """Return the card's outline as far as this row shows it."""
    beyond = radius * 2.0
    top = 0.5 if row.heading else -beyond
    bottom = -0.5 if row.last else beyond
    path = QPainterPath()
    path.addRoundedRect(full.adjusted(0.5, top, -0.5, bottom), radius, radius)
    return path
