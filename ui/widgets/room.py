"""How large a dialog is: as it wants to be, where its screen has the room."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

#: How much of the screen a dialog may take; title bars need some.
_SHARE: Final = 0.92


def within_screen(dialog: QWidget, width: int, height: int) -> None:
    """Give a dialog a size in pixels, or what its screen has of it."""
    room = dialog.screen().availableGeometry().size()
    dialog.resize(QSize(width, height).boundedTo(room * _SHARE))
