"""An item as the cells of the canonical price list (CONTRACT, waas-prices/1)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from app.domain.by_term import ByTerm
from app.domain.choices import CommissionBasis
from app.domain.localized import Localized
from app.domain.money import Amount, UnitPrice
from app.domain.price_list import Item, PriceList

#: Columns begin so when nobody but the partner may see them.
_CONFIDENTIAL = ("cost_", "commission_")
LIST_SIGN = "|"
_MONEY = (Amount, UnitPrice)


def is_confidential(column: str) -> bool:
    """Tell whether a column shows what the partner pays or earns."""
    return column.startswith(_CONFIDENTIAL)


def has_confidential(item: Item) -> bool:
    """Tell whether the list says what the partner pays or earns for an item."""
    amounts = (item.commission_extension, item.cost_month, item.cost_once)
    once = item.commission_basis is not CommissionBasis.UNIT
    return once or bool(item.commissions) or any(a is not None for a in amounts)


def cells(item: Item) -> dict[str, str]:
    """Return the item's cells by column, empty ones left out.

    Amounts are in their shortest form, so that equal items have equal cells.
    """
    return {column: text for column, text in _cells(item) if text}


def heading(price_list: PriceList) -> dict[str, str]:
    """Return the list's own lines, those above the table, empty ones left out."""
    lines = {
        "list_id": price_list.list_id,
        "version": price_list.version,
        "distributor": price_list.distributor,
        "country": price_list.country,
        "currency": price_list.currency,
        "valid_from": price_list.valid_from.isoformat(),
        "valid_to": _text(price_list.valid_to),
    }
    return {key: text for key, text in lines.items() if text}


def _cells(item: Item) -> Iterator[tuple[str, str]]:
    """Yield every column, in the order of CONTRACT's table."""
    yield "sku", item.sku
    yield "kind", item.kind.value
    yield from _languages("name", item.name)
    yield from _languages("description", item.description)
    yield "manufacturer", item.manufacturer
    yield "family", item.family
    yield "includes", _contents(item.includes)
    for column in ("fits", "replaces", "requires", "excludes"):
        yield column, LIST_SIGN.join(getattr(item, column))
    yield "max_per_pack", _text(item.max_per_pack)
    yield from _terms("price", item.prices)
    for column in _PLAIN_PRICES:
        yield column, _text(getattr(item, column))
    yield "price_basis", item.price_basis.value
    yield from _terms("commission", item.commissions)
    yield "commission_extension", _text(item.commission_extension)
    yield "commission_basis", item.commission_basis.value
    for column, text in _LATER.items():
        yield column, text(getattr(item, column))


_PLAIN_PRICES = (
    "price_once",
    "price_month",
    "price_extension",
    "cost_month",
    "cost_once",
)


def _text(value: object) -> str:
    """Write one value; nothing is an empty cell."""
    if value is None:
        return ""
    return value.shortest if isinstance(value, _MONEY) else str(value)


def _joined(values: Iterable[object]) -> str:
    """Write several values in one cell."""
    return LIST_SIGN.join(str(value) for value in values)


def _yes(value: object) -> str:
    """Write a mark; its absence is an empty cell."""
    return "yes" if value else ""


_LATER: dict[str, Callable[..., str]] = {
    "warranty_months": _text,
    "max_warranty_months": _text,
    "billing": _joined,
    "trial": _yes,
    "addon_of": _joined,
    "limit_per_customer": _text,
    "limit_scope": _text,
    "seats_min": _text,
    "seats_max": _text,
    "segment": _joined,
    "countries": _joined,
    "valid_from": _text,
    "valid_to": _text,
    "successor": _text,
}


def _contents(includes: tuple[tuple[str, int], ...]) -> str:
    """Write what a pack holds: `SKU*2` is two."""
    return _joined(sku if count == 1 else f"{sku}*{count}" for sku, count in includes)


def _languages(column: str, texts: Localized) -> Iterator[tuple[str, str]]:
    """Yield one column for each language."""
    for code, text in texts.texts:
        yield f"{column}_{code}", text


def _terms(
    column: str, values: ByTerm[UnitPrice] | ByTerm[Amount]
) -> Iterator[tuple[str, str]]:
    """Yield one column for each term."""
    for term, value in values.pairs():
        yield f"{column}_{term.value}", _text(value)
