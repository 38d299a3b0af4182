"""Every rule refuses or warns where it should, and nowhere else."""

import datetime as dt
from dataclasses import replace

import pytest

from app.domain.catalogue import Catalogue
from app.domain.choices import Billing, Kind, Return, Segment, ServiceType, Term
from app.domain.identity import Customer
from app.domain.policy import PolicyNames
from app.domain.problems import Problem, RefusedError, Severity, error, refused, warning
from app.domain.proposal import Proposal
from app.domain.resolved import resolve
from app.domain.rules.whole import times_at_first
from tests.app.domain.build import (
    EXAMPLE,
    NOTEBOOK,
    PACK,
    a_list,
    catalogue,
    codes,
    euro,
    item,
    offer,
    option,
    pack,
    prices,
    problems,
    proposal,
    request,
    service,
    subscription,
)

INSTALLED = (service(),)


def with_services(*packs: object, **more: object) -> Proposal:
    return proposal(*packs, partner_services=INSTALLED, **more)  # type: ignore[arg-type]


def test_example_1_is_in_order() -> None:
    assert problems(EXAMPLE) == ()


def test_no_list_at_all_is_an_error() -> None:
    assert "no_prices" in codes(EXAMPLE, Catalogue.of([]))


def test_a_sku_in_two_lists_names_both() -> None:
    twice = Catalogue.of([*catalogue().lists, a_list(PACK, NOTEBOOK, list_id="OTHER")])
    (found,) = problems(EXAMPLE, twice)
    named = dict(found.parameters)
    assert (named["first"], named["second"]) == ("TEST 1", "OTHER 1")
    assert (named["skus"], named["count"]) == ("PACK, NOTEBOOK", 2)
    assert offer(EXAMPLE, twice).distributor.monthly.net is None


def test_an_unknown_sku_is_an_error_at_its_line() -> None:
    (found,) = problems(with_services(pack(option("NOPE"))))
    assert (found.code, found.where) == ("sku_unknown", "packs[0].options[0]")


def test_each_kind_has_its_place() -> None:
    wrong = with_services(
        pack(option("PACK", id="a"), option("COLLECT", id="b")),
        subscriptions=(subscription(sku="DOCK"),),
    )
    assert codes(wrong) == ["wrong_kind", "wrong_kind", "wrong_kind"]


def test_two_currencies_in_one_quote_are_an_error() -> None:
    francs = a_list(item("SWISS", prices=prices("1")), list_id="CH", currency="CHF")
    both = Catalogue.of([*catalogue().lists, francs])
    assert codes(with_services(pack(option("SWISS"))), both) == ["two_currencies"]


def test_an_items_own_dates_hold_on_the_quotes_date() -> None:
    ended = item("OLD", prices=prices("1", "1", "1"), valid_to=dt.date(2026, 11, 21))
    today = replace(ended, sku="LAST", valid_to=dt.date(2026, 11, 22))
    followed = replace(ended, sku="FOLLOWED", successor="LAST")
    future = item("NEW", prices=prices("1", "1", "1"), valid_from=dt.date(2026, 11, 23))
    skus = ("OLD", "LAST", "FOLLOWED", "NEW")
    found = problems(
        with_services(pack(*(option(sku) for sku in skus))),
        catalogue(ended, today, followed, future),
    )
    assert [(p.code, p.where) for p in found] == [
        ("item_ended", "packs[0].options[0]"),
        ("item_followed", "packs[0].options[2]"),
        ("item_not_begun", "packs[0].options[3]"),
    ]


def test_ids_are_told_apart() -> None:
    twice = with_services(pack(option("UPGRADE", id="pack")))
    assert codes(twice) == ["id_twice", "id_twice"]


@pytest.mark.parametrize(
    ("replaced", "code"),
    [
        ("nobody", "alternative_unknown"),
        ("b", "alternative_unknown"),
        ("upgrade", None),
    ],
)
def test_an_alternative_names_another_line(replaced: str, code: str | None) -> None:
    other = option("DOCK", id="b", alternative_to=replaced)
    assert codes(with_services(pack(option("UPGRADE"), other))) == (
        [code] if code else []
    )


def test_an_alternative_to_an_alternative_is_an_error() -> None:
    chain = (
        option("UPGRADE"),
        option("DOCK", id="b", alternative_to="upgrade"),
        option("DOCK", id="c", alternative_to="b"),
    )
    assert codes(with_services(pack(*chain))) == ["alternative_chain"]


def test_an_alternative_is_invoiced_as_the_line_it_replaces() -> None:
    other = service(id="b", alternative_to="pack")
    asked = proposal(pack(), partner_services=(service(), other))
    assert codes(asked) == ["alternative_other_party"]


