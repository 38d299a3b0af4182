"""One current price list, as a card."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.prices.lists import ListSummary, age, validity
from ui.shared import Shared
from ui.widgets.button import Button
from ui.widgets.chip import Chip
from ui.widgets.kind import set_kind
from ui.widgets.plain_label import PlainLabel


def list_card(
    summary: ListSummary,
    shared: Shared,
    retire: Callable[[], None],
    parent: QWidget | None = None,
) -> QFrame:
    """Return a card that says which list it is, how long it holds, how much it holds.

    Its words are those of now: it is made anew when the language changes. What
    comes with the program cannot be taken out of use.
    """
    language = shared.language
    today = shared.workplace.clock.today()
    card = QFrame(parent)
    set_kind(card, "card")
    count = language.ngettext("{count} item", "{count} items", summary.items)
    facts = [
        summary.distributor,
        summary.country,
        summary.currency,
        count.format(count=language.number(summary.items)),
    ]
    begins = language.gettext("valid from {day}").format(
        day=language.day(summary.valid_from)
    )
    times = [begins, validity(summary, today, language), age(summary, today, language)]
    column = QVBoxLayout(card)
    column.setContentsMargins(16, 12, 16, 12)
    column.setSpacing(4)
    top = _top(summary, shared)
    column.addLayout(top)
    for texts in (facts, times):
        text = " · ".join(part for part in texts if part)
        column.addWidget(PlainLabel(text, "quiet").wrapped())
    if summary.imported is not None:
        button = Button(shared.theme)
        button.set_words(
            language.gettext("Take out of use"),
            language.gettext("Its versions stay in the history, and can be taken back"),
        )
        button.clicked.connect(retire)
        top.addWidget(button)
    card.setAccessibleName(f"{summary.list_id} {summary.version}")
    return card


def _top(summary: ListSummary, shared: Shared) -> QHBoxLayout:
    """Return the name with its version, and what there is to say of it at once."""
    _ = shared.language.gettext
    row = QHBoxLayout()
    row.setSpacing(10)
    row.addWidget(PlainLabel(f"{summary.list_id} {summary.version}", "strong"))
    if summary.sample:
        row.addWidget(Chip(_("Invented sample"), "attention"))
    if summary.ended(shared.workplace.clock.today()):
        row.addWidget(Chip(_("Ended"), "attention"))
    elif not summary.sample:
        row.addWidget(Chip(_("Current"), "good"))
    row.addStretch(1)
    return row
