"""Terms and days as price lists write them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from contextlib import suppress
from datetime import date

from app.pricelist.cells import CellProblem

_MONTHS_A_YEAR = 12
#: Titles are shorter, and what follows them says no day.
_LONGEST = 300
_LENGTH = re.compile(
    r"(?P<count>[0-9]{1,3})\s*(?P<unit>mois|months?|monaten?|maanden|m"
    r"|ans?|years?|jahren?|jaar|y|a)?\.?",
    re.IGNORECASE,
)
MONTH_NAMES = {
    name: month
    for month, names in enumerate(
        (
            ("janvier", "january", "janv", "jan"),
            ("fevrier", "february", "fevr", "feb"),
            ("mars", "march", "mar"),
            ("avril", "april", "avr", "apr"),
            ("mai", "may"),
            ("juin", "june", "jun"),
            ("juillet", "july", "juil", "jul"),
            ("aout", "august", "aug"),
            ("septembre", "september", "sept", "sep"),
            ("octobre", "october", "oct"),
            ("novembre", "november", "nov"),
            ("decembre", "december", "dec"),
        ),
        start=1,
    )
    for name in names
}
_ISO = re.compile(
    r"(?<![0-9])(?P<y>20[0-9]{2})[-_./]?(?P<m>[0-9]{2})(?:[-_./]?(?P<d>[0-9]{2}))?"
    r"(?![0-9])"
)
_PARTS = re.compile(
    r"(?<![0-9])(?P<a>[0-9]{1,2})[-./ ](?P<b>[0-9]{1,2})[-./ ](?P<y>[0-9]{4})(?![0-9])"
)
_POINTS = re.compile(r"[0-9]+\.[0-9]+\.[0-9]+")
_NAMED = re.compile(
    r"(?:(?<![0-9])(?P<d>[0-9]{1,2})(?:er|st|nd|rd|th)?\.?\s+)?"
    rf"(?P<m>{'|'.join(sorted(MONTH_NAMES, key=len, reverse=True))})\.?\s+"
    r"(?P<y>20[0-9]{2})"
)


def unaccented(text: str) -> str:
    """Return a text whose letters have no accents."""
    flat = unicodedata.normalize("NFKD", text)
    return "".join(sign for sign in flat if not unicodedata.combining(sign))


def months(text: str) -> int | None:
    """Read '36', '36 mois' or '3 ans' as months; None for anything else."""
    match = _LENGTH.fullmatch(text)
    if match is None:
        return None
    years = (match["unit"] or "m").casefold().startswith(("a", "y", "j"))
    return int(match["count"]) * (_MONTHS_A_YEAR if years else 1)


def day_in(text: str) -> date | None:
    """Find the day that a title or a file's name says, where it can be but one.

    A month alone stands for its first day; 01/02/2026 is two days, so none. Points
    stand between a day and a month in that order: 01.02.2026 is in February.
    """
    flat = unaccented(text[:_LONGEST].casefold())
    for match in _NAMED.finditer(flat):
        return _day(match["y"], MONTH_NAMES[match["m"]], match["d"] or 1)
    for match in _PARTS.finditer(flat):
        european = _day(match["y"], match["b"], match["a"])
        if european and _POINTS.fullmatch(match[0]):
            return european
        found = {european, _day(match["y"], match["a"], match["b"])} - {None}
        return found.pop() if len(found) == 1 else None
    for match in _ISO.finditer(flat):
        return _day(match["y"], match["m"], match["d"] or 1)
    return None


def read_days(texts: list[str], order: str = "") -> list[str | CellProblem]:
    """Return a column's days as YYYY-MM-DD; '' for an empty cell.

    Where the parts' order is not given, a part above 12 in the column tells it;
    cells of a column that does not tell it are problems with both days.
    """
    found = [_PARTS.fullmatch(text) for text in texts]
    orders = {order} if order else set(_orders(found))
    return [
        _read(text, match, orders) if text else ""
        for text, match in zip(texts, found, strict=True)
    ]


def _orders(found: Iterable[re.Match[str] | None]) -> Iterable[str]:
    """Yield the orders that cells need which can be read in one way only."""
    for match in filter(None, found):
        ways = {
            "dmy": _day(match["y"], match["b"], match["a"]),
            "mdy": _day(match["y"], match["a"], match["b"]),
        }
        able = [name for name, day in ways.items() if day]
        if len(able) == 1:
            yield able[0]


def _read(
    text: str, match: re.Match[str] | None, orders: set[str]
) -> str | CellProblem:
    """Read one cell."""
    if match is None:
        iso = _ISO.fullmatch(text)
        day = _day(iso["y"], iso["m"], iso["d"]) if iso and iso["d"] else None
        return day.isoformat() if day else CellProblem("not_a_day")
    european = _day(match["y"], match["b"], match["a"])
    american = _day(match["y"], match["a"], match["b"])
    if len(orders) == 1 or european == american:
        day = american if orders == {"mdy"} else european
        return day.isoformat() if day else CellProblem("not_a_day")
    if european and american:
        return CellProblem("day_ambiguous", f"{european} / {american}")
    return CellProblem("day_orders_mixed" if orders else "not_a_day")


def _day(year: str, month: str | int, day: str | int) -> date | None:
    """Return a day that the calendar has."""
    with suppress(ValueError):
        return date(int(year), int(month), int(day))
    return None
