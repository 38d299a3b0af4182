"""A first mapping for a table that nobody described, and what it still lacks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.pricelist.cells import CellProblem, read_column
from app.pricelist.columns import Holds, holds
from app.pricelist.layout import lines_above
from app.pricelist.mapping.currency import currency_shown
from app.pricelist.mapping.figures import split_mark
from app.pricelist.mapping.guesses import field_of, has_vat
from app.pricelist.mapping.header import candidates, column_names
from app.pricelist.mapping.list_names import list_name, stem
from app.pricelist.mapping.months import months, read_days
from app.pricelist.mapping.profile import Profile
from app.pricelist.mapping.rows import begins_as_total, is_money, is_price
from app.pricelist.mapping.source import heading_of
from app.pricelist.mapping.words import translated
from app.pricelist.source import Source
from app.tables.headers import plain
from app.tables.numbers import read_numbers
from app.tables.table import Row, Table

_SAMPLE = 300
_LONGEST_NAME = 80
_LEAST_NAMES = 3
#: A column is filled down where more than one cell in so many is empty.
_OFTEN = 10
_FILLED = ("sku", "name_fr", "name_en", "manufacturer", "family")
_DIGIT = re.compile("[0-9]")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A mapping, the fields it lacks, and the place of the header in its table."""

    profile: Profile
    missing: tuple[str, ...]
    at: int


def suggest(source: Source) -> Suggestion | None:
    """Suggest a mapping; None where no row can be one of column names."""
    at = _header(source.table)
    if at is None:
        return None
    header = source.table.rows[at]
    body = source.table.rows[at + 1 :][:_SAMPLE]
    fields = dict(_fields(header, body))
    profile = Profile(
        name=stem(source.name),
        headers=header.cells,
        fields=fields,
        constants=dict(_constants(source, at, fields)),
        decimal=decimal_shown(source, at, fields),
        fill_down=tuple(_fill_down(header, body, fields)),
    )
    return Suggestion(profile, missing(source, profile, at), at)


def missing(source: Source, profile: Profile, at: int) -> tuple[str, ...]:
    """Return what a list needs and neither the mapping nor the file says."""
    said = {*profile.fields, *profile.constants, *heading_of(source, at, profile)}
    lacks = [
        name
        for name in ("list_id", "currency", "valid_from", "kind")
        if name not in said
    ]
    if not said.intersection(("name_fr", "name_en")):
        lacks.append("name_fr")
    if not any(map(is_price, profile.fields)):
        lacks.append("price_once")
    return tuple(lacks)


def _header(table: Table) -> int | None:
    """Find the row that most looks like one of column names: no figure among them."""
    best, found = 0, None
    for at in candidates(table):
        cells = [cell for cell in table.rows[at].cells if cell]
        known = len({field for cell in cells if (field := field_of(cell))})
        named = sum(map(_is_name, cells))
        likely = named == len(cells) and (known > 1 or _is_whole(table.rows[at]))
        weight = named + 2 * known
        if likely and weight > best and at + 1 < len(table.rows):
            best, found = weight, at
    return found


def _is_whole(row: Row) -> bool:
    """Tell whether several cells stand side by side, as names of columns do."""
    places = [at for at, cell in enumerate(row.cells) if cell]
    return len(places) >= _LEAST_NAMES and places[-1] - places[0] < len(places)


def _is_name(cell: str) -> bool:
    """Tell whether a cell may name a column: words, and hardly a digit."""
    digits = len(_DIGIT.findall(cell))
    return len(cell) <= _LONGEST_NAME and digits < len(cell) / 2


