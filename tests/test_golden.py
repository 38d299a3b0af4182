"""No paper looks otherwise than it did, unless its picture was drawn anew."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PIL import Image

from tests.app.documents import samples
from tests.golden import FOLDER, LEEWAY, differing, drawn, papers


@pytest.mark.parametrize("name", papers())
def test_the_paper_looks_as_it_did(name: str) -> None:
    with Image.open(FOLDER / f"{name}.png") as before:
        now = drawn(papers()[name]())
        assert differing(now, before) <= LEEWAY, (
            f"{name}: if it should look so, python -m tests.golden draws it anew"
        )


def test_no_picture_is_left_of_a_paper_that_is_no_more() -> None:
    assert {path.stem for path in FOLDER.iterdir()} == papers().keys()


def test_one_word_is_seen() -> None:
    before = drawn(samples.pdf())
    assert differing(drawn(samples.pdf()), before) == 0
    said = replace(samples.PROPOSAL, reference="Votre demande du lundi")
    assert differing(drawn(samples.pdf(proposal=said)), before) > LEEWAY
