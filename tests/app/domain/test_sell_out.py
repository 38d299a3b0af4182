"""W3: what signed contracts sold, by manufacturer and product."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.choices import Kind, Status
from app.domain.contract import Contract, CreditCheck, Outcome
from app.domain.localized import Localized
from app.domain.period import Period
from app.domain.price_list import Item
from app.domain.proposal import AnyLine, PackLine
from app.domain.sell_out import Sale, SellOut, Ware, sell_out, sold_on, total
from tests.app.domain.build import (
    DOCK,
    ITEMS,
    NOTEBOOK,
    OFFICE,
    PACK,
    UPGRADE,
    item,
    option,
    pack,
    request,
    service,
    subscription,
)

MAY = Period(date(2026, 5, 1), date(2026, 5, 31))
DAY = date(2026, 5, 12)
MADE = (
    replace(NOTEBOOK, manufacturer="Brivane"),
    replace(OFFICE, manufacturer="Microsoft"),
    replace(UPGRADE, manufacturer="Microsoft"),
    replace(DOCK, manufacturer="brivane "),
    item("O365", Kind.SUBSCRIPTION, manufacturer="Microsoft"),
)


def sale(*lines: AnyLine, on: date = DAY, items: tuple[Item, ...] = MADE) -> Sale:
    """A contract over the lists of the tests, in which these items are otherwise."""
    wares = {each.sku: Ware.of(each) for each in (*ITEMS, *items)}
    return Sale(on, lines, wares)


def sold(*sales: Sale) -> dict[tuple[str, str], int]:
    found = sell_out(MAY, sales).products
    return {(each.manufacturer, each.sku): each.quantity for each in found}


def test_a_pack_counts_as_what_it_includes_and_as_its_options() -> None:
    assert sold(sale(pack(option("DOCK", 5), quantity=12))) == {
        ("brivane", "DOCK"): 5,
        ("brivane", "NOTEBOOK"): 12,
        ("Microsoft", "OFFICE"): 12,
    }


def test_each_unit_of_what_is_included_counts() -> None:
    two = replace(PACK, includes=(("NOTEBOOK", 2),))
    assert sold(sale(pack(quantity=3), items=(*MADE, two))) == {
        ("Brivane", "NOTEBOOK"): 6
    }


def test_an_upgrade_is_sold_in_place_of_what_it_replaces() -> None:
    found = sold(sale(pack(option("UPGRADE", 5), quantity=12)))
    assert found["Microsoft", "OFFICE"] == 7
    assert found["Microsoft", "UPGRADE"] == 5
    whole = sold(sale(pack(option("UPGRADE", 12), quantity=12)))
    assert ("Microsoft", "OFFICE") not in whole


def test_an_upgrade_of_nobody_is_of_whom_it_replaces() -> None:
    found = sold(sale(pack(option("UPGRADE", 5)), items=(*MADE, UPGRADE)))
    assert found["Microsoft", "UPGRADE"] == 5


def test_an_upgrade_of_what_another_pack_includes_replaces_nothing() -> None:
    other = replace(UPGRADE, replaces=("GONE",), manufacturer="Microsoft")
    found = sold(sale(pack(option("UPGRADE", 5)), items=(*MADE, other)))
    assert found["Microsoft", "OFFICE"] == 12
    assert found["Microsoft", "UPGRADE"] == 5


def test_a_pack_of_a_manufacturer_counts_itself_too() -> None:
    made = replace(PACK, manufacturer="Koldrik")
    found = sold(sale(pack(quantity=3), items=(*MADE, made)))
    assert found == {
        ("Brivane", "NOTEBOOK"): 3,
        ("Koldrik", "PACK"): 3,
        ("Microsoft", "OFFICE"): 3,
    }


@pytest.mark.parametrize("includes", [(), (("GONE", 1),)])
def test_a_pack_of_which_nothing_is_known_is_not_lost(
    includes: tuple[tuple[str, int], ...],
) -> None:
    bare = replace(PACK, includes=includes)
    assert sold(sale(pack(quantity=3), items=(bare,))) == {("", "PACK"): 3}


def test_what_names_no_manufacturer_stands_at_the_end_and_is_not_lost() -> None:
    lines = (pack(quantity=1), request(quantity=4), subscription(7))
    found = sell_out(MAY, [sale(*lines, items=MADE[:1])])
    assert [(each.manufacturer, each.sku) for each in found.products] == [
        ("Brivane", "NOTEBOOK"),
        ("", ""),
        ("", "O365"),
        ("", "OFFICE"),
    ]
    assert found.products[1].name == request().text
    assert found.products[1].quantity == 4
    assert found.products[2].name == Localized.same("O365")


def test_what_the_partner_offers_itself_is_reported_by_nobody() -> None:
    assert sold(sale(service(), subscription(7))) == {("Microsoft", "O365"): 7}


def test_only_what_is_firm_is_sold() -> None:
    firm = pack(option("DOCK", 1, optional=True), quantity=2)
    other = pack(option("DOCK", 9), optional=True, id="other")
    another = pack(alternative_to="pack", id="another")
    assert sold(sale(firm, other, another)) == {
        ("Brivane", "NOTEBOOK"): 2,
        ("Microsoft", "OFFICE"): 2,
    }


def test_a_manufacturer_is_the_same_however_it_is_spelt() -> None:
    spelt = {DAY: "Brivane", DAY + timedelta(1): "BRIVANE  SA", DAY - timedelta(1): "B"}
    sales = [
        sale(
            pack(quantity=1),
            on=day,
            items=(replace(NOTEBOOK, manufacturer=name), OFFICE),
        )
        for day, name in spelt.items()
    ]
    last = sale(
        pack(quantity=1),
        on=DAY + timedelta(2),
        items=(replace(NOTEBOOK, manufacturer=" brivane sa"), OFFICE),
    )
    assert sold(*sales, last) == {
        ("B", "NOTEBOOK"): 1,
        ("Brivane", "NOTEBOOK"): 1,
        ("brivane sa", "NOTEBOOK"): 2,
        ("", "OFFICE"): 4,
    }


def test_an_accent_moves_no_manufacturer_to_the_end() -> None:
    sales = [
        sale(pack(quantity=1), items=(replace(NOTEBOOK, manufacturer=name), OFFICE))
        for name in ("Zèbre", "Éclair", "Ardenne", "fagne")
    ]
    names = [name for name, _ in sell_out(MAY, sales).manufacturers]
    assert names == ["Ardenne", "Éclair", "fagne", "Zèbre", ""]


def test_a_product_has_the_name_of_its_newest_sale() -> None:
    renamed = replace(MADE[0], name=Localized.same("Newer"))
    newer = sale(pack(quantity=1), on=DAY + timedelta(1), items=(renamed,))
    older = sale(pack(quantity=1))
    for sales in ((newer, older), (older, newer)):
        found = sell_out(MAY, sales).products
        assert found[0].name == Localized.same("Newer")
        assert found[0].quantity == 2


@pytest.mark.parametrize(
    ("day", "counts"),
    [
        (MAY.first - timedelta(1), 0),
        (MAY.first, 1),
        (MAY.last, 1),
        (MAY.last + timedelta(1), 0),
    ],
)
def test_both_ends_of_the_period_count(day: date, counts: int) -> None:
    found = sell_out(MAY, [sale(pack(quantity=1), on=day)])
    assert found.contracts == counts
    assert bool(found.products) == bool(counts)


BOTH = Contract(
    distributor_signed_on=date(2026, 5, 2), customer_signed_on=date(2026, 5, 9)
)


def test_a_quote_is_sold_on_the_day_of_the_last_signature() -> None:
    assert sold_on(Status.ACCEPTED, BOTH) == date(2026, 5, 9)
    later = replace(BOTH, distributor_signed_on=date(2026, 6, 1))
    assert sold_on(Status.ACCEPTED, later) == date(2026, 6, 1)


@pytest.mark.parametrize(
    "contract",
    [replace(BOTH, distributor_signed_on=None), replace(BOTH, customer_signed_on=None)],
)
def test_one_signature_sells_nothing(contract: Contract) -> None:
    assert sold_on(Status.ACCEPTED, contract) is None


@pytest.mark.parametrize("status", [each for each in Status if each != "accepted"])
def test_only_an_accepted_quote_is_sold(status: Status) -> None:
    assert sold_on(status, BOTH) is None


def test_the_credit_check_takes_a_sale_away_only_where_it_is_refused() -> None:
    checks = {each: CreditCheck(each, date(2026, 7, 1)) for each in Outcome}
    granted = replace(BOTH, credit=checks[Outcome.GRANTED])
    refused = replace(BOTH, credit=checks[Outcome.REFUSED])
    assert sold_on(Status.ACCEPTED, granted) == date(2026, 5, 9)
    assert sold_on(Status.ACCEPTED, refused) is None


_days = st.dates(MAY.first - timedelta(3), MAY.last + timedelta(3))
_options = st.lists(
    st.builds(
        option,
        st.sampled_from(("DOCK", "UPGRADE", "GONE")),
        st.integers(1, 30),
        optional=st.booleans(),
    ),
    max_size=3,
)
_packs = st.builds(
    lambda options, **more: pack(*options, **more),
    _options,
    quantity=st.integers(1, 20),
    optional=st.booleans(),
)
_lines = st.lists(
    _packs
    | st.builds(request, quantity=st.integers(1, 9))
    | st.builds(subscription, st.integers(1, 9))
    | st.builds(service),
    max_size=4,
)
_items = st.sampled_from(
    (MADE, (), MADE[:2], (*MADE, replace(PACK, manufacturer="Koldrik")))
)
_sales = st.lists(
    st.builds(
        lambda lines, on, items: sale(*lines, on=on, items=items),
        _lines,
        _days,
        _items,
    ),
    max_size=6,
)


def sums(found: SellOut) -> Counter[tuple[str, str, str]]:
    counted: Counter[tuple[str, str, str]] = Counter()
    for each in found.products:
        words = "" if each.sku else str(each.name)
        counted[each.manufacturer.casefold(), each.sku, words] += each.quantity
    return counted


@given(_sales)
def test_the_totals_are_the_sum_over_the_contracts(sales: list[Sale]) -> None:
    whole = sell_out(MAY, sales)
    apart = [sell_out(MAY, [each]) for each in sales]
    counted: Counter[tuple[str, str, str]] = Counter()
    for each in apart:
        counted += sums(each)
    assert sums(whole) == counted
    assert len(whole.products) == len(counted)
    assert whole.contracts == sum(each.contracts for each in apart)
    assert whole.contracts == sum(each.on in MAY for each in sales)


@given(_sales, st.randoms(use_true_random=False))
def test_the_order_of_the_contracts_changes_nothing(
    sales: list[Sale], random: Random
) -> None:
    mixed = [*sales]
    random.shuffle(mixed)
    assert sell_out(MAY, mixed) == sell_out(MAY, sales)


@given(_sales)
def test_manufacturers_hold_every_product_once(sales: list[Sale]) -> None:
    found = sell_out(MAY, sales)
    groups = [*found.manufacturers]
    assert [each for _, own in groups for each in own] == [*found.products]
    assert len({name for name, _ in groups}) == len(groups)
    assert sum(total(own) for _, own in groups) == total(found.products)
    assert "" not in [name for name, _ in groups[:-1]]


@given(st.integers(1, 20), st.integers(1, 30))
def test_no_unit_that_was_included_is_lost_by_an_upgrade(packs: int, up: int) -> None:
    line: PackLine = pack(option("UPGRADE", up), quantity=packs)
    found = sold(sale(line))
    assert found.get(("Microsoft", "OFFICE"), 0) == max(packs - up, 0)
    assert found["Microsoft", "UPGRADE"] == up
