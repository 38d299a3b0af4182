"""The columns of a list as its items, one a row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any, Final

from app.domain.by_term import ByTerm
from app.domain.choices import Term
from app.domain.localized import Localized
from app.domain.price_list import Item, items_of

#: Columns that stand beside others of their kind in one field of an item.
_COLLECTED: Final = frozenset(
    f"{column}_{term}" for column in ("price", "commission") for term in Term
)
_TEXTS: Final = ("name_", "description_")
_DEFAULTS: Final = {field.name: field.default for field in fields(Item)}

Columns = Mapping[str, list[Any]]


def items_in(columns: Columns, count: int) -> tuple[Item, ...]:
    """Make the items of columns that hold no problem, `count` of them."""
    filled: dict[str, list[Any]] = {
        "name": _localized(columns, "name_", count),
        "description": _localized(columns, "description_", count),
        "prices": _by_term(columns, "price", count),
        "commissions": _by_term(columns, "commission", count),
    }
    for name, values in columns.items():
        if name not in _COLLECTED and not name.startswith(_TEXTS):
            filled[name] = _filled(name, values)
    return items_of(filled, count)


def _filled(name: str, values: list[Any]) -> list[Any]:
    """Put what an item has by itself where the list says nothing."""
    default = _DEFAULTS[name]
    if default is None or None not in values:
        return values
    return [default if value is None else value for value in values]


def _by_term(columns: Columns, prefix: str, count: int) -> list[ByTerm[Any]]:
    """Collect the columns of one kind of amount, a term each."""
    nothing: ByTerm[Any] = ByTerm()
    missing = [None] * count
    by_term = [columns.get(f"{prefix}_{term}", missing) for term in Term]
    return [
        ByTerm(*amounts) if any(amounts) else nothing
        for amounts in zip(*by_term, strict=True)
    ]


def _localized(columns: Columns, prefix: str, count: int) -> list[Localized]:
    """Collect the languages of one text."""
    texts = {
        name.removeprefix(prefix): values
        for name, values in columns.items()
        if name.startswith(prefix)
    }
    nothing = Localized()
    if not texts:
        return [nothing] * count
    return [
        Localized.of(dict(zip(texts, row, strict=True))) if any(row) else nothing
        for row in zip(*texts.values(), strict=True)
    ]
