"""Where the window opens: where it stood, and never beyond a screen's room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ui.remembered import Remembered

_USUAL: Final = QSize(1280, 800)
#: What a system draws around a window: nothing tells before it is shown.
_TITLE_BAR: Final = 40
_EDGE: Final = 8


def seat(window: QWidget, remembered: Remembered) -> None:
    """Place a window that is not shown yet; maximised where it fits no other way."""
    rooms = [each.availableGeometry() for each in QGuiApplication.screens()]
    main = QGuiApplication.primaryScreen().availableGeometry()
    known = remembered.height > 0
    wanted = _wanted(remembered) if known else _centred(main)
    window.setGeometry(fitted(wanted, [main, *rooms]))
    too_large = not known and window.size() != _USUAL
    if remembered.maximised or too_large:
        window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)


def seated(window: QWidget, remembered: Remembered) -> Remembered:
    """Return what is remembered with the window's place of now."""
    place = window.normalGeometry() if window.isMaximized() else window.geometry()
    if not place.isValid():
        return remembered
    return replace(
        remembered,
        left=place.x(),
        top=place.y(),
        width=place.width(),
        height=place.height(),
        maximised=window.isMaximized(),
    )


def fitted(wanted: QRect, rooms: Sequence[QRect]) -> QRect:
    """Return the place moved and shrunk into the room that holds most of it.

    It is the inside of a window: its frame fits in the room as well. Without any
    room in common, the first is taken.
    """
    room = max(rooms, key=lambda each: _shared(each, wanted))
    inner = room.adjusted(_EDGE, _TITLE_BAR, -_EDGE, -_EDGE)
    size = wanted.size().boundedTo(inner.size())
    left = max(inner.left(), min(wanted.left(), inner.right() - size.width() + 1))
    top = max(inner.top(), min(wanted.top(), inner.bottom() - size.height() + 1))
    return QRect(QPoint(left, top), size)


def _wanted(remembered: Remembered) -> QRect:
    """Return where the window stood."""
    place = remembered
    return QRect(place.left, place.top, place.width, place.height)


def _centred(room: QRect) -> QRect:
    """Return the usual size in the middle of a room."""
    place = QRect(QPoint(), _USUAL)
    place.moveCenter(room.center())
    return place


def _shared(room: QRect, wanted: QRect) -> int:
    """Return how many pixels of a place lie in a room."""
    common = room.intersected(wanted)
    return common.width() * common.height() if common.isValid() else 0
