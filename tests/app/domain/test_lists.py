"""Versions, catalogues, fingerprints, changes and validity."""

import datetime as dt
import hashlib
import json
from dataclasses import dataclass, fields, replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.catalogue import Catalogue
from app.domain.choices import CommissionBasis, Edition, Kind, PriceBasis
from app.domain.columns import cells, has_confidential, heading, is_confidential
from app.domain.fingerprint import with_fingerprints
from app.domain.localized import Localized
from app.domain.money import UnitPrice
from app.domain.price_changes import CellChange, price_changes
from app.domain.price_list import Item, PriceList, items_of
from app.domain.resolved import resolve
from app.domain.validity import completed, last_day
from app.domain.versions import (
    Standing,
    any_begun,
    current,
    made_of,
    revised,
    standing,
    version_key,
)
from app.use_cases.bundled import policies
from tests.app.domain.build import (
    DAY,
    DOCK,
    EXAMPLE,
    PACK,
    a_list,
    a_quote,
    catalogue,
    commissions,
    euro,
    item,
    prices,
    proposal,
    service,
)
from tests.strategies import price_lists


@pytest.mark.parametrize(
    ("lower", "higher"),
    [("9", "10"), ("2026-9", "2026-10"), ("1.2", "1.10"), ("1", "1a"), ("a9", "a10")],
)
def test_versions_compare_run_by_run(lower: str, higher: str) -> None:
    assert version_key(lower) < version_key(higher)


def test_a_list_has_begun_from_its_first_day_on() -> None:
    one = replace(a_list(), valid_from=DAY)
    later = replace(a_list(), valid_from=DAY + dt.timedelta(1))
    assert any_begun([later, one], DAY)
    assert not any_begun([later], DAY)
    assert not any_begun([], DAY)


@pytest.mark.parametrize(
    ("version", "made", "later"),
    [
        ("2021-05", "2021-05+1", "2021-06"),
        ("2021-05+1", "2021-05+2", "2021-05b"),
        ("2021-05+9", "2021-05+10", "2021-05.1"),
        ("9", "9+1", "10"),
        ("b", "b+1", "c"),
    ],
)
def test_what_is_made_of_a_version_is_above_it_and_below_the_next(
    version: str, made: str, later: str
) -> None:
    assert revised(version) == made
    assert version_key(version) < version_key(made)
    assert version_key(made) < version_key(later)


@given(st.text(min_size=1, max_size=8))
def test_what_is_made_of_a_version_is_always_above_it(version: str) -> None:
    assert version_key(version) < version_key(revised(version))


def test_the_current_list_is_the_highest_that_has_begun() -> None:
    lists = [
        a_list(version="2", valid_from=dt.date(2026, 2, 1)),
        a_list(version="10", valid_from=dt.date(2026, 3, 1)),
        a_list(version="11", valid_from=dt.date(2027, 1, 1)),
        a_list(version="9", valid_from=dt.date(2026, 3, 1)),
        a_list(version="010", valid_from=dt.date(2026, 3, 1)),
        a_list(list_id="OTHER", version="1"),
    ]
    assert [each.version for each in current(lists, DAY)] == ["010", "1"]


def test_a_fingerprint_is_over_what_a_list_says() -> None:
    one, other = a_list(PACK, DOCK), a_list(DOCK, PACK)
    assert one.fingerprint == other.fingerprint
    assert one.file_fingerprint == other.file_fingerprint
    dearer = a_list(replace(PACK, prices=prices("", "", "50")), DOCK)
    assert dearer.fingerprint != one.fingerprint


def test_a_fingerprint_never_depends_on_commissions_and_costs() -> None:
    one = a_list(PACK)
    other = a_list(
        replace(
            PACK,
            commissions=commissions("1", "2", "3"),
            cost_month=euro("7"),
            cost_once=euro("8"),
        )
    )
    assert one.fingerprint == other.fingerprint
    assert one.file_fingerprint != other.file_fingerprint


