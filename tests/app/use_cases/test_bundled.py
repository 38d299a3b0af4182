"""The bundled sample exercises all that a list and a quote may hold."""

from __future__ import annotations

import datetime as dt
from itertools import combinations

from app.domain.choices import LIST_KINDS, CommissionBasis, Kind, PriceBasis, Term
from app.domain.columns import cells
from app.domain.price_list import Item
from app.pricelist.columns import COLUMNS
from app.use_cases.bundled import is_sample, policies, sample_list, sample_quote
from tests.app.domain.build import a_list

ITEMS = sample_list().items
PACKS = [item for item in ITEMS if item.kind is Kind.PACK]


def of_kind(kind: Kind) -> list[Item]:
    return [item for item in ITEMS if item.kind is kind]


def test_there_are_about_sixty_items_of_every_kind() -> None:
    assert 55 <= len(ITEMS) <= 70
    assert {item.kind for item in ITEMS} == set(LIST_KINDS)


def test_every_optional_column_is_exercised_by_a_row() -> None:
    filled = {column for item in ITEMS for column in cells(item)}
    assert set(COLUMNS) <= filled
    assert {"description_fr", "description_en"} <= filled
    assert any(item.price_basis is PriceBasis.TERM for item in ITEMS)
    assert any(item.commission_basis is CommissionBasis.CONTRACT for item in ITEMS)


def test_every_item_has_a_name_in_both_languages() -> None:
    assert all(item.name.get("fr") and item.name.get("en") for item in ITEMS)


def test_it_says_that_it_is_invented() -> None:
    assert sample_list().list_id.startswith("SAMPLE")
    assert all("inventé" in item.description.get("fr") for item in PACKS)
    assert all("invented" in item.description.get("en") for item in PACKS)
    assert is_sample(sample_list())
    assert not is_sample(a_list(*ITEMS))


def test_packs_are_for_four_families_and_no_two_include_the_same() -> None:
    assert len({item.family for item in PACKS}) >= 4
    contents = [frozenset(sku for sku, _ in item.includes) for item in PACKS]
    assert len(set(contents)) == len(contents)
    assert all(contents)


def test_three_manufacturers_make_the_hardware() -> None:
    makers = {item.manufacturer for item in of_kind(Kind.HARDWARE)}
    assert len(makers - {"", "Microsoft"}) >= 3


def test_w2_every_pack_holds_hardware_to_install() -> None:
    kinds = {item.sku: item.kind for item in ITEMS}
    for pack in PACKS:
        assert any(kinds[sku] is Kind.HARDWARE for sku, _ in pack.includes)


def test_w5_an_office_upgrade_has_a_price_and_a_commission_per_term() -> None:
    offices = [item for item in of_kind(Kind.UPGRADE) if item.sku.startswith("O365")]
    assert offices
    for item in offices:
        for term in Term:
            assert item.prices.at(term)
            assert item.commissions.at(term)


def test_w7_some_items_are_not_offered_for_twelve_months() -> None:
    assert any(item.prices and item.prices.at(Term.MONTHS_12) is None for item in ITEMS)


def test_w9_warranties_bind_at_different_months() -> None:
    most = {item.max_warranty_months for item in ITEMS if item.max_warranty_months}
    assert most == {36, 48, 60}
    assert any(item.price_extension for item in ITEMS)
    earning = [item for item in ITEMS if item.commissions]
    assert any(item.commission_extension is None for item in earning)
    assert any(item.commission_extension for item in earning)


def test_w12_exactly_one_return_item_fits_each_pack() -> None:
    returns = of_kind(Kind.RETURN)
    assert len(returns) == 2
    for pack in PACKS:
        assert sum(item.fits_pack(pack) for item in returns) == 1


def test_longer_terms_cost_less_a_month_and_earn_more() -> None:
    for item in ITEMS:
        for values, step in ((item.prices, -1), (item.commissions, 1)):
            known = [value for _, value in values.pairs() if value is not None]
            for shorter, longer in combinations(known, 2):
                assert (longer.decimal - shorter.decimal) * step >= 0


def test_the_quote_holds_one_of_everything() -> None:
    asked = sample_quote().proposal
    options = [option for pack in asked.packs for option in pack.options]
    kinds = {item.sku: item.kind for item in ITEMS}
    assert any(kinds[option.sku] is Kind.UPGRADE for option in options)
    assert any(option.optional for option in options)
    assert any(option.alternative_to for option in options)
    assert asked.partner_services
    assert asked.subscriptions
    assert {bool(line.answer) for line in asked.special_requests} == {True, False}


def test_the_policies_and_rates_are_there() -> None:
    known = policies()
    assert known.waas_named("waas-2017")
    assert known.csp_named("csp-2017")
    for country in ("BE", "FR", "LU", "CH"):
        assert known.vat_percent(country, dt.date(2026, 11, 23))
