"""What the palette finds, and in which order."""

from __future__ import annotations

import pytest

from ui.palette.matching import MOST, Choice, nothing, ranked, searchable


def found(typed: str, *titles: str) -> list[str]:
    choices = [Choice(each, searchable(each), lambda: None) for each in titles]
    return [choice.title for choice in ranked(choices, typed)]


def test_nothing_typed_keeps_the_order() -> None:
    assert found("", "b", "a") == ["b", "a"]
    assert found("  ", "b", "a") == ["b", "a"]


@pytest.mark.parametrize("typed", ["lefevre", "LEFÈVRE", "lef", "menui lef", "srl men"])
def test_accents_capitals_and_order_do_not_matter(typed: str) -> None:
    assert found(typed, "Menuiserie Lefèvre SRL", "Garage Noël") == [
        "Menuiserie Lefèvre SRL"
    ]


def test_beginnings_of_words_come_before_their_middles() -> None:
    assert found("go", "Cargo", "Vélos Godin") == ["Vélos Godin", "Cargo"]


def test_words_as_typed_come_before_words_apart() -> None:
    assert found("pack s", "Pack mobile S", "Pack S") == ["Pack S", "Pack mobile S"]


def test_alike_the_order_given_counts() -> None:
    assert found("quote", "Quote 2", "Quote 1") == ["Quote 2", "Quote 1"]


def test_every_word_must_be_there() -> None:
    assert found("menuiserie godin", "Menuiserie Lefèvre", "Vélos Godin") == []


@pytest.mark.parametrize("typed", ["0148", "TR-2026-0148", "tr 2026 014", "tr-2026_0"])
def test_a_number_is_found_by_any_part(typed: str) -> None:
    assert found(typed, "TR-2026-0148") == ["TR-2026-0148"]


def test_no_more_rows_than_a_glance_takes() -> None:
    assert len(found("n", *(f"n{i}" for i in range(100)))) == MOST


def test_a_choice_says_nothing_beside_itself() -> None:
    assert nothing() == ""
