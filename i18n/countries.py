"""The world's countries."""

from __future__ import annotations

import re

from babel import Locale

_CODE = re.compile("[A-Z]{2}")
#: CLDR's own codes for groupings and for no country.
_NONE = ("EU", "EZ", "UN", "XA", "XB", "ZZ")


def is_country(code: str) -> bool:
    """Tell whether ISO 3166 has such a country."""
    known = Locale("en").territories
    return _CODE.fullmatch(code) is not None and code in known and code not in _NONE
