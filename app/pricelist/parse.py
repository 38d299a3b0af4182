"""A canonical table as a price list: whole, or not at all with every reason."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from typing import Any

from app.domain.columns import is_confidential
from app.domain.fingerprint import with_fingerprints
from app.domain.money import UnitPrice
from app.domain.plain import is_plain
from app.domain.price_list import Item, PriceList
from app.domain.problems import Problem, Problems, error, refused, warning
from app.pricelist.cells import (
    CellProblem,
    ReadCells,
    read_column,
    read_day,
)
from app.pricelist.consistency import inconsistencies
from app.pricelist.items import items_in
from app.pricelist.layout import FORMAT, Layout, find_layout
from app.pricelist.names import name_problems
from app.tables.table import Still, Table, wanted
from i18n.countries import is_country
from i18n.currencies import is_currency

_units = attrgetter("units")
_REQUIRED_KEYS = ("list_id", "version", "currency", "valid_from")


@dataclass(frozen=True, slots=True)
class ParsedList:
    """The list, None where a problem refuses it, and every problem."""

    price_list: PriceList | None
    problems: Problems


#: Reads one column's texts under the list's currency.
ReadColumn = Callable[[str, list[str], str], ReadCells]


def parse(table: Table, still: Still = wanted) -> ParsedList:
    """Read a canonical price list; what `still` raises ends it."""
    return parse_found(*find_layout(table), still)


def parse_found(
    layout: Layout | None, problems: Problems, still: Still = wanted
) -> ParsedList:
    """Read a canonical price list whose columns were found, or were not."""
    if layout is None:
        return ParsedList(None, problems)
    return parse_layout(layout, problems, read_column, still)


def parse_layout(
    layout: Layout, problems: Problems, read: ReadColumn, still: Still = wanted
) -> ParsedList:
    """Make a list of what stands where; `problems` were found on the way there.

    What `still` raises ends it between two columns.
    """
    problems += tuple(_heading_problems(layout))
    columns: dict[str, list[Any]] = {}
    currency = _heading_text(layout, "currency")
    for name, texts in layout.cells.items():
        still()
        if any(texts):
            columns[name], different = read(name, texts, currency)
            # Most columns are in order: few values tell that of all of them.
            if _is_suspect(name, different):
                problems += tuple(_wrong_cells(layout, name, columns[name]))
    problems += tuple(_missing_cells(layout))
    if not layout.rows:
        problems += (error("no_rows"),)
    if refused(problems):
        return ParsedList(None, problems)
    problems += tuple(name_problems(layout, columns))
    items = items_in(columns, len(layout.rows))
    problems += tuple(inconsistencies(items, layout))
    if refused(problems):
        return ParsedList(None, problems)
    still()
    return ParsedList(with_fingerprints(_price_list(layout, items)), problems)


def _heading_text(layout: Layout, key: str) -> str:
    """Return what a line above the table says, '' where there is none."""
    cell = layout.heading.get(key)
    return cell.text if cell else ""


def _heading_problems(layout: Layout) -> Iterator[Problem]:
    """Check the lines above the table."""
    for key in _REQUIRED_KEYS:
        if not _heading_text(layout, key):
            yield error("heading_missing", key=key)
    for key, cell in layout.heading.items():
        if not is_plain(cell.text):
            yield _heading_problem(layout, key, "control_character")
    for key, (right, code, expected) in _HEADING_RULES.items():
        text = _heading_text(layout, key)
        if text and not right(text):
            yield _heading_problem(layout, key, code, expected)
    begins = _heading_text(layout, "valid_from")
    ends = _heading_text(layout, "valid_to")
    if _is_day(begins) and _is_day(ends) and ends < begins:
        yield _heading_problem(layout, "valid_to", "ends_before_it_begins")


def _is_day(text: str) -> bool:
    """Tell whether the text is a day as YYYY-MM-DD."""
    return isinstance(read_day(text), date)


_HEADING_RULES: dict[str, tuple[Callable[[str], bool], str, str]] = {
    "format": (lambda text: text == FORMAT, "format_unknown", FORMAT),
    "currency": (is_currency, "not_a_currency", ""),
    "country": (is_country, "not_a_country_code", ""),
    "valid_from": (_is_day, "not_a_day", ""),
    "valid_to": (_is_day, "not_a_day", ""),
}


def _heading_problem(
    layout: Layout, key: str, code: str, expected: str = ""
) -> Problem:
    """Name a line above the table by its row, key and value."""
    cell = layout.heading[key]
    return error(
        code,
        f"row {cell.row}",
        row=cell.row,
        column=key,
        value=cell.text,
        expected=expected,
    )


def _missing_cells(layout: Layout) -> Iterator[Problem]:
    """Name the empty cells that no item can do without."""
    for name in ("sku", "kind"):
        texts = layout.cells[name]
        for at, text in enumerate(texts) if "" in texts else ():
            if not text:
                yield error("cell_missing", **layout.cell(name, at))


def _is_suspect(name: str, values: Collection[Any]) -> bool:
    """Tell whether a column has wrong cells, or prices that are 0."""
    types = set(map(type, values))
    if CellProblem in types:
        return True
    is_price = UnitPrice in types and not is_confidential(name)
    return is_price and 0 in map(_units, filter(None, values))


def _wrong_cells(layout: Layout, name: str, values: list[Any]) -> Iterator[Problem]:
    """Name the wrong cells of one column, and the prices that are 0."""
    for at, value in enumerate(values):
        if isinstance(value, CellProblem):
            yield _cell_problem(layout, name, at, value)
    if not is_confidential(name):
        yield from _zero_prices(layout, name, values)


def _zero_prices(layout: Layout, name: str, values: list[Any]) -> Iterator[Problem]:
    """Say once which of a column's prices are 0; the partner's cost may be 0."""
    free = [
        at
        for at, value in enumerate(values)
        if isinstance(value, UnitPrice) and not value.units
    ]
    if len(free) == 1:
        yield warning("price_zero", **layout.cell(name, free[0]))
    elif free:
        first = layout.cell(name, free[0])
        cell = {"column": first["column"], "value": first["value"]}
        yield warning("prices_zero", **cell, **layout.counted(free))


def _cell_problem(layout: Layout, name: str, at: int, problem: CellProblem) -> Problem:
    """Make a problem of a cell's."""
    return error(problem.code, **layout.cell(name, at), expected=problem.expected)


def _price_list(layout: Layout, items: Sequence[Item]) -> PriceList:
    """Make the list of lines and items that are in order."""
    ends = _heading_text(layout, "valid_to")
    return PriceList(
        list_id=_heading_text(layout, "list_id"),
        version=_heading_text(layout, "version"),
        distributor=_heading_text(layout, "distributor"),
        country=_heading_text(layout, "country"),
        currency=_heading_text(layout, "currency"),
        valid_from=date.fromisoformat(_heading_text(layout, "valid_from")),
        valid_to=date.fromisoformat(ends) if ends else None,
        items=items,
    )
