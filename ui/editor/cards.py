"""Paints each row of a quote as its slice of a card."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPen,
)
from PySide6.QtWidgets import (
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

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
from ui.models.line_rows import Row
from ui.models.lines_model import ROW, Column
from ui.shared import Shared

Index = QModelIndex | QPersistentModelIndex
_BOX = QSize(50, 22)
_COUNT = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_COMMITS = (*_ENTERS, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_KEPT = 2000
_SMALL = ("detail", "gain")


class Cards(QStyledItemDelegate):
    """One delegate for the whole table; it reads finished rows and draws them."""

    include = Signal(str)

    def __init__(
        self, shared: Shared, table: QTableView, accepts: Callable[[str], bool]
    ) -> None:
        """Paint for a table; `accepts` tells whether a text is a quantity."""
        super().__init__(table)
        self._accepts = accepts
        self._shared, self._table = shared, table
        self._fonts = Fonts.of(shared.theme)
        self._kept: dict[tuple[Row, int], Layout] = {}

    def forget(self) -> None:
        """Measure anew: the fonts or the looks are others."""
        self._fonts = Fonts.of(self._shared.theme)
        self._kept.clear()

    def height(self, row: Row, width: int) -> int:
        """Return how high a row is in a first column of that width."""
        if row.heading:
            return heading_height(row)
        return self._layout(row, width).height

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of the index's row."""
        width = self._table.columnWidth(Column.NAME)
        return QSize(option.rect.width(), self.height(index.data(ROW), width))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Paint one cell: its part of the card, then what it says."""
        row: Row = index.data(ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._card(painter, option, row)
        if row.heading:
            self._heading(painter, option, index.column(), row)
        else:
            self._line(painter, option, index, row)
        painter.restore()

    def box(self, cell: QRect) -> QRect:
        """Return where a cell's quantity stands."""
        return QRect(
            cell.right() - _BOX.width() + 1,
            cell.top() + TOP - 3,
            _BOX.width(),
            _BOX.height(),
        )

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, index: Index
    ) -> QWidget:
        """Make the field in which a quantity is typed."""
        field = QLineEdit(parent)
        field.setObjectName("quantity")
        field.setAlignment(Qt.AlignmentFlag.AlignRight)
        field.setMaxLength(12)
        row: Row = index.data(ROW)
        text = self._shared.language.gettext("Quantity of {name}")
        field.setAccessibleName(text.format(name=row.name))
        return field

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Put the quantity into the field."""
        if isinstance(editor, QLineEdit):
            editor.setText(index.data(Qt.ItemDataRole.EditRole))
            editor.selectAll()

    def setModelData(
        self, editor: QWidget, model: QAbstractItemModel, index: Index
    ) -> None:
        """Hand over what was typed; what was left as it is changes nothing."""
        typed = editor.text() if isinstance(editor, QLineEdit) else ""
        if typed != index.data(Qt.ItemDataRole.EditRole):
            model.setData(index, typed, Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: Index
    ) -> None:
        """Put the field over the quantity's box."""
        editor.setGeometry(self.box(option.rect))

    def editorEvent(
        self,
        event: QEvent,
        _model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Include an optional line where its word is clicked."""
        if event.type() is QEvent.Type.MouseButtonRelease and isinstance(
            event, QMouseEvent
        ):
            row: Row = index.data(ROW)
            link = self._link(row, option)
            if link and link.contains(event.position()):
                self.include.emit(row.key)
                return True
        return False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the field open on what is no quantity; arrows count up and down."""
        if (
            isinstance(watched, QLineEdit)
            and event.type() is QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
        ):
            key = Qt.Key(event.key())
            if key in _COUNT:
                spin(watched, _COUNT[key])
                return True
            if key in _COMMITS and not self._accepts(watched.text()):
                watched.selectAll()
                return True
            if key in _ENTERS:
                self.commitData.emit(watched)
                self.closeEditor.emit(watched)
                return True
        return super().eventFilter(watched, event)

    def _link(self, row: Row, option: QStyleOptionViewItem) -> QRectF | None:
        """Return where the word stands that includes a line."""
        if row.heading or not row.offer:
            return None
        link = self._layout(row, self._table.columnWidth(Column.NAME)).link
        return link.translated(QPointF(option.rect.topLeft())) if link else None

    def _layout(self, row: Row, width: int) -> Layout:
        """Lay a row out, or remember how."""
        found = self._kept.get((row, width))
        if found is None:
            if len(self._kept) > _KEPT:
                self._kept.clear()
            found = self._kept[row, width] = laid_out(
                row, width, self._beyond(), self._fonts
            )
        return found

    def _beyond(self) -> float:
        """Return how far the small print may go on under the next columns."""
        table = self._table
        return table.columnWidth(Column.QUANTITY) + table.columnWidth(Column.UNIT)

    def _card(self, painter: QPainter, option: QStyleOptionViewItem, row: Row) -> None:
        """Paint the cell's part of the card: ground, border, line beneath."""
        tokens = self._shared.tokens
        painter.setClipRect(option.rect)
        full = self._full(option, row)
        path = _outline(full, row, tokens.radius_card)
        painter.fillPath(path, QColor(tokens.panel))
        if _chosen(option):
            painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
            painter.fillRect(full, QColor(tokens.accent_tint))
            bar = QRectF(full.left(), full.top(), 3, full.height())
            painter.fillRect(bar, QColor(tokens.accent))
            painter.setClipRect(option.rect)
        painter.setPen(QPen(QColor(tokens.line), 1))
        painter.drawPath(path)
        if not row.last:
            y = full.bottom() - 0.5
            painter.drawLine(QPointF(full.left() + 0.5, y), QPointF(full.right(), y))
        painter.setClipping(False)

    def _full(self, option: QStyleOptionViewItem, row: Row) -> QRectF:
        """Return the whole row's rectangle, without the gap above a heading."""
        width = self._table.viewport().width()
        full = QRectF(0, option.rect.top(), width, option.rect.height())
        gap = GAP if row.heading and not row.first else 0
        return full.adjusted(0, gap, 0, 0)

    def _heading(
        self, painter: QPainter, option: QStyleOptionViewItem, column: int, row: Row
    ) -> None:
        """Paint a heading across the columns, in the first and last cell."""
        tokens, full = self._shared.tokens, self._full(option, row)
        text = full.adjusted(MARGIN, 0, -MARGIN, 0)
        text.setHeight(HEADING)
        if column == Column.AMOUNT:
            look = (self._fonts.small, tokens.quiet)
            draw(painter, text, row.amount, look, right=True)
        elif column == Column.NAME:
            aside = painter.fontMetrics().horizontalAdvance(row.amount)
            text.setRight(text.right() - aside - MARGIN)
            draw(painter, text, row.name, (self._fonts.strong, tokens.text))

    def _line(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: Index,
        row: Row,
    ) -> None:
        """Paint what a line's cell says."""
        column = index.column()
        self._name(painter, option, row, column)
        if column == Column.QUANTITY:
            self._quantity(painter, option, row)
        elif column != Column.NAME:
            self._money(painter, option, row, column)
        if column != Column.QUANTITY and _current(option):
            self._ring(painter, QRectF(option.rect).adjusted(4, 3, -4, -3))

    def _name(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        row: Row,
        column: int,
    ) -> None:
        """Paint the cell's part of name and small print, and what is wrong."""
        looks = self._looks()
        before = sum(self._table.columnWidth(each) for each in range(column))
        origin = QPointF(option.rect.topLeft()) - QPointF(before, 0)
        painter.setClipRect(option.rect)
        for piece in self._layout(row, self._table.columnWidth(Column.NAME)).pieces:
            if column == Column.NAME or piece.role in _SMALL:
                place = piece.rect.translated(origin)
                draw(painter, place, piece.text, looks[piece.role])
        painter.setClipping(False)
        if row.severity and column == Column.NAME:
            self._mark(painter, origin, row)

    def _mark(self, painter: QPainter, origin: QPointF, row: Row) -> None:
        """Paint the sign of a problem before the name."""
        tokens = self._shared.tokens
        colour = tokens.error if row.severity == "error" else tokens.attention
        ratio = painter.device().devicePixelRatioF()
        left = MARGIN + (INDENT if row.indented else 0)
        painter.drawPixmap(
            origin + QPointF(left, TOP + 2),
            pixmap("triangle-alert", colour, 15, ratio),
        )

    def _quantity(
        self, painter: QPainter, option: QStyleOptionViewItem, row: Row
    ) -> None:
        """Paint the quantity in its box, which carries the ring."""
        tokens = self._shared.tokens
        box = QRectF(self.box(option.rect)).adjusted(0.5, 0.5, -0.5, -0.5)
        if not row.quiet or _chosen(option):
            painter.setBrush(QColor(tokens.panel))
            painter.setPen(QPen(QColor(tokens.line), 1))
            painter.drawRoundedRect(box, 5, 5)
        if _current(option):
            self._ring(painter, box)
        colour = tokens.quiet if row.quiet else tokens.text
        text = box.adjusted(4, 0, -8, 0)
        draw_money(painter, text, row.quantity, (self._fonts.usual, colour))

    def _money(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        row: Row,
        column: int,
    ) -> None:
        """Paint an amount at the right of its column."""
        tokens = self._shared.tokens
        strong = column == Column.AMOUNT and not row.quiet
        font: QFont = self._fonts.strong if strong else self._fonts.usual
        colour = tokens.quiet if row.quiet else tokens.text
        right = MARGIN if column == Column.AMOUNT else 6
        rect = QRectF(option.rect).adjusted(6, TOP, -right, 0)
        rect.setHeight(19)
        text = row.amount if column == Column.AMOUNT else row.unit
        draw_money(painter, rect, text, (font, colour))

    def _ring(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the ring around the current cell: Qt paints none for us."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self._shared.tokens.accent), 2))
        painter.drawRoundedRect(rect, 5, 5)

    def _looks(self) -> dict[str, tuple[QFont, str]]:
        """Return font and colour of each role."""
        tokens, fonts = self._shared.tokens, self._fonts
        return {
            "name": (fonts.strong, tokens.text),
            "quiet": (fonts.usual, tokens.quiet),
            "detail": (fonts.small, tokens.quiet),
            "link": (fonts.strong, tokens.accent),
            "gain": (fonts.small_strong, tokens.own),
        }


def _chosen(option: QStyleOptionViewItem) -> bool:
    """Tell whether the row is chosen."""
    return bool(option.state & QStyle.StateFlag.State_Selected)


def _current(option: QStyleOptionViewItem) -> bool:
    """Tell whether keys go to this very cell."""
    return bool(option.state & QStyle.StateFlag.State_HasFocus)


def _outline(full: QRectF, row: Row, radius: int) -> QPainterPath:
    """Return the card's outline as far as this row shows it."""
    beyond = radius * 2.0
    top = 0.5 if row.heading else -beyond
    bottom = -0.5 if row.last else beyond
    path = QPainterPath()
    path.addRoundedRect(full.adjusted(0.5, top, -0.5, bottom), radius, radius)
    return path


def spin(field: QLineEdit, step: int) -> None:
    """Count the number in a field up or down, never below 1."""
    if field.text().isdecimal():
        field.setText(str(max(1, int(field.text()) + step)))
        field.selectAll()
