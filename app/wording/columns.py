"""The columns of a price list in words."""

from __future__ import annotations

import re
from typing import Final

from i18n import N_, Language

_TERM_COLUMN: Final = re.compile("(price|commission)_(12|24|36)")
_TERM_COLUMNS: Final = {
    "price": N_("Monthly price, {n} months"),
    "commission": N_("Commission, {n} months"),
}
#: The columns of a price list, and the lines above it, as people call them.
COLUMNS: Final = {
    "list_id": N_("Name of the list"),
    "version": N_("Version"),
    "distributor": N_("Distributor"),
    "country": N_("Country"),
    "currency": N_("Currency"),
    "valid_from": N_("Valid from"),
    "valid_to": N_("Valid until"),
    "sku": N_("Reference"),
    "kind": N_("Kind of item"),
    "name_fr": N_("French name"),
    "name_en": N_("English name"),
    "description_fr": N_("French description"),
    "description_en": N_("English description"),
    "manufacturer": N_("Manufacturer"),
    "family": N_("Family"),
    "includes": N_("What the pack includes"),
    "fits": N_("Packs it goes with"),
    "replaces": N_("What it replaces"),
    "requires": N_("What it needs"),
    "excludes": N_("What it excludes"),
    "max_per_pack": N_("Most per pack"),
    "price_once": N_("One-off price"),
    "price_month": N_("Monthly price"),
    "price_extension": N_("Price in an extension"),
    "price_basis": N_("What the price counts for"),
    "cost_month": N_("Monthly cost"),
    "cost_once": N_("One-off cost"),
    "commission_extension": N_("Commission of an extension"),
    "commission_basis": N_("What the commission counts for"),
    "warranty_months": N_("Warranty, in months"),
    "max_warranty_months": N_("Longest warranty, in months"),
    "billing": N_("Billing"),
    "trial": N_("Trial"),
    "addon_of": N_("Add-on of"),
    "limit_per_customer": N_("Most per customer"),
    "limit_scope": N_("What the limit counts"),
    "seats_min": N_("Fewest licences"),
    "seats_max": N_("Most licences"),
    "segment": N_("Sector"),
    "countries": N_("Countries"),
    "successor": N_("Successor"),
}


def column_name(column: str, language: Language) -> str:
    """Name a column of a price list in words; an unknown one keeps its own name."""
    if match := _TERM_COLUMN.fullmatch(column):
        return language.gettext(_TERM_COLUMNS[match[1]]).format(n=match[2])
    known = COLUMNS.get(column)
    return language.gettext(known) if known else column