def test_w7_a_firm_line_not_offered_is_an_error_an_optional_one_a_warning() -> None:
    short = replace(EXAMPLE, term=Term.MONTHS_12)
    found = problems(short)
    assert [(p.code, p.severity.value) for p in found] == [
        ("not_offered", "error"),
        ("not_offered", "error"),
    ]
    optional = with_services(
        pack(option("UPGRADE", optional=True), optional=True), term=Term.MONTHS_12
    )
    assert {p.severity for p in problems(optional)} == {Severity.WARNING}


def test_w11_an_answer_without_a_price_for_the_term_is_not_offered() -> None:
    answered = request({"price_24": "10"})
    assert codes(with_services(special_requests=(answered,))) == ["not_offered"]


def test_w11_an_open_request_is_a_warning() -> None:
    (found,) = problems(with_services(special_requests=(request(optional=True),)))
    assert (found.code, found.severity) == ("request_open", Severity.WARNING)


def test_an_option_fits_its_pack_by_sku_by_family_or_without_a_word() -> None:
    by_family = item("FAMILY", prices=prices("1", "1", "1"), fits=("Mobile",))
    stranger = item("STRANGER", prices=prices("1", "1", "1"), fits=("Desktop",))
    anyone = item("ANYONE", prices=prices("1", "1", "1"))
    asked = with_services(pack(*(option(s) for s in ("FAMILY", "STRANGER", "ANYONE"))))
    (found,) = problems(asked, catalogue(by_family, stranger, anyone))
    assert (found.code, found.where) == ("does_not_fit", "packs[0].options[1]")


def test_the_most_per_pack_counts_firm_lines_together_and_optional_ones_alone() -> None:
    asked = with_services(
        pack(
            option("DOCK", 20, id="a"),
            option("DOCK", 5, id="b"),
            option("DOCK", 24, id="c", optional=True),
            option("DOCK", 25, id="d", optional=True),
        )
    )
    found = problems(asked)
    assert [(p.code, p.where) for p in found] == [
        ("too_many", "packs[0].options[1]"),
        ("too_many", "packs[0].options[3]"),
    ]
    assert dict(found[0].parameters)["most"] == 24


def test_w5_an_upgrade_replaces_each_included_unit_once() -> None:
    other = item("E3", Kind.UPGRADE, replaces=("OFFICE",), prices=prices("9", "9", "9"))
    asked = with_services(pack(option("UPGRADE", 7), option("E3", 6)))
    assert codes(asked, catalogue(other)) == ["replaced_twice"]
    alone = with_services(pack(option("UPGRADE", 7), option("E3", 12, optional=True)))
    assert codes(alone, catalogue(other)) == []


def test_w5_an_upgrade_takes_as_many_as_its_pack_includes() -> None:
    double = replace(PACK, includes=(("OFFICE", 2), ("NOTEBOOK", 1)))
    assert codes(with_services(pack(option("UPGRADE", 24))), catalogue(double)) == []
    over = with_services(pack(option("UPGRADE", 25)))
    assert codes(over, catalogue(double)) == ["too_many", "replaced_twice"]


def test_w5_an_upgrade_of_nothing_is_an_error() -> None:
    other = item("AV", Kind.UPGRADE, replaces=("GONE",), prices=prices("1", "1", "1"))
    assert codes(with_services(pack(option("AV"))), catalogue(other)) == [
        "replaces_nothing"
    ]


def test_what_an_option_requires_is_in_the_same_pack() -> None:
    needs = item("WIDE", prices=prices("1", "1", "1"), requires=("DOCK", "OFFICE"))
    without = with_services(pack(option("WIDE")))
    assert codes(without, catalogue(needs)) == ["requires"]
    only_optional = with_services(pack(option("WIDE"), option("DOCK", optional=True)))
    assert codes(only_optional, catalogue(needs)) == ["requires"]
    present = with_services(pack(option("WIDE"), option("DOCK")))
    assert codes(present, catalogue(needs)) == []


def test_what_excludes_one_another_excludes_both_ways() -> None:
    alone = item("ALONE", prices=prices("1", "1", "1"), excludes=("DOCK",))
    together = with_services(pack(option("ALONE"), option("DOCK")))
    assert codes(together, catalogue(alone)) == ["excludes", "excludes"]
    apart = with_services(pack(option("ALONE")), pack(option("DOCK"), id="two"))
    assert codes(apart, catalogue(alone)) == []


def test_an_alternative_may_exclude_the_line_it_replaces() -> None:
    alone = item("ALONE", prices=prices("1", "1", "1"), excludes=("DOCK",))
    other = option("ALONE", alternative_to="dock")
    assert codes(with_services(pack(option("DOCK"), other)), catalogue(alone)) == []


def test_an_option_may_exclude_its_pack() -> None:
    alone = item("ALONE", prices=prices("1", "1", "1"), excludes=("PACK",))
    assert codes(with_services(pack(option("ALONE"))), catalogue(alone)) == ["excludes"]
    proud = replace(PACK, excludes=("DOCK",))
    assert codes(with_services(pack(option("DOCK"))), catalogue(proud)) == ["excludes"]


