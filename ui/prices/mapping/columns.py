"""The columns of a file, with a choice each."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QVBoxLayout, QWidget

from app.pricelist.mapping.rows import is_money
from ui.prices.mapping.draft import Choice, Fields
from ui.prices.mapping.words import OFFERED, fields_word
from ui.shared import Shared
from ui.widgets.plain_label import PlainLabel
from ui.widgets.translated import Translated

_LONGEST = 48
#: Keys with which a closed choice would go from one word to the next.
_MOVES: Final = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
)
_COMMANDS: Final = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class ColumnBox(Translated):
    """One column: its name, some of its cells, what it is, whether it is filled."""

    chosen = Signal(object)

    def __init__(self, name: str, samples: tuple[str, ...], shared: Shared) -> None:
        """Begin as a column that is not used."""
        super().__init__()
        self.name, self._shared = name, shared
        self._fields: tuple[Fields, ...] = OFFERED
        self._label = PlainLabel(name, "strong").wrapped()
        shown = " · ".join(" ".join(text.split())[:_LONGEST] for text in samples)
        self._samples = PlainLabel(shown, "small").wrapped()
        self.box = QComboBox()
        self.filled = QCheckBox()
        self._label.setBuddy(self.box)
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.box.setSizeAdjustPolicy(policy)
        # A wheel that turns over it scrolls the page, and chooses nothing.
        self.box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.box.installEventFilter(self)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 8)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 5)
        grid.addWidget(self._label, 0, 0)
        grid.addWidget(self.box, 0, 1)
        grid.addWidget(self._samples, 1, 0)
        grid.addWidget(self.filled, 1, 1)
        self.box.activated.connect(self._choose)
        self.filled.clicked.connect(self._choose)
        self.retranslate()

    @property
    def choice(self) -> Choice:
        """What the column is."""
        return Choice(self._fields[self.box.currentIndex()], self.filled.isChecked())

    def show_choice(self, choice: Choice) -> None:
        """Show what the column is; what is not offered is offered from now on."""
        if choice.fields not in self._fields:
            self._fields = (*self._fields, choice.fields)
            self.box.addItem(fields_word(choice.fields, self._shared.language))
        self.box.setCurrentIndex(self._fields.index(choice.fields))
        self.filled.setChecked(choice.filled)
        # A price that is not there is never the one above.
        texts = [field for field in choice.fields if not is_money(field)]
        self.filled.setVisible(bool(texts))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the wheel scroll what the choice stands in, and keys open the choice.

        One field on the way to another would leave the column that feeds it.
        """
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            letter = event.text().strip()
            if event.modifiers() & _COMMANDS or not letter.isprintable():
                letter = ""
            if letter or event.key() in _MOVES:
                self.box.showPopup()
                self.box.view().keyboardSearch(letter)
                return True
        return super().eventFilter(watched, event)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        language = self._shared.language
        at = max(self.box.currentIndex(), 0)
        self.box.clear()
        self.box.addItems([fields_word(each, language) for each in self._fields])
        self.box.setCurrentIndex(at)
        what = language.gettext("What the column “{name}” is")
        self.box.setAccessibleName(what.format(name=self.name))
        self.filled.setText(language.gettext("Empty means as above"))
        above = language.gettext("Empty cells of “{name}” mean what stands above")
        self.filled.setAccessibleName(above.format(name=self.name))

    def _choose(self) -> None:
        """Tell what was chosen."""
        self.chosen.emit(self.choice)


class Columns(QWidget):
    """Every column of a file, in its order."""

    chosen = Signal(int, object)

    def __init__(self, shared: Shared, parent: QWidget | None = None) -> None:
        """Begin without columns."""
        super().__init__(parent)
        self._shared = shared
        self.boxes: list[ColumnBox] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def show_columns(
        self, names: tuple[str, ...], samples: list[tuple[str, ...]]
    ) -> None:
        """Show other columns; those without a cell are left out of sight."""
        for box in self.boxes:
            box.hide()
            box.deleteLater()
        self.boxes = []
        for at, (name, texts) in enumerate(zip(names, samples, strict=True)):
            box = ColumnBox(name, texts, self._shared)
            box.chosen.connect(lambda choice, at=at: self.chosen.emit(at, choice))
            self.boxes.append(box)
            self._column.addWidget(box)
            # Shown before it has its place, it would be a window of its own.
            box.setVisible(bool(texts))

    def show_choices(self, choices: tuple[Choice, ...]) -> None:
        """Show what each column is."""
        for box, choice in zip(self.boxes, choices, strict=True):
            box.show_choice(choice)
