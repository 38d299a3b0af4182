"""The columns of the canonical price list and their names (waas-prices/1)."""

from __future__ import annotations

import re
from enum import Enum, auto

from app.domain.choices import Term
from app.tables.headers import plain


class Holds(Enum):
    """What the cells of a column hold."""

    TEXT = auto()
    CHOICE = auto()
    CHOICES = auto()
    CONTENTS = auto()
    COUNTRIES = auto()
    TEXTS = auto()
    WHOLE = auto()
    PRICE = auto()
    AMOUNT = auto()
    MARK = auto()
    DAY = auto()


#: English name: (French name, what it holds).
COLUMNS: dict[str, tuple[str, Holds]] = {
    "sku": ("référence", Holds.TEXT),
    "kind": ("type", Holds.CHOICE),
    "manufacturer": ("fabricant", Holds.TEXT),
    "family": ("gamme", Holds.TEXT),
    "includes": ("comprend", Holds.CONTENTS),
    "fits": ("pour", Holds.TEXTS),
    "replaces": ("remplace", Holds.TEXTS),
    "requires": ("exige", Holds.TEXTS),
    "excludes": ("exclut", Holds.TEXTS),
    "max_per_pack": ("max_par_pack", Holds.WHOLE),
    **{f"price_{term}": (f"prix_{term}", Holds.PRICE) for term in Term},
    "price_once": ("prix_unique", Holds.PRICE),
    "price_month": ("prix_mois", Holds.PRICE),
    "price_extension": ("prix_prolongation", Holds.PRICE),
    "cost_month": ("cout_mois", Holds.PRICE),
    "cost_once": ("cout_unique", Holds.PRICE),
    "price_basis": ("base_prix", Holds.CHOICE),
    **{f"commission_{term}": (f"commission_{term}", Holds.AMOUNT) for term in Term},
    "commission_extension": ("commission_prolongation", Holds.AMOUNT),
    "commission_basis": ("base_commission", Holds.CHOICE),
    "warranty_months": ("garantie_mois", Holds.WHOLE),
    "max_warranty_months": ("garantie_max_mois", Holds.WHOLE),
    "billing": ("facturation", Holds.CHOICES),
    "trial": ("essai", Holds.MARK),
    "addon_of": ("complement_de", Holds.TEXTS),
    "limit_per_customer": ("limite_par_client", Holds.WHOLE),
    "limit_scope": ("portee_limite", Holds.CHOICE),
    "seats_min": ("postes_min", Holds.WHOLE),
    "seats_max": ("postes_max", Holds.WHOLE),
    "segment": ("segment", Holds.CHOICES),
    "countries": ("pays", Holds.COUNTRIES),
    "valid_from": ("valable_du", Holds.DAY),
    "valid_to": ("valable_au", Holds.DAY),
    "successor": ("successeur", Holds.TEXT),
}
#: Columns with a language at their end.
_LANGUAGES = re.compile(r"(name|nom|description)([a-z]{2})")
_NAMES = {
    plain(name): english
    for english, (french, _) in COLUMNS.items()
    for name in (english, french)
}


def column_named(header: str) -> str | None:
    """Return a header's English column name; None for an unknown one."""
    name = plain(header)
    by_language = _LANGUAGES.fullmatch(name)
    if by_language:
        column, language = by_language.groups()
        return f"{column.replace('nom', 'name')}_{language}"
    return _NAMES.get(name)


def holds(column: str) -> Holds:
    """Return what the column's cells hold; those with a language hold texts."""
    return COLUMNS[column][1] if column in COLUMNS else Holds.TEXT
