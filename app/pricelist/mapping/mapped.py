"""A table in a layout of its own, read as a mapping says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from app.domain.problems import Parameter, Problem, Problems, error, suggestion, warning
from app.pricelist.cells import read_column
from app.pricelist.columns import Holds, holds
from app.pricelist.layout import KEYS, Cell, Layout
from app.pricelist.mapping.faults import faults
from app.pricelist.mapping.figures import read_money
from app.pricelist.mapping.header import column_names, header_at
from app.pricelist.mapping.long import pivoted
from app.pricelist.mapping.months import months, read_days
from app.pricelist.mapping.profile import Profile
from app.pricelist.mapping.rows import Body, is_money, read_body
from app.pricelist.mapping.source import heading_of
from app.pricelist.mapping.words import translated
from app.pricelist.parse import ParsedList, parse_layout
from app.pricelist.source import Source
from app.tables.headers import plain
from app.tables.table import Table

_SKU_SIGN = "-"
_NAMES = ("name_fr", "name_en")
_NEEDED = ("sku", "kind")
_MOST_NAMED = 12
#: What a mapping can settle is said with the way to do so.
_CODES = {
    "sku_twice": "mapped_sku_twice",
    "number_signs_mixed": "mapped_signs_mixed",
    "number_ambiguous": "mapped_ambiguous",
}
_LONGEST_NAME = 120
_WITH_VAT = ("ttc", "tvac", "tvacomprise", "inclvat", "vatincl", "inklmwst", "brutto")


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


def try_mapping(source: Source, profile: Profile) -> Trial:
    """Read a table as a mapping says, and keep what was read on the way."""
    wrong = faults(profile)
    if wrong:
        return Trial(ParsedList(None, wrong))
    at = header_at(source.table, profile)
    if at is None:
        columns = _listed(profile.columns)
        problem = error("mapping_columns_missing", columns=columns)
        return Trial(ParsedList(None, (problem,)))
    body = read_body(source.table, at, profile, source.still)
    layout, problems = _layout(source, at, profile, body)
    problems = (
        *_named(profile),
        *body.problems,
        *problems,
        *_other_currency(source, layout),
        *_notices(source.table, at, profile),
    )
    strict = not source.table.sheets
    read = partial(_read, profile, strict=strict)
    parsed = parse_layout(layout, problems, read, source.still)
    lacking = {name for name in _NEEDED if not any(layout.cells[name])}
    if not any(name.startswith("name_") for name in layout.cells):
        lacking.add(_NAMES[0])
    told = tuple(_in_short(parsed.problems, lacking))
    return Trial(replace(parsed, problems=told), layout)


def _named(profile: Profile) -> Iterator[Problem]:
    """Say which mapping the list is read with."""
    if profile.name:
        yield suggestion("mapped_with", name=profile.name)


def _layout(
    source: Source, at: int, profile: Profile, body: Body
) -> tuple[Layout, Problems]:
    """Put every field where a canonical list has it."""
    cells = {name: _joined(name, profile, body) for name in profile.fields}
    if "sku" not in cells:
        named = next((name for name in _NAMES if name in cells), "")
        cells["sku"] = cells.get(named, [""] * len(body.numbers))
    constants = {
        name: text for name, text in profile.constants.items() if name not in KEYS
    }
    cells |= {name: [text] * len(body.numbers) for name, text in constants.items()}
    for name in _NEEDED:
        cells.setdefault(name, [""] * len(body.numbers))
    headers = {
        name: _short(" + ".join(names))
        for name, names in profile.fields.items()
        if names
    }
    headers.setdefault("sku", headers.get("name_fr") or headers.get("name_en") or "sku")
    layout = Layout(heading_of(source, at, profile), headers, body.numbers, cells)
    if profile.long:
        return pivoted(layout)
    if profile.repeats == "number":
        return _numbered(layout)
    return layout, ()


def _joined(field: str, profile: Profile, body: Body) -> list[str]:
    """Return a field's texts, those of several columns joined, in its own words."""
    columns = [body.cells[name] for name in profile.fields[field]]
    if len(columns) == 1 and field != "sku" and not field.startswith("name_"):
        texts = columns[0]
    else:
        sign = _SKU_SIGN if field == "sku" else " "
        texts = [
            sign.join(" ".join(part.split()) for part in parts if part)
            for parts in zip(*columns, strict=True)
        ]
    return translated(field, texts, profile.words.get(field, {}))


