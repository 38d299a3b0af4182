"""The world's countries."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

_CODE = "[A-Z]{2}"
#: CLDR's own codes for groupings and for no country.
_NONE = ("EU", "EZ", "UN", "XA", "XB", "ZZ")


def is_country(code: str) -> bool:
    """Tell whether ISO 3166 has such a country."""
    known = _territories()
    return re.fullmatch(_CODE, code) is not None and code in known and code not in _NONE


def country_named(name: str) -> str | None:
    """Return the code of a country by its English name or itself; None for others."""
    if is_country(name):
        return name
    return _by_name().get(_plain(name))


#: What Microsoft's lists write where CLDR has another name.
_OTHER_NAMES = {
    "Bonaire, Sint Eustatius and Saba": "BQ",
    "Congo": "CG",
    "Congo (DRC)": "CD",
    "English (French Southern Territories)": "TF",
    "Holy See (Vatican City)": "VA",
    "Hong Kong SAR": "HK",
    "Korea": "KR",
    "Macao SAR": "MO",
    "Macedonia, FYRO": "MK",
    "Myanmar": "MM",
    "Palestinian Territory, Occupied": "PS",
    "Saint Vincent and the Grenadines": "VC",
    "South Georgia And The South Sandwich Islands": "GS",
    "St Helena, Ascension, Tristan da Cunha": "SH",
    "Swaziland": "SZ",
    "Turkey": "TR",
}


@cache
def _territories() -> Mapping[str, str]:
    """Return CLDR's territories by code, with their English names."""
    from babel import Locale  # noqa: PLC0415 - not before the window is painted

    return Locale("en").territories


@cache
def _by_name() -> dict[str, str]:
    """Return the codes by plain name."""
    names = {_plain(text): code for code, text in _territories().items()}
    known = {name: code for name, code in names.items() if is_country(code)}
    return known | {_plain(name): code for name, code in _OTHER_NAMES.items()}


def _plain(name: str) -> str:
    """Return a name without case, accents and signs, its joining words alike."""
    alike = name.casefold().replace("&", "and").replace("saint", "st")
    letters = unicodedata.normalize("NFKD", alike)
    return "".join(letter for letter in letters if letter.isalnum())
