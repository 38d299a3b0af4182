from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.accent import LEAST, contrast, legible, tint

colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def test_contrast_goes_from_one_to_twenty_one() -> None:
    assert contrast("#ffffff", "#ffffff") == pytest.approx(1)
    assert contrast("#000000", "#ffffff") == contrast("#ffffff", "#000000")
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    # The grey that just passes, as every guide to WCAG names it.
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


def test_a_dark_colour_stays_and_a_light_one_is_darkened() -> None:
    assert legible("#0b5c5a") == "#0b5c5a"
    assert legible("#0B5C5A") == "#0b5c5a"
    assert legible("#ffcc00") == "#826800"
    assert tint("#0b5c5a") == "#e9f0f0"


@given(colours)
def test_every_colour_can_be_read_on_white_and_on_its_tint(colour: str) -> None:
    shown = legible(colour)
    assert contrast(shown, tint(shown)) >= LEAST
    assert contrast(shown, "#ffffff") >= LEAST
    assert legible(shown) == shown
