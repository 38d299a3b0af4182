from __future__ import annotations

import pytest

from app.use_cases.vat_numbers import vat_number_doubts


@pytest.mark.parametrize(
    ("number", "country"),
    [
        ("BE 0555.639.952", "BE"),
        ("0555639952", "be"),
        ("be0555639952", "FR"),
        ("FR 40 303 265 045", "BE"),
        ("LU 150 274 42", ""),
        ("", "BE"),
        ("US-12-345", "BE"),
        ("0123", ""),
        ("0123", "US"),
    ],
)
def test_a_number_that_can_be_right_is_not_doubted(number: str, country: str) -> None:
    assert vat_number_doubts(number, country) == ()


@pytest.mark.parametrize(
    ("number", "country", "named"),
    [
        ("BE0123", "FR", "BE"),
        ("0123", "BE", "BE"),
        ("BE 0555.639.953", "BE", "BE"),
        ("FR 41 303 265 045", "BE", "FR"),
        ("150 274 43", "lu", "LU"),
        ("NL123", "", "NL"),
        ("CHE-1", "CH", "CH"),
        ("DE1", "BE", "DE"),
    ],
)
def test_a_number_that_cannot_be_right_is_warned_of(
    number: str, country: str, named: str
) -> None:
    (found,) = vat_number_doubts(number, country, "here")
    assert (found.code, found.where) == ("vat_number_doubtful", "here")
    assert dict(found.parameters) == {"value": number, "country": named}
