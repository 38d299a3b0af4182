"""What CLDR says of a language and a country, asked through Babel.

Babel takes a moment to load, so nothing imports this module before it is needed.
"""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from functools import cache, lru_cache
from typing import Final

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.numbers import format_currency, format_decimal, format_percent

_REMEMBERED: Final = 4096
_NARROW, _NO_BREAK = "\u202f", "\u00a0"
#: CLDR sets CHF apart from its figures in English too, and none from its sign.
_CODE_BEFORE_DIGIT = re.compile("(?<=[A-Z])(?=[-0-9])")


# Amounts are written at each keystroke and on each page. Babel takes its time, so it
# is asked once for each shape of an amount: how many digits, which sign.
@cache
def money_form(
    code: str, territory: str, currency: str, digits: tuple[int, int], negative: bool
) -> str:
    """Return '{}{} {}{}{},{}{} €': where the digits of such an amount stand."""
    whole, cents = digits
    nines = Decimal(f"{'-' if negative else ''}{'9' * whole}.{'9' * cents}")
    text = format_currency(
        nines,
        currency,
        locale=_locale(code, territory),
        currency_digits=False,
        decimal_quantization=False,
    )
    return _no_break(_CODE_BEFORE_DIGIT.sub(_NO_BREAK, text)).replace("9", "{}")


@lru_cache(_REMEMBERED)
def number(code: str, territory: str, number: int | Decimal, decimals: int = 0) -> str:
    """Write a number with at least so many decimals."""
    locale = _locale(code, territory)
    form = locale.decimal_formats[None].pattern.replace("0.", "0." + "0" * decimals)
    return _no_break(format_decimal(number, form, locale, decimal_quantization=False))


def percent(code: str, territory: str, percent: Decimal, decimals: int) -> str:
    """Write a percentage with at least so many decimals."""
    locale = _locale(code, territory)
    form = locale.percent_formats[None].pattern
    if decimals:
        form = form.replace("0", "0." + "0" * decimals)
    return _no_break(
        format_percent(percent / 100, form, locale, decimal_quantization=False)
    )


def date(code: str, territory: str, day: dt.date, form: str) -> str:
    """Write a day in one of CLDR's forms."""
    return format_date(day, form, _locale(code, territory))


def country(code: str, territory: str, country: str) -> str:
    """Return a country's name, its code where CLDR has none."""
    name: str = _locale(code, territory).territories.get(country, country)
    return name


def decimal_sign(code: str, territory: str) -> str:
    """Return the sign before the decimals."""
    sign: str = _locale(code, territory).number_symbols["latn"]["decimal"]
    return sign


def _no_break(text: str) -> str:
    """Widen the narrow space: in the paper's font it all but disappears."""
    return text.replace(_NARROW, _NO_BREAK)


@cache
def _locale(code: str, territory: str) -> Locale:
    """Return CLDR's habits of that language and country."""
    try:
        return Locale(code, territory or None)
    except UnknownLocaleError:
        return _locale(code, "")
