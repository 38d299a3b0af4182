from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter

from ui.theme import Theme
from ui.widgets.money import fitted, paint_money

LONG = "99\u00a0999\u00a0999,99\u00a0€"


@pytest.mark.parametrize("width", range(0, 140, 7))
def test_an_amount_is_whole_or_not_shown_at_all(theme: Theme, width: int) -> None:
    text, font = fitted(LONG, theme.font(), width)
    assert text in (LONG, "…")
    assert text == "…" or QFontMetricsF(font).horizontalAdvance(text) <= width


def test_a_long_amount_shrinks_first(theme: Theme) -> None:
    font = theme.font()
    needed = QFontMetricsF(font).horizontalAdvance(LONG)
    text, smaller = fitted(LONG, font, needed - 8)
    assert text == LONG
    assert smaller.pixelSize() < font.pixelSize()


def test_nothing_is_painted_outside_the_cell(theme: Theme) -> None:
    image = QImage(200, 40, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint_money(painter, QRectF(60, 0, 80, 40), LONG, theme.font())
    painter.end()
    outside = [(x, y) for x in (*range(59), *range(142, 200)) for y in range(40)]
    assert {image.pixelColor(*at).name() for at in outside} == {"#ffffff"}
