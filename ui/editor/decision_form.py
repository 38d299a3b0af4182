"""The customer’s decision: on which day, and why where it is a no."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtWidgets import QComboBox, QWidget

from i18n import N_
from ui.editor.form import Form
from ui.shared import Shared
from ui.widgets.maybe_day import chosen, day_edit

#: Offered to choose from; any other words may be typed.
REASONS: Final = (
    N_("Price"),
    N_("Another supplier"),
    N_("Project put off"),
    N_("No answer"),
)
_LONGEST: Final = 200
#: The words that ask for the reason fit.
_WIDTH: Final = 290


class DecisionForm(Form):
    """Asks for the day of an answer, which is today unless it was before."""

    def __init__(
        self, shared: Shared, presented: date | None, parent: QWidget, *, yes: bool
    ) -> None:
        """Ask for a yes, or for a no with its reason."""
        _ = shared.language.gettext
        title = _("The customer accepted") if yes else _("The customer declined")
        super().__init__(shared, title, parent)
        today = shared.workplace.clock.today()
        self.day = day_edit(today, today, presented)
        self.reason: QComboBox | None = None
        if not yes:
            self.reason = QComboBox()
            self.reason.setEditable(True)
            self.reason.addItems([_(text) for text in REASONS])
            self.reason.setCurrentText("")
            self.reason.setMinimumWidth(_WIDTH)
            line = self.reason.lineEdit()
            if line is not None:
                line.setMaxLength(_LONGEST)
                line.setPlaceholderText(_("In a word; never shown to a customer"))
            self.add(_("Why"), self.reason)
            self.keep_secret(self.reason)
        self.add(_("Day of the answer"), self.day)
        self.check = self._check

    @property
    def answered_on(self) -> date:
        """The day of the answer."""
        return chosen(self.day)

    @property
    def why(self) -> str:
        """The reason of a no."""
        return self.reason.currentText().strip() if self.reason else ""

    def _check(self) -> str:
        """Ask for the reason where it is missing."""
        if self.reason and not self.why:
            text = self.shared.language.gettext(
                "Say why the quote was declined: a word is enough."
            )
            return self.wrong(self.reason, text)
        return ""
