"""An item as the cells of the canonical price list (CONTRACT, waas-prices/1)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from operator import attrgetter
from typing import Any, Final

from app.domain.choices import CommissionBasis, Term
from app.domain.localized import Localized
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


@dataclass(frozen=True, slots=True)
class Column:
    """What an item holds under a name, and how that is written.

    A text in several languages is several columns: `name` with each language's code.
    """

    name: str
    of: Callable[[Item], Any]
    write: Callable[[Any], str] = str

    def cells(self, value: Any) -> tuple[tuple[str, str], ...]:  # noqa: ANN401
        """Return the cells of a value of this column, none where it says nothing."""
        if type(value) is Localized:
            return tuple([(f"{self.name}_{code}", text) for code, text in value.texts])
        text = self.text(value)
        return ((self.name, text),) if text else ()

    def text(self, value: Any) -> str:  # noqa: ANN401
        """Return the cell of a value in no language, '' where it says nothing."""
        # A number may be 0; whatever else is false is no cell.
        return self.write(value) if value or value == 0 else ""


def cells(item: Item) -> dict[str, str]:
    """Return the item's cells by column, in the order of CONTRACT's table.

    Empty ones are left out. Amounts are in their shortest form, so that equal
    items have equal cells.
    """
    found = (column.cells(column.of(item)) for column in COLUMNS)
    return dict(chain.from_iterable(found))


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


#: Writes a price or an amount.
money_text: Final = attrgetter("shortest")


def _terms(column: str, attribute: str) -> Iterator[Column]:
    """Yield one column for each term."""
    for term in Term:
        value_of = attrgetter(f"{attribute}.months_{term.value}")
        yield Column(f"{column}_{term.value}", value_of, money_text)


def _alike(write: Callable[[Any], str], *columns: str) -> Iterator[Column]:
    """Yield columns that are called as the item calls them, and written alike."""
    for column in columns:
        yield Column(column, attrgetter(column), write)


#: Every column of an item, in the order of CONTRACT's table.
COLUMNS: Final[tuple[Column, ...]] = (
    *_alike(str, "sku", "kind", "name", "description", "manufacturer", "family"),
    *_alike(_contents, "includes"),
    *_alike(_joined, "fits", "replaces", "requires", "excludes"),
    *_alike(str, "max_per_pack"),
    *_terms("price", "prices"),
    *_alike(money_text, "price_once", "price_month", "price_extension"),
    *_alike(money_text, "cost_month", "cost_once"),
    *_alike(str, "price_basis"),
    *_terms("commission", "commissions"),
    *_alike(money_text, "commission_extension"),
    *_alike(str, "commission_basis", "warranty_months", "max_warranty_months"),
    *_alike(_joined, "billing"),
    *_alike(_yes, "trial"),
    *_alike(_joined, "addon_of"),
    *_alike(str, "limit_per_customer", "limit_scope", "seats_min", "seats_max"),
    *_alike(_joined, "segment", "countries"),
    *_alike(str, "valid_from", "valid_to", "successor"),
)
