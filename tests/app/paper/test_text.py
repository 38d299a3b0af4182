"""Lines break between words, then within them, and lose nothing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.paper.characters import visible
from app.paper.text import Style, width, wrap
from tests.app.paper.reading import tight
from tests.app.paper.sheets import BODY, BOLD

ROOMS = st.floats(10, 500)


def test_lines_break_between_words() -> None:
    lines = wrap("Station d’accueil USB-C pour portable", BODY, 90)
    assert lines == ("Station d’accueil", "USB-C pour portable")


def test_a_short_word_is_not_left_alone_on_the_last_line() -> None:
    text = "Every contract is signed by the distributor and by you."
    room = width(text, BODY) - 10
    assert wrap(text, BODY, room) == (
        "Every contract is signed by the distributor and",
        "by you.",
    )
    address = "thomas.renard@ardenne-informatique.e"
    assert wrap(address, BODY, width(address, BODY) - 1)[-1] == "e"


def test_a_no_break_space_holds_its_words_together() -> None:
    room = width("Total 23\u00a0328,00", BODY)
    assert wrap("Total 23\u00a0328,00\u00a0€", BODY, room) == (
        "Total",
        "23\u00a0328,00\u00a0€",
    )


def test_a_long_word_breaks_within() -> None:
    lines = wrap("a " + "W" * 3000 + " z", BODY, 100)
    assert "".join(lines) == "a" + "W" * 3000 + "z"
    assert all(width(line, BODY) <= 100 for line in lines)


def test_a_long_address_breaks_at_a_joint() -> None:
    address = "thomas.renard@ardenne-informatique.example"
    lines = wrap(address, BODY, width(address, BODY) - 10)
    assert lines == ("thomas.renard@ardenne-informatique.", "example")


def test_no_space_comes_into_a_broken_word() -> None:
    word = "i" * 8 + "@" + "W" * 9 + "." + "W" * 3
    for room in range(20, 160, 3):
        assert "".join(wrap(word, BODY, room)) == word


@given(st.floats(60, 200), st.integers(0, 12))
def test_the_code_of_a_character_stays_on_one_line(room: float, before: int) -> None:
    typed = "x" * before + "\u0936\u0930\u094d\u092e\u093e" * 4 + " \u0936"
    lines = wrap(typed, BODY, room)
    assert all(line.count("[") == line.count("]") for line in lines)
    assert "".join(lines).count("[U+0936]") == 5


def test_a_code_breaks_where_no_line_could_hold_it() -> None:
    lines = wrap("\u0936", BODY, 20)
    assert "".join(lines) == "[U+0936]"
    assert len(lines) < 6


def test_a_text_that_shows_nothing_has_no_lines() -> None:
    assert wrap(" \n\u200b ", BODY, 100) == ()


@given(st.text(max_size=300), ROOMS)
def test_nothing_is_lost_and_every_line_fits(text: str, room: float) -> None:
    lines = wrap(text, BODY, room)
    assert tight("".join(lines)) == tight(visible(text))
    assert all(len(line) == 1 or width(line, BODY) <= room for line in lines)


def test_figures_are_of_one_width() -> None:
    for style in (BODY, BOLD):
        assert len({width(digit, style) for digit in "0123456789"}) == 1


def test_width_grows_with_the_size() -> None:
    large = Style(18, 24, BODY.colour)
    assert width("648,00 €", large) == 2 * width("648,00 €", BODY)
