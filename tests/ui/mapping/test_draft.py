"""The choices of the mapping page as a mapping, and back."""

from __future__ import annotations

from app.pricelist.mapping.profile_json import from_json
from tests.app.pricelist.mapping.tables import MAPPED, mapping
from ui.prices.mapping.draft import Choice, Draft

COLUMNS = ("[A]", "Marque", "Modèle", "Réf. art.", "36 mois", "Remise")


def draft() -> Draft:
    return Draft(mapping(), COLUMNS)


def test_a_mapping_is_shown_as_choices() -> None:
    assert draft().choices == (
        Choice(),
        Choice(("manufacturer", "name_fr"), filled=True),
        Choice(("name_fr",)),
        Choice(("sku",)),
        Choice(("price_36",)),
        Choice(),
    )


def test_choosing_what_is_chosen_changes_nothing() -> None:
    now = draft()
    for at, choice in enumerate(now.choices):
        assert now.choosing(at, choice).choices == now.choices


def test_a_price_has_one_column_and_a_name_several() -> None:
    price = draft().choosing(5, Choice(("price_36",)))
    assert price.profile.fields["price_36"] == ("Remise",)
    assert price.choices[4] == Choice()
    name = draft().choosing(5, Choice(("sku", "name_fr")))
    assert name.profile.fields["name_fr"] == ("Marque", "Modèle", "Remise")
    assert name.profile.fields["sku"] == ("Réf. art.", "Remise")


def test_columns_are_joined_in_the_files_order() -> None:
    made = draft().choosing(2, Choice()).choosing(1, Choice())
    made = made.choosing(2, Choice(("name_fr",))).choosing(1, Choice(("name_fr",)))
    assert made.profile.fields["name_fr"] == ("Marque", "Modèle")


def test_what_a_column_says_is_no_constant_and_the_reverse() -> None:
    column = draft().choosing(5, Choice(("kind",)))
    assert "kind" not in column.profile.constants
    constant = column.saying("kind", "pack")
    assert "kind" not in constant.profile.fields
    assert constant.saying("kind", "").profile.constants.keys() == {
        "list_id",
        "currency",
    }


def test_an_asterisk_of_the_file_stands_for_nothing_else() -> None:
    made = draft().leaving_out("36 mois", "80 * / kg").leaving_out("36 mois", "x")
    assert made.profile.leave_out == {"36 mois": ("80   / kg", "x")}
    assert made.leaves_out
    assert made.taking_all().profile == draft().profile


def test_a_word_may_mean_that_there_is_no_price() -> None:
    assert draft().has_price("36 mois")
    assert not draft().has_price("Modèle")
    made = draft().meaning_none("36 mois", "sur demande")
    assert made.profile.words == {"price_36": {"sur demande": ""}}
    assert made.leaves_out
    assert made.taking_all().profile == draft().profile
    assert not draft().leaves_out


def test_what_the_page_does_not_show_is_kept() -> None:
    rich = from_json({**MAPPED, "words": {"price_36": {"x": None}}, "dates": "dmy"})
    now = Draft(rich, COLUMNS).reading(decimal=",", repeats="number")
    assert now.profile.words == {"price_36": {"x": ""}}
    assert now.profile.dates == "dmy"
    assert (now.profile.decimal, now.profile.repeats) == (",", "number")
    assert now.choosing(4, Choice()).profile.words == {}
