"""A column of buttons, each with what it does beside it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QGridLayout

from i18n import Language
from ui.theme import Theme
from ui.trouble.ways import Words
from ui.widgets.button import Button
from ui.widgets.plain_label import PlainLabel


class WayButtons(QGridLayout):
    """Ways on in the order they were added, the first of them the usual one."""

    def __init__(self, theme: Theme) -> None:
        """Begin without a way."""
        super().__init__()
        self._theme = theme
        self._rows: list[tuple[Words, Button, PlainLabel]] = []
        self.setHorizontalSpacing(16)
        self.setVerticalSpacing(8)
        self.setColumnStretch(1, 1)

    @property
    def first(self) -> Button:
        """The button of the usual way."""
        return self._rows[0][1]

    def add(self, words: Words, do: Callable[[], object]) -> None:
        """Add a button with what it does beside it."""
        row = len(self._rows)
        kind = "" if row else "primary"
        button = Button(self._theme, words.drawing, kind=kind)
        button.clicked.connect(lambda _=False: do())
        effect = PlainLabel("", "quiet").wrapped()
        self.addWidget(button, row, 0)
        self.addWidget(effect, row, 1)
        self._rows.append((words, button, effect))

    def show_way(self, wanted: Words, shown: bool) -> None:
        """Show a way, or hide it while it leads nowhere."""
        for words, button, effect in self._rows:
            if words is wanted:
                button.setVisible(shown)
                effect.setVisible(shown)

    def wait(self, on: bool) -> None:
        """Take no wish while one is being done."""
        for _, button, _ in self._rows:
            button.setDisabled(on)

    def say(self, language: Language) -> None:
        """Say everything in a language."""
        for words, button, effect in self._rows:
            button.set_words(language.gettext(words.text))
            effect.setText(language.gettext(words.effect))
