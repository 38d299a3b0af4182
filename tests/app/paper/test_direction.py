"""Arabic and Hebrew are shaped and stand in the order they are read in."""

from __future__ import annotations

import pytest

from app.paper.direction import shaped, visual


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("Société SRL", "Société SRL"),
        ("שלום", "םולש"),
        ("Société שלום SRL", "Société םולש SRL"),
        ("שלום 2026", "2026 םולש"),
        ("שלום (12.50)", "(12.50) םולש"),
        ("א (ב) ג", "ג (ב) א"),
        ("ABC שלום עולם, x", "ABC םלוע םולש, x"),
    ],
)
def test_right_to_left_parts_are_turned(typed: str, seen: str) -> None:
    assert visual(typed) == seen


def test_arabic_letters_join() -> None:
    initial_seen, final_kaf = "\ufeb3", "\ufeda"
    assert shaped("سك") == initial_seen + final_kaf


def test_lam_and_alef_melt_into_one() -> None:
    assert shaped("سلا") == "\ufeb3\ufefc"


def test_marks_do_not_part_letters() -> None:
    assert shaped("س\u064eك") == "\ufeb3\u064e\ufeda"


def test_latin_text_is_left_alone() -> None:
    assert shaped("Été") == "Été"
