"""A table in a layout of its own, read as a mapping says."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from app.domain.problems import error
from app.pricelist.cells import ReadCells, read_column
from app.pricelist.columns import Holds, holds
from app.pricelist.layout import Layout
from app.pricelist.mapping.faults import faults
from app.pricelist.mapping.fields import lacking, layout_of
from app.pricelist.mapping.figures import read_money
from app.pricelist.mapping.header import header_at, listed
from app.pricelist.mapping.months import months, read_days
from app.pricelist.mapping.profile import Profile
from app.pricelist.mapping.rows import read_body
from app.pricelist.mapping.source import of_edition
from app.pricelist.mapping.told import in_short, named, notices
from app.pricelist.parse import ParsedList, parse_layout
from app.pricelist.source import Source


@dataclass(frozen=True, slots=True)
class Trial:
    """What a mapping makes of a table: the list, and the fields as they stand.

    `layout` is None where the mapping does not suit the table at all.
    """

    parsed: ParsedList
    layout: Layout | None = None


def parse_mapped(source: Source, profile: Profile) -> ParsedList:
    """Read a table as a mapping says, whole or not at all.

    Every problem names the file's own row and column.
    """
    return try_mapping(source, profile).parsed


def parse_remembered(source: Source, profile: Profile) -> ParsedList:
    """Read a table as a mapping says that was made for an edition before."""
    at = header_at(source.table, profile)
    if at is not None:
        profile = of_edition(source, at, profile)
    return parse_mapped(source, profile)


def try_mapping(source: Source, profile: Profile) -> Trial:
    """Read a table as a mapping says, and keep what was read on the way."""
    wrong = faults(profile)
    if wrong:
        return Trial(ParsedList(None, wrong))
    at = header_at(source.table, profile)
    if at is None:
        columns = listed(profile.columns)
        problem = error("mapping_columns_missing", columns=columns)
        return Trial(ParsedList(None, (problem,)))
    body = read_body(source.table, at, profile, source.still)
    layout, problems = layout_of(source, at, profile, body)
    told = notices(source, at, profile, layout)
    problems = (*named(profile), *body.problems, *problems, *told)
    strict = not source.table.sheets
    read = partial(_read, profile, strict=strict)
    parsed = parse_layout(layout, problems, read, source.still)
    shortened = tuple(in_short(parsed.problems, lacking(layout)))
    return Trial(replace(parsed, problems=shortened), layout)


def _read(
    profile: Profile, column: str, texts: list[str], currency: str, *, strict: bool
) -> ReadCells:
    """Read one column as this layout writes it."""
    kind = holds(column)
    if kind in (Holds.PRICE, Holds.AMOUNT):
        amounts = read_money(column, texts, currency, profile.decimal, strict=strict)
        return ReadCells(amounts, amounts)
    if kind is Holds.DAY:
        days = read_days(texts, profile.dates)
        plain_days = [day if isinstance(day, str) else "" for day in days]
        values = [
            value if isinstance(day, str) else day
            for day, value in zip(
                days, read_column(column, plain_days, currency).values, strict=True
            )
        ]
        return ReadCells(values, values)
    if column.endswith("warranty_months"):
        lengths = [months(text) for text in texts]
        texts = [
            text if length is None else str(length)
            for text, length in zip(texts, lengths, strict=True)
        ]
    return read_column(column, texts, currency)