def sha_256(price_list: PriceList, *, secret: bool) -> str:
    """The fingerprint as it is defined, its text held whole."""
    rows = [
        {
            column: text
            for column, text in cells(item).items()
            if secret or not is_confidential(column)
        }
        for item in price_list.items
    ]
    rows.sort(key=lambda row: row["sku"])
    said = [heading(price_list), rows]
    text = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


@settings(max_examples=40)
@given(price_lists())
def test_fingerprints_are_over_the_list_as_json(price_list: PriceList) -> None:
    marked = with_fingerprints(price_list)
    assert marked.fingerprint == sha_256(price_list, secret=False)
    assert marked.file_fingerprint == sha_256(price_list, secret=True)


@settings(max_examples=40)
@given(price_lists())
def test_many_items_are_made_as_each_by_itself(price_list: PriceList) -> None:
    columns = {
        field.name: [getattr(item, field.name) for item in price_list.items]
        for field in fields(Item)
    }
    made = items_of(columns, len(price_list.items))
    assert made == price_list.items
    assert [*map(hash, made)] == [*map(hash, price_list.items)]


def test_what_no_column_says_an_item_has_by_itself() -> None:
    names = [DOCK.name, PACK.name]
    kinds = [Kind.HARDWARE, Kind.PACK]
    made = items_of({"sku": ["A", "B"], "kind": kinds, "name": names}, 2)
    assert made == tuple(
        Item(sku=sku, kind=kind, name=name)
        for sku, kind, name in zip("AB", kinds, names, strict=True)
    )


def test_an_item_as_cells_says_everything() -> None:
    shown = cells(
        replace(
            DOCK,
            includes=(("A", 1), ("B", 2)),
            trial=True,
            valid_to=DAY,
            description=Localized.of({"fr": "Station"}),
        )
    )
    assert shown["includes"] == "A|B*2"
    assert shown["trial"] == "yes"
    assert shown["valid_to"] == "2026-11-22"
    assert shown["price_36"] == "5.55"
    assert shown["description_fr"] == "Station"
    assert "cost_month" not in shown


def test_changes_say_what_is_added_removed_and_changed() -> None:
    old = a_list(PACK, DOCK)
    new = a_list(
        replace(
            DOCK,
            prices=prices("", "6.40", "6.00"),
            commissions=commissions("3", "4", "7.50"),
            name=Localized.same("Docking"),
        ),
        item("NEW"),
        version="2",
    )
    changes = price_changes(old, new)
    assert [sku for sku, _ in changes.added] == ["NEW"]
    assert [sku for sku, _ in changes.removed] == ["PACK"]
    assert changes.heading == (CellChange("version", "1", "2"),)
    moved = {
        cell.column: (cell.before, cell.after) for cell in changes.changed[0].cells
    }
    assert moved["price_12"] == ("7.9", "")
    assert moved["price_36"] == ("5.55", "6")
    assert moved["commission_36"] == ("5", "7.5")
    assert moved["name_fr"] == ("Dock", "Docking")
    percents = {cell.column: cell.percent for cell in changes.changed[0].cells}
    assert percents["price_36"] == Decimal("8.1")
    assert percents["price_12"] is None
    assert percents["name_fr"] is None


def test_shown_changes_hold_no_commission_and_no_cost() -> None:
    old = a_list(PACK, DOCK)
    new = a_list(replace(PACK, commissions=commissions("1")), DOCK)
    changes = price_changes(old, new)
    assert changes
    assert not changes.shown()


def test_changed_prices_stand_first_whatever_the_partner_earns() -> None:
    old = a_list(PACK, DOCK, item("CABLE"))
    renamed = replace(PACK, name=Localized.of({"en": "Other"}))
    cheaper = replace(item("CABLE"), prices=prices("1"))
    earns = replace(DOCK, commissions=commissions("1"), name=renamed.name)
    changes = price_changes(old, a_list(renamed, earns, cheaper))
    assert [each.sku for each in changes.changed] == ["CABLE", "PACK", "DOCK"]
    assert [each.sku for each in changes.shown().changed] == ["CABLE", "PACK", "DOCK"]


