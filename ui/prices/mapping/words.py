"""The fields of a price list in words, as the page offers them."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from app.domain.problems import Problem
from app.wording import column_name
from app.wording.values import KINDS
from i18n import N_, Language
from ui.prices.mapping.draft import Fields

NOTHING: Final = N_("Not used")
#: How a mapping names what it says of the whole list.
_WHOLE: Final = "constants."
#: What a list of one row an item and term calls its columns.
_LONG: Final = {
    "term": N_("Term of the row (one row a term)"),
    "price": N_("Monthly price for the row’s term"),
    "commission": N_("Commission for the row’s term"),
}
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
CHOICES: Final = {"": N_("Choose…"), **KINDS}
DECIMALS: Final = {
    "": N_("By column"),
    ",": N_("Comma: 1.234,50"),
    ".": N_("Point: 1,234.50"),
    "cell": N_("Each cell by itself"),
}


def field_word(field: str, language: Language) -> str:
    """Name a field; one without words stays as files name it."""
    long = _LONG.get(field)
    return language.gettext(long) if long else column_name(field, language)


def fields_word(fields: Fields, language: Language) -> str:
    """Name what a column is."""
    if not fields:
        return language.gettext(NOTHING)
    return " + ".join(field_word(field, language) for field in fields)


def placed_in_words(problem: Problem, language: Language) -> Problem:
    """Return a problem of the whole list with its field as the page calls it.

    What lacks in all columns has no place of its own.
    """
    if problem.where == "fields":
        return replace(problem, where="")
    if not problem.where.startswith(_WHOLE):
        return problem
    field = problem.where.removeprefix(_WHOLE)
    return replace(problem, where=column_name(field, language))
