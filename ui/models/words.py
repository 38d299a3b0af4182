"""Words that several parts of the window share."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from app.domain.choices import Term
from app.domain.money import Amount, UnitPrice
from i18n import Language

NO_BREAK = "\u00a0"
#: What stands where an amount cannot be had.
MISSING = "–"


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads the screen: in which language, and whether a customer looks on."""

    language: Language
    partner: str = ""
    customer_view: bool = False


def money(amount: Amount | UnitPrice | None, language: Language) -> str:
    """Write money; a dash for what cannot be had."""
    return MISSING if amount is None else language.money(amount)


def signed(amount: Amount | UnitPrice | None, language: Language) -> str:
    """Write a difference with its sign; a dash for what cannot be had."""
    return MISSING if amount is None else language.signed(amount)


def months(term: Term, language: Language) -> str:
    """Write '36 months'."""
    text = language.ngettext("{n} month", "{n} months", term.value)
    return text.format(n=term.value)


def folded(text: str) -> str:
    """Return the text as a search compares it: no accents, no capitals."""
    if text.isascii():
        return text.casefold()
    return unicodedata.normalize("NFKD", text).translate(_MARKS).casefold()


def folded_words(text: str) -> tuple[str, ...]:
    """Split what was typed into the words that are searched."""
    return tuple(folded(text).split())


class _Marks(dict[int, int | None]):
    """Takes away signs that only mark another; what was asked once is known."""

    def __missing__(self, sign: int) -> int | None:
        """Tell what becomes of a sign."""
        self[sign] = None if unicodedata.combining(chr(sign)) else sign
        return self[sign]


_MARKS = _Marks()
