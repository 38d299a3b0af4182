"""What is sold and found: as going through every item would tell."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.catalogue import Catalogue
from app.domain.choices import OPTION_KINDS, Kind, Term
from app.domain.listing import words_of
from app.domain.localized import Localized
from app.domain.price_list import Item
from app.use_cases.bundled import sample_list
from ui.editor.opening import kept_and_current
from ui.models.stock import Found, Stock, Wanted
from ui.models.words import folded

DAY = date(2026, 11, 28)
SAMPLE = sample_list()
SKUS = [item.sku for item in SAMPLE.items]
WORDS = st.sampled_from(["Écran", "e\u0301cran", "dock USB-C", "3½", "Œuvre", "x" * 30])
TYPED = st.lists(
    st.sampled_from([*"eéd1w-", "ecr", "DOCK usb", "pack", "waas", "365", "usb-2", "²"])
)


def stock(items: Iterable[Item]) -> Stock:
    return Stock.of(Catalogue.of([replace(SAMPLE, items=tuple(items))]))


def wanted(search: str, pack: str = "", *starred: str) -> Wanted:
    return Wanted(Term.MONTHS_36, DAY, "p", pack, search, frozenset(starred))


def skus(found: Found) -> list[list[str]]:
    parts = (found.favourites, found.options, found.packs, found.subscriptions)
    return [[item.sku for item in part] for part in parts]


def beginnings(item: Item) -> set[str]:
    """Return what begins the words of an item, and the middles of its reference."""
    texts = [item.sku, item.family, item.manufacturer]
    texts += [text for _, text in (*item.name.texts, *item.description.texts)]
    words = {word for text in texts for word in words_of(folded(text))}
    found = {word[:end] for word in words for end in range(1, 25)}
    for word in words_of(folded(item.sku)):
        found |= {word[a:b] for b in range(len(word) + 1) for a in range(b - 2)}
    return found


def goes_with(item: Item, pack: Item) -> bool:
    held = {sku for sku, _ in pack.includes}
    replaced = item.kind is not Kind.UPGRADE or bool(held & {*item.replaces})
    priced = bool(item.prices) or item.price_once is not None
    return item.kind in OPTION_KINDS and replaced and priced and item.fits_pack(pack)


@st.composite
def changed(draw: st.DrawFn) -> Item:
    """Return an item of the sample with another name, days and reference."""
    item = draw(st.sampled_from(SAMPLE.items))
    days = st.none() | st.integers(-2, 2).map(lambda n: DAY + timedelta(days=n))
    return replace(
        item,
        sku=item.sku + draw(st.sampled_from(["", "-2", "/12365", "É9"])),
        name=Localized.of({"fr": draw(WORDS), "en": draw(WORDS)}),
        valid_from=draw(days),
        valid_to=draw(days),
    )


@given(
    st.lists(changed(), unique_by=lambda item: item.sku),
    TYPED,
    st.sampled_from(["", *SKUS]),
    st.sets(st.sampled_from(SKUS), max_size=2),
)
@settings(max_examples=80, deadline=None)
def test_what_is_found_is_what_holds_every_word(
    items: list[Item], typed: list[str], pack_sku: str, starred: set[str]
) -> None:
    made = stock(items)
    pack = made.catalogue.item(pack_sku)
    words = {word[:24] for word in words_of(folded(" ".join(typed)))}
    held = [i for i in items if i.sold_on(DAY) and words <= beginnings(i)]
    options = {i.sku for i in held if pack and goes_with(i, pack)}
    packs, others = (
        {i.sku for i in held if i.kind is kind}
        for kind in (Kind.PACK, Kind.SUBSCRIPTION)
    )
    parts = skus(made.find(wanted(" ".join(typed), pack_sku, *starred)))
    assert [*map(set, parts)] == [
        (options | packs | others) & starred,
        options - starred,
        packs - starred,
        others - starred,
    ]


@pytest.mark.parametrize("typed", ["sku-00417", "00417", "417", "SKU 0041"])
def test_a_reference_is_found_by_its_beginning_and_its_last_digits(typed: str) -> None:
    pack = SAMPLE.items[0]
    many = stock(replace(pack, sku=f"SKU-{n:05}") for n in range(1_000))
    found = skus(many.find(wanted(typed)))[2]
    assert "SKU-00417" in found
    assert len(found) < 20


def test_two_signs_find_no_middle() -> None:
    pack = replace(SAMPLE.items[0], sku="AB-7E35")
    assert skus(stock([pack]).find(wanted("e3")))[2] == []
    assert skus(stock([pack]).find(wanted("e35")))[2] == ["AB-7E35"]


def test_families_stay_together_in_the_order_they_first_come() -> None:
    pack = SAMPLE.items[0]
    items = [
        replace(pack, sku=f"S{n}", family=family) for n, family in enumerate("BABA")
    ]
    assert skus(stock(items).find(wanted("")))[2] == ["S0", "S2", "S1", "S3"]


@st.composite
def kept_rows(draw: st.DrawFn) -> Item:
    """Return an item as a quote keeps it: another price, and perhaps other words."""
    item = draw(st.sampled_from(SAMPLE.items))
    other = draw(st.sampled_from(SAMPLE.items))
    alike = [{}, {"prices": other.prices}, {"includes": other.includes}]
    unlike = [{"name": other.name}, {"fits": other.fits}, {"family": "Autre"}]
    fields: dict[str, Any] = draw(st.sampled_from([*alike, *unlike]))
    return replace(item, **fields)


@given(
    st.lists(kept_rows(), unique_by=lambda item: item.sku, max_size=4),
    TYPED,
    st.sampled_from(["", *SKUS]),
)
@settings(max_examples=80, deadline=None)
def test_what_a_quote_keeps_is_found_as_if_all_were_made_for_it(
    kept: list[Item], typed: list[str], pack_sku: str
) -> None:
    today = Catalogue.of([SAMPLE])
    past = replace(SAMPLE, version="0", items=tuple(kept))
    lists = kept_and_current([past], today)
    anew = Stock.of(lists, today)
    made = Stock.of(today).at(lists, kept) or anew
    asked = wanted(" ".join(typed), pack_sku)
    assert [*made.find(asked).options] == [*anew.find(asked).options]
    assert [*made.find(asked).packs] == [*anew.find(asked).packs]
    assert [*made.find(asked).subscriptions] == [*anew.find(asked).subscriptions]
    assert made.catalogue is lists


def test_other_prices_alone_make_nothing_anew() -> None:
    today = Catalogue.of([SAMPLE])
    kept = [replace(each, cost_once=None) for each in SAMPLE.items[:3]]
    past = replace(SAMPLE, version="0", items=tuple(kept))
    lists = kept_and_current([past], today)
    assert Stock.of(today).at(lists, kept) is not None
