"""The rail at the left: where one can go, and below, which prices count."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.icons import icon
from ui.language import LanguageSwitch
from ui.places import PLACES
from ui.theme import Theme
from ui.widgets.kind import set_kind
from ui.widgets.plain_label import PlainLabel

_WIDE: Final = 188
_NARROW: Final = 60
_ICON: Final = 18
_NAME: Final = "WaaS Quotes"


class Rail(QFrame):
    """Exclusive buttons, one a page; shows drawings alone when `compact`."""

    chosen = Signal(str)
    compacted = Signal(bool)

    def __init__(
        self, languages: LanguageSwitch, theme: Theme, parent: QWidget | None = None
    ) -> None:
        """Show every place, none of them chosen."""
        super().__init__(parent)
        set_kind(self, "rail")
        self._languages, self._theme = languages, theme
        self._name = PlainLabel(_NAME, "name")
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(lambda at: self.chosen.emit(PLACES[at].name))
        self._column = QVBoxLayout(self)
        self._compact = False
        self._arrange()
        theme.changed.connect(self._recolour)
        self.set_compact(False)
        self._recolour()
        self.retranslate()

    @property
    def compact(self) -> bool:
        """Whether drawings stand alone."""
        return self._compact

    def set_foot(self, foot: QWidget) -> None:
        """Put something at the foot."""
        self._column.addWidget(foot)

    def show_place(self, name: str) -> None:
        """Light the place that is shown."""
        names = [place.name for place in PLACES]
        self._group.button(names.index(name)).setChecked(True)

    def set_compact(self, compact: bool) -> None:
        """Show drawings alone, or drawings with words."""
        self._compact = compact
        style = Qt.ToolButtonStyle
        shown = style.ToolButtonIconOnly if compact else style.ToolButtonTextBesideIcon
        self.setFixedWidth(_NARROW if compact else _WIDE)
        self._name.setVisible(not compact)
        for button in self._group.buttons():
            if isinstance(button, QToolButton):
                button.setToolButtonStyle(shown)
        self.compacted.emit(compact)

    def changeEvent(self, event: QEvent) -> None:
        """Say everything again when the language changes."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Name every place in the language of now."""
        _ = self._languages.current.gettext
        self.setAccessibleName(_("Pages"))
        for place, button in zip(PLACES, self._group.buttons(), strict=True):
            text = _(place.heading)
            native = QKeySequence.SequenceFormat.NativeText
            key = QKeySequence(place.key).toString(native)
            button.setText(f"  {text}")
            button.setAccessibleName(text)
            button.setToolTip(f"{text}  ({key})")

    def _arrange(self) -> None:
        """Stack the name, the places, and room above the foot."""
        self._column.setContentsMargins(10, 12, 10, 14)
        self._column.setSpacing(2)
        self._name.setContentsMargins(10, 6, 0, 14)
        self._column.addWidget(self._name)
        for number, _ in enumerate(PLACES):
            button = QToolButton(self)
            button.setCheckable(True)
            button.setIconSize(QSize(_ICON, _ICON))
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            policy = QSizePolicy.Policy
            button.setSizePolicy(policy.Expanding, policy.Fixed)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self._group.addButton(button, number)
            self._column.addWidget(button)
        self._column.addStretch(1)

    def _recolour(self) -> None:
        """Draw in the colours of now."""
        colour = self._theme.tokens.rail_text
        for place, button in zip(PLACES, self._group.buttons(), strict=True):
            button.setIcon(icon(place.drawing, colour, size=_ICON))
