"""A price list: what the distributor or Microsoft offers, for whom, at what price."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from itertools import repeat
from typing import Any, Final

from app.domain.by_term import ByTerm
from app.domain.choices import (
    Billing,
    CommissionBasis,
    Kind,
    LimitScope,
    PriceBasis,
    Segment,
)
from app.domain.localized import Localized
from app.domain.many import many
from app.domain.money import Amount, UnitPrice


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One row of a price list, named as CONTRACT's columns (waas-prices/1).

    `prices` are per unit and month, excluding VAT. `cost_*` and `commission_*`
    are confidential. A warranty counts months from the start of the contract.
    """

    sku: str
    kind: Kind
    name: Localized
    description: Localized = Localized()
    manufacturer: str = ""
    family: str = ""
    includes: tuple[tuple[str, int], ...] = ()
    fits: tuple[str, ...] = ()
    replaces: tuple[str, ...] = ()
    requires: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    max_per_pack: int | None = None
    prices: ByTerm[UnitPrice] = ByTerm()
    price_once: UnitPrice | None = None
    price_month: UnitPrice | None = None
    price_extension: UnitPrice | None = None
    cost_month: UnitPrice | None = None
    cost_once: UnitPrice | None = None
    price_basis: PriceBasis = PriceBasis.MONTH
    commissions: ByTerm[Amount] = ByTerm()
    commission_extension: Amount | None = None
    commission_basis: CommissionBasis = CommissionBasis.UNIT
    warranty_months: int | None = None
    max_warranty_months: int | None = None
    billing: tuple[Billing, ...] = ()
    trial: bool = False
    addon_of: tuple[str, ...] = ()
    limit_per_customer: int | None = None
    limit_scope: LimitScope | None = None
    seats_min: int | None = None
    seats_max: int | None = None
    segment: tuple[Segment, ...] = ()
    countries: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None
    successor: str = ""

    @property
    def one_off(self) -> bool:
        """Whether it is paid once and at no term monthly (price_once alone)."""
        return self.price_once is not None and not self.prices

    def fits_pack(self, pack: Item) -> bool:
        """Tell whether it may stand under that pack; naming none fits any."""
        return not self.fits or pack.sku in self.fits or pack.family in self.fits

    def sold_on(self, day: date) -> bool:
        """Tell whether the item's own dates hold that day; the last counts."""
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_to is None or day <= self.valid_to)


_DEFAULTS: Final = {field.name: field.default for field in fields(Item)}


def items_of(columns: Mapping[str, Iterable[Any]], count: int) -> tuple[Item, ...]:
    """Make many items of columns by their names, as `Item` would one by one.

    A column that is left out holds what an item has by itself.
    """
    filled = {
        name: columns.get(name, repeat(default)) for name, default in _DEFAULTS.items()
    }
    return tuple(many(Item, filled, count))


@dataclass(frozen=True, slots=True, kw_only=True, weakref_slot=True)
class PriceList:
    """A whole list; `fingerprint` is safe to show, `file_fingerprint` is not.

    `items` are a tuple, or columns that make items when asked (`item_columns`).
    """

    list_id: str
    version: str
    currency: str
    valid_from: date
    items: Sequence[Item]
    distributor: str = ""
    country: str = ""
    valid_to: date | None = None
    fingerprint: str = ""
    file_fingerprint: str = ""

    def __post_init__(self) -> None:
        """Hold a list of items, as readers of files make it, as a tuple."""
        if isinstance(self.items, list):
            object.__setattr__(self, "items", tuple(self.items))

    @property
    def in_use(self) -> bool:
        """Whether it may count: only what is kept can be taken out of use."""
        return True
