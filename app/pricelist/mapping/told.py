"""What is said of a list that a mapping reads, beside what any list is told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from app.domain.problems import Parameter, Problem, Problems, error, suggestion, warning
from app.pricelist.layout import Cell, Layout
from app.pricelist.mapping.fields import NAMES
from app.pricelist.mapping.guesses import has_vat
from app.pricelist.mapping.header import column_names, listed
from app.pricelist.mapping.profile import Profile
from app.pricelist.mapping.rows import is_money, is_price
from app.pricelist.source import Source
from app.tables.headers import plain
from app.tables.table import Table

#: What a mapping can settle is said with the way to do so.
_CODES = {
    "sku_twice": "mapped_sku_twice",
    "number_signs_mixed": "mapped_signs_mixed",
    "number_ambiguous": "mapped_ambiguous",
}


def named(profile: Profile) -> Iterator[Problem]:
    """Say which mapping the list is read with."""
    if profile.name:
        yield suggestion("mapped_with", name=profile.name)


def notices(
    source: Source, at: int, profile: Profile, layout: Layout
) -> Iterator[Problem]:
    """Say what in the file the mapping leaves aside, or may have got wrong."""
    yield from _other_currency(source, layout)
    yield from _of_columns(source.table, at, profile)


def _other_currency(source: Source, layout: Layout) -> Iterator[Problem]:
    """Refuse a list that is in another currency than the one asked for."""
    there = layout.heading.get("currency", Cell(0, "")).text
    if source.currency not in ("", there):
        yield error("currency_not_there", asked=source.currency, there=there)


def _of_columns(table: Table, at: int, profile: Profile) -> Iterator[Problem]:
    """Say which columns are not used, and which prices seem to hold VAT."""
    used = set(map(plain, profile.columns))
    others = [
        name
        for place, name in enumerate(column_names(table.rows[at]))
        if plain(name) not in used and table.rows[at].cells[place]
    ]
    if others:
        yield warning("columns_unused", columns=listed(others))
    if not any(map(is_price, profile.fields)):
        yield warning("mapping_no_price")
    for field, names in profile.fields.items():
        for name in names if is_money(field) else ():
            if has_vat(name):
                yield warning("price_with_vat", column=name)


def in_short(problems: Problems, lacking: set[str]) -> Iterator[Problem]:
    """Say once what is so of every item, and what the mapping lacks, not the file."""
    for name in sorted(lacking):
        yield error("mapping_says_not", key=name)
    for problem in problems:
        said = dict(problem.parameters)
        if problem.code == "heading_missing":
            yield from _unsaid(str(said["key"]))
        elif _is_of_all(problem, lacking):
            continue
        else:
            yield _of_mapping(problem, said)


def _is_of_all(problem: Problem, lacking: set[str]) -> bool:
    """Tell whether a problem is one of every row, which was said once."""
    if problem.code == "no_name":
        return NAMES[0] in lacking
    column = dict(problem.parameters).get("column")
    return problem.code == "cell_missing" and column in lacking


def _of_mapping(problem: Problem, said: dict[str, Parameter]) -> Problem:
    """Name the place in the mapping, or the way to settle a cell there."""
    if said.get("row") == 0:
        kept = tuple((name, text) for name, text in said.items() if name != "row")
        return replace(problem, where=f"constants.{said['column']}", parameters=kept)
    return replace(problem, code=_CODES.get(problem.code, problem.code))


def _unsaid(key: str) -> Iterator[Problem]:
    """Say that one of the list's own lines is nowhere; its first day is a version."""
    if key == "valid_from":
        yield error("day_untold", key=key)
    elif key != "version":
        yield error("mapping_says_not", key=key)
