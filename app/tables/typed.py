"""A sheet's values as the texts that a list's columns are read from."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any, Final

#: As many digits as a spreadsheet keeps: what was typed, without the noise of
#: what was computed.
_DIGITS = 15
_TWO_READINGS = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")


def texts_of(values: Iterable[object]) -> list[str]:
    """Return one column's values as texts.

    A number without end is no number of a list, and stays 'inf' or 'nan'.
    """
    known: dict[object, str] = {}
    texts: list[str] = []
    for value in values:
        if type(value) is str:
            texts.append(value.strip())
        elif type(value) is float:
            text = known.get(value)
            if text is None:
                text = known[value] = _number(value)
            texts.append(text)
        else:
            texts.append(_TEXTS[type(value)](value))
    return [_even(text) for text in texts] if "\r" in "".join(texts) else texts


def _even(text: str) -> str:
    """End all lines alike."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _number(number: float) -> str:
    """Write a number out: 36, 19.5, 0.1175.

    1.234 becomes 1.2340, which no one takes for one thousand.
    """
    if not math.isfinite(number):
        return str(number)
    text = f"{Decimal(f'{number + 0.0:.{_DIGITS}g}'):f}"
    return f"{text}0" if _TWO_READINGS.fullmatch(text) else text


def _moment(moment: datetime) -> str:
    """Write a day, with its time where it has one."""
    if moment.time() == time():
        return moment.date().isoformat()
    return moment.isoformat(sep=" ")


def _mark(value: bool) -> str:
    """Write yes or no."""
    return "yes" if value else "no"


_TEXTS: Final[dict[type, Callable[[Any], str]]] = {
    int: str,
    bool: _mark,
    date: date.isoformat,
    datetime: _moment,
    time: time.isoformat,
    timedelta: str,
}
