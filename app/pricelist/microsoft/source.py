"""What the name of a file tells of a list of Microsoft's, and its currencies."""

from __future__ import annotations

import re
from datetime import date

from app.domain.problems import RefusedError, error
from app.pricelist.layout import FORMAT
from app.tables.table import Row

_MONTH = re.compile(r"(?<![0-9])(20[0-9]{2})-?(0[1-9]|1[0-2])(?![0-9])")


def month_named(name: str) -> str:
    """Return the first day of the month that a file's name holds; '' for none."""
    month = _MONTH.search(name)
    return date(int(month[1]), int(month[2]), 1).isoformat() if month else ""


def which_currency(there: list[str], asked: str) -> RefusedError:
    """Name the currencies that there are."""
    names = ", ".join(there)
    if asked:
        return RefusedError(error("currency_not_there", asked=asked, there=names))
    return RefusedError(error("currency_choice", there=names))


def lines_above(number: int, first: str, **said: str) -> list[Row]:
    """Return the lines above a canonical table of a list that begins on a day.

    Its month is the version: Microsoft's lists come one a month.
    """
    lines = {"format": FORMAT, **said, "version": first[:7], "valid_from": first}
    return [Row(number, line) for line in lines.items()]
