"""A list that waits for its day, as a card."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from app.ports import ListRecord
from app.use_cases.waiting import Coming
from i18n import Language
from ui.prices.compared import compared_sentence
from ui.prices.moved import moved_sentence
from ui.shared import Shared
from ui.widgets.button import Button
from ui.widgets.chip import Chip
from ui.widgets.kind import set_kind
from ui.widgets.plain_label import PlainLabel


def waiting_card(
    record: ListRecord,
    coming: Coming | None,
    shared: Shared,
    see: Callable[[], None],
    take_back: Callable[[], None],
) -> QFrame:
    """Return a card that says from when a list counts, and what it changes.

    `coming` is None until that is found out. Its words are those of now.
    """
    language = shared.language
    _ = language.gettext
    card = QFrame()
    set_kind(card, "card")
    card.setAccessibleName(f"{record.list_id} {record.version}")
    column = QVBoxLayout(card)
    column.setContentsMargins(16, 12, 16, 12)
    column.setSpacing(4)
    top = QHBoxLayout()
    top.setSpacing(10)
    top.addWidget(PlainLabel(f"{record.list_id} {record.version}", "strong"))
    top.addWidget(Chip(_("Waiting"), "info"))
    top.addStretch(1)
    column.addLayout(top)
    for text in (_facts(record, language), *_changes(coming, shared)):
        column.addWidget(PlainLabel(text, "quiet").wrapped())
    buttons = QHBoxLayout()
    buttons.setContentsMargins(0, 6, 0, 0)
    buttons.setSpacing(8)
    buttons.addStretch(1)
    for words, do in (
        (_("Take out of use"), take_back),
        (_("See what it changes"), see),
    ):
        button = Button(shared.theme)
        button.set_words(words)
        button.clicked.connect(do)
        buttons.addWidget(button)
    column.addLayout(buttons)
    return card


def _facts(record: ListRecord, language: Language) -> str:
    """Say from when it counts, and how much it holds."""
    _ = language.gettext
    begins = _("takes over on {day}").format(day=language.day(record.valid_from))
    count = language.ngettext("{count} item", "{count} items", record.items)
    facts = (
        begins[0].upper() + begins[1:],
        record.distributor,
        record.currency,
        count.format(count=language.number(record.items)),
    )
    return " · ".join(part for part in facts if part)


def _changes(coming: Coming | None, shared: Shared) -> tuple[str, ...]:
    """Say what it changes, for whoever looks on."""
    if coming is None or coming.changes is None:
        return ()
    language, watched = shared.language, shared.customer_view
    changes = coming.changes.shown() if watched else coming.changes
    # The names of other customers are nothing for the one who looks on.
    moved = () if watched else coming.moved
    said = compared_sentence(coming.against, changes, language)
    return tuple(filter(None, (said, moved_sentence(moved, language))))
