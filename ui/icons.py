"""The drawings of the window: Lucide's in the theme's colours, and the own mark."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

SIZE: Final = 16
#: Sides of the mark, in pixels, as desktops ask for it.
_MARK: Final = (16, 32, 48, 128)


def icon(name: str, colour: str, *, disabled: str = "", size: int = SIZE) -> QIcon:
    """Return a drawing of resources/icons in a colour, and in another if disabled.

    The name is the file's without its ending; LookupError where there is none.
    """
    made = QIcon()
    for ratio in _ratios():
        made.addPixmap(pixmap(name, colour, size, ratio))
        if disabled:
            grey = pixmap(name, disabled, size, ratio)
            made.addPixmap(grey, QIcon.Mode.Disabled)
    return made


def mark() -> QIcon:
    """Return what the program is known by among the windows of a desktop."""
    drawing = (files("resources") / "waas-quotes.svg").read_text("utf-8")
    made = QIcon()
    for side in _MARK:
        made.addPixmap(_drawn(drawing, side))
    return made


def _ratios() -> set[float]:
    """Return the device ratios of the screens that there are."""
    return {screen.devicePixelRatio() for screen in QGuiApplication.screens()}


def pixmap(name: str, colour: str, size: int = SIZE, ratio: float = 1.0) -> QPixmap:
    """Return a drawing of that many device-independent pixels at a device ratio."""
    key = f"{name} {colour} {size} {ratio}"
    known = QPixmap()
    if QPixmapCache.find(key, known):
        return known
    made = _drawn(_drawing(name).replace("currentColor", colour), round(size * ratio))
    made.setDevicePixelRatio(ratio)
    QPixmapCache.insert(key, made)
    return made


def _drawn(drawing: str, side: int) -> QPixmap:
    """Draw an SVG in a square of so many pixels."""
    made = QPixmap(side, side)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    QSvgRenderer(drawing.encode()).render(painter)
    painter.end()
    return made


def coloured(name: str, colour: str) -> Path:
    """Return the file of a drawing in a colour: the style sheet takes no others."""
    folder = Path(str(files("resources") / "sheet"))
    return folder / f"{name}-{colour.strip('#')}.svg"


@cache
def _drawing(name: str) -> str:
    """Return the SVG's text."""
    file = files("resources") / "icons" / f"{name}.svg"
    if not file.is_file():
        raise LookupError(name)
    return file.read_text("utf-8")
