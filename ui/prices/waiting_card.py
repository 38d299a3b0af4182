"""A list that waits for its day, as a card."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QHBoxLayout

from app.ports import ListRecord
from app.use_cases.waiting import Coming
from i18n import Language
from ui.prices.card import Card
from ui.prices.compared import compared_sentence
from ui.prices.moved import moved_sentence
from ui.shared import Shared
from ui.widgets.button import Button
from ui.widgets.chip import Chip


def waiting_card(
    record: ListRecord,
    coming: Coming | None,
    shared: Shared,
    see: Callable[[], None],
    take_back: Callable[[], None],
) -> Card:
    """Return a card that says from when a list counts, and what it changes.

    `coming` is None until that is found out. Its words are those of now.
    """
    _ = shared.language.gettext
    name = f"{record.list_id} {record.version}"
    texts = (_facts(record, shared.language), *_changes(coming, shared))
    card = Card(name, [Chip(_("Waiting"), "info")], texts)
    choices = ((_("Take out of use"), take_back), (_("See what it changes"), see))
    card.column.addLayout(_buttons(shared, choices))
    return card


def _buttons(
    shared: Shared, choices: Iterable[tuple[str, Callable[[], None]]]
) -> QHBoxLayout:
    """Return what can be done with a list, side by side at the right."""
    row = QHBoxLayout()
    row.setContentsMargins(0, 6, 0, 0)
    row.setSpacing(8)
    row.addStretch(1)
    for words, do in choices:
        button = Button(shared.theme)
        button.set_words(words)
        button.clicked.connect(do)
        row.addWidget(button)
    return row


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
