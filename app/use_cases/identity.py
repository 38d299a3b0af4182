"""Whether the settings say who makes the quote, and what the paper makes of them."""

from __future__ import annotations

from typing import Final

from app.domain.accent import legible
from app.domain.problems import Problems, warning
from app.settings import ACCENT, Settings
from app.use_cases.workplace import Workplace

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


def missing(workplace: Workplace) -> Problems:
    """Warn of each thing that a quote should say of its maker and does not."""
    settings = workplace.settings
    said = settings.flat()
    plain = tuple(
        warning("identity_missing", key)
        for key in NEEDED
        if not (said[key] or said[_INSTEAD.get(key, key)])
    )
    legal = tuple(
        warning("legal_missing", f"partner.{each.key}", law=each.source)
        for each in workplace.policies.mentions_of(settings.home)
        if each.lacking(settings.partner)
    )
    return plain + legal


def darkened(settings: Settings) -> Problems:
    """Warn of a colour that the paper shows darker: it could not be read."""
    chosen = settings.partner.accent.lower()
    shown = legible(chosen) if chosen else ""
    if shown == chosen:
        return ()
    return (warning("accent_darkened", ACCENT, chosen=chosen, shown=shown),)
