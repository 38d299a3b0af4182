"""The field in which a quantity is typed, and the word that includes a line."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui.editor.card_painter import CardPainter
from ui.models.line_rows import Row
from ui.models.lines_model import ROW, Column
from ui.shared import Shared

Index = QModelIndex | QPersistentModelIndex
_COUNT = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
#: Milliseconds after which what is typed counts, and is saved, typed on or not.
PAUSE = 400
_COPIES = Qt.Modifier.CTRL | Qt.Key.Key_D
_UNDOES = Qt.Modifier.CTRL | Qt.Key.Key_Z
#: What a field held before it was typed in.
_BEFORE = "before"
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_COMMITS = (*_ENTERS, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class Quantities(QStyledItemDelegate):
    """Edits what the table paints; a click on 'Include' wishes for a line.

    A click on what a pack includes wishes to have it folded the other way, one on
    the box of a quantity to have it typed.
    """

    entered = Signal()
    include = Signal(str)
    turned = Signal(str)
    #: The line that is being typed in is wished for once more.
    copied = Signal()

    def __init__(
        self,
        shared: Shared,
        table: QTableView,
        cards: CardPainter,
        accepts: Callable[[str], bool],
    ) -> None:
        """Edit over what is painted; `accepts` tells whether a text is a quantity."""
        super().__init__(table)
        self._shared, self._cards, self._accepts = shared, cards, accepts

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of the index's row."""
        return QSize(option.rect.width(), self._cards.height(index.data(ROW)))

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, index: Index
    ) -> QWidget:
        """Make the field in which a quantity is typed."""
        field = QLineEdit(parent)
        field.setObjectName("quantity")
        field.setAlignment(Qt.AlignmentFlag.AlignRight)
        field.setMaxLength(12)
        pause = QTimer(field)
        pause.setSingleShot(True)
        pause.setInterval(PAUSE)
        pause.timeout.connect(lambda: self._take(field))
        field.textEdited.connect(lambda _: pause.isActive() or pause.start())
        row: Row = index.data(ROW)
        text = self._shared.language.gettext("Quantity of {name}")
        field.setAccessibleName(text.format(name=row.name))
        return field

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Put the quantity into the field."""
        # What is still being typed is not written over by what it came to.
        if isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(index.data(Qt.ItemDataRole.EditRole))
            editor.setProperty(_BEFORE, editor.text())
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
        editor.setGeometry(self._cards.box(option.rect))

    def editorEvent(
        self,
        event: QEvent,
        _model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Include an optional line, fold, or type, where that is clicked."""
        if event.type() is QEvent.Type.MouseButtonRelease and isinstance(
            event, QMouseEvent
        ):
            row: Row = index.data(ROW)
            if self._hits_box(event, option, index):
                self.entered.emit()
                return True
            corner = QPointF(0, option.rect.top())
            link = self._cards.link(row, corner)
            if link and link.contains(event.position()):
                self.include.emit(row.key)
                return True
            fold = self._cards.fold(row, corner)
            if fold and fold.contains(event.position()):
                self.turned.emit(row.key)
                return True
        return False

    def _hits_box(
        self, event: QMouseEvent, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Tell whether a quantity's box is what was clicked, by the left button."""
        flags = index.flags() if index.column() == Column.QUANTITY else None
        if not flags or event.button() is not Qt.MouseButton.LeftButton:
            return False
        box = self._cards.box(option.rect)
        editable = bool(flags & Qt.ItemFlag.ItemIsEditable)
        return editable and box.contains(event.position().toPoint())

    def commit(self, field: QLineEdit) -> bool:
        """Take what the field holds and close it; False, and stay, for no quantity."""
        if not self._accepts(field.text()):
            field.setFocus()
            field.selectAll()
            return False
        self.commitData.emit(field)
        self.closeEditor.emit(field)
        return True

    def _take(self, field: QLineEdit) -> None:
        """Take what is typed so far, every so often; the field stays open."""
        if field.isVisible() and self._accepts(field.text()):
            self.commitData.emit(field)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the field open on what is no quantity; count, and go back, by keys."""
        if event.type() is QEvent.Type.ShortcutOverride:
            return self._leaves_undoing(watched, event)
        presses = event.type() is QEvent.Type.KeyPress
        if presses and isinstance(event, QKeyEvent) and isinstance(watched, QLineEdit):
            return self._press(watched, event) or super().eventFilter(watched, event)
        return super().eventFilter(watched, event)

    def _press(self, field: QLineEdit, event: QKeyEvent) -> bool:
        """Do what a key means in the field; False where Qt does the rest."""
        key = Qt.Key(event.key())
        if key in _COUNT:
            spin(field, _COUNT[key])
            field.setModified(True)
            field.textEdited.emit(field.text())
            return True
        if key in _COMMITS and not self._accepts(field.text()):
            field.selectAll()
            return True
        if key in _ENTERS:
            return self.commit(field)
        if event.keyCombination() == _COPIES:
            # To some systems' fields it is Delete, and the number would be gone.
            if self.commit(field):
                self.copied.emit()
            return True
        if key == Qt.Key.Key_Escape and field.isModified():
            # Some of what was typed may be taken already.
            field.setText(field.property(_BEFORE))
            self.commitData.emit(field)
        return False

    def _leaves_undoing(self, watched: QObject, event: QEvent) -> bool:
        """Leave undoing to the quote: what is typed is an edit of its own."""
        if not isinstance(watched, QLineEdit) or not isinstance(event, QKeyEvent):
            return False
        if event.keyCombination() != _UNDOES or not self._accepts(watched.text()):
            return False
        self._take(watched)
        # A field that was given its text has none of its own to undo.
        watched.setText(watched.text())
        return True


def spin(field: QLineEdit, step: int) -> None:
    """Count the number in a field up or down, never below 1."""
    if field.text().isdecimal():
        field.setText(str(max(1, int(field.text()) + step)))
        field.selectAll()