O365 = item(
    "O365",
    Kind.SUBSCRIPTION,
    price_month=euro("10.50"),
    billing=(Billing.MONTHLY,),
    seats_min=5,
    seats_max=20,
    segment=(Segment.BUSINESS,),
    countries=("BE", "LU"),
)


@pytest.mark.parametrize(
    ("line", "customer", "code"),
    [
        ({}, {}, None),
        ({"billing": Billing.ANNUAL}, {}, "billing"),
        ({"quantity": 4}, {}, "seats_min"),
        ({"quantity": 21}, {}, "seats_max"),
        ({"parent": "nobody"}, {}, "parent_unknown"),
        ({"parent": "service"}, {}, "parent_unknown"),
        ({"parent": "subscription"}, {}, "parent_unknown"),
        ({}, {"segment": Segment.EDUCATION}, "segment"),
        ({}, {"country": "FR"}, "country"),
        ({}, {"country": ""}, None),
    ],
)
def test_a_subscription_is_sold_as_its_row_allows(
    line: dict[str, object], customer: dict[str, object], code: str | None
) -> None:
    buyer = replace(Customer("Lefèvre", "BE"), **customer)  # type: ignore[arg-type]
    asked = with_services(
        subscriptions=(subscription(**line),),  # type: ignore[arg-type]
        customer=buyer,
        term=None,
    )
    assert codes(asked, catalogue(O365)) == ([code] if code else [])


def test_a_subscription_without_a_monthly_price_is_not_offered() -> None:
    asked = with_services(subscriptions=(subscription(),), term=None)
    offered = catalogue(item("O365", Kind.SUBSCRIPTION))
    assert codes(asked, offered) == ["no_monthly_price"]


def test_w12_collection_needs_exactly_one_return_item_that_fits() -> None:
    asked = with_services(pack(), return_way=Return.COLLECTED)
    assert codes(asked) == []
    assert codes(asked, catalogue(without="COLLECT")) == ["no_return_item"]
    other = item("COLLECT-2", Kind.RETURN, price_once=euro("20"))
    assert codes(asked, catalogue(other)) == ["several_return_items"]
    for_desktops = replace(other, fits=("Desktop",))
    assert codes(asked, catalogue(for_desktops)) == []
    nothing = with_services(return_way=Return.COLLECTED)
    assert codes(nothing, catalogue(without="COLLECT")) == []


def test_w2_hardware_without_installation_is_worth_a_suggestion() -> None:
    (found,) = problems(proposal(pack()))
    assert (found.code, found.severity) == ("no_installation", Severity.SUGGESTION)
    cleaning = service(type=ServiceType.OTHER)
    assert codes(proposal(pack(), partner_services=(cleaning,))) == ["no_installation"]
    assert codes(proposal(special_requests=(request({"price_36": "1"}),))) == []


@pytest.mark.parametrize(
    ("kind", "times"),
    [
        (ServiceType.INSTALLATION, 3),
        (ServiceType.CONFIGURATION, 3),
        (ServiceType.OTHER, 1),
    ],
)
def test_w2_what_is_done_to_each_device_is_offered_once_a_device(
    kind: ServiceType, times: int
) -> None:
    three = resolve(proposal(pack(quantity=3)), catalogue())
    assert times_at_first(kind, three) == times
    assert times_at_first(kind, resolve(proposal(), catalogue())) == 1


def test_a_quote_ends_after_it_begins_and_before_its_prices() -> None:
    yesterday = with_services(pack(), valid_until=dt.date(2026, 11, 21))
    assert codes(yesterday) == ["valid_until_before_date"]
    short = catalogue(valid_to=dt.date(2026, 12, 1))
    long = with_services(pack(), valid_until=dt.date(2026, 12, 2))
    assert codes(long, short) == ["valid_past_list"]
    last = with_services(pack(), valid_until=dt.date(2026, 12, 1))
    assert codes(last, short) == []


def test_lists_that_ended_or_do_not_cover_the_date_are_warned_of() -> None:
    ended = catalogue(valid_to=dt.date(2026, 11, 21))
    assert codes(with_services(pack()), ended) == ["list_expired", "date_outside_list"]
    early = with_services(pack(), date=dt.date(2025, 1, 1))
    assert codes(early) == ["date_outside_list"]


def test_terms_and_rates_that_nobody_knows_are_named() -> None:
    asked = with_services(
        pack(),
        policies=PolicyNames("waas-1900", "csp-1900"),
        customer=Customer("Nomad", "ZZ"),
    )
    assert codes(asked) == ["policy_unknown", "policy_unknown", "vat_unknown"]


def test_only_errors_refuse() -> None:
    assert refused([warning("a"), error("b")])
    assert not refused([warning("a")])
    refusal = RefusedError(error("b"))
    assert refusal.problems == (Problem("b", Severity.ERROR),)