def _numbered(layout: Layout) -> tuple[Layout, Problems]:
    """Number the references that are there before: `A`, `A-2`."""
    taken = {text.casefold() for text in layout.cells["sku"]}
    seen: dict[str, int] = {}
    skus: list[str] = []
    problems: list[Problem] = []
    for row, sku in zip(layout.rows, layout.cells["sku"], strict=True):
        key = sku.casefold()
        seen[key] = seen.get(key, 0) + 1
        new = sku
        while sku and seen[key] > 1:
            new = f"{sku}{_SKU_SIGN}{seen[key]}"
            if new.casefold() not in taken:
                break
            seen[key] += 1
        if new != sku:
            taken.add(new.casefold())
            column = layout.header("sku")
            where = f"row {row}, column {column}"
            problems.append(
                warning(
                    "sku_numbered", where, row=row, column=column, value=sku, sku=new
                )
            )
        skus.append(new)
    return replace(layout, cells={**layout.cells, "sku": skus}), tuple(problems)


def _other_currency(source: Source, layout: Layout) -> Iterator[Problem]:
    """Refuse a list that is in another currency than the one asked for."""
    there = layout.heading.get("currency", Cell(0, "")).text
    if source.currency not in ("", there):
        yield error("currency_not_there", asked=source.currency, there=there)


def _notices(table: Table, at: int, profile: Profile) -> Iterator[Problem]:
    """Say which columns are not used, and which prices seem to hold VAT."""
    used = set(map(plain, profile.columns))
    others = [
        name
        for place, name in enumerate(column_names(table.rows[at]))
        if plain(name) not in used and table.rows[at].cells[place]
    ]
    if others:
        yield warning("columns_unused", columns=_listed(others))
    if not any(map(is_money, profile.fields)):
        yield warning("mapping_no_price")
    for field, names in profile.fields.items():
        for name in names if is_money(field) else ():
            if any(word in plain(name) for word in _WITH_VAT):
                yield warning("price_with_vat", column=name)


def _listed(names: Sequence[str]) -> str:
    """Return some names as one text, none of them longer than a glance."""
    shown = ", ".join(_short(name) for name in names[:_MOST_NAMED])
    return shown + ("…" if len(names) > _MOST_NAMED else "")


def _short(name: str) -> str:
    """Return a name that a sentence can hold."""
    return name if len(name) <= _LONGEST_NAME else f"{name[:_LONGEST_NAME]}…"


def _read(
    profile: Profile, column: str, texts: list[str], currency: str, *, strict: bool
) -> list[Any]:
    """Read one column as this layout writes it."""
    kind = holds(column)
    if kind in (Holds.PRICE, Holds.AMOUNT):
        return read_money(column, texts, currency, profile.decimal, strict=strict)
    if kind is Holds.DAY:
        days = read_days(texts, profile.dates)
        plain_days = [day if isinstance(day, str) else "" for day in days]
        values = read_column(column, plain_days, currency)
        return [
            value if isinstance(day, str) else day
            for day, value in zip(days, values, strict=True)
        ]
    if column.endswith("warranty_months"):
        lengths = [months(text) for text in texts]
        texts = [
            text if length is None else str(length)
            for text, length in zip(texts, lengths, strict=True)
        ]
    return read_column(column, texts, currency)


def _in_short(problems: Problems, lacking: set[str]) -> Iterator[Problem]:
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
        return _NAMES[0] in lacking
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
