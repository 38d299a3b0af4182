"""Who the partner is before the law, as each country wants it said."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.identity import Partner
from app.domain.legal import Mention, legal_line
from app.use_cases.bundled import policies

BELGIAN = Partner(
    name="Ardenne Informatique",
    street="Chaussée de Marche 210",
    postcode="5100",
    city="Jambes",
    vat_number="BE 0123.456.749",
    legal_form="SRL",
    register="Liège, division Namur",
    bank_account="BE68 5390 0754 7034",
)
FRENCH = Partner(
    name="Flandre Réseaux",
    street="3 rue de l’Exemple",
    postcode="59000",
    city="Lille",
    vat_number="FR 40 303265045",
    legal_form="SAS",
    capital="10\u00a0000 €",
    enterprise_number="303 265 045",
    register="Lille",
)
LUXEMBOURGISH = Partner(
    name="Alzette IT", legal_form="SARL", register="B123456", licence="10012345/0"
)
SWISS = Partner(name="Léman Postes Sàrl", vat_number="CHE-107.787.577 TVA")
SPOKEN = {"BE": BELGIAN, "FR": FRENCH, "LU": LUXEMBOURGISH, "CH": SWISS}


def lacking(partner: Partner, country: str) -> list[str]:
    return [m.key for m in policies().mentions_of(country) if m.lacking(partner)]


def line(partner: Partner, country: str) -> str:
    """The legal line, with plain spaces."""
    said = legal_line(policies().mentions_of(country), partner)
    return said.replace("\u00a0", " ")


LINES = {
    "BE": "Ardenne Informatique SRL · Chaussée de Marche 210, 5100 Jambes"
    " · BE 0123.456.749 · RPM Liège, division Namur · BE68 5390 0754 7034",
    "FR": "Flandre Réseaux SAS au capital de 10 000 € · 3 rue de l’Exemple,"
    " 59000 Lille · FR 40 303265045 · SIREN 303 265 045 · RCS Lille",
    "LU": "Alzette IT SARL · RCS Luxembourg B123456"
    " · Autorisation d’établissement 10012345/0",
    "CH": "Léman Postes Sàrl · CHE-107.787.577 TVA",
}


@pytest.mark.parametrize("country", LINES)
def test_each_country_has_its_line(country: str) -> None:
    assert line(SPOKEN[country], country) == LINES[country]
    assert lacking(SPOKEN[country], country) == []


def test_what_is_missing_is_told_country_by_country() -> None:
    nobody = Partner(name="Nobody")
    assert lacking(nobody, "BE") == [
        *("legal_form", "enterprise_number", "register", "bank_account")
    ]
    assert lacking(nobody, "FR") == [
        *("legal_form", "capital", "enterprise_number", "register")
    ]
    assert lacking(nobody, "LU") == ["legal_form", "register", "licence"]
    assert lacking(nobody, "CH") == ["legal_form", "enterprise_number"]
    assert lacking(nobody, "DE") == []
    assert all(each.source for each in policies().mentions)


def test_the_name_and_words_of_ones_own_count() -> None:
    own = "RPM Liège · BCE 0123.456.749 · IBAN BE68539007547034"
    assert lacking(Partner(name="Ardenne S.R.L.", legal_line=own), "BE") == []
    own = "S.A.S. au capital de 1 €, R.C.S. Lille, SIRET 30326504500017"
    assert lacking(Partner(name="Flandre", legal_line=own), "FR") == []
    assert line(Partner(name="Flandre", legal_line=own), "FR") == f"Flandre · {own}"


def test_one_alone_has_no_register_and_no_capital() -> None:
    alone = replace(BELGIAN, legal_form="Personne physique", register="")
    assert lacking(alone, "BE") == []
    assert lacking(replace(FRENCH, legal_form="EI", capital=""), "FR") == []


def test_nothing_is_said_twice() -> None:
    named = replace(BELGIAN, name="Ardenne SRL", enterprise_number="0123.456.749")
    assert line(named, "BE").startswith("Ardenne SRL · Chaussée")
    assert "BCE" not in line(named, "BE")
    other = replace(named, enterprise_number="0999.999.922", register="RPM  Liège")
    assert "BCE 0999.999.922 · RPM Liège ·" in line(other, "BE")


def test_a_longer_number_names_the_place_of_business() -> None:
    place = replace(FRENCH, enterprise_number="303 265 045 00017")
    assert "SIRET 303 265 045 00017" in line(place, "FR")


def test_no_line_end_parts_a_number_or_a_label_from_it() -> None:
    held = replace(BELGIAN, enterprise_number="0999.999.922", register="Liège, div.")
    said = legal_line(policies().mentions_of("BE"), held)
    for part in ("BCE_0999.999.922", "RPM_Liège,_div.", "BE68_5390_0754_7034"):
        assert part.replace("_", "\u00a0") in said.split(" · ")


def test_what_is_short_stands_in_one_line_and_what_is_long_need_not() -> None:
    own = replace(BELGIAN, legal_line="Agréé par X · " + "Maison fondée " * 5)
    *_, short, long = legal_line((), own).split(" · ")
    assert short == "Agréé\u00a0par\u00a0X"
    assert long.count(" ") == 9


def test_without_a_country_only_what_all_have_is_said() -> None:
    assert legal_line((), BELGIAN).replace("\u00a0", " ") == (
        "Ardenne Informatique · Chaussée de Marche 210, 5100 Jambes · BE 0123.456.749"
    )
    assert legal_line((), Partner()) == ""


@given(st.builds(Partner, *[st.text(max_size=20)] * 9), st.sampled_from(list(SPOKEN)))
def test_any_words_make_one_line(partner: Partner, country: str) -> None:
    said = line(partner, country)
    assert said == " ".join(said.split())
    assert all(isinstance(each, Mention) for each in policies().mentions_of(country))
