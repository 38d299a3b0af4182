"""Amounts and unit prices as whole numbers of a currency; floats are refused."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import repeat
from typing import Final, Self

from app.domain.many import many

CENTS: Final = 100
UNITS: Final = 10_000
_UNITS_PER_CENT: Final = UNITS // CENTS
#: Nine digits before the sign: with 9,999 pieces the cents stay below 2**63.
_NUMBERS: Final = {
    digits: re.compile(rf"^([0-9]{{1,9}})(?:\.([0-9]{{1,{digits}}}))?$", re.MULTILINE)
    for digits in (2, 4)
}


def half_up(numerator: int, denominator: int) -> int:
    """Return the quotient rounded to a whole number, halves away from zero."""
    quotient, rest = divmod(abs(numerator), abs(denominator))
    rounded = quotient + (2 * rest >= abs(denominator))
    return rounded if (numerator < 0) == (denominator < 0) else -rounded


def _wholes(numbers: Sequence[str], digits: int) -> list[int]:
    """Return '12.5' as 1250 for two digits; ValueError where any is no number."""
    lines = "\n".join(numbers)
    found = _NUMBERS[digits].findall(lines)
    if not len(found) == len(numbers) == lines.count("\n") + 1:
        raise ValueError(numbers)
    return [int(whole + fraction.ljust(digits, "0")) for whole, fraction in found]


def _scaled(number: Decimal, scale: int) -> int:
    """Return the decimal in parts of its unit; ValueError where any is lost."""
    numerator, denominator = number.as_integer_ratio()
    whole, rest = divmod(numerator * scale, denominator)
    if rest:
        raise ValueError(number)
    return whole


@cache
def _fractions() -> tuple[str, ...]:
    """Return what may stand behind a whole number: '' for none, '.9' at 9000."""
    return "", *(f".{units:04}".rstrip("0") for units in range(1, UNITS))


def _shortest(units: int) -> str:
    """Return 125000 ten-thousandths as '12.5': a point only before what is left."""
    if units < 0:
        return f"-{_shortest(-units)}"
    return f"{units // UNITS}{_fractions()[units % UNITS]}"


def _all_shortest(units: list[int | None], before: str, after: str) -> list[bytes]:
    """Return many numbers as `_shortest` does, between two texts; b"" for None."""
    if min(filter(None, units), default=0) < 0:
        texts = ["" if each is None else _shortest(each) for each in units]
        return [f"{before}{text}{after}".encode() if text else b"" for text in texts]
    fractions = _fractions()
    return [
        b""
        if each is None
        else f"{before}{each // UNITS}{fractions[each % UNITS]}{after}".encode()
        for each in units
    ]


def _text(units: int) -> str:
    """Return 125000 ten-thousandths as '12.50': two decimals at least."""
    whole, _, fraction = _shortest(units).partition(".")
    return f"{whole}.{fraction:0<2}"


@dataclass(frozen=True, slots=True, order=True)
class Amount:
    """A sum of money in hundredths of its currency, negative for a credit."""

    cents: int
    currency: str

    def __post_init__(self) -> None:
        """Refuse floats and booleans: cents would be lost in silence."""
        if type(self.cents) is not int:
            raise TypeError(self.cents)

    @classmethod
    def parse(cls, number: str, currency: str) -> Self:
        """Read '1234.5'; ValueError for any other form or a third decimal."""
        return cls(_wholes([number], 2)[0], currency)

    @classmethod
    def parse_all(cls, numbers: Sequence[str], currency: str) -> list[Self]:
        """Read one number or more as `parse` does; ValueError where it would."""
        cents = _wholes(numbers, 2)
        return many(cls, {"cents": cents, "currency": repeat(currency)}, len(cents))

    @classmethod
    def of(cls, number: Decimal, currency: str) -> Self:
        """Take a decimal of at most two places; ValueError for more."""
        return cls(_scaled(number, CENTS), currency)

    @classmethod
    def zero(cls, currency: str) -> Self:
        """Return nothing, in that currency."""
        return cls(0, currency)

    def __add__(self, other: Self) -> Self:
        """Add within one currency; ValueError across two."""
        if self.currency != other.currency:
            raise ValueError(self.currency, other.currency)
        return type(self)(self.cents + other.cents, self.currency)

    def __neg__(self) -> Self:
        """Turn a charge into a credit and back."""
        return type(self)(-self.cents, self.currency)

    def __sub__(self, other: Self) -> Self:
        """Subtract within one currency; ValueError across two."""
        return self + -other

    def times(self, count: int) -> Self:
        """Return that many times the amount."""
        return type(self)(self.cents * count, self.currency)

    def share(self, percent: Decimal) -> Self:
        """Return a percentage of the amount, rounded half-up to the cent."""
        numerator, denominator = percent.as_integer_ratio()
        return type(self)(
            half_up(self.cents * numerator, denominator * 100), self.currency
        )

    def __str__(self) -> str:
        """Return '648.00', as files and commands write it."""
        return _text(self.cents * _UNITS_PER_CENT)

    @property
    def shortest(self) -> str:
        """Return '648', the form that fingerprints are taken over."""
        return _shortest(self.cents * _UNITS_PER_CENT)

    @staticmethod
    def all_shortest(
        amounts: Sequence[Amount | None], before: str, after: str
    ) -> list[bytes]:
        """Return many in their shortest form between two texts; b"" for None."""
        units = [None if a is None else a.cents * _UNITS_PER_CENT for a in amounts]
        return _all_shortest(units, before, after)

    @property
    def decimal(self) -> Decimal:
        """Return the amount in units of the currency."""
        return Decimal(self.cents) / CENTS


@dataclass(frozen=True, slots=True, order=True)
class UnitPrice:
    """A price of one piece in ten-thousandths of its currency, never negative."""

    units: int
    currency: str

    def __post_init__(self) -> None:
        """Refuse floats, booleans and negative prices."""
        if type(self.units) is not int:
            raise TypeError(self.units)
        if self.units < 0:
            raise ValueError(self.units)

    @classmethod
    def parse(cls, number: str, currency: str) -> Self:
        """Read '0.125'; ValueError for any other form or a fifth decimal."""
        return cls(_wholes([number], 4)[0], currency)

    @classmethod
    def parse_all(cls, numbers: Sequence[str], currency: str) -> list[Self]:
        """Read one number or more as `parse` does; ValueError where it would."""
        units = _wholes(numbers, 4)
        return many(cls, {"units": units, "currency": repeat(currency)}, len(units))

    @classmethod
    def of(cls, number: Decimal, currency: str) -> Self:
        """Take a decimal of at most four places; ValueError for more."""
        return cls(_scaled(number, UNITS), currency)

    def times(self, count: int) -> Amount:
        """Return the line's amount, rounded half-up to the cent once."""
        return Amount(half_up(self.units * count, _UNITS_PER_CENT), self.currency)

    def times_percent(self, count: int, percent: Decimal) -> Amount:
        """Return a percentage of price x count, rounded half-up once."""
        numerator, denominator = percent.as_integer_ratio()
        cents = half_up(
            self.units * count * numerator, denominator * 100 * _UNITS_PER_CENT
        )
        return Amount(cents, self.currency)

    def divided(self, count: int, parts: int) -> Amount:
        """Return one of equal parts of price x count, rounded half-up once."""
        return Amount(
            half_up(self.units * count, _UNITS_PER_CENT * parts), self.currency
        )

    def __str__(self) -> str:
        """Return '49.90' or '0.125': two to four decimals."""
        return _text(self.units)

    @property
    def shortest(self) -> str:
        """Return '49.9', the form that fingerprints are taken over."""
        return _shortest(self.units)

    @staticmethod
    def all_shortest(
        prices: Sequence[UnitPrice | None], before: str, after: str
    ) -> list[bytes]:
        """Return many in their shortest form between two texts; b"" for None."""
        units = [None if price is None else price.units for price in prices]
        return _all_shortest(units, before, after)

    @property
    def decimal(self) -> Decimal:
        """Return the price in units of the currency."""
        return Decimal(self.units) / UNITS


def total(amounts: list[Amount], currency: str) -> Amount:
    """Sum amounts of one currency, ValueError of two; nothing sums to zero."""
    cents = 0
    for amount in amounts:
        if amount.currency != currency:
            raise ValueError(currency)
        cents += amount.cents
    return Amount(cents, currency)
