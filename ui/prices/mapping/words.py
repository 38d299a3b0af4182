"""The fields of a price list in words, as the page offers them."""

from __future__ import annotations

import re
from typing import Final

from i18n import N_, Language
from ui.prices.mapping.draft import Fields

NOTHING: Final = N_("Not used")
_NAMED: Final = {
    "sku": N_("Reference"),
    "name_fr": N_("French name"),
    "name_en": N_("English name"),
    "kind": N_("Kind of item"),
    "price_once": N_("One-off price"),
    "price_month": N_("Monthly price"),
    "price_extension": N_("Price in an extension"),
    "cost_once": N_("One-off cost"),
    "cost_month": N_("Monthly cost"),
    "term": N_("Term of the row (one row a term)"),
    "price": N_("Monthly price for the row’s term"),
    "commission": N_("Commission for the row’s term"),
    "commission_extension": N_("Commission of an extension"),
    "manufacturer": N_("Manufacturer"),
    "family": N_("Family"),
    "description_fr": N_("French description"),
    "description_en": N_("English description"),
    "warranty_months": N_("Warranty"),
    "billing": N_("Billing"),
    "valid_from": N_("Valid from"),
    "valid_to": N_("Valid until"),
    "list_id": N_("Name of the list"),
    "currency": N_("Currency"),
}
_BY_TERM: Final = {
    "price": N_("Monthly price, {n} months"),
    "commission": N_("Commission, {n} months"),
}
_TERM: Final = re.compile("(price|commission)_(12|24|36)")
#: What a column may be, the usual first.
OFFERED: Final[tuple[Fields, ...]] = (
    (),
    ("sku",),
    ("name_fr",),
    ("name_en",),
    ("sku", "name_fr"),
    ("sku", "name_en"),
    ("price_12",),
    ("price_24",),
    ("price_36",),
    ("price_once",),
    ("price_month",),
    ("term",),
    ("price",),
    ("commission",),
    ("commission_12",),
    ("commission_24",),
    ("commission_36",),
    ("cost_once",),
    ("cost_month",),
    ("manufacturer",),
    ("family",),
    ("description_fr",),
    ("description_en",),
    ("kind",),
    ("warranty_months",),
    ("price_extension",),
    ("commission_extension",),
    ("billing",),
    ("valid_from",),
    ("valid_to",),
)
KINDS: Final = {
    "": N_("Choose…"),
    "hardware": N_("Hardware"),
    "pack": N_("Pack"),
    "option": N_("Option"),
    "upgrade": N_("Upgrade"),
    "service": N_("Service"),
    "subscription": N_("Subscription"),
    "return": N_("Return"),
}
DECIMALS: Final = {
    "": N_("By column"),
    ",": N_("Comma: 1.234,50"),
    ".": N_("Point: 1,234.50"),
    "cell": N_("Each cell by itself"),
}


def field_word(field: str, language: Language) -> str:
    """Name a field; one without words stays as files name it."""
    if match := _TERM.fullmatch(field):
        return language.gettext(_BY_TERM[match[1]]).format(n=match[2])
    known = _NAMED.get(field)
    return language.gettext(known) if known else field


def fields_word(fields: Fields, language: Language) -> str:
    """Name what a column is."""
    if not fields:
        return language.gettext(NOTHING)
    return " + ".join(field_word(field, language) for field in fields)
