"""The world's currencies."""

from babel.numbers import list_currencies

#: ISO 4217's own words for no currency at all, and for testing.
_NONE = ("XXX", "XTS")


def is_currency(code: str) -> bool:
    """Tell whether ISO 4217 has such a currency."""
    return code in list_currencies() and code not in _NONE
