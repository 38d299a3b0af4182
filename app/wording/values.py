"""What the cells of a price list hold, in words where a list writes codes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from app.domain.columns import LIST_SIGN
from app.wording.customers import SEGMENTS
from i18n import N_, Language

KINDS: Final = {
    "pack": N_("Pack"),
    "hardware": N_("Hardware"),
    "upgrade": N_("Upgrade"),
    "option": N_("Option"),
    "service": N_("Service"),
    "subscription": N_("Subscription"),
    "return": N_("Collection"),
}
_WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "kind": KINDS,
    "segment": {segment.value: text for segment, text in SEGMENTS.items()},
    "billing": {"monthly": N_("monthly"), "annual": N_("yearly")},
    "limit_scope": {
        "concurrent": N_("at a time"),
        "lifetime": N_("once and for all"),
    },
    "price_basis": {"month": N_("a month"), "term": N_("the whole term")},
    "commission_basis": {"unit": N_("each unit"), "contract": N_("the whole contract")},
    "trial": {"yes": N_("yes")},
}
_SEVERAL: Final = frozenset(
    {"includes", "fits", "replaces", "requires", "excludes"}
    | {"billing", "addon_of", "segment", "countries"}
)


def value_words(column: str, text: str, language: Language) -> str:
    """Write a cell that is no amount and no day as people say it."""
    words = _WORDS.get(column, {})
    parts = text.split(LIST_SIGN) if column in _SEVERAL else [text]
    said = (language.gettext(words[each]) if each in words else each for each in parts)
    return ", ".join(said)
