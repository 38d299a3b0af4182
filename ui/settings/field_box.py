"""One setting on the page: its words, where it is set, and what is wrong with it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.menus import worded
from ui.settings.fields import Choice, Field
from ui.shared import Shared
from ui.widgets.kind import set_dress
from ui.widgets.plain_label import PlainLabel
from ui.widgets.segments import Segments
from ui.widgets.translated import Translated


class FieldBox(Translated):
    """A typed setting; `entered(key, value)` when it is left or Enter is pressed."""

    entered = Signal(str, str)

    def __init__(
        self, field: Field, shared: Shared, parent: QWidget | None = None
    ) -> None:
        """Begin with the value of now."""
        super().__init__(parent)
        self.key = field.key
        self._field, self._shared = field, shared
        self._label = PlainLabel("", "small")
        self._edit = QLineEdit()
        self._show_value()
        self._edit.setObjectName(field.key)
        self._label.setBuddy(self._edit)
        self._note = PlainLabel("", "small").wrapped()
        self._wrong = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._label)
        column.addWidget(self._edit)
        column.addWidget(self._note)
        column.addStretch(1)
        self._edit.editingFinished.connect(self._enter)
        shared.workplace_changed.connect(self._follow_change)
        if field.hints:
            shared.workplace_changed.connect(self._follow)
        self.retranslate()

    @property
    def label(self) -> str:
        """The field's words in the language of now."""
        return self._label.text()

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
        label = self._shared.language.gettext(self._field.label)
        self._label.setText(label)
        self._edit.setAccessibleName(label)
        self._edit.setAccessibleDescription(self._hint())
        if self._wrong:
            self._enter()
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

    def _enter(self) -> None:
        """Hand the value over, without the spaces around it."""
        self.entered.emit(self.key, self._edit.text().strip())


class ChoiceBox(Translated):
    """A chosen setting; `entered(key, value)` when another is chosen."""

    entered = Signal(str, str)

    def __init__(
        self, choice: Choice, shared: Shared, parent: QWidget | None = None
    ) -> None:
        """Begin with the value of now."""
        super().__init__(parent)
        self.key = choice.key
        self._choice, self._shared = choice, shared
        self._label = PlainLabel("", "small")
        self._segments = Segments([value for value, _ in choice.choices])
        self._segments.setObjectName(choice.key)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._label)
        column.addWidget(self._segments)
        self._segments.chosen.connect(lambda value: self.entered.emit(self.key, value))
        shared.workplace_changed.connect(self._follow)
        self._follow()
        self.retranslate()

    @property
    def label(self) -> str:
        """The field's words in the language of now."""
        return self._label.text()

    def explain(self, sentence: str) -> None:
        """Do nothing: each of the choices is right."""

    def begin(self) -> None:
        """Let the value be chosen."""
        self._segments.setFocus()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        _ = self._shared.language.gettext
        label = _(self._choice.label)
        self._label.setText(label)
        language = self._shared.language
        texts = [worded(text, language) for _value, text in self._choice.choices]
        self._segments.set_texts(label, texts)

    def _follow(self) -> None:
        """Show the value of now, set here or in a menu."""
        self._segments.choose(self._shared.workplace.settings.flat()[self.key])
