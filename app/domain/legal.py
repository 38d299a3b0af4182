"""What a business document names of the firm behind it, by its country: data."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from app.domain.identity import Partner
from app.domain.together import labelled, together, unbroken

#: What stands beside the name, before the address.
_BESIDE_NAME = ("legal_form", "capital")
_BETWEEN = " · "
#: Letters that a line has room for wherever they begin.
_SHORT = 48


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One thing to be named: a field of the partner, and the law that asks for it.

    `shown` is how it is written, `by_digits` otherwise for some lengths of number;
    `known_by` (a pattern over plain words) tells that a text says it already, the
    field `instead` serves as well, and the legal forms `not_for` have none.
    """

    country: str
    key: str
    source: str
    shown: str = "{}"
    by_digits: Mapping[str, str] = field(default_factory=dict)
    known_by: str
    instead: str = ""
    not_for: Sequence[str] = ()

    def lacking(self, partner: Partner) -> bool:
        """Tell whether the partner's paper should name it and does not."""
        if _plain(partner.legal_form) in map(_plain, self.not_for):
            return False
        given = (getattr(partner, key, "") for key in (self.key, self.instead))
        said = _plain(f"{partner.name} {partner.legal_line}")
        return not any(text.strip() for text in given) and not self._known(said)

    def written(self, partner: Partner) -> str:
        """Return it as it stands in the legal line; '' where that says it already."""
        value = _line(getattr(partner, self.key))
        digits = _digits(value)
        if not value or self._repeated(value, partner):
            return ""
        if self._known(_plain(value)):
            return together(value)
        return labelled(self.by_digits.get(str(len(digits)), self.shown), value)

    def _repeated(self, value: str, partner: Partner) -> bool:
        """Tell whether the name, or what serves as well, holds it already."""
        if self.key in _BESIDE_NAME:
            return f" {_plain(value)} " in f" {_plain(partner.name)} "
        digits = _digits(value)
        return bool(digits) and digits in _digits(getattr(partner, self.instead, ""))

    def _known(self, plain: str) -> bool:
        """Tell whether a plain text says it."""
        return re.search(rf"\b(?:{self.known_by})\b", plain) is not None


def legal_line(mentions: Iterable[Mention], partner: Partner) -> str:
    """Return who the partner is before the law, as far as it is known, in one line."""
    said = {each.key: each.written(partner) for each in mentions}
    beside = [said.pop(key, "") for key in _BESIDE_NAME]
    town = " ".join(filter(None, (partner.postcode, partner.city)))
    parts = (
        " ".join(filter(None, (_line(partner.name), *beside))),
        together(", ".join(filter(None, (partner.street, town)))),
        together(partner.vat_number),
        *said.values(),
        together(partner.legal_line),
    )
    whole = _BETWEEN.join(part for part in parts if part)
    return _BETWEEN.join(map(_whole, whole.split(_BETWEEN)))


def _whole(part: str) -> str:
    """Return what is short as one that no line's end parts."""
    return unbroken(part) if len(part) <= _SHORT else part


def _line(text: str) -> str:
    """Return a text in one line."""
    return " ".join(text.split())


def _digits(text: str) -> str:
    """Return the digits of a number."""
    return "".join(filter(str.isdigit, text))


def _plain(text: str) -> str:
    """Return a text in small letters without accents, dots and signs."""
    spread = unicodedata.normalize("NFKD", text.casefold()).replace(".", "")
    kept = (c for c in spread if not unicodedata.combining(c))
    return " ".join("".join(c if c.isalnum() else " " for c in kept).split())
