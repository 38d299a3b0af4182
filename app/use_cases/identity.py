"""Whether the settings say who makes the quote."""

from __future__ import annotations

from typing import Final

from app.domain.problems import Problems, warning
from app.settings import Settings

#: Without these a customer cannot tell whose paper it is.
NEEDED: Final = (
    "partner.name",
    "partner.street",
    "partner.postcode",
    "partner.city",
    "partner.vat_number",
    "seller.name",
    "seller.email",
)
#: What serves as well.
_INSTEAD: Final = {"seller.email": "seller.phone"}


def missing(settings: Settings) -> Problems:
    """Warn of each thing that a quote should say of its maker and does not."""
    said = settings.flat()
    return tuple(
        warning("identity_missing", key)
        for key in NEEDED
        if not (said[key] or said[_INSTEAD.get(key, key)])
    )