def test_an_items_prices_stand_before_its_names() -> None:
    new = replace(DOCK, name=Localized.of({"en": "Other"}), prices=prices("1"))
    (item_,) = price_changes(a_list(PACK, DOCK), a_list(PACK, new)).changed
    kinds = [cell.is_price for cell in item_.cells]
    assert kinds == sorted(kinds, reverse=True)
    assert {True, False} == set(kinds)


def test_a_price_that_was_zero_rose_by_no_percentage() -> None:
    assert CellChange("price_36", "0", "5").percent is None
    assert CellChange("price_36", "0", "5").difference == Decimal(5)
    assert CellChange("price_basis", "month", "term").percent is None
    assert not CellChange("price_36", "0", "5").is_day
    assert CellChange("valid_from", "2026-01-01", "2026-02-01").is_day


def only_price(before: PriceList, after: PriceList) -> CellChange:
    """The one price that changes from a list to another."""
    (change,) = price_changes(before, after).changed
    (cell,) = [each for each in change.cells if each.is_price]
    return cell


def licences(basis: PriceBasis, price: str, currency: str = "EUR") -> PriceList:
    money = UnitPrice.parse(price, currency)
    row = item("M365", Kind.SUBSCRIPTION, price_month=money, price_basis=basis)
    return replace(a_list(row), currency=currency)


def test_prices_in_two_currencies_are_not_compared() -> None:
    euros, francs = (licences(PriceBasis.MONTH, "5"), licences(PriceBasis.MONTH, "6"))
    assert only_price(euros, francs).percent == 20
    francs = licences(PriceBasis.MONTH, "6", "CHF")
    cell = only_price(euros, francs)
    assert (cell.before, cell.after) == ("5", "6")
    assert cell.difference is None
    assert cell.percent is None


def test_a_price_of_a_month_and_one_of_a_year_are_not_compared() -> None:
    yearly = licences(PriceBasis.TERM, "60")
    cell = only_price(licences(PriceBasis.MONTH, "5"), yearly)
    assert (cell.difference, cell.percent) == (None, None)


def test_what_was_not_offered_rose_by_no_amount() -> None:
    assert CellChange("price_36", "49.9", "47.4").difference == Decimal("-2.5")
    assert CellChange("price_36", "", "5").difference is None
    assert CellChange("price_36", "5", "").difference is None
    assert CellChange("family", "1", "2").difference is None


def test_items_that_begin_with_their_list_are_no_changes() -> None:
    later = DAY + dt.timedelta(days=31)
    alone = DAY + dt.timedelta(days=5)
    old = a_list(replace(PACK, valid_from=DAY), replace(DOCK, valid_from=DAY))
    new = a_list(replace(PACK, valid_from=later), replace(DOCK, valid_from=alone))
    old, new = replace(old, valid_from=DAY), replace(new, valid_from=later)
    changes = price_changes(old, new)
    assert [each.column for each in changes.heading] == ["valid_from"]
    (change,) = changes.changed
    assert change.sku == DOCK.sku
    assert [each.column for each in change.cells] == ["valid_from"]


def test_the_same_list_does_not_change() -> None:
    assert not price_changes(a_list(PACK), a_list(PACK))


def test_a_quote_holds_thirty_days_and_never_past_its_prices() -> None:
    waas = policies().waas[0]
    assert last_day(resolve(EXAMPLE, catalogue()), waas) == dt.date(2026, 12, 22)
    short = catalogue(valid_to=dt.date(2026, 12, 5))
    assert last_day(resolve(EXAMPLE, short), waas) == dt.date(2026, 12, 5)
    ended = catalogue(valid_to=dt.date(2026, 1, 5))
    assert last_day(resolve(EXAMPLE, ended), waas) == DAY
    late = replace(EXAMPLE, date=dt.date.max)
    assert last_day(resolve(late, catalogue()), waas) == dt.date.max


def test_a_quote_is_completed_with_what_it_left_open() -> None:
    waas = policies().waas[0]
    open_ = replace(EXAMPLE, customer=replace(EXAMPLE.customer, country=""))
    full = completed(resolve(open_, catalogue()), waas)
    assert (full.customer.country, full.valid_until) == ("BE", dt.date(2026, 12, 22))
    assert completed(resolve(full, catalogue()), waas) == full


