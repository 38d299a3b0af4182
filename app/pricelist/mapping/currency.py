"""The currency that a table shows, where it does not say one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from app.pricelist.mapping.figures import split_mark
from app.pricelist.mapping.header import column_names
from app.pricelist.mapping.rows import is_money
from app.pricelist.source import Source
from app.tables.headers import plain
from i18n.currencies import is_currency

_SAMPLE = 300
#: Columns that say the currency of each row.
_COLUMNS = frozenset(("devise", "currency", "ccy", "monnaie", "wahrung", "valuta"))
_MARK = re.compile(r"[€£]|\b[A-Z]{3}\b")
_CODE = re.compile(r"(?<![A-Z])[A-Z]{3}(?![A-Z])")
#: In a title: other codes are words too, as ALL and TOP are.
_IN_TITLES = re.compile(
    r"(?P<EUR>€|\bEUR\b|\beuros?\b)|(?P<CHF>\bCHF\b)|(?P<GBP>£|\bGBP\b)|(?P<USD>\bUSD\b)"
)


def currency_shown(
    source: Source, at: int, fields: Mapping[str, tuple[str, ...]]
) -> str:
    """Return the one currency of the price columns, else of titles and names.

    '' where there is none, or several.
    """
    for found in (
        _of_columns(source, at),
        _of_prices(source, at, fields),
        _of_titles(source, at),
    ):
        if found:
            return found.pop() if len(found) == 1 else ""
    named = {
        code
        for text in (source.name, *source.table.sheets)
        for code in _CODE.findall(text)
        if is_currency(code)
    }
    return named.pop() if len(named) == 1 else ""


def _of_columns(source: Source, at: int) -> set[str]:
    """Return the currencies of the rows, where a column says them."""
    header = source.table.rows[at]
    names = [name for name in column_names(header) if plain(name) in _COLUMNS]
    texts = {text.upper() for name in names for text in _texts(source, at, name)}
    return set(filter(is_currency, texts))


def _of_prices(
    source: Source, at: int, fields: Mapping[str, tuple[str, ...]]
) -> set[str]:
    """Return the currencies beside prices and in the names of their columns."""
    prices = [n for field, names in fields.items() if is_money(field) for n in names]
    texts = (text for name in prices for text in _texts(source, at, name))
    return {split_mark(text)[1] for text in texts} - {"", "$"}


def _texts(source: Source, at: int, column: str) -> Iterator[str]:
    """Yield what a column's name and its first cells show."""
    yield from (f"1 {mark}" for mark in _MARK.findall(column))
    places = map(plain, column_names(source.table.rows[at]))
    place = next((i for i, name in enumerate(places) if name == plain(column)), None)
    for row in source.table.rows[at + 1 :][:_SAMPLE] if place is not None else ():
        if place is not None and place < len(row.cells):
            yield row.cells[place]


def _of_titles(source: Source, at: int) -> set[str]:
    """Return the currencies that the lines above the table name."""
    cells = (cell for row in source.table.rows[:at] for cell in row.cells)
    matches = (match for cell in cells for match in _IN_TITLES.finditer(cell))
    return {str(match.lastgroup) for match in matches}
