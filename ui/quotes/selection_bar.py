"""Under the list: counts, what the chosen come to, and what can be done with them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout

from ui.quotes.chosen import Selection
from ui.quotes.list_model import QuoteListModel
from ui.shared import Shared
from ui.widgets.button import Button
from ui.widgets.kind import set_kind
from ui.widgets.plain_label import PlainLabel


class SelectionBar(QFrame):
    """Counts, totals, and a button an action; those that mean nothing are hidden."""

    def __init__(self, shared: Shared, actions: Sequence[QAction]) -> None:
        """Take the actions on what is chosen."""
        super().__init__()
        set_kind(self, "footer")
        self._shared = shared
        self._count = PlainLabel("", "quiet")
        self._earned = PlainLabel("", "earned")
        self._earned.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 8, 20, 8)
        row.setSpacing(8)
        row.addWidget(self._count)
        row.addWidget(self._earned)
        row.addStretch(1)
        self._buttons = [(Button(shared.theme), action) for action in actions]
        for button, action in self._buttons:
            button.clicked.connect(action.trigger)
            row.addWidget(button)
        self.setMinimumHeight(50)

    def show_selection(self, model: QuoteListModel, chosen: Selection) -> None:
        """Say what is shown, or what the chosen ones come to."""
        many = len(chosen.places) > 1
        self._count.setText(self._sum(chosen) if many else self._counted(model))
        self._earned.setText(self._earnings(chosen) if many else "")
        self._earned.setVisible(bool(self._earned.text()))
        for button, action in self._buttons:
            button.set_words(action.text(), action.toolTip())
            button.setEnabled(action.isEnabled())
            button.setVisible(bool(chosen.places) and action.isVisible())

    def _counted(self, model: QuoteListModel) -> str:
        """Say how many quotes there are, and how many are shown."""
        language = self._shared.language
        shown, total = model.count, model.total
        if shown == total:
            text = language.ngettext("{count} quote", "{count} quotes", total)
        else:
            text = language.ngettext(
                "{shown} of {count} quote", "{shown} of {count} quotes", total
            )
        numbers = {"shown": language.number(shown), "count": language.number(total)}
        return text.format(**numbers)

    def _earnings(self, chosen: Selection) -> str:
        """Say what the chosen ones earn the partner."""
        language = self._shared.language
        text = language.gettext("{amount} commission")
        earned = (language.money(amount) for amount in chosen.earned)
        return " · ".join(text.format(amount=each) for each in earned)

    def _sum(self, chosen: Selection) -> str:
        """Say how many are chosen, and what they come to a month."""
        language, count = self._shared.language, len(chosen.places)
        text = language.ngettext("{count} chosen", "{count} chosen", count)
        parts = [text.format(count=language.number(count))]
        month = language.gettext("{amount} a month")
        parts += [
            month.format(amount=language.money(amount))
            for amount in chosen.sums.monthly
        ]
        return " · ".join(parts)
