"""One language of one country: the only place that formats and parses."""

from __future__ import annotations

import gettext
import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING, Protocol

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.numbers import format_currency, format_decimal, format_percent

from i18n.numerals import parse_number

if TYPE_CHECKING:
    import datetime as dt

#: The languages the program speaks; French first, as on bilingual paper.
LANGUAGES = ("fr", "en")
_REMEMBERED = 4096
_NARROW, _NO_BREAK = "\u202f", "\u00a0"
#: CLDR sets CHF apart from its figures in English too; Babel does not.
_CODE_BEFORE_DIGIT = re.compile("(?<=[A-Z])(?=[0-9])")


def N_(text: str) -> str:  # noqa: N802 - gettext's customary name
    """Mark a text for the catalogues where it is only translated later."""
    return text


class Money(Protocol):
    """Anything that is so much of a currency."""

    @property
    def decimal(self) -> Decimal:
        """How much."""
        ...

    @property
    def currency(self) -> str:
        """The ISO 4217 code."""
        ...


@dataclass(frozen=True, slots=True)
class Language:
    """A language (`fr`, `en`) with the habits of a country (`BE`, or '').

    Figures are written exactly: Babel would round them half-even.
    """

    code: str
    territory: str = ""

    @classmethod
    def of(cls, code: str, territory: str = "") -> Language:
        """Return the language; a country CLDR does not pair it with is dropped."""
        known = _locale(code, territory) is not _locale(code, "")
        return cls(code, territory if known else "")

    def gettext(self, text: str) -> str:
        """Translate a text; one without a translation stays English."""
        return _catalogue(self.code).gettext(text)

    def ngettext(self, one: str, many: str, count: int) -> str:
        """Translate a text that changes with a count."""
        return _catalogue(self.code).ngettext(one, many, count)

    def money(self, money: Money) -> str:
        """Write '23 328,00 €': two decimals, more where a unit price has them."""
        return _money(self, money.decimal, money.currency)

    def percent(self, percent: Decimal) -> str:
        """Write 21 as '21 %', with the decimals that it has."""
        locale = _locale(self.code, self.territory)
        return _no_break(
            format_percent(percent / 100, locale=locale, decimal_quantization=False)
        )

    def number(self, number: int | Decimal) -> str:
        """Write a number with this language's signs and the decimals that it has."""
        return _number(self, number)

    def date(self, day: dt.date) -> str:
        """Write '22 novembre 2026', and the first of a month as '1er'."""
        text = format_date(day, "long", _locale(self.code, self.territory))
        return text.replace("1 ", "1er ", 1) if self._first_in_french(day) else text

    def day(self, day: dt.date) -> str:
        """Write the day in figures, as '22/11/2026'."""
        return format_date(day, "dd/MM/y", _locale(self.code, self.territory))

    def _first_in_french(self, day: dt.date) -> bool:
        """Tell whether French counts the day as the first: CLDR does not."""
        return self.code == "fr" and day.day == 1

    def parse(self, text: str) -> Decimal:
        """Read a number as people here type it; ValueError where it is none."""
        separator = _locale(self.code, self.territory).number_symbols["latn"]["decimal"]
        return parse_number(text, separator)


def _money(language: Language, units: Decimal, currency: str) -> str:
    """Write an amount as Babel writes one of as many digits."""
    whole, _, cents = f"{abs(units):f}".partition(".")
    cents = cents.rstrip("0").ljust(2, "0")
    form = _money_form(language, currency, len(whole), len(cents), units < 0)
    return form.format(*whole, *cents)


# Amounts are written at each keystroke and on each page. Babel takes its time, so it
# is asked once for each shape of an amount: how many digits, which sign.
@cache
def _money_form(
    language: Language, currency: str, whole: int, cents: int, negative: bool
) -> str:
    """Return '{}{} {}{}{},{}{} €': where the digits of such an amount stand."""
    nines = Decimal(f"{'-' if negative else ''}{'9' * whole}.{'9' * cents}")
    text = format_currency(
        nines,
        currency,
        locale=_locale(language.code, language.territory),
        currency_digits=False,
        decimal_quantization=False,
    )
    return _no_break(_CODE_BEFORE_DIGIT.sub(_NO_BREAK, text)).replace("9", "{}")


@lru_cache(_REMEMBERED)
def _number(language: Language, number: int | Decimal) -> str:
    """Write a number."""
    locale = _locale(language.code, language.territory)
    return _no_break(format_decimal(number, locale=locale, decimal_quantization=False))


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


@cache
def _catalogue(code: str) -> gettext.NullTranslations:
    """Return the compiled catalogue; without one the texts stay English."""
    with as_file(files("i18n") / "locale") as folder:
        return gettext.translation("messages", folder, [code], fallback=True)
