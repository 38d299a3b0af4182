"""What changes from one version of a price list to another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from app.domain.columns import cells, heading, is_confidential
from app.domain.localized import Localized
from app.domain.price_list import Item, PriceList


@dataclass(frozen=True, slots=True)
class CellChange:
    """One cell of an item, before and after; an empty text is an empty cell.

    Amounts in two currencies, or for a month and for a year, are not `comparable`.
    """

    column: str
    before: str
    after: str
    comparable: bool = True

    @property
    def confidential(self) -> bool:
        """Whether only the partner may see it."""
        return is_confidential(self.column)

    @property
    def is_amount(self) -> bool:
        """Whether the cells hold prices, costs or commissions."""
        amount = self.column.startswith(("price_", "cost_", "commission_"))
        return amount and not self.column.endswith("_basis")

    @property
    def is_day(self) -> bool:
        """Whether the cells hold days."""
        return self.column in ("valid_from", "valid_to")

    @property
    def is_price(self) -> bool:
        """Whether the cells hold what the customer pays."""
        return self.is_amount and not self.confidential

    @property
    def difference(self) -> Decimal | None:
        """By how much an amount rose, None where there was none or is none."""
        if not (self.comparable and self.is_amount and self.before and self.after):
            return None
        return Decimal(self.after) - Decimal(self.before)

    @property
    def percent(self) -> Decimal | None:
        """How much an amount rose, in per cent, half-up to one decimal, else None."""
        rise = self.difference
        if rise is None or not Decimal(self.before):
            return None
        share = rise * 100 / Decimal(self.before)
        return share.quantize(Decimal("0.1"), ROUND_HALF_UP)


@dataclass(frozen=True, slots=True)
class ItemChange:
    """An item that is in both versions and not the same."""

    sku: str
    name: Localized
    cells: tuple[CellChange, ...]

    @property
    def moves_price(self) -> bool:
        """Whether a price changes; a commission must not show in any order."""
        return any(cell.is_price for cell in self.cells)


@dataclass(frozen=True, slots=True)
class PriceChanges:
    """The whole difference; `heading` holds the list's own lines that changed."""

    heading: tuple[CellChange, ...]
    added: tuple[tuple[str, Localized], ...]
    removed: tuple[tuple[str, Localized], ...]
    changed: tuple[ItemChange, ...]

    def __bool__(self) -> bool:
        """Tell whether anything differs."""
        return any((self.heading, self.added, self.removed, self.changed))

    def shown(self) -> PriceChanges:
        """Return the changes that anybody may see."""
        items = [
            ItemChange(
                item.sku,
                item.name,
                tuple(cell for cell in item.cells if not cell.confidential),
            )
            for item in self.changed
        ]
        changed = tuple(item for item in items if item.cells)
        return PriceChanges(self.heading, self.added, self.removed, changed)


def price_changes(old: PriceList, new: PriceList) -> PriceChanges:
    """Compare two versions in the order of the new one, changed prices first.

    Where items begin with their list, both times, its heading says that day for all.
    """
    before = {item.sku: item for item in old.items}
    after = {item.sku: item for item in new.items}
    both = [(before[item.sku], item) for item in new.items if item.sku in before]
    one_currency = old.currency == new.currency
    changed = [
        ItemChange(item.sku, item.name, found)
        for was, item in both
        if was != item
        and (
            found := _cells_of(
                was,
                item,
                one_currency=one_currency,
                with_list=_begin(old, was) and _begin(new, item),
            )
        )
    ]
    return PriceChanges(
        heading=tuple(_differences(heading(old), heading(new))),
        added=tuple((i.sku, i.name) for i in new.items if i.sku not in before),
        removed=tuple((i.sku, i.name) for i in old.items if i.sku not in after),
        changed=_prices_first(changed),
    )


def _cells_of(
    before: Item, after: Item, *, one_currency: bool, with_list: bool
) -> tuple[CellChange, ...]:
    """Return the cells of an item that differ, its prices first."""
    comparable = one_currency and before.price_basis is after.price_basis
    differing = _differences(cells(before), cells(after), comparable=comparable)
    found = [e for e in differing if not (with_list and e.column == "valid_from")]
    return tuple(sorted(found, key=lambda cell: not cell.is_price))


def _begin(price_list: PriceList, item: Item) -> bool:
    """Tell whether an item says that it begins on the day its list does."""
    return item.valid_from == price_list.valid_from


def _prices_first(items: Iterable[ItemChange]) -> tuple[ItemChange, ...]:
    """Return the items whose prices change before the others."""
    return tuple(sorted(items, key=lambda item: not item.moves_price))


def _differences(
    before: dict[str, str], after: dict[str, str], *, comparable: bool = True
) -> Iterator[CellChange]:
    """Yield the cells that differ, in the order of the columns."""
    for column in dict.fromkeys([*before, *after]):
        was, became = before.get(column, ""), after.get(column, "")
        if was != became:
            yield CellChange(column, was, became, comparable)
