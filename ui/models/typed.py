"""What people type, as values; '' where it is none."""

from __future__ import annotations

from decimal import Decimal

from app.domain.choices import Edition
from app.domain.localized import Localized
from app.domain.money import Amount, UnitPrice
from app.domain.problems import Problem, error
from i18n import Language

MOST_QUANTITY = 9999
#: Signs that people type for a currency beside its code.
_SIGNS = {"EUR": ("€",), "CHF": ("Fr.", "Fr"), "GBP": ("£",), "USD": ("$",)}


def quantity(text: str, language: Language) -> int | Problem:
    """Return how many, 1 to 9,999; the problem where it is no such number."""
    try:
        # Nearly all of them: no language writes these in another way.
        plain = text.isascii() and text.isdigit()
        number = Decimal(text) if plain else language.parse(text)
    except ValueError:
        return error("quantity_range", value=text.strip() or "–")
    if number != int(number) or not 1 <= number <= MOST_QUANTITY:
        return error("quantity_range", value=text.strip())
    return int(number)


def unit_price(text: str, language: Language, currency: str) -> Decimal | None:
    """Return a price of at most four decimals; None where it is none.

    It may carry its own currency, and no other.
    """
    try:
        number = language.parse(_bare(text, currency))
        UnitPrice.of(number, "EUR")
        UnitPrice.parse(str(number), "EUR")
    except ValueError:
        return None
    return number


def amount(text: str, language: Language, currency: str) -> Decimal | None:
    """Return an amount of at most two decimals; None where it is none.

    It may carry its own currency, and no other.
    """
    try:
        number = language.parse(_bare(text, currency))
        Amount.of(number, "EUR")
        Amount.parse(str(number), "EUR")
    except ValueError:
        return None
    return number


def _bare(text: str, currency: str) -> str:
    """Take the currency's code or sign away, from one end alone."""
    bare = text.strip()
    for name in (currency, *_SIGNS.get(currency, ())):
        if not name:
            continue
        if bare.casefold().endswith(name.casefold()):
            return bare[: -len(name)].strip()
        if bare.casefold().startswith(name.casefold()):
            return bare[len(name) :].strip()
    return bare


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
