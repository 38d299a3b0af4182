from __future__ import annotations

import pytest

from app.pricelist.columns import COLUMNS, column_named

#: CONTRACT's table.
FRENCH = {
    "sku": "référence",
    "kind": "type",
    "name_fr": "nom_fr",
    "name_en": "nom_en",
    "name_nl": "nom_nl",
    "description_fr": "description_fr",
    "description_en": "description_en",
    "manufacturer": "fabricant",
    "family": "gamme",
    "includes": "comprend",
    "fits": "pour",
    "replaces": "remplace",
    "requires": "exige",
    "excludes": "exclut",
    "max_per_pack": "max_par_pack",
    "price_12": "prix_12",
    "price_24": "prix_24",
    "price_36": "prix_36",
    "price_once": "prix_unique",
    "price_month": "prix_mois",
    "price_extension": "prix_prolongation",
    "cost_month": "cout_mois",
    "cost_once": "cout_unique",
    "price_basis": "base_prix",
    "commission_12": "commission_12",
    "commission_24": "commission_24",
    "commission_36": "commission_36",
    "commission_extension": "commission_prolongation",
    "commission_basis": "base_commission",
    "warranty_months": "garantie_mois",
    "max_warranty_months": "garantie_max_mois",
    "billing": "facturation",
    "trial": "essai",
    "addon_of": "complement_de",
    "limit_per_customer": "limite_par_client",
    "limit_scope": "portee_limite",
    "seats_min": "postes_min",
    "seats_max": "postes_max",
    "segment": "segment",
    "countries": "pays",
    "valid_from": "valable_du",
    "valid_to": "valable_au",
    "successor": "successeur",
}


@pytest.mark.parametrize("english", FRENCH)
def test_a_column_is_known_by_its_english_and_its_french_name(english: str) -> None:
    assert column_named(english) == english
    assert column_named(FRENCH[english]) == english


def test_no_column_is_known_that_the_format_does_not_name() -> None:
    assert COLUMNS.keys() <= FRENCH.keys()


@pytest.mark.parametrize(
    ("header", "column"),
    [
        ("REFERENCE", "sku"),
        ("Référence ", "sku"),
        ("Coût mois", "cost_month"),
        ("Complément de", "addon_of"),
        ("portée-limite", "limit_scope"),
        ("PRIX 36", "price_36"),
        ("Nom (FR)", "name_fr"),
        ("Name DE", "name_de"),
    ],
)
def test_case_accents_and_spaces_of_a_header_do_not_matter(
    header: str, column: str
) -> None:
    assert column_named(header) == column


@pytest.mark.parametrize("header", ["", "name", "nom_fra", "price_48", "prix", "€"])
def test_other_headers_are_unknown(header: str) -> None:
    assert column_named(header) is None
