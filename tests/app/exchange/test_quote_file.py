"""The quote file, waas-quote/1: what is read, and what is written."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

from hypothesis import given, settings

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
from app.domain.quote import Quote
from app.exchange.quote_file import QuotedPrice, read, write
from tests.app.exchange.quotes import (
    a_pack,
    a_quote,
    a_request,
    a_service,
    a_subscription,
    quote_of,
    readable_quotes,
    refusals,
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


def test_a_term_without_packs_and_special_requests_is_ignored() -> None:
    proposal = quote_of(packs=[], subscriptions=[a_subscription()]).proposal
    assert proposal.term is None


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
