"""Which licences the terms of 2017 do not hold for."""

import pytest

from app.domain.choices import PriceBasis
from app.domain.programme import is_new_commerce


@pytest.mark.parametrize(
    ("sku", "basis", "later"),
    [
        ("CFQ7TTC0LH18:0001:P1M:Monthly", PriceBasis.MONTH, True),
        ("CFQ7TTC0LH18:0001:P1Y:Annual", PriceBasis.TERM, True),
        ("031C9E47-4802-4248-838E-778FB1D2CC05", PriceBasis.MONTH, False),
        ("A:B:P1M", PriceBasis.MONTH, False),
        ("", PriceBasis.MONTH, False),
        (None, PriceBasis.MONTH, False),
        (None, PriceBasis.TERM, True),
    ],
)
def test_a_licence_is_of_new_commerce_where_it_has_a_term_of_its_own(
    sku: str | None, basis: PriceBasis, later: bool
) -> None:
    assert is_new_commerce(sku, basis) is later
