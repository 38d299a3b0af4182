"""Terms and days as lists write them."""

from __future__ import annotations

from datetime import date

import pytest

from app.pricelist.mapping.months import day_in, months


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("36", 36),
        ("36 mois", 36),
        ("24 Months", 24),
        ("12m", 12),
        ("3 ans", 36),
        ("1 an", 12),
        ("2 years", 24),
        ("P3Y", None),
        ("mois", None),
        ("36 jours", None),
        ("-12", None),
    ],
)
def test_a_length_is_read(text: str, count: int | None) -> None:
    assert months(text) == count


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Tarif au 01-01-2026", date(2026, 1, 1)),
        ("TARIF AU 15/03/2026", date(2026, 3, 15)),
        ("Prix dès le 1er février 2026", date(2026, 2, 1)),
        ("prices-2026-11.xlsx", date(2026, 11, 1)),
        ("202611_tarif", date(2026, 11, 1)),
        ("Price list, December 2026", date(2026, 12, 1)),
        ("2026-11-22", date(2026, 11, 22)),
        ("Gültig ab 01.02.2026 – netto", date(2026, 2, 1)),
        ("Prices from 02.28.2026", date(2026, 2, 28)),
        ("Tarif au 01-02-2026", None),
        ("31/02/2026", None),
        ("Tarif 2026", None),
        ("EAN 3250391584123", None),
        ("", None),
    ],
)
def test_a_title_says_a_day_where_it_can_be_but_one(
    text: str, day: date | None
) -> None:
    assert day_in(text) == day
