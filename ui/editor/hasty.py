"""What is typed into the search before there is anything to add waits for it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

_KEYS: Final = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease)
_ENTERS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Hasty(QObject):
    """Keeps Enter, and the keys after it, while a quote is on its way.

    Where they go depends on what Enter adds: they are typed once that is there.
    """

    def __init__(self, field: QWidget, parent: QObject) -> None:
        """Listen to a field that adds what is searched by Enter."""
        super().__init__(parent)
        self._field = field
        self._holds = False
        self._kept: list[QKeyEvent] = []
        field.installEventFilter(self)

    def hold(self) -> None:
        """Keep keys from now on, and none of before."""
        self._holds, self._kept = True, []

    def release(self) -> None:
        """Type what was kept, wherever each key leads to from the field.

        Who has left it means nothing by them any more.
        """
        kept, self._holds, self._kept = self._kept, False, []
        if not self._field.hasFocus():
            return
        for event in kept:
            # There may be none, which Qt's stubs do not say.
            if (place := QApplication.focusWidget()) is not None:
                QApplication.sendEvent(place, event)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Keep Enter and what follows it."""
        if not self._holds or not isinstance(event, QKeyEvent):
            return False
        if event.type() not in _KEYS:
            return False
        if not self._kept and event.key() not in _ENTERS:
            return False
        self._kept.append(event.clone())
        return True