def test_nothing_is_known_without_a_list() -> None:
    nothing = resolve(EXAMPLE, Catalogue.of([]))
    assert (nothing.currency, nothing.country, nothing.distributor) == ("", "", "")
    assert nothing.packs == ()


def test_a_catalogue_cut_to_nothing_keeps_its_first_list() -> None:
    cut = catalogue().only(["NOBODY"])
    assert [(each.list_id, each.items) for each in cut.lists] == [("TEST", ())]
    assert catalogue().item("NOBODY") is None


def test_list_heading_leaves_out_what_is_empty() -> None:
    assert "valid_to" not in heading(a_list())
    assert heading(a_list(valid_to=DAY))["valid_to"] == "2026-11-22"
    assert with_fingerprints(a_list()) == a_list()


def test_localized_texts_fall_back_to_any_language() -> None:
    text = Localized.of({"nl": "Dokstation", "fr": ""})
    assert (text.get("fr"), text.best("fr")) == ("", "Dokstation")
    assert Localized.of({"en": "Dock", "nl": "Dok"}).best("fr") == "Dock"
    assert Localized().best("fr") == ""
    assert not Localized()
    assert text


def test_lines_know_their_places_and_editions_their_languages() -> None:
    asked = proposal(partner_services=(service(),))
    assert [place for place, _ in asked.places()] == ["partner_services[0]"]
    assert Edition.FR_EN.languages == ("fr", "en")
    assert a_quote().answer_commission("x") is None
    assert item("X", Kind.PACK, prices=prices("1")).one_off is False


@pytest.mark.parametrize(
    ("more", "earns"),
    [
        ({"prices": prices("", "", "49.90")}, False),
        ({"price_once": euro("85")}, False),
        ({"commissions": commissions("", "", "120")}, True),
        ({"commissions": commissions("", "", "0")}, True),
        ({"cost_month": euro("0")}, True),
        ({"cost_once": euro("9")}, True),
        ({"commission_basis": CommissionBasis.CONTRACT}, True),
    ],
)
def test_an_item_may_hold_what_only_the_partner_sees(
    more: dict[str, Any], earns: bool
) -> None:
    assert has_confidential(item("ONE", **more)) is earns


def test_a_version_for_next_month_waits_and_takes_over_on_its_day() -> None:
    now = a_list(version="1")
    later = a_list(version="2", valid_from=dt.date(2026, 12, 1))
    passed_over = a_list(version="1.5", valid_from=dt.date(2026, 12, 15))
    lists = (now, later, passed_over)

    def standings(day: dt.date) -> list[Standing]:
        return [standing(each, lists, day) for each in lists]

    assert standings(dt.date(2026, 11, 30)) == ["current", "waiting", "superseded"]
    assert standings(dt.date(2026, 12, 1)) == ["superseded", "current", "superseded"]
    assert current(lists, dt.date(2026, 12, 31)) == (later,)


@dataclass(frozen=True)
class Kept:
    """An imported version as the rules see it."""

    version: str
    in_use: bool = True
    list_id: str = "L"
    valid_from: dt.date = dt.date(2026, 1, 1)


def test_a_version_out_of_use_never_counts_and_the_one_before_does() -> None:
    day = dt.date(2026, 11, 30)
    before, wrong = Kept("1"), Kept("2", in_use=False)
    assert current((before, wrong), day) == (before,)
    standings = [standing(each, (before, wrong), day) for each in (before, wrong)]
    assert standings == [Standing.CURRENT, Standing.RETIRED]
    assert current((wrong,), day) == ()
    assert a_list().in_use


@pytest.mark.parametrize(
    ("version", "of"), [("2021-05+1", "2021-05"), ("a+12", "a"), ("2021-05", "2021-05")]
)
def test_what_is_made_of_a_version_names_it(version: str, of: str) -> None:
    assert made_of(version) == of
