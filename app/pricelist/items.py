"""The columns of a list as its items, one a row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from itertools import compress
from typing import Any, Final

from app.domain.by_term import ByTerm
from app.domain.choices import Term
from app.domain.localized import Localized
from app.domain.many import many
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
    by_term = {
        f"months_{term}": columns.get(f"{prefix}_{term}", missing) for term in Term
    }
    priced = list(map(any, zip(*by_term.values(), strict=True)))
    those = {name: compress(values, priced) for name, values in by_term.items()}
    made = iter(many(ByTerm, those, sum(priced)))
    return [next(made) if each else nothing for each in priced]


def _localized(columns: Columns, prefix: str, count: int) -> list[Localized]:
    """Collect the languages of one text; a text that comes again is kept once."""
    texts = {
        name.removeprefix(prefix): values
        for name, values in columns.items()
        if name.startswith(prefix)
    }
    codes = sorted(texts)
    if not codes:
        return [Localized()] * count
    rows = list(zip(*(texts[code] for code in codes), strict=True))
    different = dict.fromkeys(rows)
    said = [
        tuple([pair for pair in zip(codes, row, strict=True) if pair[1]])
        for row in different
    ]
    known = dict(
        zip(different, many(Localized, {"texts": said}, len(said)), strict=True)
    )
    return list(map(known.__getitem__, rows))
