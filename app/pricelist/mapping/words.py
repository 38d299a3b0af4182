"""What cells say in words of their own, as the words of a price list."""

from __future__ import annotations

from collections.abc import Mapping

from app.tables.headers import plain

_KINDS = {
    "pack": ("packs", "bundle", "bouquet"),
    "hardware": (
        "materiel",
        "materiels",
        "appareil",
        "device",
        "devices",
        "ordinateur",
        "pc",
    ),
    "upgrade": ("miseaniveau", "surclassement", "upgrades"),
    "option": ("options", "accessoire", "accessoires", "accessory", "accessories"),
    "service": ("services", "prestation", "prestations"),
    "subscription": (
        "abonnement",
        "abonnements",
        "subscriptions",
        "licence",
        "licences",
        "license",
        "logiciel",
        "software",
    ),
    "return": ("retour", "reprise", "collecte", "enlevement", "collection"),
}
_KNOWN: Mapping[str, Mapping[str, str]] = {
    "kind": {
        plain(word): kind for kind, words in _KINDS.items() for word in (*words, kind)
    },
    "billing": {
        "mensuel": "monthly",
        "mensuelle": "monthly",
        "annuel": "annual",
        "annuelle": "annual",
        "yearly": "annual",
    },
    "segment": {
        "entreprise": "business",
        "entreprises": "business",
        "commercial": "business",
        "enseignement": "education",
        "administration": "government",
        "association": "charity",
    },
}


def translated(field: str, texts: list[str], words: Mapping[str, str]) -> list[str]:
    """Return a column in a price list's own words; what has none stays."""
    known = {**_KNOWN.get(field, {}), **{plain(a): b for a, b in words.items()}}
    if not known:
        return texts
    return [known.get(plain(text), text) if text else "" for text in texts]
