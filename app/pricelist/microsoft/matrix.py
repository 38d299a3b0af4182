"""Microsoft's offer matrix: what its price list does not say about an offer."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from app.domain.choices import Billing, LimitScope
from app.domain.fingerprint import with_fingerprints
from app.domain.price_list import Item, PriceList
from app.domain.problems import Problem, Problems, RefusedError, error, warning
from app.tables.headers import plain
from app.tables.table import Table
from i18n.countries import country_named

_SKU = "durableofferid"
_MARKS = frozenset({_SKU, "billingfrequency", "offerlimit", "offerlimitscope"})
_SIGN = ";"
_NO_MOST = 10_000_000
_BILLING = {"monthly": Billing.MONTHLY, "annually": Billing.ANNUAL}
_NO_BILLING = "none"

Offer = dict[str, str]


def is_matrix(table: Table) -> bool:
    """Tell whether the first row names the columns of an offer matrix."""
    return bool(table.rows) and _MARKS.issubset(map(plain, table.rows[0].cells))


def enrich(
    price_list: PriceList, matrix: Table, version: str
) -> tuple[PriceList, Problems]:
    """Return the list as a new version that holds what the matrix says.

    Limits, seats, billing, trials, countries, and of an add-on the parents that
    the list holds. The problems count what only one of both holds. RefusedError
    for a table that is no matrix, or one with an offer twice or no whole number.
    """
    offers = _offers(matrix)
    known = {item.sku.casefold(): item.sku for item in price_list.items}
    problems = [*_unmatched(known, offers), *_unknown_countries(offers)]
    items = tuple(
        _enriched(item, offers[item.sku.casefold()][1], known)
        if item.sku.casefold() in offers
        else item
        for item in price_list.items
    )
    enriched = replace(price_list, version=version, items=items)
    return with_fingerprints(enriched), tuple(problems)


def _offers(matrix: Table) -> dict[str, tuple[int, Offer]]:
    """Read the matrix: the row and the cells of each offer."""
    if not is_matrix(matrix):
        raise RefusedError(error("no_matrix"))
    header = [plain(cell) for cell in matrix.rows[0].cells]
    offers: dict[str, tuple[int, Offer]] = {}
    problems: list[Problem] = []
    for row in matrix.rows[1:]:
        offer = dict(zip(header, map(str.strip, row.cells), strict=False))
        sku = offer.get(_SKU, "").casefold()
        if sku in offers:
            problems.append(_problem("matrix_twice", row.number, _SKU, sku))
        problems += _not_whole(row.number, offer)
        offers[sku] = row.number, offer
    if problems:
        raise RefusedError(*problems)
    return offers


_WHOLE = ("minseatcount", "maxseatcount", "offerlimit")


def _not_whole(row: int, offer: Offer) -> list[Problem]:
    """Name the cells that should hold a whole number and do not."""
    return [
        _problem("not_a_whole_number", row, name, offer[name])
        for name in _WHOLE
        if offer.get(name) and not offer[name].isdecimal()
    ]


def _problem(code: str, row: int, column: str, value: str) -> Problem:
    """Name a cell of the matrix."""
    return error(
        code, f"row {row}, column {column}", row=row, column=column, value=value
    )


def _unmatched(
    known: dict[str, str], offers: dict[str, tuple[int, Offer]]
) -> list[Problem]:
    """Count the offers that stand in the list or the matrix alone."""
    parents = {
        parent.casefold()
        for sku, (_, offer) in offers.items()
        if sku in known
        for parent in _several(offer, "dependson")
    }
    counts = {
        "matrix_only": len(offers.keys() - known.keys()),
        "list_only": len(known.keys() - offers.keys()),
        "parents_missing": len(parents - known.keys()),
    }
    return [warning(code, count=count) for code, count in counts.items() if count]


def _unknown_countries(offers: dict[str, tuple[int, Offer]]) -> list[Problem]:
    """Name once each country that has no code here."""
    names = {
        name for _, offer in offers.values() for name in _several(offer, _COUNTRIES)
    }
    return [
        warning("country_unknown", value=name)
        for name in sorted(names)
        if country_named(name) is None
    ]


_COUNTRIES = "allowedcountries"


def _enriched(item: Item, offer: Offer, known: dict[str, str]) -> Item:
    """Return the item with what the matrix says; a list's own trial stays one."""
    limit = _number(offer, "offerlimit")
    most = _number(offer, "maxseatcount")
    parents = [known.get(each.casefold()) for each in _several(offer, "dependson")]
    countries = [country_named(each) for each in _several(offer, _COUNTRIES)]
    words = [word.casefold() for word in _several(offer, "billingfrequency")]
    said: dict[str, Any] = {
        "billing": tuple(_BILLING[word] for word in words if word in _BILLING),
        "trial": item.trial or words == [_NO_BILLING],
        "limit_per_customer": limit,
        "limit_scope": _scope(offer) if limit else None,
        "seats_min": _number(offer, "minseatcount"),
        "seats_max": most if most and most < _NO_MOST else None,
        "addon_of": tuple(filter(None, parents)),
        "countries": tuple(sorted(filter(None, countries))),
    }
    return replace(item, **said)


def _several(offer: Offer, column: str) -> list[str]:
    """Split a cell; names of countries hold commas, so those do not split."""
    parts = offer.get(column, "").split(_SIGN)
    return [part.strip() for part in parts if part.strip()]


def _number(offer: Offer, column: str) -> int | None:
    """Return a whole number; None for 0, which is no limit."""
    return int(offer.get(column) or 0) or None


def _scope(offer: Offer) -> LimitScope | None:
    """Return what the limit counts."""
    word = offer.get("offerlimitscope", "").casefold()
    return LimitScope(word) if word in set(LimitScope) else None
