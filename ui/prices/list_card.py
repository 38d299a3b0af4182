"""One current price list, as a card."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QWidget

from ui.prices.card import Card
from ui.prices.lists import ListSummary, age, validity
from ui.shared import Shared
from ui.widgets.button import Button
from ui.widgets.chip import Chip


def list_card(
    summary: ListSummary,
    shared: Shared,
    retire: Callable[[], None],
    parent: QWidget | None = None,
) -> Card:
    """Return a card that says which list it is, how long it holds, how much it holds.

    Its words are those of now: it is made anew when the language changes. What
    comes with the program cannot be taken out of use.
    """
    name = f"{summary.list_id} {summary.version}"
    card = Card(name, _chips(summary, shared), _texts(summary, shared), parent)
    if summary.imported is not None:
        _ = shared.language.gettext
        button = Button(shared.theme)
        tip = _("Its versions stay in the history, and can be taken back")
        button.set_words(_("Take out of use"), tip)
        button.clicked.connect(retire)
        card.head.addWidget(button)
    return card


def _chips(summary: ListSummary, shared: Shared) -> list[Chip]:
    """Return what there is to say of a list at once."""
    _ = shared.language.gettext
    chips = [Chip(_("Invented sample"), "attention")] if summary.sample else []
    if summary.ended(shared.workplace.clock.today()):
        chips.append(Chip(_("Ended"), "attention"))
    elif not summary.sample:
        chips.append(Chip(_("Current"), "good"))
    return chips


def _texts(summary: ListSummary, shared: Shared) -> Iterator[str]:
    """Yield what a list holds, then how long it holds."""
    language, today = shared.language, shared.workplace.clock.today()
    count = language.ngettext("{count} item", "{count} items", summary.items)
    items = count.format(count=language.number(summary.items))
    country = language.country(summary.country)
    facts = (summary.distributor, country, summary.currency, items)
    yield " · ".join(filter(None, facts))
    begins = language.gettext("valid from {day}").format(
        day=language.day(summary.valid_from)
    )
    times = (begins, validity(summary, today, language), age(summary, today, language))
    yield " · ".join(filter(None, times))
