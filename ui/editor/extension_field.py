"""By how many months a contract is to be extended."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QVBoxLayout

from app.domain.problems import Problems
from app.wording import sentence
from ui.shared import Shared
from ui.widgets.plain_label import PlainLabel
from ui.widgets.translated import Translated

_WIDTH = 360


class ExtensionField(Translated):
    """A choice of months, the most at first; or why there is none."""

    def __init__(self, shared: Shared) -> None:
        """Begin without a choice: what can be is found out beside the window."""
        super().__init__()
        self._shared = shared
        self._problems: Problems = ()
        self._label = PlainLabel(kind="small")
        self.months = QComboBox()
        self._label.setBuddy(self.months)
        self.refusal = PlainLabel().wrapped()
        self.refusal.setMinimumWidth(_WIDTH)
        self.refusal.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for widget in (self._label, self.months, self.refusal):
            column.addWidget(widget)
        self.retranslate()

    @property
    def chosen(self) -> int | None:
        """The months; None before they are known, which stands for the most."""
        found: int | None = self.months.currentData()
        return found

    def offer(self, choices: tuple[int, ...]) -> None:
        """Offer these extensions."""
        for months in choices:
            self.months.addItem("", months)
        self.months.setCurrentIndex(len(choices) - 1)
        self.retranslate()

    def refuse(self, problems: Problems) -> None:
        """Say why there is none, in place of a choice."""
        self._problems = problems
        for widget in (self._label, self.months):
            widget.hide()
        self.refusal.show()
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        language = self._shared.language
        text = language.gettext("Extend by")
        self._label.setText(text)
        self.months.setAccessibleName(text)
        for row in range(self.months.count()):
            months = self.months.itemData(row)
            words = language.ngettext("{n} month", "{n} months", months)
            self.months.setItemText(row, words.format(n=months))
        said = [sentence(each, language) for each in self._problems]
        self.refusal.setText("\n".join(said))
