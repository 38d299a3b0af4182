"""The items of a list as rows of finished strings, found by any of their names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from app.domain.choices import Term
from app.domain.money import Amount, UnitPrice
from app.domain.price_list import Item
from app.wording.values import KINDS
from i18n import N_, Language
from ui.models.words import folded
from ui.widgets.read_table import Column, ReadModel, ReadTable

#: Families that are named.
_MOST: Final = 8
#: Room for 1 250,00 €.
_PRICE: Final = 91
#: Rows that say how wide a column has to be.
_MEASURED: Final = 50


@dataclass(frozen=True, slots=True)
class Searchable:
    """An item, and what a search looks through, folded for comparing."""

    item: Item
    searched: str


def holding(items: Sequence[Searchable], words: Iterable[str]) -> Sequence[Searchable]:
    """Return the items in which every word, folded, occurs."""
    for word in words:
        items = [each for each in items if word in each.searched]
    return items


def searchable(item: Item) -> Searchable:
    """Make an item findable by any of its names."""
    names = " ".join(text for _, text in item.name.texts)
    return Searchable(item, folded(f"{item.sku} {names} {item.manufacturer}"))


class ItemsTable(ReadTable):
    """Items that lie side by side in a window of 1280 points: none scrolls there."""

    least = 150

    def __init__(self, model: ReadModel[Searchable]) -> None:
        """Show the items of a model."""
        super().__init__(model)
        # Qt would measure a thousand rows of a long list each time it is fitted.
        self.horizontalHeader().setResizeContentsPrecision(_MEASURED)


def item_columns(language: Callable[[], Language]) -> tuple[Column[Searchable], ...]:
    """Return the columns of items; what only the partner earns is its own."""

    def price(
        heading: str, of: Callable[[Item], Amount | UnitPrice | None]
    ) -> Column[Searchable]:
        def text(row: Searchable) -> str:
            return _money(of(row.item), language())

        return Column(heading, text, _PRICE, figures=True, grows=True)

    def kind(row: Searchable) -> str:
        return language().gettext(KINDS[row.item.kind])

    return (
        Column(N_("Reference"), lambda row: row.item.sku, 118),
        Column(N_("Item"), lambda row: row.item.name.best(language().code)),
        Column(N_("Kind"), kind, 96, grows=True),
        price(N_("12 months"), lambda item: item.prices.at(Term.MONTHS_12)),
        price(N_("24 months"), lambda item: item.prices.at(Term.MONTHS_24)),
        price(N_("36 months"), lambda item: item.prices.at(Term.MONTHS_36)),
        price(N_("Per month"), lambda item: item.price_month),
        price(N_("Once"), lambda item: item.price_once),
        Column(
            N_("Commission 12 / 24 / 36"),
            lambda row: _commission(row.item, language()),
            206,
            figures=True,
            own=True,
        ),
    )


def families(items: Iterable[Item], language: Language) -> str:
    """Count the items by family, the largest first; by kind those without one."""
    found = Counter(each.family or language.gettext(KINDS[each.kind]) for each in items)
    named = [
        f"{name} {language.number(count)}" for name, count in found.most_common(_MOST)
    ]
    more = len(found) - len(named)
    if more:
        text = language.ngettext("and {count} more", "and {count} more", more)
        named.append(text.format(count=language.number(more)))
    return " · ".join(named)


def _commission(item: Item, language: Language) -> str:
    """Write the commissions of the terms, the shortest first; nothing for none."""
    if not item.commissions:
        return ""
    known = [amount for _, amount in item.commissions.pairs()]
    return " / ".join(_money(each, language) or "–" for each in known)


def _money(amount: Amount | UnitPrice | None, language: Language) -> str:
    """Write an amount, nothing where there is none."""
    return "" if amount is None else language.money(amount)
