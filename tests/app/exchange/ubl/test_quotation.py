"""The offer as a UBL quotation: structure and sums, without the schema."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from xml.etree.ElementTree import Element, fromstring

import pytest
from hypothesis import given, settings

from app.domain.by_term import ByTerm
from app.domain.catalogue import Catalogue
from app.domain.choices import Billing, Kind, PriceBasis, Recurrence, Return, Term
from app.domain.identity import Customer, Partner, Seller
from app.domain.money import Amount, UnitPrice
from app.domain.offer import Offer
from app.domain.price_list import Item, PriceList
from app.domain.pricing import customer_copy, price
from app.exchange.ubl import FILE_NAME, Quotation, write
from app.use_cases.bundled import policies
from tests.app.domain import build
from tests.app.exchange.ubl.quotations import (
    ENGLISH,
    FRENCH,
    NAMES,
    amount,
    lines,
    one,
    properties,
    quotation,
    quotations,
    said,
    walk,
    written,
)

TOTAL = "cac:QuotedMonetaryTotal"
O365 = build.item("O365", Kind.SUBSCRIPTION, price_month=build.euro("10.50"))


def test_the_attachment_has_the_name_that_the_contract_gives_it() -> None:
    assert FILE_NAME == "quotation.xml"


def test_example_1_says_what_the_whole_comes_to() -> None:
    root = written(build.EXAMPLE)
    assert amount(root, f"{TOTAL}/cbc:LineExtensionAmount") == Decimal("24348.00")
    assert amount(root, f"{TOTAL}/cbc:TaxExclusiveAmount") == Decimal("24348.00")
    assert amount(root, f"{TOTAL}/cbc:TaxInclusiveAmount") == Decimal("29461.08")
    assert amount(root, f"{TOTAL}/cbc:PayableAmount") == Decimal("29461.08")
    path = "cac:TaxTotal/cac:TaxSubtotal/cbc:"
    assert said(root, f"{path}TaxableAmount") == ["23328.00", "1020.00"]
    assert said(root, f"{path}TaxAmount") == ["4898.88", "214.20"]
    assert said(root, "cac:TaxTotal/cac:TaxSubtotal/cac:TaxCategory/cbc:Name") == [
        "Facturé chaque mois par ALSO",
        "Facturé une fois par Ardenne Informatique",
    ]


def test_a_pack_is_counted_in_months_of_one_piece() -> None:
    pack = lines(written(build.EXAMPLE))["pack"]
    (quantity,) = pack.findall("cbc:Quantity", NAMES)
    assert (quantity.text, quantity.attrib) == ("432", {"unitCode": "MON"})
    assert one(pack, "cac:Price/cbc:PriceAmount") == "49.90"
    assert one(pack, "cac:Price/cbc:BaseQuantity") == "1"
    assert one(pack, "cbc:LineExtensionAmount") == "21556.80"
    assert properties(pack) == {
        "kind": "pack",
        "invoiced_by": "distributor",
        "quantity": "12",
        "monthly": "598.80",
    }


def test_an_option_is_a_line_of_its_own_that_names_its_pack() -> None:
    upgrade = lines(written(build.EXAMPLE))["upgrade"]
    assert one(upgrade, "cac:LineReference/cbc:LineID") == "pack"
    assert one(upgrade, "cbc:LineExtensionAmount") == "1771.20"


def test_a_service_is_counted_in_pieces_and_invoiced_by_the_partner() -> None:
    service = lines(written(build.EXAMPLE))["service"]
    (quantity,) = service.findall("cbc:Quantity", NAMES)
    assert (quantity.text, quantity.attrib) == ("12", {"unitCode": "C62"})
    assert one(service, "cbc:Note") == "Facturé une fois par Ardenne Informatique"
    assert properties(service)["invoiced_by"] == "partner"
    assert properties(service)["once"] == "1020.00"


def test_a_discount_is_deducted_on_its_line() -> None:
    service = build.service("33.33", 3, discount_percent=Decimal("12.5"))
    line = lines(written(build.proposal(partner_services=(service,))))["service"]
    path = "cac:AllowanceCharge/cbc:"
    assert one(line, f"{path}ChargeIndicator") == "false"
    assert one(line, f"{path}MultiplierFactorNumeric") == "0.125"
    assert amount(line, f"{path}BaseAmount") == Decimal("99.99")
    assert amount(line, f"{path}Amount") == Decimal("12.50")
    assert amount(line, "cbc:LineExtensionAmount") == Decimal("87.49")


def test_a_monthly_service_runs_with_the_contract_or_else_for_a_month() -> None:
    monthly = build.service("20", 1, recurrence=Recurrence.MONTHLY)
    with_packs = build.proposal(build.pack(), partner_services=(monthly,))
    alone = build.proposal(partner_services=(monthly,), term=None)
    assert one(lines(written(with_packs))["service"], "cbc:Quantity") == "36"
    assert one(lines(written(alone))["service"], "cbc:Quantity") == "1"
    assert amount(written(alone), f"{TOTAL}/cbc:TaxExclusiveAmount") == 20


def test_an_item_with_two_prices_is_two_lines() -> None:
    setup = build.item(
        "SETUP", prices=build.prices("", "", "2"), price_once=build.euro("30")
    )
    asked = build.proposal(build.pack(build.option("SETUP", 12)))
    root = written(asked, build.offer(asked, build.catalogue(setup)))
    found = lines(root)
    assert one(found["setup"], "cbc:LineExtensionAmount") == "864.00"
    assert one(found["setup/once"], "cbc:LineExtensionAmount") == "360.00"
    assert one(found["setup/once"], "cac:LineReference/cbc:LineID") == "setup"


@pytest.mark.parametrize(
    ("basis", "billing", "unit", "base", "paid", "whole"),
    [
        (PriceBasis.MONTH, Billing.MONTHLY, "10.50", "1", "105.00", "1260"),
        (PriceBasis.MONTH, Billing.ANNUAL, "10.50", "1", "1260.00", "1260"),
        (PriceBasis.TERM, Billing.MONTHLY, "125", "12", "104.17", "1250.04"),
        (PriceBasis.TERM, Billing.ANNUAL, "125", "12", "1250.00", "1250"),
    ],
)
def test_a_subscription_is_counted_for_its_twelve_months(
    basis: PriceBasis,
    billing: Billing,
    unit: str,
    base: str,
    paid: str,
    whole: str,
) -> None:
    item = replace(O365, price_month=build.euro(unit), price_basis=basis)
    asked = build.proposal(subscriptions=(build.subscription(billing=billing),))
    root = written(asked, build.offer(asked, build.catalogue(item)))
    line = lines(root)["subscription"]
    assert one(line, "cbc:Quantity") == "120"
    assert one(line, "cac:Price/cbc:BaseQuantity") == base
    assert properties(line)[billing.value] == paid
    assert amount(line, "cbc:LineExtensionAmount") == Decimal(whole)
    assert amount(root, f"{TOTAL}/cbc:TaxExclusiveAmount") == Decimal(whole)


def test_an_optional_line_has_nothing_to_add_up() -> None:
    root = written(build.EXAMPLE)
    dock = lines(root)["dock"]
    assert said(dock, "cbc:Quantity") == said(dock, "cbc:LineExtensionAmount") == []
    assert one(dock, "cbc:MinimumQuantity") == "0"
    assert one(dock, "cbc:MaximumQuantity") == "432"
    assert one(dock, "cac:Price/cbc:PriceAmount") == "5.55"
    assert "en option, hors totaux" in said(dock, "cbc:Note")
    assert properties(dock)["optional"] == "true"


def test_an_alternative_stands_inside_the_line_it_would_replace() -> None:
    other = build.pack(
        build.option("DOCK", id="other-dock"),
        id="other",
        quantity=6,
        alternative_to="pack",
    )
    root = written(build.proposal(build.pack(), other))
    assert set(lines(root)) == {"pack"}
    (whole,) = root.findall("cac:QuotationLine", NAMES)
    inside = whole.findall("cac:AlternativeLineItem", NAMES)
    assert [one(each, "cbc:ID") for each in inside] == ["other", "other-dock"]
    assert one(inside[1], "cac:LineReference/cbc:LineID") == "other"
    assert properties(inside[0])["alternative_to"] == "pack"
    assert amount(root, f"{TOTAL}/cbc:LineExtensionAmount") == Decimal("21556.80")


def test_an_alternative_to_nothing_is_an_optional_line() -> None:
    lost = build.pack(id="lost", alternative_to="gone")
    root = written(build.proposal(build.pack(), lost))
    assert set(lines(root)) == {"pack", "lost"}
    assert said(lines(root)["lost"], "cbc:LineExtensionAmount") == []


def test_a_provisional_quote_says_so_and_counts_no_unanswered_request() -> None:
    asked = build.proposal(build.pack(), special_requests=(build.request(),))
    root = written(asked)
    assert "Offre provisoire" in said(root, "cbc:Note")
    request = lines(root)["request"]
    assert said(request, "cac:Price") == said(request, "cbc:LineExtensionAmount") == []
    assert any("confirmer" in each for each in said(request, "cbc:Note"))
    assert amount(root, f"{TOTAL}/cbc:LineExtensionAmount") == Decimal("21556.80")


def test_drafts_and_invented_prices_are_called_so() -> None:
    draft = said(written(build.EXAMPLE, final=False, sample=True), "cbc:Note")
    final = said(written(build.EXAMPLE), "cbc:Note")
    assert set(draft) - set(final) == {"Projet d’offre", "Prix d’exemple inventés"}


def test_across_a_border_there_is_no_vat_and_the_reason_is_given() -> None:
    root = written(build.EXAMPLE, build.offer(build.EXAMPLE, home="FR"))
    assert said(root, "cac:TaxTotal/cbc:TaxAmount") == []
    assert said(root, f"{TOTAL}/cbc:TaxInclusiveAmount") == []
    assert amount(root, f"{TOTAL}/cbc:PayableAmount") == Decimal("24348.00")
    assert any("TVA" in each and "pays" in each for each in said(root, "cbc:Note"))


def test_who_when_and_until_when() -> None:
    customer = Customer(
        name="A & B <SARL>",
        country="BE",
        contact="Zoé",
        email="zoe@a-b.example",
        street="Rue Haute 1\nBoîte 2",
        postcode="5000",
        city="Namur",
        vat_number="BE 0999.999.922",
    )
    asked = replace(
        build.EXAMPLE,
        customer=customer,
        number="AI-2026-007",
        revision="B",
        reference="PO 12",
        valid_until=build.DAY.replace(month=12),
        delivery_address="Quai 3\n4000 Liège",
    )
    root = written(
        asked,
        partner=Partner(name="Ardenne", email="info@ardenne.example", phone="081"),
        seller=Seller(name="Thomas", phone="0475"),
    )
    assert one(root, "cbc:ID").startswith("AI-2026-007")
    assert one(root, "cbc:IssueDate") == "2026-11-22"
    assert one(root, "cac:ValidityPeriod/cbc:EndDate") == "2026-12-22"
    assert one(root, "cac:RequestForQuotationDocumentReference/cbc:ID") == "PO 12"
    seller = "cac:SellerSupplierParty/cac:Party"
    assert one(root, f"{seller}/cac:PartyName/cbc:Name") == "Ardenne"
    assert one(root, f"{seller}/cac:Contact/cbc:Telephone") == "0475"
    mail = one(root, f"{seller}/cac:Contact/cbc:ElectronicMail")
    assert mail == "info@ardenne.example"
    buyer = "cac:BuyerCustomerParty/cac:Party"
    assert one(root, f"{buyer}/cac:PartyName/cbc:Name") == "A & B <SARL>"
    address = f"{buyer}/cac:PostalAddress"
    assert one(root, f"{address}/cbc:StreetName") == "Rue Haute 1"
    assert one(root, f"{address}/cac:AddressLine/cbc:Line") == "Boîte 2"
    assert one(root, f"{buyer}/cac:PartyTaxScheme/cbc:CompanyID") == "BE 0999.999.922"
    delivered = "cac:Delivery/cac:DeliveryAddress/cac:AddressLine/cbc:Line"
    assert said(root, delivered) == ["Quai 3", "4000 Liège"]


def test_each_language_says_everything() -> None:
    root = written(build.EXAMPLE, languages=(FRENCH, ENGLISH))
    notes = root.findall("cbc:Note", NAMES)
    spoken = [each.get("languageID") for each in notes]
    assert spoken.count("fr") == spoken.count("en") > 2
    texts = " ".join(each.text or "" for each in notes).replace("\xa0", " ")
    assert "chaque mois par ALSO : 648,00 € hors TVA, compté 36 fois" in texts
    assert "Invoiced each month by ALSO: " in texts
    assert "excluding VAT, 36 times in the total." in texts


def test_the_collection_is_told_and_in_no_total() -> None:
    asked = replace(build.EXAMPLE, return_way=Return.COLLECTED)
    root = written(asked)
    assert any("234,00" in each for each in said(root, "cbc:Note"))
    assert amount(root, f"{TOTAL}/cbc:TaxExclusiveAmount") == Decimal("24348.00")


def test_what_is_kept_from_the_customer_is_not_written() -> None:
    assert write(quotation(build.proposal())) is None
    unpriced = build.proposal(build.pack(), term=Term.MONTHS_12)
    assert write(quotation(unpriced)) is None


@pytest.mark.parametrize("sign", ["\0", "\x0b", "\x1b", "\ud800", "\ufffe", "\uffff"])
def test_what_xml_forbids_becomes_a_space(sign: str) -> None:
    customer = Customer(name=f"A{sign}B", contact=sign)
    root = written(replace(build.EXAMPLE, customer=customer))
    buyer = "cac:BuyerCustomerParty/cac:Party"
    assert one(root, f"{buyer}/cac:PartyName/cbc:Name") == "A B"
    assert said(root, f"{buyer}/cac:Contact/cbc:Name") == []


# Any quote


def expected(offer: Offer) -> Decimal:
    """What all totals of the offer come to, each for as long as it runs."""
    its, own, licences = offer.distributor, offer.partner, offer.subscriptions
    return sum(
        (
            paid.decimal * times
            for paid, times in (
                (its.contract_total, 1),
                (its.once.net, 1),
                (own.once.net, 1),
                (own.monthly.net, offer.term or 1),
                (licences.monthly.net, 12),
                (licences.annual.net, 1),
            )
            if paid
        ),
        Decimal(0),
    )


def line_sums(root: Element) -> Decimal:
    every = said(root, "cac:QuotationLine/cac:LineItem/cbc:LineExtensionAmount")
    return sum(map(Decimal, every), Decimal(0))


@settings(max_examples=50)
@given(quotations())
def test_sums_agree_with_the_offer_and_with_themselves(
    made: tuple[PriceList, Quotation],
) -> None:
    content = write(made[1])
    if content is None:
        assert not made[1].offer.lines
        return
    root = fromstring(content)
    net = amount(root, f"{TOTAL}/cbc:TaxExclusiveAmount")
    assert net == amount(root, f"{TOTAL}/cbc:LineExtensionAmount") == line_sums(root)
    assert net == expected(made[1].offer)
    if made[1].offer.vat_rate is not None and said(root, "cac:TaxTotal/cbc:TaxAmount"):
        vat = amount(root, "cac:TaxTotal/cbc:TaxAmount")
        parts = said(root, "cac:TaxTotal/cac:TaxSubtotal/cbc:TaxAmount")
        assert vat == sum(map(Decimal, parts), Decimal(0))
        assert amount(root, f"{TOTAL}/cbc:PayableAmount") == net + vat
    for line in lines(root).values():
        assert_price_fits(line)


def assert_price_fits(line: Element) -> None:
    """Quantity x price less the discount is the amount, but for the rounding."""
    if not said(line, "cbc:LineExtensionAmount"):
        return
    base = amount(line, "cac:Price/cbc:BaseQuantity")
    full = amount(line, "cbc:Quantity") * amount(line, "cac:Price/cbc:PriceAmount")
    off = sum(map(Decimal, said(line, "cac:AllowanceCharge/cbc:Amount")), Decimal(0))
    rounding = Decimal("0.01") * 36
    whole = amount(line, "cbc:LineExtensionAmount")
    assert abs(full / base - off - whole) <= rounding


def earning(price_list: PriceList, cents: int) -> PriceList:
    """The list with every commission and cost set by that number."""
    earned = Amount(cents, price_list.currency)
    cost = UnitPrice(cents, price_list.currency)

    def paid(item: Item) -> Item:
        return replace(
            item,
            commissions=ByTerm(earned, earned, earned),
            commission_extension=earned,
            cost_month=cost,
            cost_once=cost,
        )

    return replace(price_list, items=tuple(map(paid, price_list.items)))


@settings(max_examples=25)
@given(quotations())
def test_bytes_do_not_depend_on_what_the_partner_earns_or_pays(
    made: tuple[PriceList, Quotation],
) -> None:
    price_list, first = made
    proposal = first.copy.proposal
    contents = set()
    for cents in (1, 99_900):
        catalogue = Catalogue.of([earning(price_list, cents)])
        offer = price(proposal, catalogue, policies())
        copy = customer_copy(proposal, offer)
        contents.add(write(replace(first, offer=offer, copy=copy)))
    assert contents == {write(first)}


def test_no_word_of_commissions_or_costs() -> None:
    text = " ".join(walk(written(build.EXAMPLE, languages=(FRENCH, ENGLISH)))).lower()
    assert "commission" not in text
    assert "cost" not in text
