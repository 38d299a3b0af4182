"""Signs that control a terminal or turn the writing round are named, not obeyed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.plain import escaped, is_line, is_plain


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Prix\u202e09.94", "Prix‹U+202E›09.94"),
        ("\x1b[31mred", "‹U+001B›[31mred"),
        ("a\u2066b", "a‹U+2066›b"),
        ("two\nlines, été, 中", "two\nlines, été, 中"),
    ],
)
def test_each_such_sign_is_named(text: str, shown: str) -> None:
    assert escaped(text) == shown


@given(st.text())
def test_what_is_escaped_is_plain_and_what_is_plain_stays(text: str) -> None:
    assert is_plain(escaped(text))
    assert (escaped(text) == text) == is_plain(text)
    assert is_plain(text) or not is_line(text)
