"""Keys that a text field would keep for itself though it has no use for them."""

from __future__ import annotations

from typing import Final

import shiboken6
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

_UNDO: Final = (QKeySequence("Ctrl+Z"),)
_REDO: Final = (QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y"))
#: To some systems' fields this means the end of the line; here it exports.
_EXPORT: Final = QKeySequence("Ctrl+E")


class FieldKeys(QObject):
    """Lets undo, redo and export through a field that has nothing to undo itself.

    It watches the one field that has the focus: a filter over the whole program
    would be asked about every event.
    """

    def __init__(self, app: QApplication) -> None:
        """Follow the focus."""
        super().__init__(app)
        self._watched: QLineEdit | None = None
        app.focusChanged.connect(self._follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the field from claiming a key that it would waste."""
        claims = event.type() is QEvent.Type.ShortcutOverride
        if claims and isinstance(event, QKeyEvent) and isinstance(watched, QLineEdit):
            return _wasted(QKeySequence(event.keyCombination()), watched)
        return False

    def _follow(self, _left: QWidget | None, entered: QWidget | None) -> None:
        """Watch the field that was entered."""
        # One that has the focus while it is deleted is gone by the time this is told.
        if self._watched is not None and shiboken6.isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = entered if isinstance(entered, QLineEdit) else None
        if self._watched is not None:
            self._watched.installEventFilter(self)


def _wasted(keys: QKeySequence, field: QLineEdit) -> bool:
    """Tell whether the field could do nothing with these keys."""
    if keys in _UNDO:
        return not field.isUndoAvailable()
    if keys in _REDO:
        return not field.isRedoAvailable()
    return keys == _EXPORT
