"""Offers made by hand, as pricing would make them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from app.documents.attachment import Attachment
from app.documents.content import quote_document
from app.documents.quote.inputs import Inputs
from app.documents.quote.signed import signed_page
from app.documents.quote.writer import Writer
from app.documents.quote_pdf import render
from app.domain.by_term import ByTerm
from app.domain.choices import (
    Kind,
    Party,
    ServiceType,
    Term,
)
from app.domain.identity import Customer, Partner, Seller
from app.domain.legal import legal_line
from app.domain.localized import Localized
from app.domain.money import Amount, UnitPrice
from app.domain.offer import (
    AtEnd,
    Difference,
    DistributorTotals,
    ListName,
    Offer,
    OfferLine,
    PartnerTotals,
    SubscriptionTotals,
    Taxed,
    TermTotals,
)
from app.domain.policy import CspPolicy, WaasPolicy
from app.domain.proposal import (
    OptionLine,
    PackLine,
    Proposal,
    ServiceLine,
)
from app.domain.signature import SignedPaper
from i18n import Language

EUR = "EUR"
DAY = date(2026, 11, 22)
FRENCH = (Language.of("fr", "BE"),)
ENGLISH = (Language.of("en", "BE"),)
BOTH = (*FRENCH, *ENGLISH)
EDITIONS = (FRENCH, ENGLISH, BOTH)
PROGRAM = "WaaS Quotes 0.1.0"
LIST = ListName("EXEMPLE-BE", "2026-11", "0" * 64)

WAAS = WaasPolicy(
    name="waas-2017",
    in_force_from=date(2017, 1, 1),
    validity_days=30,
    standard_warranty_months=36,
    extension_max_months=36,
    extension_step_months=12,
    extension_cap="total",
    early_end="remaining",
)
CSP = CspPolicy(
    name="csp-2017",
    in_force_from=date(2017, 10, 17),
    cancel_days=30,
    days_in_a_year=365,
    trial_days=30,
    trial_licences=25,
)
PARTNER = Partner(
    name="Ardenne Informatique",
    country="BE",
    vat_number="BE 0123.456.749",
    street="Chaussée de Marche 210",
    postcode="5100",
    city="Jambes",
    phone="+32 81 55 01 20",
    email="info@ardenne-info.example",
    legal_line="RPM Liège, div. Namur · BE68 5390 0754 7034",
)
SELLER = Seller(
    name="Thomas Renard",
    prefix="TR",
    phone="+32 81 55 01 20",
    email="thomas.renard@ardenne-info.example",
)
CUSTOMER = Customer(
    name="Menuiserie Lefèvre SRL",
    country="BE",
    contact="Madame Zoé Lefèvre",
    street="Rue de l’Église 14",
    postcode="5000",
    city="Namur",
    vat_number="BE 0987.654.394",
)


def amount(number: str) -> Amount:
    """Return an amount in euros."""
    return Amount.parse(number, EUR) if number[0] != "-" else -amount(number[1:])


def unit(number: str) -> UnitPrice:
    """Return a unit price in euros."""
    return UnitPrice.parse(number, EUR)


def texts(french: str, english: str) -> Localized:
    """Return a text in both languages."""
    return Localized.of({"fr": french, "en": english})


def difference(monthly: str = "0", once: str = "0", annual: str = "0") -> Difference:
    """Return what an alternative changes."""
    return Difference(monthly=amount(monthly), once=amount(once), annual=amount(annual))


def taxed(net: str, rate: str = "21") -> Taxed:
    """Return a total with its VAT; no rate, no VAT."""
    bare = amount(net)
    if not rate:
        return Taxed(net=bare, vat=None, gross=None)
    vat = bare.share(Decimal(rate))
    return Taxed(net=bare, vat=vat, gross=bare + vat)


def line(
    place: str, kind: Kind, name: Localized, price: str, quantity: int = 1
) -> OfferLine:
    """Return a firm line invoiced each month by the distributor."""
    return OfferLine(
        id=place,
        place=place,
        kind=kind,
        sku="SKU",
        name=name,
        quantity=quantity,
        unit_price=unit(price),
        unit_once=None,
        monthly=unit(price).times(quantity),
        once=amount("0"),
        annual=amount("0"),
        invoiced_by=Party.DISTRIBUTOR,
        optional=False,
        firm=True,
        price_list=LIST,
    )


def service(
    place: str, name: Localized, price: str, quantity: int, percent: str = "0"
) -> OfferLine:
    """Return a service that the partner invoices once."""
    off = Decimal(percent)
    paid = unit(price).times_percent(quantity, Decimal(100) - off)
    return replace(
        line(place, Kind.PARTNER_SERVICE, name, price, quantity),
        sku=None,
        price_list=None,
        monthly=amount("0"),
        once=paid,
        invoiced_by=Party.PARTNER,
        discount_percent=off,
    )


PACK = replace(
    line("packs[0]", Kind.PACK, Localized.same("Pack Mobile M"), "49.90", 12),
    contents=(
        (texts("Portable 14″ i5, 16 Go, 512 Go", "14″ notebook, 16 GB, 512 GB"), 1),
        (texts("sac et souris", "bag and mouse"), 1),
        (texts("garantie 3 ans sur site", "3-year on-site warranty"), 1),
        (Localized.same("Office 365 Business Essentials"), 1),
        (texts("antivirus géré", "managed antivirus"), 1),
        (texts("assistance à distance", "remote support"), 1),
    ),
)
UPGRADE = replace(
    line(
        "packs[0].options[0]",
        Kind.UPGRADE,
        Localized.same("Office 365 Business Premium"),
        "4.10",
        12,
    ),
    replaces=(Localized.same("Office 365 Business Essentials"),),
)
DOCK = replace(
    line(
        "packs[0].options[1]",
        Kind.HARDWARE,
        texts("Station d’accueil USB-C", "USB-C docking station"),
        "5.55",
        12,
    ),
    optional=True,
    firm=False,
)
INSTALLATION = service(
    "partner_services[0]",
    texts(
        "Configuration et installation sur site",
        "On-site configuration and installation",
    ),
    "85.00",
    12,
)

PROPOSAL = Proposal(
    date=DAY,
    customer=CUSTOMER,
    term=Term.MONTHS_36,
    packs=(
        PackLine(
            id="packs[0]",
            quantity=12,
            sku="WAAS-NB-M",
            options=(
                OptionLine(id="packs[0].options[0]", quantity=12, sku="O365-BP-UP"),
                OptionLine(
                    id="packs[0].options[1]", quantity=12, sku="DOCK", optional=True
                ),
            ),
        ),
    ),
    partner_services=(
        ServiceLine(
            id="partner_services[0]",
            quantity=12,
            name=INSTALLATION.name,
            price=Decimal("85.00"),
            type=ServiceType.INSTALLATION,
        ),
    ),
    number="TR-2026-0148",
    valid_until=date(2026, 12, 22),
)
OFFER = Offer(
    currency=EUR,
    term=Term.MONTHS_36,
    price_lists=(LIST,),
    lines=(PACK, UPGRADE, DOCK, INSTALLATION),
    distributor=DistributorTotals(
        name="ALSO",
        monthly=taxed("648.00"),
        once=taxed("0"),
        contract_total=amount("23328.00"),
    ),
    partner=PartnerTotals(monthly=taxed("0"), once=taxed("1020.00")),
    subscriptions=SubscriptionTotals(monthly=taxed("0"), annual=taxed("0")),
    at_end=AtEnd(devices=0, per_device=None, total=amount("0")),
    terms=ByTerm(
        None,
        TermTotals(monthly=amount("746.40"), contract_total=amount("17913.60")),
        TermTotals(monthly=amount("648.00"), contract_total=amount("23328.00")),
    ),
    vat_rate=Decimal(21),
    vat_abroad=False,
    provisional=False,
)
QUOTE = Attachment("quote.json", "application/json", b'{"format": "waas-quote/1"}')
UBL = Attachment("quotation.xml", "application/xml", b"<Quotation/>", "Alternative")


def pdf(
    offer: Offer = OFFER,
    proposal: Proposal = PROPOSAL,
    languages: tuple[Language, ...] = FRENCH,
    partner: Partner = PARTNER,
    seller: Seller = SELLER,
    attachments: tuple[Attachment, ...] = (QUOTE,),
    *,
    logo: bytes = b"",
) -> bytes:
    """Return the paper of that offer."""
    of = inputs(offer, proposal, languages, partner, seller)
    document = quote_document(of, attachments, PROGRAM)
    return render(replace(document, logo=logo))


def signature_page(
    signed: SignedPaper,
    languages: tuple[Language, ...] = FRENCH,
    offer: Offer = OFFER,
    proposal: Proposal = PROPOSAL,
) -> bytes:
    """Return the page that follows a signed paper."""
    return render(signed_page(inputs(offer, proposal, languages), signed, PROGRAM))


def inputs(
    offer: Offer = OFFER,
    proposal: Proposal = PROPOSAL,
    languages: tuple[Language, ...] = FRENCH,
    partner: Partner = PARTNER,
    seller: Seller = SELLER,
    waas: WaasPolicy = WAAS,
) -> Inputs:
    """Return what a paper of that offer is made from."""
    assert proposal.valid_until
    return Inputs(
        offer=offer,
        proposal=proposal,
        valid_until=proposal.valid_until,
        partner=partner,
        legal=legal_line((), partner),
        seller=seller,
        waas=waas,
        csp=CSP,
        write=Writer(languages),
        sample=False,
        final=bool(proposal.number),
    )
