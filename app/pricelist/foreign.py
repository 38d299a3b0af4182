"""Lists in layouts of others: recognised, then read as canonical ones."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING, Final

from app.domain.problems import Problems, RefusedError, error, warning
from app.pricelist.layout import find_layout
from app.pricelist.mapping.header import header_at, known_profile
from app.pricelist.mapping.profile import Profile
from app.pricelist.microsoft import licences, matrix, new_commerce
from app.pricelist.microsoft.matrix import Matrix
from app.pricelist.parse import ParsedList, parse, parse_found
from app.pricelist.source import Source
from app.tables.table import Still, Table, wanted

if TYPE_CHECKING:
    from app.pricelist.mapping.suggest import Suggestion

# Most lists are canonical: what reads others is loaded where one comes.

#: Returns the table of a sheet, of the first one for ''.
ReadTable = Callable[[str], Table]
#: Returns the mapping remembered for a layout, by its fingerprint.
KnownLayout = Callable[[str], Profile | None]
#: A workbook with more sheets is looked through no further.
_MOST_SHEETS = 12
#: Prices of 0, in a column of our own that no file of Microsoft's has.
_ZERO = frozenset({"price_zero", "prices_zero"})


def _unknown(_: str) -> None:
    """Remember no layout."""


@dataclass(frozen=True, slots=True)
class Layouts:
    """How a list is to be read that is no canonical one.

    With the `mapping`, else with the one that is remembered for its layout.
    """

    mapping: Profile | None = None
    known: KnownLayout = _unknown


CANONICAL: Final = Layouts()


def parse_any(
    name: str,
    currency: str,
    read: ReadTable,
    layouts: Layouts = CANONICAL,
    still: Still = wanted,
) -> ParsedList:
    """Read a list in any known layout; `read` returns the table of a sheet.

    What `still` raises ends the reading.
    RefusedError where a file of several currencies needs one to be named, and for
    an offer matrix, which is no list but enriches one.
    """
    if layouts.mapping is not None:
        from app.pricelist.mapping.mapped import parse_mapped  # noqa: PLC0415

        return parse_mapped(
            _to_map(name, currency, read, layouts.mapping, still), layouts.mapping
        )
    table = read("")
    if licences.is_licence_list(table):
        return _parse_licences(name, currency, read, table, still)
    if new_commerce.is_new_commerce_list(table):
        source = Source(table, name, currency, still)
        return _parse_microsoft(*new_commerce.canonical(source), still)
    layout, problems = find_layout(table)
    if layout is not None:
        # A long list is not held twice.
        del table
        return parse_found(layout, problems, still)
    empty = True
    for each in _sheets(table, read, currency):
        empty = empty and not any(map(any, each.columns))
        if matrix.is_matrix(each):
            raise RefusedError(error("matrix_no_list"))
        profile = known_profile(each, layouts.known)
        if profile is not None:
            from app.pricelist.mapping.mapped import (  # noqa: PLC0415
                parse_remembered,
            )

            return parse_remembered(
                _to_map(name, currency, read, profile, still), profile
            )
    return ParsedList(None, (error("table_empty"),) if empty else problems)


def matrix_in(read: ReadTable, still: Still = wanted) -> Matrix:
    """Read the first sheet that is an offer matrix; RefusedError where none is."""
    first = read("")
    tables = chain([first], map(read, first.sheets[1:_MOST_SHEETS]))
    return matrix.read(next(filter(matrix.is_matrix, tables), first), still)


def suggest_any(
    name: str, currency: str, read: ReadTable
) -> tuple[Table, Suggestion] | None:
    """Suggest a mapping for the first sheet that has a table, if any has."""
    from app.pricelist.mapping.suggest import suggest  # noqa: PLC0415

    for table in _sheets(read(""), read, currency):
        suggestion = suggest(Source(table, name, currency))
        if suggestion is not None:
            return table, suggestion
    return None


def mapped_table(profile: Profile, currency: str, read: ReadTable) -> Table:
    """Return the table of the first sheet that a mapping suits, else the first."""
    first = read("")
    currency = currency or profile.constants.get("currency", "")
    for table in _sheets(first, read, currency):
        if header_at(table, profile) is not None:
            return table
    return first


def _sheets(first: Table, read: ReadTable, currency: str) -> Iterator[Table]:
    """Yield the tables of a file: that of the currency, where sheets are named so."""
    sheet = licences.sheet_for(first, currency)
    if sheet:
        yield read(sheet)
        return
    yield first
    yield from map(read, first.sheets[1:_MOST_SHEETS])


def _to_map(
    name: str, currency: str, read: ReadTable, profile: Profile, still: Still
) -> Source:
    """Return the table that a mapping reads."""
    return Source(mapped_table(profile, currency, read), name, currency, still)


def _parse_licences(
    name: str, currency: str, read: ReadTable, table: Table, still: Still
) -> ParsedList:
    """Read Microsoft's licence list."""
    sheet = licences.sheet_for(table, currency)
    if sheet:
        table = read(sheet)
    source = Source(table, name, currency, still)
    return _parse_microsoft(*licences.canonical(source), still)


def _parse_microsoft(canonical: Table, problems: Problems, still: Still) -> ParsedList:
    """Read a list of Microsoft's; its free offers are counted, not named one by one."""
    parsed = parse(canonical, still)
    zero = [each for each in parsed.problems if each.code in _ZERO]
    others = [each for each in parsed.problems if each.code not in _ZERO]
    if zero:
        free = sum(int(str(dict(each.parameters).get("count", 1))) for each in zero)
        others.append(warning("offers_free", count=free))
    return replace(parsed, problems=(*problems, *others))
