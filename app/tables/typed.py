"""A sheet's values as the texts that a list's columns are read from."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any, Final

#: As many digits as a spreadsheet keeps: what was typed, without the noise of
#: what was computed.
_DIGITS = 15
_TWO_READINGS = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")
_NEEDS_MORE = re.compile(rf"^(?:-0|{_TWO_READINGS.pattern})$", re.MULTILINE)


def texts_of(values: Iterable[Any]) -> list[str]:
    """Return one column's values as texts.

    A number without end is no number of a list, and stays 'inf' or 'nan'.
    """
    values = list(values)
    return texts_of_kinds(values, set(map(type, values)))


def texts_of_kinds(values: Sequence[Any], kinds: set[type]) -> list[str]:
    """Return one column's values as texts; `kinds` are all that are among them."""
    if kinds == {str}:
        texts = list(map(str.strip, values))
    elif kinds <= {str, float}:
        # Each number is written once, and looked up with the texts beside it.
        different = set(values)
        numbers = [each for each in different if type(each) is float]
        known: dict[Any, str] = dict(zip(numbers, _numbers(numbers), strict=True))
        known |= {each: each.strip() for each in different if type(each) is str}
        texts = list(map(known.__getitem__, values))
    else:
        texts = list(map(_text, values))
    return [_even(text) for text in texts] if "\r" in "".join(texts) else texts


def _text(value: Any) -> str:  # noqa: ANN401 -- each type has its writer
    """Write one value."""
    return _TEXTS[type(value)](value)


def _even(text: str) -> str:
    """End all lines alike."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _numbers(numbers: list[float]) -> list[str]:
    """Write numbers as `_number` does, all at once where none needs more."""
    lines = f"%.{_DIGITS}g\n" * len(numbers) % tuple(numbers)
    if "e" in lines or _NEEDS_MORE.search(lines):
        return list(map(_number, numbers))
    return lines.split()


def _number(number: float) -> str:
    """Write a number out: 36, 19.5, 0.1175.

    1.234 becomes 1.2340, which no one takes for one thousand.
    """
    if not math.isfinite(number):
        return str(number)
    text = f"{number + 0.0:.{_DIGITS}g}"
    if "e" in text:
        text = f"{Decimal(text):f}"
    # Few have three decimals, and are looked at.
    two = text[-4:-3] == "." and _TWO_READINGS.fullmatch(text)
    return f"{text}0" if two else text


def _moment(moment: datetime) -> str:
    """Write a day, with its time where it has one."""
    if moment.time() == time():
        return moment.date().isoformat()
    return moment.isoformat(sep=" ")


def _mark(value: bool) -> str:
    """Write yes or no."""
    return "yes" if value else "no"


_TEXTS: Final[dict[type, Callable[[Any], str]]] = {
    str: str.strip,
    float: _number,
    int: str,
    bool: _mark,
    date: date.isoformat,
    datetime: _moment,
    time: time.isoformat,
    timedelta: str,
}
