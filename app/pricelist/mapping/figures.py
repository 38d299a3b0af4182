"""Prices as lists of others write them: with a currency, in francs' own ways."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from app.pricelist.cells import CellProblem, money_column
from app.tables.numbers import read_each, read_numbers, read_signed
from i18n.currencies import is_currency

_MARK = r"(?:[€$£]|[A-Za-z]{2,5}\.?)"
_FIGURE = re.compile(
    rf"(?P<before>{_MARK})?\s*(?P<figure>[0-9][^A-Za-z€$£]*?)\s*(?P<after>{_MARK})?"
)
#: Round francs: `19.-`.
_ROUND = re.compile(r"(?P<figure>[0-9].*?)\s*[.,][-–—−]{1,2}")
#: What is longer is no price, and long to look through.
_LONGEST = 60
_CURRENCIES = {
    "€": "EUR",
    "euro": "EUR",
    "euros": "EUR",
    "fr": "CHF",
    "sfr": "CHF",
    "frs": "CHF",
    "£": "GBP",
}
#: A price that there is not.
_NOTHING = frozenset("-–—−")
_DOLLARS = frozenset({"USD", "CAD", "AUD", "NZD", "HKD", "SGD"})


def split_mark(text: str) -> tuple[str, str]:
    """Return the figure and the currency beside it: 'EUR', '$' or ''.

    A text that is no figure with a currency comes back whole.
    """
    match = _FIGURE.fullmatch(text) if len(text) <= _LONGEST else None
    if match is None:
        return text, ""
    marks = {_currency(mark) for mark in (match["before"], match["after"]) if mark}
    if len(marks) > 1 or "" in marks:
        return text, ""
    figure = match["figure"]
    even = _ROUND.fullmatch(figure)
    return (even["figure"] if even else figure), "".join(marks)


@lru_cache(maxsize=256)
def _currency(mark: str) -> str:
    """Return the currency of a mark; '' for a word that is none."""
    word = mark.rstrip(".")
    if word == "$":
        return word
    code = word.upper()
    return _CURRENCIES.get(word.casefold()) or (code if is_currency(code) else "")


def read_money(
    column: str, texts: list[str], currency: str, decimal: str, *, strict: bool
) -> list[Any]:
    """Read one column of amounts, each perhaps beside the list's currency.

    `decimal` is one of profile.DECIMALS. Where it is not `strict`, a cell that can
    be read in one way only is taken under another sign too: a sheet's numbers have
    none of their own.
    """
    parts = [split_mark("" if text in _NOTHING else text) for text in texts]
    figures = [figure for figure, _ in parts]
    if decimal in (".", ","):
        numbers = read_signed(figures, decimal, strict=strict)
    else:
        numbers = read_each(figures) if decimal else read_numbers(figures)
    values = money_column(column, numbers, currency)
    return [
        CellProblem("other_currency", found) if _differs(found, currency) else value
        for value, (_, found) in zip(values, parts, strict=True)
    ]


def _differs(found: str, currency: str) -> bool:
    """Tell whether a cell's currency is another than the list's, where it has one."""
    if not currency:
        return False
    if found == "$":
        return currency not in _DOLLARS
    return found not in ("", currency)
