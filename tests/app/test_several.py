"""What is said of several things is said once, and names each of them."""

from __future__ import annotations

from string import Formatter

import pytest

from app.domain.localized import Localized
from app.domain.problems import Problem, error, warning
from app.wording import SENTENCES, sentence
from app.wording.several import SEVERAL, told
from i18n import Language

FRENCH, ENGLISH = Language.of("fr", "BE"), Language.of("en", "BE")


def silent(name: str, language: str = "en") -> Problem:
    return warning("language_missing", "", name=name, language=language)


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("code", SEVERAL)
def test_one_and_several_say_the_same(code: str) -> None:
    assert fields(SEVERAL[code]) - {"names"} == fields(SENTENCES[code]) - {
        "name",
        "law",
    }


def test_eleven_of_a_kind_are_one_sentence_that_names_them() -> None:
    names = [f"Pose {number}" for number in range(1, 12)]
    (one,) = told(map(silent, names), ENGLISH)
    assert all(f"“{name}”" in one.text for name in names)
    assert one.text.startswith("No text in English: “Pose 1”, “Pose 2”, ")
    (une,) = told(map(silent, names), FRENCH)
    assert une.text.startswith("Sans texte en anglais\u00a0: «\u00a0Pose 1\u00a0», ")


def test_many_names_are_counted() -> None:
    (one,) = told([silent(f"Pose {number}") for number in range(40)], ENGLISH)
    assert "“Pose 11” and 28 more." in one.text


def test_what_differs_stays_apart_and_in_order() -> None:
    found = [
        silent("Pose"),
        silent("Pose", "fr"),
        error("no_prices"),
        silent("Montage"),
        silent("Pose"),
    ]
    first, second, third = told(found, ENGLISH)
    assert first.problems == (found[0], found[3])
    assert second.text == sentence(found[1], ENGLISH)
    assert third.text == sentence(found[2], ENGLISH)


def test_an_error_is_not_hidden_among_warnings() -> None:
    both = [
        make("not_offered", "packs[0]", name="A", term=12) for make in (error, warning)
    ]
    assert len(told(both, ENGLISH)) == 2


def test_where_something_has_no_name_its_place_names_it() -> None:
    found = [
        warning("request_open", "special_requests[0]", name=Localized.of({"en": "X"})),
        warning("request_open", "special_requests[1]", name=""),
    ]
    (one,) = told(found, ENGLISH)
    assert "“X”, Special request 2." in one.text


def test_a_law_stands_beside_what_it_asks_for() -> None:
    laws = {"partner.capital": "CSA", "partner.licence": "CDE"}
    (one,) = told(
        [warning("legal_missing", key, law=law) for key, law in laws.items()], ENGLISH
    )
    assert "asks for it: Share capital (CSA), Business permit (CDE)." in one.text


def test_other_sentences_name_their_places_before_what_is_said() -> None:
    found = [
        warning("excludes", f"packs[{n}].options[0]", name="A", other="B")
        for n in (0, 1)
    ]
    (one,) = told(found, ENGLISH)
    assert one.text == (
        "Pack 1, option 1; Pack 2, option 1: “A” and “B” do not go together: remove"
        " one."
    )
