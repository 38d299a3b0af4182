"""UBL's elements: of others, of a text, of an amount; what is empty is left out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final
from xml.etree.ElementTree import Element, indent, tostring

from app.domain.money import Amount, UnitPrice
from i18n import Language

_NAMES: Final = "urn:oasis:names:specification:ubl:schema:xsd:"
#: UBL's own prefixes: an element is named as its documentation names it.
_SPACES: Final = {
    "xmlns": f"{_NAMES}Quotation-2",
    "xmlns:cac": f"{_NAMES}CommonAggregateComponents-2",
    "xmlns:cbc": f"{_NAMES}CommonBasicComponents-2",
}
_DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8"?>'
#: XML 1.0 has no way to write these, whatever was typed.
_FORBIDDEN: Final = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def holding(name: str, *parts: Element | None) -> Element | None:
    """Return an element of elements; None where there are none."""
    there = [part for part in parts if part is not None]
    if not there:
        return None
    made = Element(name)
    made.extend(there)
    return made


def text(name: str, value: str, **attributes: str) -> Element | None:
    """Return an element of a text, None where it is blank.

    A character that XML forbids becomes a space.
    """
    allowed = _FORBIDDEN.sub(" ", value)
    if not allowed.strip():
        return None
    made = Element(name, attributes)
    made.text = allowed
    return made


def money(name: str, value: Amount | UnitPrice | None) -> Element | None:
    """Return an amount or a unit price in its currency; None where there is none."""
    if value is None:
        return None
    return text(name, str(value), currencyID=value.currency)


def notes(
    name: str, languages: tuple[Language, ...], say: Callable[[Language], str]
) -> Iterator[Element | None]:
    """Yield a text once for each language, which it names."""
    for language in languages:
        yield text(name, say(language), languageID=language.code)


def document(*parts: Element | None) -> bytes:
    """Return the whole as UTF-8; the same parts give the same bytes."""
    root = Element("Quotation", _SPACES)
    root.extend(part for part in parts if part is not None)
    indent(root)
    # Asked for bytes, the library encodes each tag on its own: twice the time.
    content: str = tostring(root, encoding="unicode")
    return f"{_DECLARATION}\n{content}\n".encode()
