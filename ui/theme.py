"""The window's look, said once: tokens feed palette, style sheet and delegates."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from ui.icons import coloured
from ui.style_sheet import style_sheet
from ui.tokens import DARK, LIGHT, Tokens

FAMILY: Final = "IBM Plex Sans"
_FONTS: Final = ("IBMPlexSans-Regular.ttf", "IBMPlexSans-SemiBold.ttf")
_ROLES: Final = {
    QPalette.ColorRole.Window: "background",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "panel",
    QPalette.ColorRole.AlternateBase: "background",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.PlaceholderText: "quiet",
    QPalette.ColorRole.Button: "panel",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "attention",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.ToolTipBase: "panel",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Accent: "accent",
}
_TEXTS: Final = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
)


class Theme(QObject):
    """Dresses the application, and tells who paints that the tokens changed.

    `tokens` are those of now; read them when painting, do not keep them.
    """

    changed = Signal()

    def __init__(self, app: QApplication, appearance: str = "") -> None:
        """Load the fonts and dress the application: '', 'light' or 'dark'."""
        super().__init__(app)
        self._app = app
        self._appearance = appearance
        load_fonts()
        app.setFont(self.font())
        app.styleHints().colorSchemeChanged.connect(self._follow)
        self._dress()

    @property
    def tokens(self) -> Tokens:
        """The colours and measures of now."""
        return self._tokens

    def choose(self, appearance: str) -> None:
        """Take the system's look (''), 'light' or 'dark'; the same is no change."""
        if appearance != self._appearance:
            self._appearance = appearance
            self._dress()

    def font(self, size: int = 0, *, strong: bool = False) -> QFont:
        """Return the window's font in pixels; 0 is the usual size."""
        font = QFont(FAMILY)
        font.setPixelSize(size or LIGHT.font)
        font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
        return font

    def _follow(self) -> None:
        """Take the system's new look, where it is the system that chooses."""
        if not self._appearance:
            self._dress()

    def _dress(self) -> None:
        """Give the application its palette and sheet, and tell who paints."""
        self._tokens = DARK if self._is_dark() else LIGHT
        self._app.setPalette(palette(self._tokens))
        self._app.setStyleSheet(style_sheet(self._tokens, drawings(self._tokens)))
        self.changed.emit()

    def _is_dark(self) -> bool:
        """Tell whether the dark look counts; an unknown system is light."""
        if self._appearance:
            return self._appearance == "dark"
        return self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark


def drawings(tokens: Tokens) -> dict[str, str]:
    """Return the files of the drawings that the sheet points to."""
    arrow = coloured("chevron-down", tokens.quiet)
    tick = coloured("check", tokens.on_accent)
    return {"arrow": arrow.as_posix(), "tick": tick.as_posix()}


@cache
def load_fonts() -> None:
    """Make IBM Plex known to Qt, once."""
    for name in _FONTS:
        content = (files("resources") / "fonts" / name).read_bytes()
        QFontDatabase.addApplicationFontFromData(content)


def palette(tokens: Tokens) -> QPalette:
    """Return the palette for what the sheet does not reach."""
    made = QPalette()
    for role, name in _ROLES.items():
        made.setColor(role, QColor(getattr(tokens, name)))
    for role in _TEXTS:
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.disabled))
    return made
