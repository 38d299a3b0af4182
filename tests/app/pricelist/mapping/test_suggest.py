"""First mappings for tables that nobody described."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.pricelist.mapping.guesses import field_of
from app.pricelist.mapping.list_names import list_name
from app.pricelist.mapping.mapped import parse_mapped
from app.pricelist.mapping.profile import fingerprint
from app.pricelist.mapping.suggest import Suggestion, suggest
from app.pricelist.source import Source
from app.tables import reading
from app.use_cases.mappings import suggestion_for
from app.use_cases.prices import parse_content
from tests.app.pricelist.mapping.tables import CATALOGUE, simple
from tests.app.tables.workbooks import written


def source(text: str, name: str = "Tarif portables 2026-11.csv") -> Source:
    return Source(reading.read(text.encode()), name)


def suggested(text: str, name: str = "Tarif portables 2026-11.csv") -> Suggestion:
    found = suggest(source(text, name))
    assert found is not None
    return found


def test_a_table_below_titles_is_found_and_its_columns_named() -> None:
    found = suggested(CATALOGUE)
    assert found.profile.fields == {
        "manufacturer": ("Marque",),
        "name_fr": ("Modèle",),
        "sku": ("Réf. art.",),
        "price_36": ("36 mois",),
    }
    assert found.profile.fill_down == ("Marque",)
    assert found.profile.constants == {"list_id": "TARIF-PORTABLES", "currency": "EUR"}
    assert found.missing == ("kind",)


def test_a_list_with_english_names_is_read_as_suggested() -> None:
    text = (
        "Part number,Product name,Type,Monthly 12,24 months,Monthly price 36 months\n"
        "A,Laptop,hardware,30.50,20.50,10.50\n"
    )
    found = suggested(text)
    assert found.missing == ("currency",)
    constants = {**found.profile.constants, "currency": "EUR"}
    read = parse_mapped(source(text), replace(found.profile, constants=constants))
    assert read.price_list is not None
    (item,) = read.price_list.items
    assert [str(price) for _, price in item.prices.pairs()] == [
        "30.50",
        "20.50",
        "10.50",
    ]


def test_a_long_list_is_seen_to_be_one() -> None:
    text = simple("A;a;36 mois;1,50", "A;a;24 mois;2,50", header="Code;Nom;Durée;Prix")
    assert suggested(text).profile.fields == {
        "sku": ("Code",),
        "name_fr": ("Nom",),
        "term": ("Durée",),
        "price": ("Prix",),
    }


def test_a_column_whose_cells_are_something_else_is_not_taken() -> None:
    text = simple("A;a;Frais;1,50;France", header="Code;Nom;Type;Prix;Pays")
    fields = suggested(text).profile.fields
    assert "kind" not in fields
    assert "countries" not in fields


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("PRIX UNITAIRE (€)", "price_once"),
        ("Prix unitaire HTVA", "price_once"),
        ("Monthly fee (EUR)", "price_month"),
        ("Contract length (months)", "term"),
        ("Product description", "name_en"),
        ("Prix / mois", "price_month"),
        ("Mensualité 36 mois", "price_36"),
        ("Loyer 24M", "price_24"),
        ("Loyer 36 mois HT", "price_36"),
        ("Px HT", "price_once"),
        ("Monthly rental", "price_month"),
        ("Engagement 24 m.", "price_24"),
        ("Engagement", "term"),
        ("Libellé commercial", "name_fr"),
        ("Price 3 years", "price_36"),
        ("Commission 12", "commission_12"),
        ("prix d’achat", "cost_once"),
        ("Désignation", "name_fr"),
        ("Item no.", "sku"),
        ("prix_36", "price_36"),
        ("Remise", ""),
        ("Stock 36", ""),
        ("", ""),
    ],
)
def test_names_of_columns_are_recognised_in_both_languages(
    header: str, field: str
) -> None:
    assert field_of(header) == field


@pytest.mark.parametrize(
    "text", ["", "bonjour\n", "1;2;3\n4;5;6\n", "Prix;Code;Nom\n", "a;;;b\n1;;;2\n"]
)
def test_where_no_row_can_name_columns_nothing_is_suggested(text: str) -> None:
    assert suggest(source(text)) is None


def test_partial_totals_do_not_make_references_repeat() -> None:
    text = (
        "Désignation;Réf.;Description;36 mois\n"
        "Portable;NB;Léger;42,50 €\n"
        "Sous-total portables;;;42,50 €\n"
    )
    profile = suggested(text).profile
    assert profile.fill_down == ()
    assert profile.fields["description_fr"] == ("Description",)


def test_a_language_of_neither_kind_can_still_be_mapped() -> None:
    found = suggested("Codice;Descrizione;Prezzo\nA;Laptop;1,50\n")
    assert found.profile.fields == {}
    assert set(found.missing) >= {"kind", "name_fr", "price_once"}


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Artikelnummer", "sku"),
        ("Artikel-Nr.", "sku"),
        ("Hersteller", "manufacturer"),
        ("Laufzeit (Monate)", "term"),
        ("Preis (CHF)", "price_once"),
        ("Monatspreis", "price_month"),
        ("Monatspreis CHF exkl. MwSt.", ""),
        ("Miete 36 Monate", "price_36"),
        ("Preis bei 24 Monaten", "price_24"),
        ("Preis 3 Jahre", "price_36"),
        ("Händlerpreis", "cost_once"),
        ("Provision 12 Monate", "commission_12"),
        ("Artikelcode", "sku"),
        ("Looptijd", "term"),
        ("Prijs 36 maanden", "price_36"),
        ("Aankoopprijs", "cost_once"),
        ("Bezeichnung", ""),
        ("Omschrijving", ""),
    ],
)
def test_german_and_dutch_say_what_is_in_no_language(header: str, field: str) -> None:
    assert field_of(header) == field


def test_a_german_list_lacks_but_what_a_person_knows() -> None:
    found = suggested(
        "Preisliste Miete\nGültig ab;01.11.2026\n\n"
        "Artikel-Nr.;Bezeichnung;Hersteller;Laufzeit;Monatspreis;Währung\n"
        "0042;Notebook 14 Zoll;Brivane;36 Monate;49.90;CHF\n"
        "0043;Notebook 15 Zoll;Brivane;3 Jahre;1'059.90;CHF\n"
        "Gesamt;;;;1'109.80;CHF\n"
    )
    assert found.profile.fields == {
        "sku": ("Artikel-Nr.",),
        "manufacturer": ("Hersteller",),
        "term": ("Laufzeit",),
        "price": ("Monatspreis",),
    }
    assert found.profile.constants["currency"] == "CHF"
    assert found.missing == ("kind", "name_fr")


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        ("Gültig ab;01.11.2026", "2026-11-01"),
        ("Valable dès;1er décembre 2026", "2026-12-01"),
        ("Valable du;01/11/2026\nValable au;31/12/2026", "2026-11-01"),
        ("valid_from;2026-11-01", "2026-11-01"),
        ("Valable à partir du;01/11/2026", None),
        ("Valable à partir du;bientôt", None),
    ],
)
def test_a_day_above_the_table_is_read_as_people_write_it(
    lines: str, day: str | None
) -> None:
    # A day in the file's name says nothing where the list has its own.
    table = source(f"{lines}\nCode;Nom;Prix\nA;a;1,50\n", "liste 2026-10.csv")
    found = suggest(table)
    assert found is not None
    assert ("valid_from" in found.missing) == (day is None)
    typed = {"currency": "EUR", "kind": "service", "list_id": "T"}
    constants = {**typed, "valid_from": "2027-01-01"}
    read = parse_mapped(table, replace(found.profile, constants=constants)).price_list
    assert read is not None
    assert read.valid_from.isoformat() == (day or "2027-01-01")


@pytest.mark.parametrize(("second", "currency"), [("eur", "EUR"), ("CHF", None)])
def test_a_column_of_currencies_says_the_lists_own_where_it_has_one(
    second: str, currency: str | None
) -> None:
    found = suggested(f"Code;Nom;Prix;Devise\nA;a;1,50;EUR\nB;b;2,50;{second}\n")
    assert found.profile.constants.get("currency") == currency


def test_a_code_of_currencies_is_one_under_its_short_name_too() -> None:
    found = suggested("Item no.;Name;Price;Ccy\nA;a;1.50;GBP\n")
    assert found.profile.constants["currency"] == "GBP"


@pytest.mark.parametrize("header", ["Réf;Nom;Prix TTC;Prix HT", "Réf;Nom;Px HT;Px TTC"])
def test_a_price_without_vat_is_taken_before_one_with_it(header: str) -> None:
    (price,) = suggested(simple("A;a;12,10;10,00", header=header)).profile.fields[
        "price_once"
    ]
    assert "HT" in price.split()


def test_what_only_the_partner_earns_is_no_price_to_quote() -> None:
    found = suggested(simple("A;a;36;1,50", header="Réf;Nom;Durée;Commission"))
    assert "commission" in found.profile.fields
    assert "price_once" in found.missing
    table = source("Réf;Nom;Durée;Commission\nA;a;36;1,50\n")
    read = parse_mapped(table, found.profile)
    assert "mapping_no_price" in {each.code for each in read.problems}


def test_a_layout_is_known_whatever_the_case_and_the_accents() -> None:
    assert fingerprint(["", "Réf.", "Prix"]) == fingerprint(["ref", "PRIX ", ""])
    assert fingerprint(["Réf.", "Prix"]) != fingerprint(["Prix", "Réf."])


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Tarif M365 2026-11.csv", "TARIF-M365"),
        ("Catalogue 365 - 01.11.2026 (2).xlsx", "CATALOGUE-365"),
        ("Liste de prix novembre 2026 v2 final.csv", "LISTE-DE-PRIX"),
        ("tarif20261101.csv", "TARIF"),
        ("Août_2026.csv", "LISTE"),
        ("Série 7000 T4.csv", "SERIE-7000"),
    ],
)
def test_the_next_edition_of_a_file_gives_the_same_name(
    name: str, expected: str
) -> None:
    assert list_name(name) == expected


@pytest.mark.parametrize(
    ("title", "name", "expected"),
    [
        ("Prix en EUR hors TVA", "t.csv", "EUR"),
        ("Prix en euros", "prix CHF.csv", "EUR"),
        ("Prix en € ou CHF", "t.csv", ""),
        ("TOP 10, ALL INCLUSIVE", "t.csv", ""),
        ("Prix", "prix CHF.csv", "CHF"),
    ],
)
def test_titles_show_the_currency_before_names_do(
    title: str, name: str, expected: str
) -> None:
    text = f"{title};;\n{simple('A;a;1,5')}"
    found = suggested(text, name)
    assert found.profile.constants.get("currency", "") == expected


def test_names_of_columns_may_go_on_about_the_article() -> None:
    header = "N° d’article;Libellé du produit;Type de matériel;Loyer mensuel (€ HT)"
    found = suggested(simple("A;Portable;Matériel;49,90", header=header))
    assert found.profile.fields == {
        "sku": ("N° d’article",),
        "name_fr": ("Libellé du produit",),
        "kind": ("Type de matériel",),
        "price_month": ("Loyer mensuel (€ HT)",),
    }
    assert (found.profile.constants["currency"], found.missing) == ("EUR", ())


def sheets(*named: tuple[str, list[list[object]]]) -> bytes:
    return written(**dict(named))


LOOK_ALIKE: list[list[object]] = [
    ["Prix d’automne"],
    ["Référence", "Réf. fournisseur", "Désignation", "Prix d’achat", "Prix public"],
    ["A", "X-1", "Écran", 80, "99,90 €"],
    ["B", "X-2", "Clavier", 8.5, 12.5],
]


def test_numbers_beside_texts_in_a_sheet_are_read_cell_by_cell() -> None:
    content = sheets(("Prix EUR", LOOK_ALIKE), ("Conditions", [["Paiement"]]))
    found = suggestion_for(content, "prix.xlsx")
    assert found is not None
    profile = found.suggestion.profile
    assert (profile.decimal, profile.constants["currency"]) == ("cell", "EUR")
    constants = {**profile.constants, "kind": "hardware", "valid_from": "2026-11-01"}
    read = found.tried(replace(profile, constants=constants)).parsed
    assert read.price_list is not None, read.problems
    first, second = read.price_list.items
    assert [str(each.price_once) for each in (first, second)] == ["99.90", "12.50"]
    assert [str(each.cost_once) for each in (first, second)] == ["80.00", "8.50"]


def test_sheets_whose_names_tell_currencies_are_read_by_currency() -> None:
    content = sheets(
        ("Prix CHF", [["Référence", "Nom", "Prix"], ["A", "Écran", 99]]),
        ("Prix EUR", [["Référence", "Nom", "Prix"], ["A", "Écran", 90]]),
    )
    (problem,) = parse_content(content, "prix.xlsx").problems
    assert dict(problem.parameters) == {"there": "CHF, EUR"}
    found = suggestion_for(content, "prix.xlsx", "EUR")
    assert found is not None
    assert found.samples(2) == ("90",)
    twice = sheets(("Prix EUR", LOOK_ALIKE), ("Promo EUR", LOOK_ALIKE))
    codes = {each.code for each in parse_content(twice, "prix.xlsx").problems}
    assert "currency_choice" not in codes
