"""An item as the cells of the canonical price list (CONTRACT, waas-prices/1)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from operator import attrgetter
from typing import Any, Final

from app.domain.choices import CommissionBasis, Term
from app.domain.price_list import Item, PriceList

#: Columns begin so when nobody but the partner may see them.
_CONFIDENTIAL = ("cost_", "commission_")
LIST_SIGN = "|"


def is_confidential(column: str) -> bool:
    """Tell whether a column shows what the partner pays or earns."""
    return column.startswith(_CONFIDENTIAL)


def has_confidential(item: Item) -> bool:
    """Tell whether the list says what the partner pays or earns for an item."""
    amounts = (item.commission_extension, item.cost_month, item.cost_once)
    once = item.commission_basis is not CommissionBasis.UNIT
    return once or bool(item.commissions) or any(a is not None for a in amounts)


def cells(item: Item) -> dict[str, str]:
    """Return the item's cells by column, in the order of CONTRACT's table.

    Empty ones are left out. Amounts are in their shortest form, so that equal
    items have equal cells.
    """
    row = {"sku": item.sku, "kind": item.kind.value}
    for code, text in item.name.texts:
        row[f"name_{code}"] = text
    for code, text in item.description.texts:
        row[f"description_{code}"] = text
    for column, value_of, write in _COLUMNS:
        value = value_of(item)
        # A number may be 0; whatever else is false is no cell.
        if (value or value == 0) and (text := write(value)):
            row[column] = text
    return row


def heading(price_list: PriceList) -> dict[str, str]:
    """Return the list's own lines, those above the table, empty ones left out."""
    lines = {
        "list_id": price_list.list_id,
        "version": price_list.version,
        "distributor": price_list.distributor,
        "country": price_list.country,
        "currency": price_list.currency,
        "valid_from": price_list.valid_from.isoformat(),
        "valid_to": str(price_list.valid_to or ""),
    }
    return {key: text for key, text in lines.items() if text}


def _joined(values: Iterable[object]) -> str:
    """Write several values in one cell."""
    return LIST_SIGN.join(map(str, values))


def _yes(value: object) -> str:
    """Write a mark; its absence is an empty cell."""
    return "yes" if value else ""


def _contents(includes: tuple[tuple[str, int], ...]) -> str:
    """Write what a pack holds: `SKU*2` is two."""
    return _joined(sku if count == 1 else f"{sku}*{count}" for sku, count in includes)


_money = attrgetter("shortest")
_Column = tuple[str, Callable[[Item], Any], Callable[[Any], str]]


def _terms(column: str, attribute: str) -> Iterator[_Column]:
    """Yield one column for each term."""
    for term in Term:
        value_of = attrgetter(f"{attribute}.months_{term.value}")
        yield f"{column}_{term.value}", value_of, _money


def _alike(write: Callable[[Any], str], *columns: str) -> Iterator[_Column]:
    """Yield columns that are called as the item calls them, and written alike."""
    for column in columns:
        yield column, attrgetter(column), write


#: Every further column: what the item holds there, and how it is written.
_COLUMNS: Final[tuple[_Column, ...]] = (
    *_alike(str, "manufacturer", "family"),
    *_alike(_contents, "includes"),
    *_alike(_joined, "fits", "replaces", "requires", "excludes"),
    *_alike(str, "max_per_pack"),
    *_terms("price", "prices"),
    *_alike(_money, "price_once", "price_month", "price_extension"),
    *_alike(_money, "cost_month", "cost_once"),
    *_alike(str, "price_basis"),
    *_terms("commission", "commissions"),
    *_alike(_money, "commission_extension"),
    *_alike(str, "commission_basis", "warranty_months", "max_warranty_months"),
    *_alike(_joined, "billing"),
    *_alike(_yes, "trial"),
    *_alike(_joined, "addon_of"),
    *_alike(str, "limit_per_customer", "limit_scope", "seats_min", "seats_max"),
    *_alike(_joined, "segment", "countries"),
    *_alike(str, "valid_from", "valid_to", "successor"),
)
