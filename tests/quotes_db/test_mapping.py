"""Whatever is saved comes back the same, to the digit and to the type."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings

from app.domain.by_term import ByTerm
from app.domain.lifecycle import Lifecycle
from app.domain.localized import Localized
from app.domain.money import UnitPrice
from app.domain.price_list import PriceList
from app.domain.proposal import RequestLine, ServiceLine
from app.ports import QuoteRecord
from quotes_db.line_mapping import line_columns, says
from quotes_db.storage import Database
from quotes_db.tables import LineRow
from tests.quotes_db.samples import BY, changed, item, price_list, record
from tests.strategies import price_lists, records


def test_any_quote_comes_back_and_any_change_of_it(database: Database) -> None:
    with database.writing() as store:

        @given(records(), records())
        @settings(max_examples=20)
        def check(first: QuoteRecord, other: QuoteRecord) -> None:
            number = store.draw_number("H", 2026)
            # What was handed over does not change: contract.test_handed_over.
            first = replace(first, lifecycle=Lifecycle())
            first = replace(changed(first, number=number), id=number)
            store.add_quote(first)
            assert store.quote(number) == first
            second = replace(changed(other, number=number), id=number)
            assert store.save_quote(second) == replace(second, edition=2)
            found = store.quote(number)
            assert found == replace(second, edition=2)
            # Equal is not the same: '1.50' and 1.5, Kind.PACK and 'pack'.
            assert repr((found.quote, found.prices, found.lifecycle)) == repr(
                (second.quote, second.prices, second.lifecycle)
            )

        check()
    assert database.check() == ()


def test_any_price_list_comes_back(database: Database) -> None:
    with database.writing() as store:
        versions = iter(range(1_000))

        @given(price_lists())
        @settings(max_examples=20)
        def check(one: PriceList) -> None:
            one = replace(one, version=f"{next(versions)}")
            store.add_price_list(one, "list.csv", BY)
            assert repr(store.price_list(one.list_id, one.version)) == repr(one)

        check()


def test_a_list_longer_than_a_batch_keeps_its_order_and_its_gaps(
    database: Database,
) -> None:
    items = tuple(
        item(f"S{n:05}", family="late" if n > 2_000 else "", trial=n == 1_500)
        for n in range(2_500)
    )
    with database.writing() as store:
        store.add_price_list(price_list("1", *items), "list.csv", BY)
        assert store.price_list("also-be", "1") == price_list("1", *items)


def test_money_of_another_currency_than_the_list_is_refused(
    database: Database,
) -> None:
    foreign = price_list("1", item("A", price_once=UnitPrice(1, "CHF")))
    with database.writing() as store:
        with pytest.raises(ValueError, match="price_once"):
            store.add_price_list(foreign, "list.csv", BY)
        assert store.price_lists() == ()
        assert store.events() == ()


def test_typed_decimals_keep_their_digits(database: Database) -> None:
    service = ServiceLine(
        id="s",
        quantity=1,
        name=Localized.same("Installation"),
        price=Decimal("85.00"),
        discount_percent=Decimal("0.00"),
    )
    request = RequestLine(
        id="r",
        quantity=1,
        text=Localized.of({"fr": "Portable durci"}),
        answer=ByTerm(None, None, Decimal("70.5000")),
    )
    one = changed(record(), partner_services=(service,), special_requests=(request,))
    quote = replace(one.quote, answer_commissions=(("r", Decimal("150.10")),))
    with database.writing() as store:
        store.add_quote(replace(one, quote=quote))
        found = store.quote("TR-2026-0001")
    assert found is not None
    assert repr(found.quote) == repr(quote)


def test_each_line_names_the_list_its_prices_come_from(database: Database) -> None:
    with database.writing() as store:
        store.add_quote(record())
        after = store.events()[0].after
    for line in ("p", "o"):
        assert f'"line_id":"{line}"' in after
    assert after.count('"snapshot_fingerprint":"f1"') == 2
    assert after.count('"snapshot_list_id":"also-be","snapshot_version":"1"') == 2


@given(records())
def test_a_row_says_what_its_line_holds_and_nothing_else(record: QuoteRecord) -> None:
    for columns in line_columns(record):
        row = LineRow(**columns)
        assert says(row, columns)
        assert not any(says(row, columns | {name: object()}) for name in columns)
