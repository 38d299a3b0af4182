from __future__ import annotations

import pytest

from i18n.currencies import is_currency


@pytest.mark.parametrize("code", ["EUR", "CHF", "USD", "GBP", "JPY", "XOF"])
def test_currencies_are_known(code: str) -> None:
    assert is_currency(code)


@pytest.mark.parametrize("code", ["", "eur", "EURO", "€", "ZZZ", "XXX", "XTS", " EUR"])
def test_what_is_no_currency_is_not(code: str) -> None:
    assert not is_currency(code)
