"""What is ordered of an accepted quote, and what the form would lack."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.choices import Delivery, Kind, Party
from app.domain.identity import Customer, Partner, Seller
from app.domain.order import Order, Signatory, enterprise_number, missing, order, under
from app.domain.problems import RefusedError
from app.domain.proposal import Proposal
from tests.app.domain.build import (
    DAY,
    EXAMPLE,
    catalogue,
    cents,
    item,
    offer,
    proposal,
    service,
    subscription,
)

CUSTOMER = Customer(
    "Menuiserie Lefèvre SRL",
    "BE",
    contact="Zoé Lefèvre",
    street="Rue de l’Église 14",
    postcode="5000",
    city="Namur",
    vat_number="BE 0987.654.394",
)
SIGNATORY = Signatory("Zoé Lefèvre", "Gérante", "zoe@lefevre.example", "+32 81 1")
PARTNER = Partner(name="Ardenne Informatique", vat_number="BE 0123.456.749")


def ordered(
    asked: Proposal = EXAMPLE,
    signatory: Signatory = SIGNATORY,
    partner: Partner = PARTNER,
    seller: Seller = Seller(),  # noqa: B008 - a frozen value
) -> Order:
    lists = catalogue(item("O365", Kind.SUBSCRIPTION))
    return order(asked, offer(asked, lists), DAY, signatory, partner, seller)


def lacks(of: Order) -> list[str]:
    return [each.where for each in missing(of) if each.code == "order_lacks"]


def test_only_firm_lines_of_the_distributor_are_ordered() -> None:
    found = ordered()
    assert [line.sku for line in found.offer.lines] == ["PACK", "UPGRADE"]
    assert found.offer.distributor.contract_total == cents("23328.00")
    assert {line.invoiced_by for line in found.offer.lines} == {Party.DISTRIBUTOR}
    assert found.offer.partner.once.net == cents("0")


def test_options_stand_under_their_pack() -> None:
    places = [under(line) for line in ordered().offer.lines]
    assert places == ["", "packs[0]"]


def test_what_is_optional_is_said_not_to_be_ordered() -> None:
    assert "options_not_ordered" in [each.code for each in missing(ordered())]
    (first,) = EXAMPLE.packs
    firm = replace(EXAMPLE, packs=(replace(first, options=first.options[:1]),))
    assert "options_not_ordered" not in [each.code for each in missing(ordered(firm))]


def test_services_and_subscriptions_alone_order_nothing() -> None:
    asked = proposal(
        term=None, subscriptions=(subscription(),), partner_services=(service(),)
    )
    with pytest.raises(RefusedError) as refusal:
        ordered(asked)
    assert [each.code for each in refusal.value.problems] == ["nothing_to_order"]


def test_all_that_is_unknown_is_named() -> None:
    assert lacks(ordered(signatory=Signatory(), partner=Partner())) == [
        *("customer.street", "customer.postcode", "customer.city"),
        "customer.vat_number",
        *("signatory.name", "signatory.function"),
        *("signatory.email", "signatory.phone"),
        *("receiver.name", "receiver.phone"),
    ]
    assert not lacks(ordered(replace(EXAMPLE, customer=CUSTOMER)))


def test_at_the_partners_its_seller_takes_the_delivery() -> None:
    asked = replace(EXAMPLE, customer=CUSTOMER, delivery=Delivery.PARTNER)
    thomas = Seller("Thomas Renard", "TR", "+32 81 2", "thomas@ardenne.example")
    found = ordered(asked, seller=thomas).receiver
    assert (found.name, found.phone, found.email) == (
        *("Thomas Renard", "+32 81 2"),
        "thomas@ardenne.example",
    )
    assert ordered(asked).receiver.name == PARTNER.name
    assert lacks(ordered(asked)) == ["receiver.phone"]


def test_the_contact_is_phoned_where_the_same_person_signs() -> None:
    asked = replace(EXAMPLE, customer=CUSTOMER)
    assert ordered(asked).receiver.phone == SIGNATORY.phone
    other = replace(SIGNATORY, name="Paul Lefèvre")
    assert not ordered(asked, signatory=other).receiver.phone
    nobody = replace(asked, customer=replace(CUSTOMER, contact=""))
    assert lacks(ordered(nobody)) == ["receiver.name", "receiver.phone"]


def test_what_is_unknown_of_the_partner_is_for_the_settings() -> None:
    asked = replace(EXAMPLE, customer=CUSTOMER)
    found = missing(ordered(asked, partner=Partner(name=" ")))
    absent = [each.where for each in found if each.code == "identity_missing"]
    assert absent == ["partner.name", "partner.vat_number"]
    known = missing(ordered(asked))
    assert "identity_missing" not in [each.code for each in known]


@pytest.mark.parametrize(
    ("country", "number", "known"),
    [
        ("BE", "BE 0987.654.394", "0987.654.394"),
        ("BE", "0987654394", "0987654394"),
        ("FR", "FR 83 404 833 048", "404 833 048"),
        ("FR", "404 833 048 00022", "404 833 048"),
        ("CH", "CHE-109.322.551 TVA", "CHE-109.322.551"),
        ("LU", "LU 20260743", ""),
        ("BE", "not known", ""),
        ("FR", "", ""),
    ],
)
def test_a_number_names_the_enterprise_where_its_country_lets_it(
    country: str, number: str, known: str
) -> None:
    customer = replace(CUSTOMER, country=country, vat_number=number)
    assert enterprise_number(customer) == known
