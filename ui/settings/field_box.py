"""One setting on the page: its words, where it is set, and what is wrong with it."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from ui.menus import worded
from ui.settings.fields import Choice, Field
from ui.settings.setting_box import SettingBox
from ui.shared import Shared
from ui.widgets.kind import set_dress
from ui.widgets.plain_label import PlainLabel
from ui.widgets.segments import Segments


class FieldBox(SettingBox):
    """A typed setting, set when it is left or Enter is pressed."""

    def __init__(
        self, field: Field, shared: Shared, parent: QWidget | None = None
    ) -> None:
        """Begin with the value of now."""
        super().__init__(field, shared, parent)
        self._field = field
        self._edit = QLineEdit()
        self._show_value()
        self._edit.setObjectName(field.key)
        self._label.setBuddy(self._edit)
        self._note = PlainLabel("", "small").wrapped()
        self._wrong = False
        self._column.addWidget(self._edit)
        self._column.addWidget(self._note)
        self._column.addStretch(1)
        self._edit.editingFinished.connect(self._take)
        shared.workplace_changed.connect(self._follow_change)
        if field.hints:
            shared.workplace_changed.connect(self._follow)
        self.retranslate()

    def explain(self, sentence: str) -> None:
        """Say what is wrong with the value; '' where nothing is."""
        self._wrong = bool(sentence)
        set_dress(self._edit, "wrong", "true" if sentence else "false")
        set_dress(self._note, "kind", "error" if sentence else "small")
        self._note.setText(sentence or self._hint())
        self._note.setVisible(bool(self._note.text()))

    def begin(self) -> None:
        """Let the value be typed."""
        self._edit.setFocus()
        self._edit.selectAll()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        super().retranslate()
        self._edit.setAccessibleName(self.label)
        self._edit.setAccessibleDescription(self._hint())
        if self._wrong:
            self._take()
        else:
            self.explain("")

    def _follow(self) -> None:
        """Help as the partner's country wants it."""
        if not self._wrong:
            self.explain("")

    def _hint(self) -> str:
        """Return what helps to fill it in, in the partner's country."""
        country = self._shared.workplace.settings.home
        hint = self._field.hints.get(country, self._field.hint)
        return self._shared.language.gettext(hint) if hint else ""

    def _follow_change(self) -> None:
        """Show the value of now where it is another; what is being typed stays."""
        if self._shared.workplace.settings.flat()[self.key] != self._shown:
            self._show_value()
            self.explain("")

    def _show_value(self) -> None:
        """Show the value of now; undoing it is left to the page."""
        self._shown = self._shared.workplace.settings.flat()[self.key]
        self._edit.setText(self._shown)
        self._edit.setCursorPosition(0)

    def _take(self) -> None:
        """Hand the value over, without the spaces around it."""
        self._enter(self._edit.text().strip())


class ChoiceBox(SettingBox):
    """A setting that is one of a few."""

    def __init__(
        self, choice: Choice, shared: Shared, parent: QWidget | None = None
    ) -> None:
        """Begin with the value of now."""
        super().__init__(choice, shared, parent)
        self._choice = choice
        self._segments = Segments([value for value, _ in choice.choices])
        self._segments.setObjectName(choice.key)
        self._column.addWidget(self._segments)
        self._segments.chosen.connect(self._enter)
        shared.workplace_changed.connect(self._follow)
        self._follow()
        self.retranslate()

    def begin(self) -> None:
        """Let the value be chosen."""
        self._segments.setFocus()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        super().retranslate()
        language = self._shared.language
        texts = [worded(text, language) for _value, text in self._choice.choices]
        self._segments.set_texts(self.label, texts)

    def _follow(self) -> None:
        """Show the value of now, set here or in a menu."""
        self._segments.choose(self._shared.workplace.settings.flat()[self.key])
