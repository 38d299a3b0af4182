"""Painting amounts: they shrink or end in an ellipsis, and are never cut."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

#: How far a figure may shrink before an ellipsis says that it is not whole.
_LEAST: Final = 0.75
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_ELLIPSIS: Final = "…"


def paint_money(
    painter: QPainter,
    rect: QRectF,
    text: str,
    font: QFont,
    alignment: Qt.AlignmentFlag = _RIGHT,
) -> None:
    """Paint an amount inside a rectangle with the painter's pen."""
    shown, fitting = fitted(text, font, rect.width())
    painter.setFont(fitting)
    painter.drawText(rect, alignment | Qt.TextFlag.TextSingleLine, shown)


def fitted(text: str, font: QFont, width: float) -> tuple[str, QFont]:
    """Return the text and font that fit: whole, else smaller, else an ellipsis.

    An amount of which only a part fits is not shown at all: half a price is a
    wrong price.
    """
    needed = QFontMetricsF(font).horizontalAdvance(text)
    if needed <= width:
        return text, font
    smaller = QFont(font)
    least = round(font.pixelSize() * _LEAST)
    for size in range(font.pixelSize() - 1, least - 1, -1):
        smaller.setPixelSize(size)
        if QFontMetricsF(smaller).horizontalAdvance(text) <= width:
            return text, smaller
    return _ELLIPSIS, font
