"""Texts in every language of an edition at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache

from app.documents.document import Words
from app.domain.localized import Localized
from app.domain.money import Amount, UnitPrice
from i18n import Language

#: What may stand in a placeholder.
Value = str | int | Words | Localized | date | Amount | UnitPrice

#: An amount that cannot be had.
MISSING: Words = ("\u2014",)


@dataclass(frozen=True, slots=True)
class Writer:
    """Says one thing in every language; figures are always the first one's."""

    languages: tuple[Language, ...]

    def gettext(self, text: str, /, **values: Value) -> Words:
        """Translate a text and fill its placeholders in."""
        if not values:
            return _plain(self.languages, text)
        return tuple(
            language.gettext(text).format(**self._filled(values, i))
            for i, language in enumerate(self.languages)
        )

    def ngettext(self, one: str, many: str, count: int, /, **values: Value) -> Words:
        """Translate a text that changes with a count."""
        return tuple(
            language.ngettext(one, many, count).format(**self._filled(values, i))
            for i, language in enumerate(self.languages)
        )

    def months(self, count: int) -> Words:
        """Return '36 months'."""
        return self.ngettext("{n} month", "{n} months", count, n=count)

    def localized(self, text: Localized) -> Words:
        """Return a text of the customer's or the list's in each language."""
        return tuple(text.best(language.code) for language in self.languages)

    def date(self, day: date) -> Words:
        """Return '22 November 2026'."""
        return tuple(language.date(day) for language in self.languages)

    def money(self, money: Amount | UnitPrice | None) -> Words:
        """Return '23 328,00 €', once for all languages."""
        return (self._money(money),) if money is not None else MISSING

    def signed(self, money: Amount | UnitPrice | None) -> Words:
        """Return a difference: '+4,10 €' or '−4,10 €'."""
        return (self.languages[0].signed(money),) if money is not None else MISSING

    def number(self, number: int) -> Words:
        """Return '9 999'."""
        return (self.languages[0].number(number),)

    def percent(self, percent: Decimal) -> Words:
        """Return '21 %', as the leading language writes it."""
        return (self.languages[0].percent(percent),)

    def joined(self, separator: str, parts: Iterable[Words]) -> Words:
        """Join texts, each language's with its own."""
        chosen = list(parts)
        return tuple(
            separator.join(said(part, i) for part in chosen if said(part, i))
            for i in range(len(self.languages))
        )

    def _money(self, money: Amount | UnitPrice) -> str:
        """Return an amount as the leading language writes it."""
        return _amount(self.languages[0], money)

    def _filled(self, values: dict[str, Value], index: int) -> dict[str, str]:
        """Return the values as that language says them."""
        return {name: self._said(value, index) for name, value in values.items()}

    def _said(self, value: Value, index: int) -> str:
        """Return one value in one language."""
        language = self.languages[index]
        if isinstance(value, tuple):
            return said(value, index)
        if isinstance(value, Localized):
            return value.best(language.code)
        if isinstance(value, Amount | UnitPrice):
            return self._money(value)
        if isinstance(value, date):
            return language.date(value)
        return value if isinstance(value, str) else self.languages[0].number(value)


@lru_cache(maxsize=512)
def _plain(languages: tuple[Language, ...], text: str) -> Words:
    """Translate a text without placeholders."""
    return tuple(language.gettext(text).format() for language in languages)


@lru_cache(maxsize=1024)
def _amount(language: Language, money: Amount | UnitPrice) -> str:
    """Write an amount; most of a quote's are those it had before the last edit."""
    return language.money(money)


def said(words: Words, index: int) -> str:
    """Return the text in that language; a single one serves them all."""
    return words[index] if len(words) > 1 else next(iter(words), "")
