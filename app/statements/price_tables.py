"""The tables of a price report."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from app.domain.affected import Affected, Rhythm
from app.domain.columns import COLUMNS, money_text
from app.domain.columns import Column as PriceKind
from app.domain.localized import Localized
from app.domain.money import Amount, UnitPrice
from app.domain.price_changes import CellChange, ItemChange
from app.domain.price_list import Item, PriceList
from app.statements.statement import (
    Column,
    Line,
    Rise,
    RiseInPercent,
    Section,
    Sum,
    Value,
)
from app.wording import column_name
from app.wording.values import value_words
from i18n import N_, Language

_PAID: Final = {
    Rhythm.MONTH: N_("each month"),
    Rhythm.YEAR: N_("each year"),
    Rhythm.ONCE: N_("once"),
}
_DAYS: Final = ("valid_from", "valid_to")
#: Prices, commissions and costs: a report is for the partner alone.
_AMOUNTS: Final = tuple(column for column in COLUMNS if column.write is money_text)


@dataclass(frozen=True)
class Tables:
    """Makes the tables of two versions' difference, in one language."""

    old: PriceList
    new: PriceList
    language: Language

    def rise(self, cell: CellChange) -> Rise | None:
        """Return by how much an amount rose; between two currencies nobody knows."""
        if cell.difference is None or self.old.currency != self.new.currency:
            return None
        return Rise(cell.difference, self.new.currency)

    def whole(self, heading: str, cells: Iterable[CellChange]) -> Section:
        """Return the list's own lines, before and after."""
        lines = tuple(Line(self._text(cell)) for cell in cells)
        return Section(heading=heading, columns=self._text_columns(), lines=lines)

    def amounts(self, heading: str, items: Iterable[ItemChange]) -> Section:
        """Return amounts: a line for each term, or other way of paying, of an item."""
        _ = self.language.gettext
        lines = tuple(
            Line(self._amount(cell), self._names(item))
            for item in items
            for cell in sorted(item.cells, key=lambda cell: cell.column)
        )
        gaps = any(None in line.values[1:3] for line in lines)
        return Section(
            heading=heading,
            aside=_("excluding VAT"),
            keys=self._keys(),
            columns=(
                Column(_("What changes")),
                Column(_("Before"), figures=True),
                Column(_("After"), figures=True),
                Column(_("Difference"), figures=True),
                Column(_("Per cent"), figures=True),
            ),
            lines=lines,
            remarks=(_("Where an amount is missing, the list gives none."),) * gaps,
        )

    def texts(self, heading: str, items: Iterable[ItemChange]) -> Section:
        """Return texts of items, before and after."""
        return Section(
            heading=heading,
            keys=self._keys(),
            columns=self._text_columns(),
            lines=tuple(
                Line(self._text(cell), self._names(item))
                for item in items
                for cell in item.cells
            ),
        )

    def items(
        self, heading: str, names: Iterable[tuple[str, Localized]], version: PriceList
    ) -> Section:
        """Return items that are in that version alone, with what they cost and earn.

        A line each, or one for each amount where they have several kinds.
        """
        items = {item.sku: item for item in version.items}
        named = [(name.best(self.language.code), items[sku]) for sku, name in names]
        kinds = [kind for kind in _AMOUNTS if any(kind.of(item) for _, item in named)]
        if len(kinds) > 1:
            return self._priced(heading, named, kinds)
        heads = (
            Column(column_name(kind.name, self.language), figures=True)
            for kind in kinds
        )
        return Section(
            heading=heading,
            aside=self.language.gettext("excluding VAT") if kinds else "",
            columns=(*self._keys(), *heads),
            lines=tuple(
                Line((name, item.sku, *(_sum(kind.of(item)) for kind in kinds)))
                for name, item in named
            ),
        )

    def _priced(
        self, heading: str, named: list[tuple[str, Item]], kinds: list[PriceKind]
    ) -> Section:
        """Return items with a line for each of their amounts."""
        _ = self.language.gettext
        lines = (
            Line(price, (name, item.sku))
            for name, item in named
            for price in self._prices(item, kinds)
        )
        return Section(
            heading=heading,
            aside=_("excluding VAT"),
            keys=self._keys(),
            columns=(Column(_("Kind")), Column(_("Amount"), figures=True)),
            lines=tuple(lines),
        )

    def _prices(self, item: Item, kinds: list[PriceKind]) -> list[tuple[Value, ...]]:
        """Return an item's amounts with their names, or that it has none."""
        found: list[tuple[Value, ...]] = [
            (column_name(kind.name, self.language), price)
            for kind in kinds
            if (price := _sum(kind.of(item)))
        ]
        return found or [(self.language.gettext("No price of its own"), None)]

    def quotes(self, moved: tuple[Affected, ...]) -> Section:
        """Return the open quotes that would price differently."""
        _ = self.language.gettext
        remarks = [
            _("They would price differently; each keeps the prices it was saved with.")
        ]
        if any(each.after is None for each in moved):
            remarks.append(
                _("Without an amount after, the new version cannot price the quote.")
            )
        return Section(
            heading=_("Open quotes concerned"),
            aside=_("excluding VAT"),
            columns=(
                Column(_("Quote")),
                Column(_("Customer")),
                Column(_("Paid")),
                Column(_("Before"), figures=True),
                Column(_("After"), figures=True),
                Column(_("Difference"), figures=True),
            ),
            lines=tuple(Line(self._quote(each)) for each in moved),
            remarks=tuple(remarks),
        )

    def _keys(self) -> tuple[Column, ...]:
        """Return what an item is known by."""
        _ = self.language.gettext
        return Column(_("Item")), Column(_("Reference"))

    def _names(self, item: ItemChange) -> tuple[str, ...]:
        """Return an item's name and reference."""
        return item.name.best(self.language.code), item.sku

    def _text_columns(self) -> tuple[Column, ...]:
        """Return the columns of a table of texts."""
        _ = self.language.gettext
        return Column(_("What changes")), Column(_("Before")), Column(_("After"))

    def _amount(self, cell: CellChange) -> tuple[Value, ...]:
        """Return an amount before and after, and by how much it rose."""
        rise, percent = self.rise(cell), cell.percent
        return (
            column_name(cell.column, self.language),
            Sum(Decimal(cell.before), self.old.currency) if cell.before else None,
            Sum(Decimal(cell.after), self.new.currency) if cell.after else None,
            rise,
            RiseInPercent(percent) if rise and percent is not None else None,
        )

    def _text(self, cell: CellChange) -> tuple[Value, ...]:
        """Return a text before and after."""
        name = column_name(cell.column, self.language)
        before, after = (self._shown(cell, e) for e in (cell.before, cell.after))
        return name, before, after

    def _shown(self, cell: CellChange, text: str) -> Value:
        """Return a cell in words, or its day."""
        if text and cell.column in _DAYS:
            return date.fromisoformat(text)
        return value_words(cell.column, text, self.language) or None

    def _quote(self, quote: Affected) -> tuple[Value, ...]:
        """Return one quote with the total that moves."""
        paid = self.language.gettext(_PAID[quote.paid])
        sums = _sum(quote.before), _sum(quote.after)
        moved = quote.difference
        rise = None if moved is None else Rise(moved.decimal, moved.currency)
        return (quote.number, quote.customer, paid, *sums, rise)


def _sum(amount: Amount | UnitPrice | None) -> Sum | None:
    """Return an amount as a statement holds it."""
    return None if amount is None else Sum(amount.decimal, amount.currency)
