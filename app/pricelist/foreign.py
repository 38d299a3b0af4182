"""Lists in layouts of others: recognised, then read as canonical ones."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from app.domain.problems import Problem, Problems, warning
from app.pricelist.microsoft import licences
from app.pricelist.microsoft.licences import Source
from app.pricelist.parse import ParsedList, parse
from app.tables.table import Table


def parse_any(name: str, currency: str, read: Callable[[str], Table]) -> ParsedList:
    """Read a list in any known layout; `read` returns the table of a sheet.

    RefusedError where a file of several currencies needs one to be named.
    """
    table = read("")
    if not licences.is_licence_list(table):
        return parse(table)
    sheet = licences.sheet_for(table, currency)
    if sheet:
        table = read(sheet)
    canonical, problems = licences.canonical(Source(table, name, currency))
    parsed = parse(canonical)
    return replace(parsed, problems=problems + _in_english(parsed.problems))


def _in_english(problems: Problems) -> Problems:
    """Say once, not at every offer, that Microsoft's names are English alone."""
    others: list[Problem] = [each for each in problems if each.code != "one_language"]
    count = len(problems) - len(others)
    if count:
        others.append(warning("names_in_english", count=count))
    return tuple(others)