def _fields(
    header: Row, body: tuple[Row, ...]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each field with the first column that names it and holds such values.

    A price without VAT comes before one with it, wherever they stand.
    """
    found: dict[str, str] = {}
    for at, name in sorted(enumerate(column_names(header)), key=_with_vat_last):
        field = field_of(name)
        texts = [row.cells[at] for row in body if at < len(row.cells) and row.cells[at]]
        if field and field not in found and texts and _suits(field, texts):
            found[field] = name
    _name_by_description(found)
    _pair_terms(found)
    yield from ((field, (name,)) for field, name in found.items())


def _with_vat_last(column: tuple[int, str]) -> bool:
    """Put the columns of prices with VAT behind all others."""
    return has_vat(column[1])


def _name_by_description(found: dict[str, str]) -> None:
    """Take a description for the name where no column has one.

    "Description" is a word of both languages: beside a French name it is French.
    """
    if "name_fr" in found and "name_en" not in found and "description_en" in found:
        found.setdefault("description_fr", found.pop("description_en"))
    if not {"name_fr", "name_en"}.intersection(found):
        for language in ("fr", "en"):
            if f"description_{language}" in found:
                found[f"name_{language}"] = found.pop(f"description_{language}")


def _pair_terms(found: dict[str, str]) -> None:
    """Let a column of terms go with one of prices, or do without it."""
    prices = [name for name in ("price_month", "price_once") if name in found]
    if "term" in found and prices and "price" not in found:
        found["price"] = found.pop(prices[0])
    if not {"price", "commission"}.intersection(found):
        found.pop("term", None)
    if "term" not in found:
        found.pop("commission", None)


def _suits(field: str, texts: list[str]) -> bool:
    """Tell whether most cells of a column hold what the field does."""
    if field == "term":
        right = sum(months(text) is not None for text in texts)
    elif is_money(field):
        right = sum(_DIGIT.match(split_mark(text)[0]) is not None for text in texts)
    elif holds(field) is Holds.DAY:
        days = read_days(texts)
        right = sum(getattr(day, "code", "") != "not_a_day" for day in days)
    elif holds(field) is Holds.TEXT:
        return True
    else:
        values = read_column(field, translated(field, texts, {}), "EUR").values
        right = sum(not isinstance(value, CellProblem) for value in values)
    return right * 2 > len(texts)


def decimal_shown(
    source: Source, at: int, fields: Mapping[str, tuple[str, ...]]
) -> str:
    """Let cells be read by themselves where a sheet has numbers beside texts."""
    names = [plain(name) for name in column_names(source.table.rows[at])]
    body = source.table.rows[at + 1 :][:_SAMPLE]
    for field, columns in fields.items():
        if source.table.sheets and is_money(field):
            column = names.index(plain(columns[0]))
            found = read_numbers([split_mark(_cell(row, column))[0] for row in body])
            if any(getattr(each, "code", "") == "number_signs_mixed" for each in found):
                return "cell"
    return ""


def _fill_down(
    header: Row, body: tuple[Row, ...], fields: dict[str, tuple[str, ...]]
) -> Iterator[str]:
    """Yield the columns of texts that are often empty where there is a price."""
    names = column_names(header)
    places = {plain(name): at for at, name in enumerate(names)}
    money = [places[plain(n)] for f, ns in fields.items() if is_money(f) for n in ns]
    priced = [
        row
        for row in body
        if any(_DIGIT.search(_cell(row, at)) for at in money)
        and not any(map(begins_as_total, row.cells))
    ]
    for field in _FILLED:
        for name in fields.get(field, ()):
            at = places[plain(name)]
            empty = sum(not _cell(row, at) for row in priced)
            if priced and _cell(priced[0], at) and empty * _OFTEN > len(priced):
                yield name


def _cell(row: Row, at: int) -> str:
    """Return a cell, '' past the row's end."""
    return row.cells[at] if at < len(row.cells) else ""


def _constants(
    source: Source, at: int, fields: dict[str, tuple[str, ...]]
) -> Iterator[tuple[str, str]]:
    """Yield what the list says of itself beside its table."""
    said = lines_above(source.table.rows[:at])
    if "list_id" not in said:
        yield "list_id", list_name(source.name)
    if "currency" not in said and not source.currency:
        currency = currency_shown(source, at, fields)
        if currency:
            yield "currency", currency
