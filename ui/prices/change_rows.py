"""Changes of a price list as rows of finished strings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Final

from app.domain.money import UnitPrice
from app.domain.price_changes import CellChange, ItemChange, PriceChanges
from i18n import N_, Language

_MONEY: Final = ("price_", "cost_", "commission_")
_NOT_MONEY: Final = ("price_basis", "commission_basis")
_TERM: Final = re.compile("(price|commission)_(12|24|36)")
_BY_TERM: Final = {
    "price": N_("Monthly price, {n} months"),
    "commission": N_("Commission, {n} months"),
}
_COLUMNS: Final = {
    "version": N_("Version"),
    "distributor": N_("Distributor"),
    "country": N_("Country"),
    "currency": N_("Currency"),
    "valid_from": N_("Valid from"),
    "valid_to": N_("Valid until"),
    "name_fr": N_("French name"),
    "name_en": N_("English name"),
    "description_fr": N_("French description"),
    "description_en": N_("English description"),
    "includes": N_("What the pack includes"),
    "price_once": N_("One-off price"),
    "price_month": N_("Monthly price"),
    "price_extension": N_("Price in an extension"),
    "cost_month": N_("Monthly cost"),
    "cost_once": N_("One-off cost"),
    "commission_extension": N_("Commission of an extension"),
}


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One line of the comparison; `tone` colours it, `own` is the partner's alone."""

    sku: str
    name: str
    what: str
    before: str = ""
    after: str = ""
    rise: str = ""
    tone: str = ""
    own: bool = False


def change_rows(
    changes: PriceChanges, currency: str, language: Language
) -> tuple[ChangeRow, ...]:
    """Write what changes: the list's own lines, then new, gone and changed items."""
    return tuple(_rows(changes, currency, language))


def _rows(
    changes: PriceChanges, currency: str, language: Language
) -> Iterator[ChangeRow]:
    """Yield the rows in the order they are read."""
    _ = language.gettext
    whole = _("The list itself")
    for cell in changes.heading:
        yield _cell(cell, "", whole, currency, language)
    for sku, name in changes.added:
        yield ChangeRow(sku, name.best(language.code), _("New item"), tone="good")
    for sku, name in changes.removed:
        text = _("No longer sold")
        yield ChangeRow(sku, name.best(language.code), text, tone="attention")
    for item in changes.changed:
        yield from _item(item, currency, language)


def _item(item: ItemChange, currency: str, language: Language) -> Iterator[ChangeRow]:
    """Yield one row a cell."""
    for cell in item.cells:
        yield _cell(cell, item.sku, item.name.best(language.code), currency, language)


def _cell(
    cell: CellChange, sku: str, name: str, currency: str, language: Language
) -> ChangeRow:
    """Write one cell before and after."""
    percent = cell.percent
    return ChangeRow(
        sku=sku,
        name=name,
        what=_heading(cell.column, language),
        before=_value(cell.column, cell.before, currency, language),
        after=_value(cell.column, cell.after, currency, language),
        rise="" if percent is None else _signed(percent, language),
        own=cell.confidential,
    )


def _heading(column: str, language: Language) -> str:
    """Name a column in words; one without words stays as the file names it."""
    if match := _TERM.fullmatch(column):
        return language.gettext(_BY_TERM[match[1]]).format(n=match[2])
    known = _COLUMNS.get(column)
    return language.gettext(known) if known else column


def _value(column: str, text: str, currency: str, language: Language) -> str:
    """Write a cell as people do: amounts as money, nothing as a dash."""
    if not text:
        return "–"
    if column.startswith(_MONEY) and column not in _NOT_MONEY:
        try:
            return language.money(UnitPrice.of(Decimal(text), currency))
        except (ValueError, InvalidOperation):
            return text
    return text


def _signed(percent: Decimal, language: Language) -> str:
    """Write '+3,5 %', with a true minus."""
    sign = "−" if percent < 0 else "+"
    return f"{sign}{language.percent(abs(percent))}"
