"""Mappings come from outside: their shape, their sense, their limits."""

from __future__ import annotations

from typing import Any

import pytest

from app.domain.problems import RefusedError
from app.pricelist.mapping.profile_json import from_json, to_json
from tests.app.pricelist.mapping.tables import MAPPED, SIMPLE

FULL: dict[str, Any] = {
    **MAPPED,
    "headers": ["", "Marque", "Modèle"],
    "decimal": ",",
    "dates": "dmy",
    "leave_out": {"36 mois": ["* / kg"]},
    "words": {"price_36": {"sur demande": None, "offert": "0"}},
    "repeats": "number",
}


def test_a_mapping_comes_back_as_it_was_written() -> None:
    profile = from_json(FULL)
    assert from_json(to_json(profile)) == profile
    assert to_json(profile)["words"]["price_36"]["sur demande"] is None


def refusal(**changes: Any) -> list[tuple[str, str]]:
    with pytest.raises(RefusedError) as caught:
        from_json({**FULL, **changes})
    return [(each.code, each.where) for each in caught.value.problems]


@pytest.mark.parametrize(
    ("changes", "code", "where"),
    [
        ({"format": "waas-mapping/2"}, "format_unknown", "format"),
        ({"file": "/etc/passwd"}, "key_unknown", "file"),
        ({"name": 7}, "text_expected", "name"),
        ({"name": "x" * 1001}, "mapping_text_long", "name"),
        ({"name": "a\u202eb"}, "control_character", "name"),
        ({"headers": "Marque"}, "list_expected", "headers"),
        ({"headers": ["x"] * 1001}, "mapping_too_long", "headers"),
        ({"headers": [None]}, "text_expected", "headers[0]"),
        ({"decimal": ";"}, "not_one_of", "decimal"),
        ({"decimal": True}, "not_one_of", "decimal"),
        ({"decimal": []}, "not_one_of", "decimal"),
        ({"dates": "ymd"}, "not_one_of", "dates"),
        ({"repeats": "drop"}, "not_one_of", "repeats"),
        ({"fields": []}, "object_expected", "fields"),
        ({"fields": {}}, "mapping_empty", "fields"),
        ({"fields": {"sku": 3}}, "list_expected", "fields.sku"),
        ({"fields": {"sku": []}}, "mapping_no_column", "fields.sku"),
        ({"fields": {"sku": ["a"] * 21}}, "mapping_too_long", "fields.sku"),
        ({"fields": {"price": "a"}}, "mapping_term_missing", "fields.price"),
        ({"fields": {"term": "a"}}, "mapping_term_alone", "fields.term"),
        ({"fields": {"colour": "a"}}, "mapping_field_unknown", "fields.colour"),
        ({"fields": {"nom_fr": "a"}}, "mapping_field_unknown", "fields.nom_fr"),
        ({"fields": {"kind": "a"}}, "mapping_field_twice", "fields.kind"),
        (
            {"fields": {"price_36": ["a", "b"]}},
            "mapping_one_column",
            "fields.price_36",
        ),
        (
            {"fields": {"term": "a", "price": "b", "price_36": "c"}},
            "mapping_field_twice",
            "fields.price_36",
        ),
        ({"constants": {"price_36": "1"}}, "mapping_field_unknown", None),
        ({"constants": {"sku": "1"}}, "mapping_field_unknown", None),
        ({"constants": {"kind": "car"}}, "word_unknown", "constants.kind"),
        ({"constants": {"currency": "EURO"}}, "not_a_currency", None),
        ({"constants": {"country": "be"}}, "not_a_country_code", None),
        ({"constants": {"valid_from": "demain"}}, "not_a_day", None),
        ({"constants": {"seats_min": "x"}}, "not_a_whole_number", None),
        ({"leave_out": {"a": {"b": "c"}}}, "list_expected", "leave_out.a"),
        ({"words": {"price_36": ["a"]}}, "object_expected", "words.price_36"),
        ({"words": {"price_24": {"a": "b"}}}, "mapping_words_unused", None),
        ({"words": {"price_36": {"a": 3}}}, "text_expected", "words.price_36.a"),
    ],
)
def test_what_is_wrong_is_named_by_its_place(
    changes: dict[str, Any], code: str, where: str | None
) -> None:
    changes = {"words": {}, **changes}
    found = refusal(**changes)
    assert code in [each for each, _ in found], found
    if where is not None:
        assert (code, where) in found


@pytest.mark.parametrize("value", [None, [], "mapping", 3, {}])
def test_what_is_no_mapping_at_all_is_refused(value: object) -> None:
    with pytest.raises(RefusedError):
        from_json(value)


def test_a_short_mapping_is_enough() -> None:
    short = {"format": "waas-mapping/1", **SIMPLE}
    assert from_json(short).columns == ("Réf. art.", "Nom", "36 mois")
