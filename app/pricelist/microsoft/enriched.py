"""A price list with what Microsoft's offer matrix says about its offers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from itertools import chain
from typing import Any

from app.domain.choices import Billing, LimitScope
from app.domain.fingerprint import with_fingerprints
from app.domain.price_list import Item, PriceList
from app.domain.problems import Problem, refused, warning
from app.pricelist.consistency import inconsistencies
from app.pricelist.layout import Layout
from app.pricelist.microsoft import matrix
from app.pricelist.microsoft.matrix import Matrix, Offer
from app.pricelist.parse import ParsedList
from i18n.countries import country_named

_BILLING = {"monthly": Billing.MONTHLY, "annually": Billing.ANNUAL}
_NO_BILLING = "none"
#: A matrix says the same few groups of countries in every row.
_GROUPS_KEPT = 256


def enrich(price_list: PriceList, offers: Matrix, version: str) -> ParsedList:
    """Return the list as a new version that holds what the matrix says.

    Limits, seats, billing, trials, countries, and of an add-on the parents that
    the list holds; what the matrix has no column for stays as it is. The very
    same list comes back where nothing changes, and none where its items do not
    agree with one another (as for an import). The problems count what only one
    of both holds.
    """
    known: dict[str, list[str]] = {}
    for item in price_list.items:
        known.setdefault(matrix.offer_key(item.sku), []).append(item.sku)
    items = tuple(
        _enriched(item, offers.of(item.sku), known) for item in price_list.items
    )
    problems = (
        *_unmatched(price_list, offers),
        *_unknown_countries(offers),
        *inconsistencies(items, _layout(price_list, offers)),
    )
    if refused(problems):
        return ParsedList(None, problems)
    if items == price_list.items:
        return ParsedList(price_list, problems)
    new = replace(price_list, version=version, items=items)
    return ParsedList(with_fingerprints(new), problems)


def _layout(price_list: PriceList, offers: Matrix) -> Layout:
    """Return where the matrix speaks of each item; row 0 is nowhere."""
    found = [offers.of(item.sku) for item in price_list.items]
    rows = tuple(each.row if each else 0 for each in found)
    header = offers.headers.get(matrix.PARENTS, "")
    return Layout(heading={}, headers={"addon_of": header}, rows=rows, cells={})


def _unmatched(price_list: PriceList, offers: Matrix) -> list[Problem]:
    """Count the offers that stand in the list or the matrix alone."""
    known = {matrix.offer_key(item.sku) for item in price_list.items}
    parents = {
        matrix.offer_key(parent)
        for sku, offer in offers.offers.items()
        if sku in known
        for parent in offer.several(matrix.PARENTS)
    }
    counts = {
        "matrix_only": len(offers.unmet(price_list)),
        "list_only": len(known - offers.offers.keys()),
        "parents_missing": len(parents - known),
    }
    return [warning(code, count=count) for code, count in counts.items() if count]


def _unknown_countries(offers: Matrix) -> list[Problem]:
    """Name once each country that has no code here."""
    names = {
        name
        for each in offers.offers.values()
        for name in each.several(matrix.COUNTRIES)
    }
    return [
        warning("country_unknown", value=name)
        for name in sorted(names)
        if country_named(name) is None
    ]


def _enriched(item: Item, offer: Offer | None, known: Mapping[str, list[str]]) -> Item:
    """Return the item with what the matrix says; a list's own trial stays one."""
    if offer is None:
        return item
    said: dict[str, Any] = {}
    for column, read in _READ.items():
        if column in offer.cells:
            said |= read(offer)
    if matrix.PARENTS in offer.cells:
        named = map(matrix.offer_key, offer.several(matrix.PARENTS))
        parents = chain.from_iterable(known.get(each, ()) for each in named)
        said["addon_of"] = tuple(dict.fromkeys(parents))
    said["trial"] = item.trial or said.get("trial", False)
    return replace(item, **said)


def _billing(offer: Offer) -> dict[str, Any]:
    """Read how often it may be billed; what is billed never is a trial."""
    words = [word.casefold() for word in offer.several(matrix.BILLING)]
    return {
        "billing": tuple(_BILLING[word] for word in words if word in _BILLING),
        "trial": words == [_NO_BILLING],
    }


def _limit(offer: Offer) -> dict[str, Any]:
    """Read how many a customer may have, and what that counts."""
    limit = _count(offer, matrix.LIMIT)
    word = offer.cells.get(matrix.LIMIT_SCOPE, "").casefold()
    scope = LimitScope(word) if limit and word in set(LimitScope) else None
    return {"limit_per_customer": limit, "limit_scope": scope}


def _count(offer: Offer, column: str) -> int | None:
    """Return a whole number; None for 0 and for what stands for no limit."""
    text = offer.cells.get(column) or "0"
    return None if text == matrix.NO_MOST else int(text) or None


def _countries(offer: Offer) -> dict[str, Any]:
    """Read where it is sold."""
    return {"countries": _codes(offer.cells[matrix.COUNTRIES])}


@lru_cache(_GROUPS_KEPT)
def _codes(text: str) -> tuple[str, ...]:
    """Return the codes of the countries that a cell names."""
    codes = map(country_named, matrix.parts(text))
    return tuple(sorted(code for code in codes if code))


_READ = {
    matrix.BILLING: _billing,
    matrix.LIMIT: _limit,
    matrix.FEWEST: lambda offer: {"seats_min": _count(offer, matrix.FEWEST)},
    matrix.MOST: lambda offer: {"seats_max": _count(offer, matrix.MOST)},
    matrix.COUNTRIES: _countries,
}
