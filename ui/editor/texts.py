"""Texts laid out for delegates: wrapped where they may, money never clipped."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QTextLayout,
    QTextOption,
)

from ui.theme import Theme
from ui.widgets.money import paint_money

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
#: A font and a colour, by value or as '#rrggbb'.
Look = tuple[QFont, QColor | str]


@dataclass(frozen=True, slots=True)
class Fonts:
    """The few fonts of the page, with their measures."""

    usual: QFont
    strong: QFont
    small: QFont
    small_strong: QFont

    @classmethod
    def of(cls, theme: Theme) -> Fonts:
        """Take them from the theme."""
        small = theme.tokens.font_small
        return cls(
            theme.font(),
            theme.font(strong=True),
            theme.font(small),
            theme.font(small, strong=True),
        )


def width_of(text: str, font: QFont) -> float:
    """Return how wide a text is."""
    return QFontMetricsF(font).horizontalAdvance(text)


def wrapped(text: str, font: QFont, width: float, most: int = 20) -> tuple[str, ...]:
    """Break a text into lines of that width; the last of `most` shows an ellipsis."""
    if not text or width_of(text, font) <= width:
        return (text,)
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    lines: list[str] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1.0))
        start = line.textStart()
        rest = len(lines) == most - 1
        piece = text[start:] if rest else text[start : start + line.textLength()]
        lines.append(elided(piece.strip(), font, width) if rest else piece.strip())
        if rest:
            break
    layout.endLayout()
    return tuple(lines)


def elided(text: str, font: QFont, width: float) -> str:
    """Shorten a text at its end."""
    return QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, width)


def draw(
    painter: QPainter,
    rect: QRectF,
    text: str,
    look: Look,
    *,
    right: bool = False,
) -> None:
    """Draw one line of text, shortened where it does not fit."""
    font, colour = look
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(
        rect, _RIGHT if right else _LEFT, elided(text, font, rect.width() + 1)
    )


def draw_money(painter: QPainter, rect: QRectF, text: str, look: Look) -> None:
    """Draw an amount at the right: smaller where it must be, never clipped."""
    font, colour = look
    painter.setPen(QColor(colour))
    paint_money(painter, rect, text, font)
