"""What a list says of itself as a whole, typed where its file does not say it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLineEdit, QWidget

from app.pricelist.mapping.profile import Profile
from i18n import N_
from ui.prices.mapping.words import CHOICES, DECIMALS
from ui.shared import Shared
from ui.widgets.plain_label import PlainLabel
from ui.widgets.translated import Translated

_TYPED: Final = {
    "list_id": N_("Name of the list"),
    "valid_from": N_("Valid from (like 2026-11-30)"),
    "version": N_("Version"),
    "currency": N_("Currency (like EUR)"),
    "distributor": N_("Distributor"),
    "country": N_("Country (like BE)"),
}
_COLUMNS: Final = 2
#: Between a field and the name of the next one, more than the grid sets apart.
_APART: Final = 6
#: A day as people here write it: 30/11/2026.
_DAY: Final = re.compile("([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})")
_LONGEST: Final = 200


class About(Translated):
    """A few fields over the columns; each tells its key and its text."""

    said = Signal(str, str)
    decimal_chosen = Signal(str)
    numbering_chosen = Signal(bool)

    def __init__(self, shared: Shared, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._shared = shared
        self._told: Mapping[str, str] = {}
        self._labels: dict[str, PlainLabel] = {}
        self.lines = {key: QLineEdit() for key in _TYPED}
        self.kind = _choice(self, len(CHOICES))
        self.decimal = _choice(self, len(DECIMALS))
        self.numbering = QCheckBox()
        self._arrange()
        self._connect()
        self.retranslate()

    def show_profile(self, profile: Profile, told: Mapping[str, str]) -> None:
        """Show what a mapping says; what the file says itself is not asked for."""
        self._told = told
        for key, line in self.lines.items():
            text = profile.constants.get(key, "")
            if _meant(key, line.text().strip()) != text:
                line.setText(text)
                line.setCursorPosition(0)
        kind = profile.constants.get("kind", "").casefold()
        self.kind.setCurrentIndex(list(CHOICES).index(kind))
        self.kind.setEnabled("kind" not in profile.fields)
        self.decimal.setCurrentIndex(list(DECIMALS).index(profile.decimal))
        self.numbering.setChecked(profile.repeats == "number")
        self._show_told()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the wheel scroll what the choices stand in."""
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        _ = self._shared.language.gettext
        names = {
            **_TYPED,
            "kind": N_("Kind of item"),
            "decimal": N_("Decimal sign"),
        }
        fields = {**self.lines, "kind": self.kind, "decimal": self.decimal}
        for key, name in names.items():
            self._labels[key].setText(_(name))
            fields[key].setAccessibleName(_(name))
        for box, words in ((self.kind, CHOICES), (self.decimal, DECIMALS)):
            for at, word in enumerate(words.values()):
                box.setItemText(at, _(word))
        text = _("Number references that repeat")
        self.numbering.setText(text)
        self.numbering.setAccessibleName(text)
        self._show_told()

    def _show_told(self) -> None:
        """Show in an empty field what the file says."""
        text = self._shared.language.gettext("{value}, says the file")
        for key, line in self.lines.items():
            told = self._told.get(key, "")
            line.setPlaceholderText(text.format(value=told) if told else "")

    def _connect(self) -> None:
        """Tell every change."""
        for key, line in self.lines.items():
            line.textEdited.connect(
                lambda text, key=key: self.said.emit(key, _meant(key, text.strip()))
            )
        self.kind.activated.connect(
            lambda at: self.said.emit("kind", list(CHOICES)[at])
        )
        self.decimal.activated.connect(
            lambda at: self.decimal_chosen.emit(list(DECIMALS)[at])
        )
        self.numbering.clicked.connect(self.numbering_chosen)

    def _arrange(self) -> None:
        """Put two fields beside each other, each under its label."""
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(3)
        fields: dict[str, QWidget] = {
            "list_id": self.lines["list_id"],
            "kind": self.kind,
            **self.lines,
            "decimal": self.decimal,
        }
        for at, (key, field) in enumerate(fields.items()):
            row, column = divmod(at, _COLUMNS)
            label = self._labels[key] = PlainLabel("", "small")
            label.setBuddy(field)
            label.setContentsMargins(0, _APART if row else 0, 0, 0)
            grid.addWidget(label, 2 * row, column)
            grid.addWidget(field, 2 * row + 1, column)
            grid.setColumnStretch(column, 1)
            if isinstance(field, QLineEdit):
                field.setMaxLength(_LONGEST)
        last = grid.rowCount()
        grid.setRowMinimumHeight(last, _APART)
        grid.addWidget(self.numbering, last + 1, 0, 1, _COLUMNS)


def _choice(owner: About, count: int) -> QComboBox:
    """Return a choice among so many words, which the wheel leaves alone."""
    box = QComboBox()
    box.addItems([""] * count)
    box.setSizeAdjustPolicy(
        QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
    )
    box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    box.installEventFilter(owner)
    return box


def _meant(key: str, text: str) -> str:
    """Return what a list calls what was typed: 'EUR' for 'eur', a day as its own."""
    if key in {"currency", "country"}:
        return text.upper()
    day = _DAY.fullmatch(text) if key == "valid_from" else None
    return f"{day[3]}-{day[2]:0>2}-{day[1]:0>2}" if day else text
