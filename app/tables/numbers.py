"""Numbers in a column, whatever signs they are written with."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from i18n.numerals import SIGNS, reading

_Readings = dict[str, Decimal]
#: Nothing groups thousands here, and the last digit is none that says nothing.
_PLAIN = re.compile(r"[0-9]{1,9}(?:\.[0-9]?[1-9])?")


@dataclass(frozen=True, slots=True)
class NumberProblem:
    """Why a cell is no number; `readings` are the two an ambiguous one has."""

    code: str
    readings: tuple[str, ...] = ()


def read_numbers(texts: list[str]) -> list[Decimal | NumberProblem | None]:
    """Read one column: the decimal sign that some of its cells need decides.

    An empty cell is None. Where cells need different signs, and where no cell
    needs one but the signs give different values, the cells are problems.
    """
    readings = [_readings(text) for text in texts]
    needed = {sign for found in readings if len(found) == 1 for sign in found}
    return [
        _read(text, found, needed) if text else None
        for text, found in zip(texts, readings, strict=True)
    ]


def read_signed(
    texts: list[str], sign: str, *, strict: bool = True
) -> list[Decimal | NumberProblem | None]:
    """Read one column whose decimal sign is known.

    A cell that only the other sign makes a number is a problem where `strict`.
    """
    return [_signed(text, sign, strict=strict) if text else None for text in texts]


def read_each(texts: list[str]) -> list[Decimal | NumberProblem | None]:
    """Read each cell of a column by itself, whatever sign the others need."""
    return [read_numbers([text])[0] for text in texts]


def _signed(text: str, sign: str, *, strict: bool) -> Decimal | NumberProblem:
    """Read one cell under a sign."""
    readings = _readings(text)
    if sign in readings:
        return readings[sign]
    if readings and not strict:
        return next(iter(readings.values()))
    if readings:
        return NumberProblem("number_other_sign", (sign,))
    return NumberProblem(_fault(text))


def _readings(text: str) -> _Readings:
    """Return the text's value under each decimal sign that it can have."""
    if _PLAIN.fullmatch(text):
        # Most cells of most lists: whatever the sign, or under a point alone.
        number = Decimal(text)
        return {".": number} if "." in text else {".": number, ",": number}
    found = ((sign, reading(text, sign)) for sign in SIGNS)
    return {sign: number for sign, number in found if number is not None}


def _read(text: str, readings: _Readings, needed: set[str]) -> Decimal | NumberProblem:
    """Decide among a cell's readings, given the signs that its column needs."""
    if not readings:
        return NumberProblem(_fault(text))
    if len(needed) == 1:
        return readings[next(iter(needed))]
    values = set(readings.values())
    if len(readings) > len(values):
        return values.pop()
    if needed:
        return NumberProblem("number_signs_mixed")
    shown = tuple(f"{value:f}" for value in readings.values())
    return NumberProblem("number_ambiguous", shown)


_FAULTS = (
    (re.compile(r"#.*"), "number_formula_error"),
    (re.compile(r"[-−–]\s*[0-9].*"), "number_negative"),
    (re.compile(r"\(.*\)"), "number_parentheses"),
    (re.compile(r"[0-9.,]+[eE][+-]?[0-9]+"), "number_exponent"),
    (re.compile(r"[+-]?(?:nan|inf(?:inity)?|∞)", re.IGNORECASE), "number_not_finite"),
)


def _fault(text: str) -> str:
    """Say what keeps a text from being a number."""
    for form, code in _FAULTS:
        if form.fullmatch(text):
            return code
    return "number_letters"
