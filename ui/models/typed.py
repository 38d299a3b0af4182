"""What people type, as values; '' where it is none."""

from __future__ import annotations

import re
from decimal import Decimal

from app.domain.choices import Edition
from app.domain.localized import Localized
from app.domain.money import Amount, UnitPrice
from app.domain.problems import Problem, error
from i18n import Language

MOST_QUANTITY = 9999
#: A sign such as € or a code such as CHF, at either end.
_CURRENCY = re.compile(r"^(?:[€$£]|[A-Z]{3})\s*|\s*(?:[€$£]|[A-Z]{3})$")


def quantity(text: str, language: Language) -> int | Problem:
    """Return how many, 1 to 9,999; the problem where it is no such number."""
    try:
        number = language.parse(text)
    except ValueError:
        return error("quantity_range", value=text.strip() or "–")
    if number != int(number) or not 1 <= number <= MOST_QUANTITY:
        return error("quantity_range", value=text.strip())
    return int(number)


def unit_price(text: str, language: Language) -> Decimal | None:
    """Return a price of at most four decimals; None where it is none."""
    try:
        number = language.parse(_without_currency(text))
        UnitPrice.of(number, "EUR")
        UnitPrice.parse(str(number), "EUR")
    except ValueError:
        return None
    return number


def amount(text: str, language: Language) -> Decimal | None:
    """Return an amount of at most two decimals; None where it is none."""
    try:
        number = language.parse(_without_currency(text))
        Amount.of(number, "EUR")
        Amount.parse(str(number), "EUR")
    except ValueError:
        return None
    return number


def _without_currency(text: str) -> str:
    """Take a currency's sign or code away from the end or the beginning."""
    return _CURRENCY.sub("", text.strip())


def percent(text: str, language: Language) -> Decimal | None:
    """Return 0 to 100; None where it is neither."""
    try:
        number = language.parse(text.strip().removesuffix("%"))
    except ValueError:
        return None
    return number if 0 <= number <= 100 else None  # noqa: PLR2004 - per cent


def named(texts: Localized, text: str, language: str, edition: Edition) -> Localized:
    """Return the texts with one of them typed anew.

    A name typed once serves every language of the paper that has none yet.
    """
    held = {code: known for code, known in texts.texts if known}
    before = texts.best(language)
    for code in {language, *edition.languages}:
        if code == language or held.get(code, before) == before:
            held[code] = text
    return Localized.of(held)
