"""A day that may not have come yet: ticked once it has."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QCheckBox, QDateEdit, QHBoxLayout, QWidget

from i18n import Language


class MaybeDay(QWidget):
    """A box and the day beside it, which is today unless it was before."""

    def __init__(self, known: date | None, today: date, language: Language) -> None:
        """Show what is known; no day is still to come."""
        super().__init__()
        self.box = QCheckBox(language.gettext("done on"))
        self.box.setChecked(known is not None)
        self.day = day_edit(known or today, today)
        self.day.setEnabled(known is not None)
        self.box.toggled.connect(self.day.setEnabled)
        self.setFocusProxy(self.box)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.box)
        row.addWidget(self.day, 1)

    @property
    def value(self) -> date | None:
        """The day; None where it has not come."""
        return chosen(self.day) if self.box.isChecked() else None

    def setAccessibleName(self, name: str) -> None:
        """Name both parts."""
        super().setAccessibleName(name)
        self.box.setAccessibleName(f"{name}, {self.box.text()}")
        self.day.setAccessibleName(name)


def day_edit(day: date, last: date, first: date | None = None) -> QDateEdit:
    """Return a field for a day until a last one, and from a first one where known."""
    edit = QDateEdit(_qt(day))
    edit.setCalendarPopup(True)
    edit.setDisplayFormat("dd/MM/yyyy")
    edit.setMaximumDate(_qt(last))
    if first:
        edit.setMinimumDate(_qt(first))
    return edit


def chosen(edit: QDateEdit) -> date:
    """Return the day in a field."""
    day = edit.date()
    return date(day.year(), day.month(), day.day())


def show_day(edit: QDateEdit, day: date) -> None:
    """Show a day in a field."""
    edit.setDate(_qt(day))


def _qt(day: date) -> QDate:
    """Return the day as Qt has it."""
    return QDate(day.year, day.month, day.day)
