"""Numbers stay whole, and with their labels."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.together import labelled, together, unbroken


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("BE68 5390 0754 7034", "BE68_5390_0754_7034"),
        ("BE 0123.456.749", "BE_0123.456.749"),
        ("CHE-107.787.577 TVA", "CHE-107.787.577_TVA"),
        ("RPM Liège, division Namur", "RPM Liège, division Namur"),
        ("RCS Luxembourg B123456", "RCS Luxembourg_B123456"),
        ("au capital de 10  000 €", "au capital de_10_000_€"),
        ("Chaussée de Marche 210, 5100 Jambes", "Chaussée de Marche_210, 5100 Jambes"),
    ],
)
def test_numbers_keep_their_groups_and_their_labels(text: str, held: str) -> None:
    assert together(text) == held.replace("_", "\u00a0")


def test_a_label_stays_with_the_word_it_names() -> None:
    said = labelled("RPM {}", "Liège, division  Namur")
    assert said == "RPM\u00a0Liège, division Namur"
    assert labelled("{}", "BE68 5390") == "BE68\u00a05390"


@given(st.text())
def test_nothing_but_spaces_changes(text: str) -> None:
    assert together(text).split() == unbroken(text).split() == text.split()
    assert " " not in unbroken(text)
