"""How each column of an item is packed for SQLite, and read back."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from datetime import date
from functools import lru_cache
from math import nan
from operator import attrgetter
from typing import Any, Final

from app.domain.choices import (
    Billing,
    CommissionBasis,
    Kind,
    LimitScope,
    PriceBasis,
    Segment,
    Term,
)
from app.domain.localized import Localized, as_members
from app.domain.money import Amount, UnitPrice
from app.domain.price_list import Item
from quotes_db.columns import as_json

#: A cell as it is bound.
Packed = str | int | float
Pack = Callable[[list[Any]], Iterable[Packed]]
Unpack = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class Column:
    """Where a column's value is in an item, what NULL means, and how it is kept.

    `unpack` reads a cell; money is made of a cell and the list's currency.
    """

    name: str
    of: Callable[[Item], Any]
    absent: Any
    pack: Pack = iter
    unpack: Unpack | None = None
    money: type[UnitPrice] | type[Amount] | None = None


# Packing: a whole column of a batch at once

#: SQLite keeps it as NULL; sqlite3 takes many times as long to bind a None.
_NULL: Final = nan


def _numbers(numbers: list[int | None]) -> Iterable[Packed]:
    return [_NULL if number is None else number for number in numbers]


def _units(prices: list[UnitPrice | None]) -> Iterable[Packed]:
    return [_NULL if price is None else price.units for price in prices]


def _cents(amounts: list[Amount | None]) -> Iterable[Packed]:
    return [_NULL if amount is None else amount.cents for amount in amounts]


def _texts(names: list[Localized]) -> Iterable[Packed]:
    texts = [name.texts for name in names]
    written = {each: f"{{{as_members(each)}}}" for each in set(texts)}
    return map(written.__getitem__, texts)


def _arrays(values: list[tuple[Any, ...]]) -> Iterable[Packed]:
    return map(_array, values)


def _words(choices: list[Any]) -> Iterable[Packed]:
    words = {each: _NULL if each is None else each.value for each in set(choices)}
    return map(words.__getitem__, choices)


def _days(days: list[date | None]) -> Iterable[Packed]:
    return [_NULL if day is None else day.isoformat() for day in days]


def _flags(flags: list[bool]) -> Iterable[Packed]:
    return map(int, flags)


@lru_cache(maxsize=4096)
def _array(values: tuple[Any, ...]) -> Packed:
    return as_json(values) if values else _NULL


# Unpacking: cell by cell


def _localized(cell: str) -> Localized:
    return Localized(tuple(json.loads(cell).items()))


@lru_cache(maxsize=4096)
def _strings(cell: str) -> tuple[str, ...]:
    return tuple(json.loads(cell))


@lru_cache(maxsize=4096)
def _counted(cell: str) -> tuple[tuple[str, int], ...]:
    return tuple((sku, count) for sku, count in json.loads(cell))


def _billings(cell: str) -> tuple[Billing, ...]:
    return tuple(map(Billing, _strings(cell)))


def _segments(cell: str) -> tuple[Segment, ...]:
    return tuple(map(Segment, _strings(cell)))


# The columns

_ABSENT: Final = {field.name: field.default for field in fields(Item)}


def _column(name: str, pack: Pack = iter, unpack: Unpack | None = None) -> Column:
    """Describe a column that is a field of Item."""
    return Column(name, attrgetter(name), _ABSENT[name], pack, unpack)


def _price(name: str, path: str = "") -> Column:
    """Describe a column of unit prices."""
    return Column(name, attrgetter(path or name), None, _units, None, UnitPrice)


def _amount(name: str, path: str = "") -> Column:
    """Describe a column of amounts."""
    return Column(name, attrgetter(path or name), None, _cents, None, Amount)


COLUMNS: Final = (
    _column("sku"),
    _column("kind", _words, Kind),
    _column("name", _texts, _localized),
    _column("description", _texts, _localized),
    _column("manufacturer"),
    _column("family"),
    _column("includes", _arrays, _counted),
    _column("fits", _arrays, _strings),
    _column("replaces", _arrays, _strings),
    _column("requires", _arrays, _strings),
    _column("excludes", _arrays, _strings),
    _column("max_per_pack", _numbers),
    *(_price(f"price_{term}", f"prices.months_{term}") for term in Term),
    _price("price_once"),
    _price("price_month"),
    _price("price_extension"),
    _price("cost_month"),
    _price("cost_once"),
    _column("price_basis", _words, PriceBasis),
    *(_amount(f"commission_{term}", f"commissions.months_{term}") for term in Term),
    _amount("commission_extension"),
    _column("commission_basis", _words, CommissionBasis),
    _column("warranty_months", _numbers),
    _column("max_warranty_months", _numbers),
    _column("billing", _arrays, _billings),
    _column("trial", _flags, bool),
    _column("addon_of", _arrays, _strings),
    _column("limit_per_customer", _numbers),
    _column("limit_scope", _words, LimitScope),
    _column("seats_min", _numbers),
    _column("seats_max", _numbers),
    _column("segment", _arrays, _segments),
    _column("countries", _arrays, _strings),
    _column("valid_from", _days, date.fromisoformat),
    _column("valid_to", _days, date.fromisoformat),
    _column("successor"),
)
