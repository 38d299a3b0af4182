"""DOMAIN's worked examples and the properties of prices (W2 to W7, W10 to W12)."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.by_term import ByTerm
from app.domain.catalogue import Catalogue
from app.domain.choices import (
    Billing,
    Kind,
    PriceBasis,
    Recurrence,
    Return,
    Term,
)
from app.domain.identity import Customer
from app.domain.money import Amount, total
from app.domain.pricing import customer_copy
from app.domain.resolved import related
from app.use_cases.bundled import policies, sample_list, sample_quote
from tests.app.domain.build import (
    EXAMPLE,
    PACK,
    a_list,
    catalogue,
    cents,
    euro,
    item,
    offer,
    option,
    pack,
    prices,
    proposal,
    request,
    service,
    subscription,
)


def test_example_1_to_the_cent() -> None:
    priced = offer(EXAMPLE)
    assert priced.distributor.monthly.net == cents("648.00")
    assert priced.distributor.contract_total == cents("23328.00")
    assert priced.partner.once.net == cents("1020.00")
    assert priced.distributor.monthly.vat == cents("136.08")
    assert priced.distributor.monthly.gross == cents("784.08")
    assert priced.partner.once.gross == cents("1234.20")


def test_w7_a_term_that_a_firm_line_lacks_is_none_and_never_zero() -> None:
    terms = offer(EXAMPLE).terms
    assert terms.at(Term.MONTHS_12) is None
    other = terms.at(Term.MONTHS_24)
    assert other
    assert (other.monthly, other.contract_total) == (cents("746.40"), cents("17913.60"))


def test_w7_a_firm_line_without_a_price_leaves_no_total() -> None:
    priced = offer(replace(EXAMPLE, term=Term.MONTHS_12))
    assert priced.distributor.monthly.net is None
    assert priced.distributor.contract_total is None
    assert priced.partner.once.net == cents("1020.00")
    assert [line.monthly for line in priced.lines[:3]] == [None, None, cents("94.80")]


def test_w7_an_optional_line_without_a_price_leaves_the_totals_alone() -> None:
    dear = item("DOCK", Kind.HARDWARE, prices=prices("9"))
    priced = offer(EXAMPLE, catalogue(dear))
    assert priced.distributor.monthly.net == cents("648.00")
    assert priced.lines[2].monthly is None


def test_an_optional_pack_takes_its_options_with_it() -> None:
    optional = pack(option("UPGRADE"), optional=True)
    priced = offer(proposal(optional))
    assert priced.distributor.monthly.net == cents("0.00")
    assert [line.optional for line in priced.lines] == [True, True]


def test_w4_a_discounted_service_is_rounded_once_and_shows_its_price() -> None:
    line = service("33.335", 3, discount_percent=Decimal("12.5"))
    priced = offer(proposal(partner_services=(line,), term=None))
    shown = priced.lines[0]
    assert shown.unit_price == euro("33.335")
    assert shown.once == cents("87.50")
    assert shown.discount_percent == Decimal("12.5")


def test_w4_services_never_enter_the_distributors_rate() -> None:
    monthly = service("10", 2, recurrence=Recurrence.MONTHLY)
    priced = offer(proposal(pack(), partner_services=(monthly,)))
    assert priced.distributor.monthly.net == cents("598.80")
    assert priced.partner.monthly.net == cents("20.00")


def test_w11_an_open_request_is_provisional_and_in_no_total() -> None:
    priced = offer(proposal(pack(), special_requests=(request(),)))
    assert priced.provisional
    assert priced.distributor.monthly.net == cents("598.80")
    assert priced.terms.at(Term.MONTHS_36)


def test_w11_an_answer_counts_for_the_terms_it_prices() -> None:
    answered = request({"price_36": "33.00"})
    priced = offer(proposal(pack(), special_requests=(answered,)))
    assert not priced.provisional
    assert priced.distributor.monthly.net == cents("631.80")
    assert priced.terms.at(Term.MONTHS_24) is None


def test_a_one_off_item_is_offered_for_every_term_and_in_no_contract_total() -> None:
    bag = item("BAG", price_once=euro("25"))
    priced = offer(proposal(pack(option("BAG"))), catalogue(bag))
    line = priced.lines[1]
    assert (line.unit_price, line.unit_once) == (euro("25"), None)
    assert (line.monthly, line.once) == (cents("0"), cents("300"))
    assert priced.distributor.once.net == cents("300")
    assert priced.distributor.contract_total == cents("21556.80")


def test_an_item_with_both_prices_counts_in_both() -> None:
    managed = item("MDM", prices=prices("", "", "2"), price_once=euro("30"))
    line = offer(proposal(pack(option("MDM"))), catalogue(managed)).lines[1]
    assert (line.unit_price, line.unit_once) == (euro("2"), euro("30"))
    assert (line.monthly, line.once) == (cents("24"), cents("360"))


def test_w11_a_line_tells_the_warranties_of_what_it_holds() -> None:
    screen = item("SCREEN", Kind.HARDWARE, warranty_months=60)
    notebook = item("NOTEBOOK", Kind.HARDWARE, warranty_months=36)
    bag = item("BAG")
    kit = item(
        "KIT",
        Kind.PACK,
        prices=prices("", "", "9"),
        includes=(("SCREEN", 2), ("NOTEBOOK", 1), ("BAG", 1)),
        warranty_months=36,
    )
    priced = offer(
        proposal(pack(option("BAG"), sku="KIT")), catalogue(screen, notebook, bag, kit)
    )
    assert [line.warranties for line in priced.lines] == [(36, 60), ()]


def test_an_alternative_is_a_delta_and_in_no_total() -> None:
    other = option("DOCK", 12, id="b", alternative_to="upgrade")
    line = offer(proposal(pack(option("UPGRADE"), other))).lines[2]
    assert line.optional
    assert line.difference
    assert line.difference.only == cents("17.40")


@pytest.mark.parametrize(
    ("alternative", "delta"),
    [
        ({"price_": "90"}, "60.00"),
        ({"price_": "85"}, "0.00"),
        ({"price_": "0", "quantity": 1}, "-1020.00"),
    ],
)
def test_an_alternative_service_is_compared_as_it_is_paid(
    alternative: dict[str, object], delta: str
) -> None:
    other = service(**alternative, id="b", alternative_to="service")  # type: ignore[arg-type]
    asked = proposal(partner_services=(service(), other), term=None)
    difference = offer(asked).lines[1].difference
    assert difference
    assert difference.only == cents(delta)


def test_an_alternative_paid_in_two_ways_has_no_single_delta() -> None:
    both = item("BOTH", prices=prices("", "", "9"), price_once=euro("20"))
    other = option("BOTH", 2, alternative_to="upgrade")
    asked = proposal(pack(option("UPGRADE", 2), other))
    difference = offer(asked, catalogue(both)).lines[2].difference
    assert difference
    assert (difference.monthly, difference.once) == (cents("9.80"), cents("40"))
    assert difference.only is None


def test_alternatives_that_cannot_be_compared_have_no_delta() -> None:
    free = service("0", id="free")
    other = service("0", id="b", alternative_to="free")
    lost = service("5", id="c", alternative_to="nobody")
    unpriced = option("DOCK", id="d", alternative_to="upgrade")
    bare = item("DOCK", Kind.HARDWARE)
    asked = proposal(
        pack(option("UPGRADE"), unpriced), partner_services=(free, other, lost)
    )
    lines = {line.id: line for line in offer(asked, catalogue(bare)).lines}
    assert lines["b"].difference
    assert lines["b"].difference.only == cents("0.00")
    assert lines["c"].difference is None
    assert lines["d"].difference is None


O365 = item(
    "O365",
    Kind.SUBSCRIPTION,
    price_month=euro("10.50"),
    cost_month=euro("8"),
    billing=(Billing.MONTHLY, Billing.ANNUAL),
)


@pytest.mark.parametrize(
    ("basis", "billing", "monthly", "annual"),
    [
        (PriceBasis.MONTH, Billing.MONTHLY, "105.00", "0.00"),
        (PriceBasis.MONTH, Billing.ANNUAL, "0.00", "1260.00"),
        (PriceBasis.TERM, Billing.ANNUAL, "0.00", "105.00"),
        (PriceBasis.TERM, Billing.MONTHLY, "8.75", "0.00"),
    ],
)
def test_m1_a_year_is_the_monthly_price_twelve_times(
    basis: PriceBasis, billing: Billing, monthly: str, annual: str
) -> None:
    offered = catalogue(replace(O365, price_basis=basis))
    asked = proposal(subscriptions=(subscription(billing=billing),), term=None)
    sums = offer(asked, offered).subscriptions
    assert (sums.monthly.net, sums.annual.net) == (cents(monthly), cents(annual))


def test_a_subscription_without_a_price_leaves_no_sum() -> None:
    offered = catalogue(item("O365", Kind.SUBSCRIPTION))
    asked = proposal(subscriptions=(subscription(),), term=None)
    priced = offer(asked, offered)
    assert priced.subscriptions.monthly.net is None
    assert priced.distributor.monthly.net == cents("0")


def test_without_packs_and_requests_there_is_no_term_and_zeros() -> None:
    priced = offer(proposal(partner_services=(service(),), term=None))
    assert priced.term is None
    assert priced.distributor.contract_total == cents("0.00")
    assert priced.terms.at(Term.MONTHS_12)


def test_w12_collection_counts_the_hardware_of_firm_lines_only() -> None:
    asked = proposal(
        pack(option("DOCK", 5)),
        pack(option("DOCK", 3, id="x"), id="other", optional=True),
        return_way=Return.COLLECTED,
    )
    at_end = offer(asked).at_end
    assert at_end.devices == 17
    assert (at_end.per_device, at_end.total) == (euro("19.50"), cents("331.50"))


def test_w12_without_the_one_return_item_there_is_no_total() -> None:
    asked = proposal(pack(), return_way=Return.COLLECTED)
    assert offer(asked, catalogue(without="COLLECT")).at_end.total is None
    second = item("COLLECT-2", Kind.RETURN, price_once=euro("20"))
    assert offer(asked, catalogue(second)).at_end.total is None


def test_w12_nothing_to_collect_costs_nothing() -> None:
    asked = proposal(partner_services=(service(),), return_way=Return.COLLECTED)
    assert offer(asked).at_end.total == cents("0.00")


def test_vat_is_the_customers_and_none_across_a_border() -> None:
    abroad = replace(EXAMPLE, customer=Customer("Lux SA", "LU"))
    priced = offer(abroad, home="BE")
    assert (priced.vat_rate, priced.vat_abroad) == (None, True)
    assert priced.distributor.monthly.vat is None
    nowhere = a_list(PACK, country="")
    unknown = offer(replace(abroad, packs=()), Catalogue.of([nowhere]))
    assert (unknown.vat_rate, unknown.vat_abroad) == (None, False)
    at_home = offer(abroad, home="LU")
    assert at_home.vat_rate == 17
    assert offer(replace(EXAMPLE, customer=Customer("X"))).vat_rate == 21


def test_a_line_of_another_currency_has_no_price() -> None:
    francs = a_list(item("SWISS"), list_id="CH", currency="CHF")
    both = Catalogue.of([*catalogue().lists, francs])
    priced = offer(proposal(pack(option("SWISS"))), both)
    assert priced.lines[1].unit_price is None
    assert priced.distributor.monthly.net is None


def test_unknown_items_show_their_sku_and_the_kind_of_their_place() -> None:
    asked = proposal(
        pack(option("NOPE"), sku="NADA"), subscriptions=(subscription(sku="NIL"),)
    )
    lines = offer(asked).lines
    assert [line.kind for line in lines] == [Kind.PACK, Kind.OPTION, Kind.SUBSCRIPTION]
    assert lines[0].name.best("fr") == "NADA"


def test_w5_a_pack_shows_its_contents_and_an_upgrade_what_it_replaces() -> None:
    lines = offer(EXAMPLE).lines
    assert [(name.best("en"), n) for name, n in lines[0].contents] == [
        ("Notebook", 1),
        ("Office", 1),
    ]
    assert [name.best("en") for name in lines[1].replaces] == ["Office"]


def test_the_customer_copy_holds_each_listed_price() -> None:
    copy = customer_copy(EXAMPLE, offer(EXAMPLE))
    assert [(p.sku, str(p.unit_price)) for p in copy.priced] == [
        ("PACK", "49.90"),
        ("UPGRADE", "4.10"),
        ("DOCK", "5.55"),
    ]


def test_an_empty_catalogue_prices_nothing_and_fails_nowhere() -> None:
    priced = offer(EXAMPLE, Catalogue.of([]))
    assert priced.currency == ""
    assert priced.distributor.monthly.net is None


quantities = st.integers(1, 9999)


@settings(max_examples=60)
@given(st.lists(st.tuples(quantities, quantities, st.booleans()), max_size=5))
def test_lines_sum_to_totals_whatever_their_order(
    lines: list[tuple[int, int, bool]],
) -> None:
    packs = tuple(
        pack(
            option("UPGRADE", n, id=f"u{i}"),
            option("DOCK", m, id=f"d{i}", optional=optional),
            quantity=m,
            id=f"p{i}",
        )
        for i, (n, m, optional) in enumerate(lines)
    )
    priced = offer(proposal(*packs))
    firm = [line.monthly for line in priced.lines if line.firm and line.monthly]
    assert priced.distributor.monthly.net == total(firm, "EUR")
    backwards = offer(proposal(*reversed(packs)))
    assert backwards.distributor == priced.distributor
    assert backwards.terms == priced.terms


def test_the_related_part_of_a_catalogue_prices_the_quote_the_same() -> None:
    asked = sample_quote().proposal
    whole = Catalogue.of([sample_list()])
    part = related(asked, whole)
    assert sum(1 for _ in part.rows()) < sum(1 for _ in whole.rows())
    assert offer(asked, part) == offer(asked, whole)


def test_a_quote_of_services_alone_keeps_the_lists_currency() -> None:
    asked = proposal(partner_services=(service(),), term=None)
    part = related(asked, catalogue())
    assert offer(asked, part) == offer(asked)


def test_policies_know_the_rates_and_their_days() -> None:
    known = policies()
    assert known.vat_percent("LU", dt.date(2023, 6, 1)) == 16
    assert known.vat_percent("CH", dt.date(2024, 1, 1)) == Decimal("8.1")
    assert known.vat_percent("CH", dt.date(2023, 12, 31)) == Decimal("7.7")
    assert known.vat_percent("BE", dt.date(1900, 1, 1)) is None
    assert known.waas_named("waas-2017")
    assert not known.waas_named("waas-1900")
    assert known.csp_named("csp-2017")
    assert not known.csp_named("csp-1900")


def test_by_term_tells_whether_any_term_has_a_value() -> None:
    assert not ByTerm()
    assert ByTerm(None, None, Amount(0, "EUR"))


def test_a_pack_without_its_own_row_for_contents_is_still_priced() -> None:
    lonely = replace(PACK, includes=(("GONE", 1),))
    assert offer(proposal(pack()), catalogue(lonely)).lines[0].contents == ()
