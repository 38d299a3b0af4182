"""One language of one country: the only place that formats and parses."""

from __future__ import annotations

import gettext
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import as_file, files
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from i18n.numerals import parse_number

if TYPE_CHECKING:
    import datetime as dt

#: The languages the program speaks; French first, as on bilingual paper.
LANGUAGES = ("fr", "en")
#: Whose habits stand for those CLDR lacks: Luxembourg writes figures as Belgium does.
_ALIKE = {("en", "LU"): "BE"}


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

    Figures are written exactly: Babel would round them half-even. With `point` they
    have one, as francs have in Switzerland, where CLDR gives French a comma.
    """

    code: str
    territory: str = ""
    point: bool = False

    @classmethod
    def of(cls, code: str, territory: str = "", *, point: bool = False) -> Language:
        """Return the language; a country CLDR does not pair it with is dropped.

        A point is Switzerland's alone.
        """
        territory = _ALIKE.get((code, territory), territory)
        paired = territory if _paired(code, territory) else ""
        return cls(code, paired, point and (code, paired) == ("fr", "CH"))

    @property
    def _figures(self) -> tuple[str, str]:
        """Whose figures are written: German-speaking Switzerland has the point."""
        return ("de", "CH") if self.point else (self.code, self.territory)

    def gettext(self, text: str) -> str:
        """Translate a text; one without a translation stays English."""
        return _catalogue(self.code).gettext(text)

    def ngettext(self, one: str, many: str, count: int) -> str:
        """Translate a text that changes with a count."""
        return _catalogue(self.code).ngettext(one, many, count)

    def money(self, money: Money) -> str:
        """Write '23 328,00 €': two decimals, more where a unit price has them."""
        return self._money(money, "-" if money.decimal < 0 else "")

    def signed(self, money: Money) -> str:
        """Write a difference, as '+4,10 €' or '−4,10 €'; none has no sign."""
        return self._money(money, _sign(money.decimal))

    def _money(self, money: Money, sign: str) -> str:
        """Write an amount with a sign, which stands where CLDR has that of a debt."""
        from i18n import cldr  # noqa: PLC0415 - see there

        units = money.decimal
        whole, _, cents = f"{abs(units):f}".partition(".")
        cents = cents.rstrip("0").ljust(2, "0")
        digits = len(whole), len(cents)
        form = cldr.money_form(*self._figures, money.currency, digits, bool(sign))
        return form.replace("-", sign).format(*whole, *cents)

    def percent(self, percent: Decimal, decimals: int = 0) -> str:
        """Write 21 as '21 %', with the decimals that it has, at least so many."""
        from i18n import cldr  # noqa: PLC0415 - see there

        text = cldr.percent(self.code, self.territory, percent, decimals)
        return text.replace(",", ".") if self.point else text

    def signed_percent(self, percent: Decimal, decimals: int = 0) -> str:
        """Write by how much something rose or fell, as '+3,5 %'; 0 has no sign."""
        return _sign(percent) + self.percent(abs(percent), decimals)

    def number(self, number: int | Decimal) -> str:
        """Write a number with this language's signs and the decimals that it has."""
        from i18n import cldr  # noqa: PLC0415 - see there

        return cldr.number(*self._figures, number)

    def price(self, price: Decimal) -> str:
        """Write a price as it is typed, '54,50': two decimals, more where needed."""
        from i18n import cldr  # noqa: PLC0415 - see there

        return cldr.number(*self._figures, price, 2)

    def date(self, day: dt.date) -> str:
        """Write '22 novembre 2026', and the first of a month as '1er'."""
        text = self._day(day, "long")
        return text.replace("1 ", "1er ", 1) if self._first_in_french(day) else text

    def day(self, day: dt.date) -> str:
        """Write the day in figures, as '22/11/2026'."""
        return self._day(day, "dd/MM/y")

    def month(self, day: dt.date) -> str:
        """Write the month of a day, as 'novembre 2026'."""
        return self._day(day, "LLLL y")

    def _day(self, day: dt.date, form: str) -> str:
        """Write a day in one of CLDR's forms."""
        from i18n import cldr  # noqa: PLC0415 - see there

        return cldr.date(self.code, self.territory, day, form)

    def _first_in_french(self, day: dt.date) -> bool:
        """Tell whether French counts the day as the first: CLDR does not."""
        return self.code == "fr" and day.day == 1

    def country(self, code: str) -> str:
        """Name a country, as 'Belgique'; what is no code stays as it is."""
        from i18n import cldr  # noqa: PLC0415 - see there

        return cldr.country(self.code, self.territory, code)

    def parse(self, text: str) -> Decimal:
        """Read a number as people here type it; ValueError where it is none."""
        from i18n import cldr  # noqa: PLC0415 - see there

        return parse_number(text, cldr.decimal_sign(*self._figures))


def _sign(number: Decimal) -> str:
    """Return a plus, a true minus, or nothing for zero."""
    if not number:
        return ""
    return "+" if number > 0 else "\N{MINUS SIGN}"


@cache
def _paired(code: str, territory: str) -> bool:
    """Tell whether CLDR pairs them, by its files: Babel is not loaded for it."""
    babel = find_spec("babel")
    folders = (babel.submodule_search_locations if babel else None) or ()
    name = f"{code}_{territory}.dat"
    return any((Path(folder) / "locale-data" / name).is_file() for folder in folders)


@cache
def _catalogue(code: str) -> gettext.NullTranslations:
    """Return the compiled catalogue; without one the texts stay English."""
    with as_file(files("i18n") / "locale") as folder:
        return gettext.translation("messages", folder, [code], fallback=True)
