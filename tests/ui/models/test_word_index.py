"""Where words begin: as looking through every word would tell."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from ui.models.word_index import WordIndex, each, gathered

LETTERS = st.text("ab\0é\U0010ffff", max_size=4)
SIZE = 3_000
PLACES = st.sets(st.integers(0, SIZE - 1), max_size=4)
#: Wide enough to be made beforehand.
WIDE = st.builds(range, st.integers(0, 900), st.integers(2_100, SIZE))


@given(st.dictionaries(LETTERS, PLACES | WIDE, max_size=12), LETTERS)
@settings(max_examples=60, deadline=None)
def test_a_beginning_is_found_where_a_word_begins_so(
    where: dict[str, set[int] | range], start: str
) -> None:
    plain = {word: sorted(places) for word, places in where.items()}
    expected = set[int]().union(*(plain[w] for w in plain if w.startswith(start)))
    assert list(each(WordIndex.of(plain, SIZE).begun(start))) == sorted(expected)


@given(st.sets(st.integers(0, 70)))
def test_positions_come_back_in_order(positions: set[int]) -> None:
    assert list(each(gathered(positions, 71))) == sorted(positions)


def test_nothing_is_found_in_nothing() -> None:
    assert list(each(WordIndex.of({}, 0).begun("a"))) == []
