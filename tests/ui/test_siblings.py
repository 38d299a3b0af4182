from __future__ import annotations

import pytest

from ui.models.line_rows import Row
from ui.models.siblings import siblings

PLACES = (
    "",
    "packs[0]",
    "packs[0].options[0]",
    "packs[0].options[1]",
    "packs[1]",
    "",
    "partner_services[0]",
)
ROWS = [
    Row(key=place or f"h{at}", name="", place=place) for at, place in enumerate(PLACES)
]


def test_a_pack_takes_its_options_along() -> None:
    found = siblings(ROWS, "packs[0]")
    assert (found.spans, found.at) == (((1, 4), (4, 5)), 0)
    assert [found.target(row) for row in (0.0, 4.2, 4.8, 9.0)] == [0, 0, 1, 1]
    assert (found.row_before(0), found.row_before(1)) == (4, 5)


def test_options_stay_under_their_pack_and_a_line_alone_stays() -> None:
    assert siblings(ROWS, "packs[0].options[1]").spans == ((2, 3), (3, 4))
    assert not siblings(ROWS, "partner_services[0]").several
    with pytest.raises(LookupError):
        siblings(ROWS, "gone")
