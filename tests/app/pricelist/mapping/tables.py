"""Small lists in layouts of their own, and mappings for them."""

from __future__ import annotations

from typing import Any

from app.domain.price_list import Item
from app.domain.problems import Problem
from app.pricelist.foreign import Layouts
from app.pricelist.mapping.profile import Profile
from app.pricelist.mapping.profile_json import from_json
from app.pricelist.parse import ParsedList
from app.use_cases.prices import parse_content

#: Titles, a blank line, columns from B on, totals and notes.
CATALOGUE = """\
;Tarif du 1er novembre 2026;;;;
;;;;;
;Marque;Modèle;Réf. art.;36 mois;Remise
;;;;(HTVA);
;Portables;;;;
;Dell;Latitude 5450;NB-1;€ 49,90;10 %
;;Latitude 7450;NB-2;1.062,90 EUR;
;Marque;Modèle;Réf. art.;36 mois;Remise
;Écrans;;;;
;HP;E27;SC-1;7,5\u202f€;
;;Total;;1.120,30;
;* prix hors TVA;;;;
"""
MAPPED: dict[str, Any] = {
    "format": "waas-mapping/1",
    "name": "Portables",
    "fields": {
        "sku": "Réf. art.",
        "name_fr": ["Marque", "Modèle"],
        "manufacturer": "Marque",
        "price_36": "36 mois",
    },
    "constants": {"list_id": "PORTABLES", "currency": "EUR", "kind": "hardware"},
    "fill_down": ["Marque"],
}


def mapping(**changes: Any) -> Profile:
    return from_json({**MAPPED, **changes})


def parsed(
    text: str = CATALOGUE, name: str = "tarif.csv", currency: str = "", **changes: Any
) -> ParsedList:
    layouts = Layouts(mapping(**changes))
    return parse_content(text.encode(), name, currency, layouts)


def items(read: ParsedList) -> tuple[Item, ...]:
    assert read.price_list is not None, read.problems
    return tuple(read.price_list.items)


def codes(read: ParsedList) -> set[str]:
    return {problem.code for problem in read.problems}


def named(read: ParsedList, code: str) -> list[dict[str, Any]]:
    return [dict(each.parameters) for each in read.problems if each.code == code]


def only(read: ParsedList, code: str) -> Problem:
    (problem,) = (each for each in read.problems if each.code == code)
    return problem


def simple(*rows: str, header: str = "Réf. art.;Nom;36 mois") -> str:
    """A list of references, names and prices."""
    return "\n".join((header, *rows)) + "\n"


SIMPLE: dict[str, Any] = {
    "fields": {"sku": "Réf. art.", "name_fr": "Nom", "price_36": "36 mois"},
    "constants": {
        "list_id": "SIMPLE",
        "currency": "EUR",
        "kind": "hardware",
        "valid_from": "2026-11-01",
    },
    "fill_down": [],
}
