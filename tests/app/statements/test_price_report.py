"""What a price report says, whatever it is written as."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from app.domain.money import UnitPrice
from app.statements.statement import Fact, Rise, RiseInPercent, Sum
from tests.app.domain.build import DOCK, PACK, a_list, commissions, euro, item, prices
from tests.app.statements.samples import ENGLISH, FRENCH, NEW, OLD, report, section


def euros(number: str) -> Sum:
    return Sum(Decimal(number), "EUR")


def rise(number: str) -> Rise:
    return Rise(Decimal(number), "EUR")


def percent(number: str) -> RiseInPercent:
    return RiseInPercent(Decimal(number))


def test_each_term_says_before_after_and_by_how_much_in_amount_and_per_cent() -> None:
    found = section(report(), "Prices")
    assert [(line.keys[1], *line.values) for line in found.lines] == [
        ("PACK", "Monthly price, 12 months", None, euros("61.9"), None, None),
        (
            *("PACK", "Monthly price, 36 months", euros("49.9"), euros("52")),
            *(rise("2.1"), percent("4.2")),
        ),
        (
            *("UPGRADE", "Monthly price, 24 months", euros("4.3"), euros("4")),
            *(rise("-0.3"), percent("-7.0")),
        ),
        (
            *("UPGRADE", "Monthly price, 36 months", euros("4.1"), euros("3.895")),
            *(rise("-0.205"), percent("-5.0")),
        ),
    ]
    assert found.remarks == ("Where an amount is missing, the list gives none.",)


def test_commissions_and_costs_have_tables_of_their_own() -> None:
    (earned,) = section(report(), "Commissions").lines
    assert earned.values == (
        *("Commission, 36 months", euros("120"), euros("125")),
        *(rise("5"), percent("4.2")),
    )
    (paid,) = section(report(), "Costs").lines
    assert paid.values == ("Monthly cost", None, euros("2.5"), None, None)


def test_new_gone_renamed_and_otherwise_changed_items_are_named() -> None:
    said = report()
    assert [line.values for line in section(said, "New items").lines] == [
        ("New", "NEW")
    ]
    assert [line.values for line in section(said, "Items no longer sold").lines] == [
        ("Gone", "GONE")
    ]
    renamed = section(said, "Renamed").lines
    assert ("English name", "Pack", "Pack B") in [line.values for line in renamed]
    (other,) = section(said, "Other changes").lines
    assert other.values == ("Warranty, in months", None, "36")


def test_a_new_item_says_its_price() -> None:
    new = replace(NEW, items=(*NEW.items, item("FEE", price_once=euro("12.5"))))
    found = section(report(new=new), "New items")
    assert [column.heading for column in found.columns][2:] == ["One-off price"]
    assert [line.values for line in found.lines] == [
        ("New", "NEW", None),
        ("Fee", "FEE", euros("12.5")),
    ]


def test_prices_of_several_kinds_have_a_line_each() -> None:
    pack = item("MORE", prices=prices("", "4", "3"), commissions=commissions("9"))
    new = replace(NEW, items=(*NEW.items, pack))
    found = section(report(new=new), "New items")
    assert [(line.keys[1], *line.values) for line in found.lines] == [
        ("NEW", "No price of its own", None),
        ("MORE", "Monthly price, 24 months", euros("4")),
        ("MORE", "Monthly price, 36 months", euros("3")),
        ("MORE", "Commission, 12 months", euros("9")),
    ]


def test_the_open_quotes_say_what_they_would_come_to() -> None:
    found = section(report(), "Open quotes concerned")
    assert [line.values for line in found.lines] == [
        (
            *("TR-2026-0001", "Lefèvre", "each month"),
            *(euros("648"), euros("673.2"), rise("25.2")),
        ),
        ("TR-2026-0002", "Zoé", "each year", euros("120"), None, None),
    ]
    assert len(found.remarks) == 2


def test_the_counts_stand_first() -> None:
    facts = {fact.label: fact.value for row in report().facts for fact in row}
    assert (facts["Prices that rise"], facts["Prices that fall"]) == (1, 2)
    assert (facts["New items"], facts["Items no longer sold"]) == (1, 1)
    assert (facts["Commissions that change"], facts["Costs that change"]) == (1, 1)
    assert (facts["Items renamed"], facts["Open quotes concerned"]) == (1, 2)


def test_which_versions_are_compared_is_its_subject() -> None:
    assert report().subject == "TEST 1 → 2"
    other = a_list(PACK, list_id="OTHER", version="7")
    assert report(OLD, other).subject == "TEST 1 → OTHER 7"


def test_the_same_list_twice_says_that_nothing_changes() -> None:
    said = report(OLD, OLD, ())
    assert said.sections == ()
    assert said.remarks == ("Nothing changes.",)
    assert report(OLD, OLD, (), FRENCH).remarks == ("Rien ne change.",)


def test_between_two_currencies_nothing_rises() -> None:
    francs = replace(
        DOCK, prices=replace(DOCK.prices, months_36=UnitPrice.parse("9", "CHF"))
    )
    said = report(a_list(DOCK), a_list(francs, currency="CHF", version="2"), ())
    line = section(said, "Prices").lines[-1]
    assert line.values[1:] == (euros("5.55"), Sum(Decimal(9), "CHF"), None, None)
    assert Fact("Prices that rise", 0, strong=True) in said.facts[1]


CENTS = st.integers(0, 99_999_999).map(lambda units: str(Decimal(units) / 10_000))


@given(CENTS, CENTS)
def test_before_and_what_it_rose_by_come_to_what_it_is_after(
    before: str, after: str
) -> None:
    old = a_list(replace(DOCK, prices=prices("", "", f"{Decimal(before):f}")))
    new = a_list(replace(DOCK, prices=prices("", "", f"{Decimal(after):f}")))
    for each in report(old, new, (), ENGLISH).sections:
        for line in each.lines:
            _, was, now, moved, _ = line.values
            assert isinstance(was, Sum)
            assert isinstance(now, Sum)
            assert isinstance(moved, Rise)
            assert was.decimal + moved.decimal == now.decimal
