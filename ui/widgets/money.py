"""Painting amounts: they shrink or end in an ellipsis, and are never cut."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

#: How far a figure may shrink before an ellipsis says that it is not whole.
_LEAST: Final = 0.75
# Made once: Python joins Qt's flags more slowly than Qt paints a figure.
_LINE: Final = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
LEFT: Final = Qt.AlignmentFlag.AlignLeft | _LINE
RIGHT: Final = Qt.AlignmentFlag.AlignRight | _LINE
_ELLIPSIS: Final = "…"


def paint_money(
    painter: QPainter,
    rect: QRectF,
    text: str,
    font: QFont,
    side: int = RIGHT,
) -> None:
    """Paint an amount at a side of a rectangle, LEFT or RIGHT, with its pen."""
    shown, fitting = fitted(text, font, rect.width())
    painter.setFont(fitting)
    painter.drawText(rect, side, shown)


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
