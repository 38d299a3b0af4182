"""One column of texts as one column of values, with the problems of its cells."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import Any, NamedTuple

from app.domain.choices import (
    LIST_KINDS,
    Billing,
    CommissionBasis,
    Kind,
    LimitScope,
    PriceBasis,
    Segment,
)
from app.domain.columns import LIST_SIGN
from app.domain.money import Amount, UnitPrice
from app.domain.plain import is_plain
from app.pricelist.columns import Holds, holds
from app.tables.headers import plain
from app.tables.numbers import NumberProblem, read_numbers
from i18n.countries import is_country
from i18n.numerals import SIGNS

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WHOLE = re.compile(r"[0-9]{1,6}")
#: What can group thousands has three digits after a sign.
_MISTAKABLE = re.compile(r"[.,][0-9]{3}(?![0-9])")
_CONTENT = re.compile(r"(?P<sku>.+?)(?:\s*\*\s*(?P<count>[0-9]{1,4}))?")
#: Prices stay below ten digits, so that every total fits.
_TOO_MUCH = Decimal(10) ** 9
_MOST_LETTERS = 10_000
#: A list says the same few words in every row.
_WORDS_KEPT = 256
_MONEY: dict[Holds, type[UnitPrice] | type[Amount]] = {
    Holds.PRICE: UnitPrice,
    Holds.AMOUNT: Amount,
}
_CHOICES: dict[str, type[StrEnum]] = {
    "kind": Kind,
    "price_basis": PriceBasis,
    "commission_basis": CommissionBasis,
    "limit_scope": LimitScope,
    "billing": Billing,
    "segment": Segment,
}
_MARKS = {"yes": True, "oui": True, "no": False, "non": False}
_DEFAULTS: dict[Holds, object] = {
    Holds.TEXT: "",
    Holds.TEXTS: (),
    Holds.CHOICES: (),
    Holds.CONTENTS: (),
    Holds.COUNTRIES: (),
    Holds.MARK: False,
}


@dataclass(frozen=True, slots=True)
class CellProblem:
    """What is wrong with a cell, and what was expected or can be read there."""

    code: str
    expected: str = ""


class ReadCells(NamedTuple):
    """The values of a column, and those among them that differ, if only once each."""

    values: list[Any]
    different: Collection[Any]


def read_column(column: str, texts: list[str], currency: str) -> ReadCells:
    """Return the values of one column; a CellProblem where a cell has none.

    An empty cell is the column's own nothing: '', (), False, else None.
    """
    kind = holds(column)
    # Lists say the same again and again: each text is read once.
    different = list(dict.fromkeys(texts))
    if kind is Holds.TEXT and _all_plain(different):
        return ReadCells(texts, ())
    if kind in _MONEY:
        written = list(filter(None, different))
        values: list[Any] = [None]
        values += _plain_money(_MONEY[kind], written, currency) or money_column(
            column, read_numbers(written), currency
        )
        different = ["", *written]
    else:
        read, nothing = _READERS[kind], _DEFAULTS.get(kind)
        values = [read(text, column) if text else nothing for text in different]
    known = dict(zip(different, values, strict=True))
    return ReadCells(list(map(known.__getitem__, texts)), values)


def _all_plain(texts: list[str]) -> bool:
    """Tell whether all texts of a column are in order."""
    return max(map(len, texts), default=0) <= _MOST_LETTERS and is_plain("".join(texts))


def _plain_money(
    money: type[UnitPrice] | type[Amount], texts: list[str], currency: str
) -> Sequence[UnitPrice | Amount]:
    """Read a column of numbers under one decimal sign that no one can mistake.

    Empty where any could be: then `read_numbers` decides, or says what is wrong.
    """
    joined = " ".join(texts)
    if all(sign in joined for sign in SIGNS) or _MISTAKABLE.search(joined):
        return ()
    try:
        return money.parse_all([text.replace(",", ".") for text in texts], currency)
    except ValueError:
        return ()


def money_column(
    column: str, numbers: list[Decimal | NumberProblem | None], currency: str
) -> list[Any]:
    """Make prices, or amounts of a commission, of a column's numbers."""
    money = _MONEY[holds(column)]
    places = 4 if money is UnitPrice else 2
    return [_money(each, places, money, currency) for each in numbers]


