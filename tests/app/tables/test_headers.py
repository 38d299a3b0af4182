from __future__ import annotations

import pytest

from app.tables.headers import plain


@pytest.mark.parametrize(
    "written",
    [
        "référence",
        "RÉFÉRENCE",
        "Reference",
        " Ré fé\u00a0rence ",
        "re\u0301fe\u0301rence",
    ],
)
def test_case_accents_and_spaces_of_a_name_do_not_matter(written: str) -> None:
    assert plain(written) == "reference"


@pytest.mark.parametrize("written", ["price_36", "Price 36", "price-36", "PRICE36"])
def test_joining_signs_of_a_name_do_not_matter(written: str) -> None:
    assert plain(written) == "price36"
