"""Microsoft's offer matrix: what its licence list does not say about an offer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from app.domain.price_list import PriceList
from app.domain.problems import Problem, RefusedError, error
from app.pricelist.cells import read_column
from app.pricelist.microsoft.new_matrix import MARKS, NAMES, translated
from app.pricelist.microsoft.records import Record, header_at, records
from app.tables.headers import plain
from app.tables.table import Still, Table, wanted

BILLING: Final = "billingfrequency"
LIMIT: Final = "offerlimit"
LIMIT_SCOPE: Final = "offerlimitscope"
FEWEST: Final = "minseatcount"
MOST: Final = "maxseatcount"
PARENTS: Final = "dependson"
COUNTRIES: Final = "allowedcountries"
#: What Microsoft writes for no limit of seats.
NO_MOST: Final = "10000000"
_SKU = "durableofferid"
_NAME = "offerdisplayname"
_MARKS = frozenset({_SKU, BILLING, LIMIT, LIMIT_SCOPE})
_WHOLE = (FEWEST, MOST, LIMIT)
_SIGN = ";"


@dataclass(frozen=True, slots=True)
class Offer:
    """A row of the matrix: its number and its cells by column."""

    row: int
    cells: Record

    @property
    def sku(self) -> str:
        """The reference that Microsoft's list gives the offer."""
        return self.cells[_SKU]

    @property
    def name(self) -> str:
        """What the offer is called."""
        return self.cells.get(_NAME, "")

    def several(self, column: str) -> list[str]:
        """Return the parts of a cell."""
        return parts(self.cells.get(column, ""))


@dataclass(frozen=True, slots=True)
class Matrix:
    """The offers by SKU in small letters, and the names of the columns."""

    offers: Mapping[str, Offer]
    headers: Mapping[str, str]

    def of(self, sku: str) -> Offer | None:
        """Return the offer of an item, whatever the case; None where it has none."""
        return self.offers.get(offer_key(sku))

    def meets(self, price_list: PriceList) -> bool:
        """Tell whether it says anything about an item of a list."""
        return any(self.of(item.sku) for item in price_list.items)

    def unmet(self, price_list: PriceList) -> tuple[Offer, ...]:
        """Return the rows about offers that a list does not hold."""
        known = {offer_key(item.sku) for item in price_list.items}
        return tuple(each for sku, each in self.offers.items() if sku not in known)


def offer_key(sku: str) -> str:
    """Return what tells offers apart: of 'CFQ7TTC0LH18:0001:P1Y:Annual' two parts."""
    return ":".join(sku.casefold().split(":")[:2])


def parts(text: str) -> list[str]:
    """Split a cell; names of countries hold commas, so those do not split."""
    return [part.strip() for part in text.split(_SIGN) if part.strip()]


def is_matrix(table: Table) -> bool:
    """Tell whether a row names the columns of an offer matrix, old or new."""
    return any(header_at(table, marks) is not None for marks in (_MARKS, MARKS))


def read(table: Table, still: Still = wanted) -> Matrix:
    """Read an offer matrix, old or new; rows without an offer's reference say nothing.

    RefusedError for a table that is none, or one with an offer twice or a count
    that is no whole number of at most six digits. What `still` raises ends it.
    """
    headers, found = _offers(table, still)
    offers: dict[str, Offer] = {}
    problems: list[Problem] = []
    for offer in found:
        key = offer_key(offer.cells.get(_SKU, ""))
        if not key:
            continue
        if key in offers:
            problems.append(_problem("matrix_twice", offer, _SKU, headers))
        problems += _not_whole(offer, headers)
        offers[key] = offer
    if problems:
        raise RefusedError(*problems)
    return Matrix(offers, headers)


def _offers(table: Table, still: Still) -> tuple[dict[str, str], list[Offer]]:
    """Return the names of the columns, and every row, as the matrix of before."""
    at, new = header_at(table, _MARKS), header_at(table, MARKS)
    if at is not None:
        names = {plain(cell): cell for cell in table.rows[at].cells}
        return names, [Offer(*each) for each in records(table, at, still)]
    if new is None:
        raise RefusedError(error("no_matrix"))
    names = {NAMES.get(plain(c), plain(c)): c for c in table.rows[new].cells}
    rows = records(table, new, still)
    return names, [Offer(number, translated(record)) for number, record in rows]


def _not_whole(offer: Offer, headers: Mapping[str, str]) -> list[Problem]:
    """Name the cells that should hold a whole number and do not."""
    counts = {name: offer.cells.get(name, "") for name in _WHOLE}
    return [
        _problem("not_a_whole_number", offer, name, headers)
        for name, text in counts.items()
        if text and text != NO_MOST and not _is_whole(text)
    ]


def _is_whole(text: str) -> bool:
    """Tell whether a list may hold that count."""
    (read_,) = read_column("seats_max", [text], "").values
    return isinstance(read_, int)


def _problem(
    code: str, offer: Offer, column: str, headers: Mapping[str, str]
) -> Problem:
    """Name a cell of the matrix."""
    header, row = headers[column], offer.row
    value = offer.cells[column]
    return error(
        code, f"row {row}, column {header}", row=row, column=header, value=value
    )