def _money(
    number: Decimal | NumberProblem | None,
    places: int,
    money: type[UnitPrice] | type[Amount],
    currency: str,
) -> UnitPrice | Amount | CellProblem | None:
    """Make a price of a number that has no more decimals than it may."""
    if number is None:
        return None
    if isinstance(number, NumberProblem):
        return CellProblem(number.code, " / ".join(number.readings))
    if number >= _TOO_MUCH:
        return CellProblem("number_too_large")
    try:
        return money.of(number, currency)
    except ValueError:
        return CellProblem("too_many_decimals", str(places))


def _text(text: str, _: str) -> str | CellProblem:
    """Accept any text of a decent length but control signs, line ends excepted."""
    if len(text) > _MOST_LETTERS:
        return CellProblem("text_too_long")
    return text if is_plain(text) else CellProblem("control_character")


def _texts(text: str, column: str) -> tuple[str, ...] | CellProblem:
    """Split a cell of several texts."""
    read = _text(text, column)
    if isinstance(read, CellProblem):
        return read
    return tuple(part.strip() for part in text.split(LIST_SIGN) if part.strip())


@lru_cache(_WORDS_KEPT)
def _choice(text: str, column: str) -> StrEnum | CellProblem:
    """Accept one of the words that CONTRACT lists."""
    words = [
        word.value for word in (LIST_KINDS if column == "kind" else _CHOICES[column])
    ]
    word = text.casefold()
    if word not in words:
        return CellProblem("word_unknown", ", ".join(words))
    return _CHOICES[column](word)


def _choices(text: str, column: str) -> tuple[StrEnum, ...] | CellProblem:
    """Accept several such words."""
    words: list[StrEnum] = []
    for part in text.split(LIST_SIGN):
        word = _choice(part.strip(), column)
        if isinstance(word, CellProblem):
            return word
        words.append(word)
    return tuple(words)


def _contents(text: str, _: str) -> tuple[tuple[str, int], ...] | CellProblem:
    """Read what a pack holds: `SKU|SKU*2`."""
    contents: dict[str, int] = {}
    for part in filter(None, (part.strip() for part in text.split(LIST_SIGN))):
        match = _CONTENT.fullmatch(part)
        count = int(match["count"] or 1) if match else 0
        if match is None or count == 0 or match["sku"] in contents:
            return CellProblem("contents_unreadable")
        contents[match["sku"]] = count
    return tuple(contents.items())


def _countries(text: str, column: str) -> tuple[str, ...] | CellProblem:
    """Read several country codes."""
    codes = _texts(text, column)
    if isinstance(codes, CellProblem) or all(map(is_country, codes)):
        return codes
    return CellProblem("not_a_country_code")


def _whole(text: str, _: str) -> int | CellProblem:
    """Read a whole number of at most six digits."""
    return int(text) if _WHOLE.fullmatch(text) else CellProblem("not_a_whole_number")


def _mark(text: str, _: str) -> bool | CellProblem:
    """Read yes or no, in either language."""
    mark = _MARKS.get(plain(text))
    return CellProblem("not_yes_or_no") if mark is None else mark


def read_day(text: str, _: str = "") -> date | CellProblem:
    """Read YYYY-MM-DD, a day that the calendar has."""
    try:
        if _DAY.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    return CellProblem("not_a_day")


_READERS: dict[Holds, Callable[[str, str], object]] = {
    Holds.TEXT: _text,
    Holds.TEXTS: _texts,
    Holds.CHOICE: _choice,
    Holds.CHOICES: _choices,
    Holds.CONTENTS: _contents,
    Holds.COUNTRIES: _countries,
    Holds.WHOLE: _whole,
    Holds.MARK: _mark,
    Holds.DAY: read_day,
}
