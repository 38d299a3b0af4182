"""A text that an edition lacks is found before it is handed over, and named."""

from __future__ import annotations

from dataclasses import replace

from app.domain.localized import Localized
from app.domain.texts import texts_missing
from tests.app.domain.build import EXAMPLE, offer

FRENCH_ONLY = Localized.of({"fr": "Installation sur site"})


def test_nothing_is_missing_where_every_text_has_both() -> None:
    assert texts_missing(offer(EXAMPLE), ("fr", "en")) == ()


def test_each_missing_text_is_named_once() -> None:
    whole = offer(EXAMPLE)
    lines = (*whole.lines, replace(whole.lines[-1], name=FRENCH_ONLY))
    lines = (*lines, lines[-1])
    found = texts_missing(replace(whole, lines=lines), ("fr", "en", "en"))
    assert [(each.code, dict(each.parameters)) for each in found] == [
        ("language_missing", {"name": "Installation sur site", "language": "en"})
    ]
    assert texts_missing(replace(whole, lines=lines), ("fr",)) == ()


def test_what_a_pack_holds_counts_too() -> None:
    whole = offer(EXAMPLE)
    held = replace(whole.lines[0], contents=((FRENCH_ONLY, 1), (Localized(), 1)))
    found = texts_missing(replace(whole, lines=(held,)), ("en",))
    assert [dict(each.parameters)["name"] for each in found] == [
        "Installation sur site",
        "",
    ]


def test_a_description_counts_where_there_is_one() -> None:
    whole = offer(EXAMPLE)
    described = replace(whole.lines[0], description=FRENCH_ONLY)
    found = texts_missing(replace(whole, lines=(described,)), ("fr", "en"))
    assert [dict(each.parameters)["language"] for each in found] == ["en"]
