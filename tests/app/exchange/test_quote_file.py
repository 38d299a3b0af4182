"""The quote file, waas-quote/1: what is read, what is refused, what is written."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.by_term import ByTerm
from app.domain.choices import (
    Billing,
    Delivery,
    Edition,
    Recurrence,
    Return,
    Segment,
    ServiceType,
    Term,
)
from app.domain.identity import Customer
from app.domain.policy import PolicyNames
from app.domain.problems import Problems, RefusedError
from app.domain.quote import Quote
from app.exchange.quote_file import QuotedPrice, read, write
from app.wording import labelled
from i18n import Language
from tests.app.exchange.quotes import (
    Json,
    a_pack,
    a_quote,
    a_request,
    a_service,
    a_subscription,
    quote_of,
    readable_quotes,
    refusals,
    refused,
)


def test_what_a_file_leaves_out_has_its_default() -> None:
    quote = quote_of()
    proposal = quote.proposal
    assert proposal.customer == Customer(name="Menuiserie Lefèvre SRL")
    assert proposal.customer.segment is Segment.BUSINESS
    assert proposal.language is Edition.FR
    assert proposal.delivery is Delivery.CUSTOMER
    assert proposal.return_way is Return.SELF
    assert proposal.valid_until is None
    assert proposal.policies == PolicyNames("waas-2017", "csp-2017")
    assert proposal.packs[0].options == ()
    assert (proposal.packs[0].optional, proposal.packs[0].alternative_to) == (False, "")
    assert proposal.subscriptions == ()
    assert (proposal.partner_services, proposal.special_requests) == ((), ())
    assert (quote.note, quote.answer_commissions) == ("", ())


def test_lines_have_their_defaults_too() -> None:
    proposal = quote_of(
        subscriptions=[a_subscription()],
        partner_services=[a_service()],
        special_requests=[a_request()],
    ).proposal
    assert proposal.subscriptions[0].billing is Billing.MONTHLY
    assert proposal.subscriptions[0].start is None
    assert proposal.partner_services[0].recurrence is Recurrence.ONCE
    assert proposal.partner_services[0].type is ServiceType.OTHER
    assert proposal.partner_services[0].discount_percent == 0
    assert proposal.special_requests[0].answer is None


def test_every_key_of_a_file_is_read() -> None:
    quote = quote_of(
        language="fr+en",
        customer={
            "name": "Lefèvre",
            "country": "LU",
            "segment": "charity",
            "contact": "Zoé",
            "email": "zoe@lefevre.example",
            "street": "Rue 1",
            "postcode": "5000",
            "city": "Namur",
            "vat_number": "LU12345678",
        },
        term=24,
        delivery="partner",
        valid_until="2026-12-24",
        packs=[
            a_pack(
                id="p",
                options=[{"sku": "UP", "quantity": 3, "id": "o", "optional": True}],
            )
        ],
        subscriptions=[
            a_subscription(
                billing="annual",
                start="2026-12-01",
                name="Comptabilité",
                licence_delivery="par courriel",
                parent="s",
            )
        ],
        partner_services=[
            a_service(
                name_en="Set-up",
                recurrence="monthly",
                type="installation",
                discount_percent="12.5",
                alternative_to="p",
            )
        ],
        special_requests=[
            a_request(
                text_en="Rugged",
                answer={
                    "price_12": "90",
                    "price_24": None,
                    "price_36": "70.1234",
                    "commission": "45.50",
                },
            )
        ],
        number="TR-2026-0001",
        revision="B",
        title="Postes",
        reference="PO-7",
        note="Rappeler lundi",
        seller="Ana",
        policies={"waas": "waas-2020", "csp": "csp-2019"},
        delivery_address="Rue 2",
        **{"return": "collected"},
    )
    proposal = quote.proposal
    assert proposal.customer == Customer(
        name="Lefèvre",
        country="LU",
        segment=Segment.CHARITY,
        contact="Zoé",
        email="zoe@lefevre.example",
        street="Rue 1",
        postcode="5000",
        city="Namur",
        vat_number="LU12345678",
    )
    assert proposal.language is Edition.FR_EN
    assert proposal.date == date(2026, 11, 22)
    assert proposal.term is Term.MONTHS_24
    assert proposal.delivery is Delivery.PARTNER
    assert proposal.return_way is Return.COLLECTED
    assert proposal.valid_until == date(2026, 12, 24)
    (pack,) = proposal.packs
    assert (pack.id, pack.sku, pack.quantity) == ("p", "PACK", 12)
    assert (pack.options[0].id, pack.options[0].sku) == ("o", "UP")
    assert (pack.options[0].quantity, pack.options[0].optional) == (3, True)
    (subscription,) = proposal.subscriptions
    assert subscription.billing is Billing.ANNUAL
    assert subscription.start == date(2026, 12, 1)
    assert subscription.name == "Comptabilité"
    assert subscription.licence_delivery == "par courriel"
    assert subscription.parent == "s"
    (service,) = proposal.partner_services
    assert dict(service.name.texts) == {"fr": "Installation", "en": "Set-up"}
    assert (service.price, service.discount_percent) == (Decimal(85), Decimal("12.5"))
    assert service.recurrence is Recurrence.MONTHLY
    assert service.type is ServiceType.INSTALLATION
    assert service.alternative_to == "p"
    (request,) = proposal.special_requests
    assert dict(request.text.texts) == {"fr": "Portable durci", "en": "Rugged"}
    assert request.answer == ByTerm(Decimal(90), None, Decimal("70.1234"))
    assert quote.answer_commission("special_requests[0]") == Decimal("45.50")
    assert quote.note == "Rappeler lundi"
    assert (proposal.number, proposal.revision) == ("TR-2026-0001", "B")
    assert (proposal.title, proposal.reference) == ("Postes", "PO-7")
    assert (proposal.seller, proposal.delivery_address) == ("Ana", "Rue 2")
    assert proposal.policies == PolicyNames("waas-2020", "csp-2019")


def test_a_line_without_an_id_gets_its_place() -> None:
    proposal = quote_of(
        packs=[a_pack(), a_pack(options=[a_pack(), a_pack(id="mine"), a_pack(id="")])],
        subscriptions=[a_subscription()],
        partner_services=[a_service()],
        special_requests=[a_request()],
    ).proposal
    assert [line.id for _, line in proposal.places()] == [
        "packs[0]",
        "packs[1]",
        "packs[1].options[0]",
        "mine",
        "packs[1].options[2]",
        "subscriptions[0]",
        "partner_services[0]",
        "special_requests[0]",
    ]


@pytest.mark.parametrize(
    "key", ["format", "date", "customer", "customer.name", "packs[0].sku"]
)
def test_a_required_key_that_is_missing_is_named(key: str) -> None:
    value = a_quote()
    holder: Any = {"customer": value["customer"], "packs[0]": value["packs"][0]}.get(
        key.rpartition(".")[0], value
    )
    del holder[key.rpartition(".")[2]]
    assert [(each.code, each.where) for each in refused(value)] == [
        ("key_missing", key)
    ]


@pytest.mark.parametrize(
    ("more", "place"),
    [
        ({"packs": [{"sku": "A"}]}, "packs[0].quantity"),
        ({"packs": [a_pack(options=[{"quantity": 1}])]}, "packs[0].options[0].sku"),
        ({"subscriptions": [{"quantity": 1}]}, "subscriptions[0].sku"),
        (
            {"partner_services": [{"name_fr": "A", "quantity": 1}]},
            "partner_services[0].price",
        ),
        ({"special_requests": [{"text_fr": "A"}]}, "special_requests[0].quantity"),
    ],
)
def test_a_line_names_what_it_lacks(more: Json, place: str) -> None:
    assert refusals(**more) == [("key_missing", place)]


def test_a_quote_without_any_line_is_refused() -> None:
    assert refusals(packs=[]) == [("no_line", "")]
    assert refusals(packs=[], term="") == [("no_line", "")]


@pytest.mark.parametrize("more", [{}, {"packs": [], "special_requests": [a_request()]}])
def test_w7_packs_and_special_requests_need_a_term(more: Json) -> None:
    assert refusals(term="", **more) == [("term_missing", "")]


def test_a_term_without_packs_and_special_requests_is_ignored() -> None:
    proposal = quote_of(packs=[], subscriptions=[a_subscription()]).proposal
    assert proposal.term is None


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ({"partner_services": [a_service(name_fr="")]}, "name_missing"),
        ({"special_requests": [a_request(text_fr="")]}, "text_missing"),
    ],
)
def test_a_service_and_a_request_need_a_text_in_one_language(
    lines: Json, code: str
) -> None:
    assert refusals(**lines) == [(code, f"{next(iter(lines))}[0]")]


@pytest.mark.parametrize(
    ("more", "place"),
    [
        ({"colour": "blue"}, "colour"),
        ({"customer": {"name": "A", "phone": "1"}}, "customer.phone"),
        ({"packs": [a_pack(price="1")]}, "packs[0].price"),
        (
            {"packs": [a_pack(), a_pack(options=[a_pack(options=[])])]},
            "packs[1].options[0].options",
        ),
        ({"subscriptions": [a_subscription(end="x")]}, "subscriptions[0].end"),
        (
            {"special_requests": [a_request(answer={"price_48": "1"})]},
            "special_requests[0].answer.price_48",
        ),
        ({"policies": {"vat": "x"}}, "policies.vat"),
        ({"PACKS": []}, "PACKS"),
    ],
)
def test_an_unknown_key_is_refused_by_its_place(more: Json, place: str) -> None:
    assert refusals(**more) == [("key_unknown", place)]


def test_a_duplicate_key_is_refused_by_its_place() -> None:
    text = json.dumps(a_quote()).replace('"quantity"', '"sku": "B", "quantity"')
    with pytest.raises(RefusedError) as raised:
        read(text.encode())
    (problem,) = raised.value.problems
    assert (problem.code, problem.where) == ("key_twice", "packs[0].sku")


def test_an_empty_text_is_the_same_as_an_absent_key() -> None:
    empty = quote_of(
        language="",
        delivery="",
        title="",
        valid_until="",
        policies={"waas": "", "csp": ""},
        customer={"name": "Menuiserie Lefèvre SRL", "country": "", "segment": ""},
        packs=[a_pack(id="", optional="", alternative_to="", options="")],
        subscriptions="",
        note="",
        **{"return": ""},
    )
    assert empty == quote_of()
    assert refusals(customer={"name": ""}) == [("key_missing", "customer.name")]
    assert refusals(packs=[a_pack(quantity="")]) == [
        ("key_missing", "packs[0].quantity")
    ]


@pytest.mark.parametrize(
    ("more", "code", "place"),
    [
        ({"title": 3}, "text_expected", "title"),
        ({"title": True}, "text_expected", "title"),
        ({"title": None}, "text_expected", "title"),
        ({"title": ["x"]}, "text_expected", "title"),
        ({"date": 20261122}, "text_expected", "date"),
        ({"customer": {"name": 7}}, "text_expected", "customer.name"),
        ({"packs": [a_pack(sku=4711)]}, "text_expected", "packs[0].sku"),
        ({"packs": [a_pack(quantity="12")]}, "number_expected", "packs[0].quantity"),
        ({"packs": [a_pack(quantity=True)]}, "number_expected", "packs[0].quantity"),
        ({"packs": [a_pack(quantity=1.5)]}, "number_expected", "packs[0].quantity"),
        ({"packs": [a_pack(quantity=None)]}, "number_expected", "packs[0].quantity"),
        ({"packs": [a_pack(optional=1)]}, "yes_no_expected", "packs[0].optional"),
        ({"packs": [a_pack(optional="yes")]}, "yes_no_expected", "packs[0].optional"),
        ({"term": "36"}, "not_one_of", "term"),
        ({"term": True}, "not_one_of", "term"),
        ({"term": 48}, "not_one_of", "term"),
        ({"language": "de"}, "not_one_of", "language"),
        ({"language": 1}, "not_one_of", "language"),
        ({"delivery": "nowhere"}, "not_one_of", "delivery"),
        ({"return": "never"}, "not_one_of", "return"),
        ({"format": "waas-quote/2"}, "not_one_of", "format"),
        (
            {"customer": {"name": "A", "segment": "army"}},
            "not_one_of",
            "customer.segment",
        ),
        (
            {"subscriptions": [a_subscription(billing="weekly")]},
            "not_one_of",
            "subscriptions[0].billing",
        ),
        (
            {"partner_services": [a_service(recurrence="daily")]},
            "not_one_of",
            "partner_services[0].recurrence",
        ),
        (
            {"partner_services": [a_service(type="magic")]},
            "not_one_of",
            "partner_services[0].type",
        ),
        (
            {"partner_services": [a_service(price=85)]},
            "text_expected",
            "partner_services[0].price",
        ),
        ({"packs": {}}, "list_expected", "packs"),
        ({"packs": "PACK"}, "list_expected", "packs"),
        ({"packs": ["PACK"]}, "object_expected", "packs[0]"),
        ({"customer": "Lefèvre"}, "object_expected", "customer"),
        ({"customer": []}, "object_expected", "customer"),
        ({"note": "x" * 10_001}, "text_too_long", "note"),
        (
            {"customer": {"name": "A", "country": "be"}},
            "not_a_country",
            "customer.country",
        ),
        (
            {"customer": {"name": "A", "country": "Belgique"}},
            "not_a_country",
            "customer.country",
        ),
    ],
)
def test_a_value_of_another_kind_is_refused_by_its_place(
    more: Json, code: str, place: str
) -> None:
    assert refusals(**more) == [(code, place)]


@pytest.mark.parametrize("content", [b"[]", b'"quote"', b"7", b"null"])
def test_a_file_that_is_no_object_is_refused(content: bytes) -> None:
    with pytest.raises(RefusedError) as raised:
        read(content)
    assert [each.code for each in raised.value.problems] == ["object_expected"]


@pytest.mark.parametrize(
    ("value", "shown"), [(True, "true"), (None, "null"), (1.5, "1.5"), ("x", "x")]
)
def test_a_wrong_value_is_shown_as_the_file_writes_it(
    value: object, shown: str
) -> None:
    (problem,) = refused(a_quote(packs=[a_pack(quantity=value)]))
    assert dict(problem.parameters)["value"] == shown


def test_the_values_that_are_expected_are_named() -> None:
    (problem,) = refused(a_quote(language="de"))
    assert dict(problem.parameters)["expected"] == "fr, en, fr+en"


@pytest.mark.parametrize("quantity", [1, 9_999])
def test_quantities_from_1_to_9999_are_accepted(quantity: int) -> None:
    pack = quote_of(packs=[a_pack(quantity=quantity)]).proposal.packs[0]
    assert pack.quantity == quantity


@pytest.mark.parametrize("quantity", [0, -1, 10_000, 10**30])
def test_other_quantities_are_refused(quantity: int) -> None:
    assert refusals(packs=[a_pack(quantity=quantity)]) == [
        ("quantity_range", "packs[0].quantity")
    ]


@pytest.mark.parametrize("price", ["0", "0.00", "85", "85.5", "0.1234", "999999999"])
def test_prices_from_0_on_with_four_decimals_are_accepted(price: str) -> None:
    service = quote_of(partner_services=[a_service(price=price)]).proposal
    assert service.partner_services[0].price == Decimal(price)


WRONG_PRICES = ("-1", "85,00", "1e3", "NaN", "85.00 ", "0.12345", "1000000000", "٨٥")


@pytest.mark.parametrize("price", [*WRONG_PRICES, ".5", "5.", "+5", "1_0", "x"])
def test_other_prices_are_refused(price: str) -> None:
    assert refusals(partner_services=[a_service(price=price)]) == [
        ("not_a_price", "partner_services[0].price")
    ]
    assert refusals(special_requests=[a_request(answer={"price_36": price})]) == [
        ("not_a_price", "special_requests[0].answer.price_36")
    ]


@pytest.mark.parametrize("commission", [*WRONG_PRICES, "12.345"])
def test_a_commission_has_two_decimals_at_most(commission: str) -> None:
    assert refusals(
        special_requests=[a_request(answer={"commission": commission})]
    ) == [("not_an_amount", "special_requests[0].answer.commission")]


@pytest.mark.parametrize("percent", ["100.01", "101", "-5", "5 %", "12,5"])
def test_a_discount_is_0_to_100_per_cent(percent: str) -> None:
    assert refusals(partner_services=[a_service(discount_percent=percent)]) == [
        ("not_a_percentage", "partner_services[0].discount_percent")
    ]
    for good in ("0", "100", "12.5", "33.3333"):
        quote = quote_of(partner_services=[a_service(discount_percent=good)])
        assert quote.proposal.partner_services[0].discount_percent == Decimal(good)


@pytest.mark.parametrize(
    "day", ["22/11/2026", "2026-11-31", "20261122", "2026-1-1", "demain", "0000-01-01"]
)
@pytest.mark.parametrize("key", ["date", "valid_until"])
def test_what_is_no_day_is_refused(key: str, day: str) -> None:
    assert refusals(**{key: day}) == [("not_a_date", key)]


@pytest.mark.parametrize("day", ["1999-12-31", "2024-02-29", "2126-11-22"])
def test_days_past_and_future_are_accepted(day: str) -> None:
    assert quote_of(date=day).proposal.date == date.fromisoformat(day)


def test_every_wrong_place_of_a_quote_is_named_at_once() -> None:
    found = refusals(
        date="x",
        term="36",
        packs=[a_pack(quantity=0, colour="blue"), {"quantity": 1}],
    )
    assert sorted(found) == [
        ("key_missing", "packs[1].sku"),
        ("key_unknown", "packs[0].colour"),
        ("not_a_date", "date"),
        ("not_one_of", "term"),
        ("quantity_range", "packs[0].quantity"),
    ]


def test_a_file_of_wrong_lines_without_end_is_refused_all_the_same() -> None:
    assert len(refused(a_quote(packs=[0] * 20_000))) == 1_000


def test_the_prices_of_a_customer_copy_are_read_and_nothing_else_of_them() -> None:
    priced = {
        "currency": "EUR",
        "lines": [
            {
                "id": "packs[0]",
                "sku": "PACK",
                "unit_price": "49.90",
                "list_id": "L",
                "version": "1",
                "fingerprint": "abc",
            }
        ],
    }
    content = read(json.dumps(a_quote(priced=priced)).encode())
    assert content.quote == quote_of()
    assert content.quoted == (QuotedPrice("packs[0]", "PACK", Decimal("49.9"), "EUR"),)


def test_a_price_of_a_customer_copy_that_is_none_is_refused() -> None:
    line = {"id": "a", "sku": "A", "unit_price": "-1", "list_id": "L", "version": "1"}
    assert refusals(priced={"currency": "EUR", "lines": [line]}) == [
        ("not_a_price", "priced.lines[0].unit_price")
    ]


def test_the_note_and_the_commissions_are_in_the_partners_own_file() -> None:
    answer = {"price_36": "70", "commission": "45.50"}
    quote = quote_of(note="Rappeler", special_requests=[a_request(answer=answer)])
    written = json.loads(write(quote))
    assert written["note"] == "Rappeler"
    assert written["special_requests"][0]["answer"]["commission"] == "45.50"


def test_an_open_request_is_written_with_an_answer_of_null() -> None:
    written = json.loads(write(quote_of(special_requests=[a_request()])))
    assert written["special_requests"][0]["answer"] is None


@settings(max_examples=40)
@given(readable_quotes)
def test_what_is_written_reads_back_as_the_same_quote(quote: Quote) -> None:
    content = write(quote)
    assert read(content).quote == quote
    assert read(content).quoted == ()


def test_the_example_reads_and_writes_back(examples: Path) -> None:
    quote = read((examples / "quote.json").read_bytes()).quote
    assert read(write(quote)).quote == quote
    assert quote.proposal.packs[0].options[1].optional is True


LANGUAGES = (Language.of("fr", "BE"), Language.of("en", "BE"))
KEYS = st.sampled_from(
    [
        *a_quote(subscriptions=0, note=0, priced=0, policies=0, special_requests=0),
        *("sku", "quantity", "id", "options", "answer", "name", "price", "return", ""),
    ]
)
anything = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-1, 10_000)
    | st.floats()
    | st.sampled_from(["waas-quote/1", "2026-11-22", "fr", "36", "49.90", "", "a"])
    | st.text(st.characters(exclude_categories=[]), max_size=3),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4)
    ),
    max_leaves=20,
)


def problems_of(content: bytes) -> Problems:
    """What a file is refused for; nothing for one that is read."""
    try:
        read(content)
    except RefusedError as refusal:
        return refusal.problems
    return ()


@settings(max_examples=120)
@given(
    st.builds(
        lambda more: json.dumps(a_quote(**more)).encode(),
        st.dictionaries(KEYS, anything, max_size=3),
    )
    | anything.map(json.dumps).map(str.encode)
    | st.binary(max_size=100)
)
def test_random_json_is_read_or_refused_with_sentences(content: bytes) -> None:
    for problem in problems_of(content):
        for language in LANGUAGES:
            assert labelled(problem, language)
