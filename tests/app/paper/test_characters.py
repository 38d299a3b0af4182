"""Every visible character is drawn, whatever was typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.paper import fonts
from app.paper.characters import visible
from tests.app.paper.reading import text_of
from tests.app.paper.sheets import one_line

#: Code points of every kind, lone surrogates included.
ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=40)


@pytest.mark.parametrize(
    ("typed", "drawn"),
    [
        ("Menuiserie Lefèvre SRL", "Menuiserie Lefèvre SRL"),
        ("<SARL> AT&T {0} %s", "<SARL> AT&T {0} %s"),
        ("e\u0301te\u0301", "été"),
        ("23\u202f328,00\u00a0€", "23\u00a0328,00\u00a0€"),
        ("a\x00b\tc\r\nd\x85e", "a b c  d e"),
        ("\U0001f600", "[U+1F600]"),
        ("a\u202eb\u2066c", "a[U+202E]b[U+2066]c"),
        ("\ud800", "[U+D800]"),
        ("soft\u00adhyphen\u200b\ufeff", "softhyphen"),
        ("字汉 かな", "字汉 かな"),
        ("한", "[U+D55C]"),
        ("Ωж ł ✓ ☑", "Ωж ł ✓ ☑"),
        ("\U000e0041", "[U+E0041]"),
    ],
)
def test_what_is_drawn_of_a_text(typed: str, drawn: str) -> None:
    assert visible(typed) == drawn


@given(ANY_TEXT)
def test_what_is_drawn_has_a_glyph_and_stays_as_it_is(typed: str) -> None:
    drawn = visible(typed)
    assert visible(drawn) == drawn
    assert all(fonts.has(char) for char in drawn)


@pytest.mark.parametrize(
    "typed",
    [
        "Œuvre à 0,50 € — « ça »",
        "字汉 字",
        "Ωжł✓",
        "[U+1F600]",
        "Société שלום SRL",
        "شركة النور للتجارة 2026",
    ],
)
def test_what_is_drawn_can_be_read_back(typed: str) -> None:
    assert text_of(one_line(typed)) == typed.replace("\u00a0", " ")
