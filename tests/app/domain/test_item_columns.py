"""Items kept as columns are the items that a tuple would hold."""

from dataclasses import replace

from hypothesis import given, settings

from app.domain.columns import COLUMNS
from app.domain.fingerprint import with_fingerprints
from app.domain.item_columns import ItemColumns, some_of
from app.domain.price_list import PriceList
from tests.app.domain.build import DOCK, PACK
from tests.strategies import price_lists


def in_columns(price_list: PriceList) -> ItemColumns:
    items = price_list.items
    columns = {each.name: [each.of(item) for item in items] for each in COLUMNS}
    return ItemColumns(columns, len(items))


@settings(max_examples=40)
@given(price_lists())
def test_columns_hold_the_same_items(price_list: PriceList) -> None:
    items = in_columns(price_list)
    assert len(items) == len(price_list.items)
    assert items == price_list.items
    assert [*items, *items[:1]] == [*price_list.items, *price_list.items[:1]]
    assert hash(items) == hash(price_list.items)
    assert repr(items) == repr(price_list.items)
    assert replace(price_list, items=[*items]) == price_list
    places = range(len(items))
    assert tuple(some_of(items, places)) == price_list.items
    assert tuple(some_of(price_list.items, places)) == price_list.items


@settings(max_examples=40)
@given(price_lists())
def test_columns_have_the_fingerprints_of_their_items(price_list: PriceList) -> None:
    held = replace(price_list, items=in_columns(price_list))
    assert with_fingerprints(held) == with_fingerprints(price_list)


def test_a_column_left_out_says_what_an_item_says_by_itself() -> None:
    kept = ("sku", "kind", "name")
    columns = {
        each.name: [each.of(item) for item in (DOCK, PACK)]
        for each in COLUMNS
        if each.name in kept
    }
    items = ItemColumns(columns, 2)
    assert items.column("price_basis") == [each.price_basis for each in items]
    assert items.column("family") is None
    assert items != [*items]
