"""What every setting on the page has: a key, its words, and a way to be set."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.settings.fields import Setting
from ui.shared import Shared
from ui.widgets.plain_label import PlainLabel
from ui.widgets.translated import Translated


class SettingBox(Translated):
    """One setting under its words; `entered(key, value)` when it is set anew."""

    entered = Signal(str, str)

    def __init__(
        self, setting: Setting, shared: Shared, parent: QWidget | None = None
    ) -> None:
        """Put the words above what the kind of setting adds."""
        super().__init__(parent)
        self.key, self._shared, self._words = setting.key, shared, setting.label
        self._label = PlainLabel("", "small")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self._label)

    @property
    def label(self) -> str:
        """The setting's words in the language of now."""
        return self._label.text()

    def begin(self) -> None:
        """Let the setting be set."""
        raise NotImplementedError

    def explain(self, sentence: str) -> None:
        """Say what is wrong with the value, where something can be; '' if nothing."""

    def retranslate(self) -> None:
        """Say the words in the language of now."""
        self._label.setText(self._shared.language.gettext(self._words))

    def _add_row(self, *widgets: QWidget) -> None:
        """Put widgets beside each other, as wide as they like."""
        row = QHBoxLayout()
        row.setSpacing(10)
        for widget in widgets:
            row.addWidget(widget)
        row.addStretch(1)
        self._column.addLayout(row)

    def _enter(self, value: str) -> None:
        """Hand a value over."""
        self.entered.emit(self.key, value)
