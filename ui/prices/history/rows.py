"""Imported versions and their items, as rows of finished strings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from app.domain.choices import Kind, Term
from app.domain.money import Amount, UnitPrice
from app.domain.price_list import Item
from app.domain.versions import Standing
from app.use_cases.history import KeptVersion
from app.wording.clock import time_of_day
from i18n import N_, Language
from ui.models.words import folded
from ui.widgets.read_table import Column

STANDINGS: Final = {
    Standing.CURRENT: N_("Current"),
    Standing.WAITING: N_("Waiting"),
    Standing.SUPERSEDED: N_("Past"),
    Standing.RETIRED: N_("Out of use"),
}
_TONES: Final = {Standing.CURRENT: "good", Standing.WAITING: "info"}
KINDS: Final = {
    Kind.PACK: N_("Pack"),
    Kind.HARDWARE: N_("Hardware"),
    Kind.UPGRADE: N_("Upgrade"),
    Kind.OPTION: N_("Option"),
    Kind.SERVICE: N_("Service"),
    Kind.SUBSCRIPTION: N_("Subscription"),
    Kind.RETURN: N_("Collection"),
}
_FINGERPRINT: Final = 12
#: Room for 1 250,00 €.
_PRICE: Final = 94


@dataclass(frozen=True, slots=True)
class VersionRow:
    """One imported version."""

    list_id: str
    version: str
    standing: str
    tone: str
    begins: str
    items: str
    imported: str
    by: str
    source: str
    fingerprint: str


def version_row(kept: KeptVersion, language: Language) -> VersionRow:
    """Write a version for the list of them."""
    record = kept.record
    at = record.imported.at
    day = language.day(at.astimezone().date())
    return VersionRow(
        list_id=record.list_id,
        version=record.version,
        standing=language.gettext(STANDINGS[kept.standing]),
        tone=_TONES.get(kept.standing, "quiet"),
        begins=language.day(record.valid_from),
        items=language.number(record.items),
        imported=f"{day} {time_of_day(at, language)}",
        by=record.imported.who,
        source=record.source,
        fingerprint=record.fingerprint[:_FINGERPRINT],
    )


@dataclass(frozen=True, slots=True)
class Searchable:
    """An item, and what a search looks through, folded for comparing."""

    item: Item
    searched: str

    def matches(self, words: tuple[str, ...]) -> bool:
        """Tell whether every word, folded, occurs in it."""
        return all(word in self.searched for word in words)


def searchable(item: Item) -> Searchable:
    """Make an item findable by any of its names."""
    names = " ".join(text for _, text in item.name.texts)
    return Searchable(item, folded(f"{item.sku} {names} {item.manufacturer}"))


def item_columns(language: Callable[[], Language]) -> tuple[Column[Searchable], ...]:
    """Return the columns of items; what only the partner earns is its own."""

    def term(which: Term) -> Callable[[Searchable], str]:
        return lambda row: _money(row.item.prices.at(which), language())

    return (
        Column(N_("Reference"), lambda row: row.item.sku, 96),
        Column(N_("Item"), lambda row: row.item.name.best(language().code)),
        Column(N_("Kind"), lambda row: language().gettext(KINDS[row.item.kind]), 102),
        Column(N_("12 months"), term(Term.MONTHS_12), _PRICE, figures=True),
        Column(N_("24 months"), term(Term.MONTHS_24), _PRICE, figures=True),
        Column(N_("36 months"), term(Term.MONTHS_36), _PRICE, figures=True),
        Column(
            N_("A month"),
            lambda row: _money(row.item.price_month, language()),
            _PRICE,
            figures=True,
        ),
        Column(
            N_("Once"),
            lambda row: _money(row.item.price_once, language()),
            _PRICE,
            figures=True,
        ),
        Column(
            N_("Commission 12 / 24 / 36"),
            lambda row: _commission(row.item, language()),
            206,
            figures=True,
            own=True,
        ),
    )


def version_columns() -> tuple[Column[VersionRow], ...]:
    """Return the columns of imported versions."""
    return (
        Column(N_("List"), lambda row: row.list_id, 124),
        Column(N_("Version"), lambda row: row.version, 96),
        Column(N_("Standing"), lambda row: row.standing, 86),
        Column(N_("Begins"), lambda row: row.begins, 96, figures=True),
        Column(N_("Items"), lambda row: row.items, 66, figures=True),
        Column(N_("Imported"), lambda row: row.imported, 152, figures=True),
        Column(N_("By"), lambda row: row.by, 76),
        Column(N_("From"), lambda row: row.source),
        Column(N_("Fingerprint"), lambda row: row.fingerprint, 122),
    )


def _commission(item: Item, language: Language) -> str:
    """Write the commissions of the terms, the shortest first; nothing for none."""
    if not item.commissions:
        return ""
    known = [amount for _, amount in item.commissions.pairs()]
    return " / ".join(_money(each, language) or "–" for each in known)


def _money(amount: Amount | UnitPrice | None, language: Language) -> str:
    """Write an amount, nothing where there is none."""
    return "" if amount is None else language.money(amount)
