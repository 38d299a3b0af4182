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
    Billing,
    Delivery,
    Kind,
    Party,
    Recurrence,
    Return,
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
    RequestLine,
    ServiceLine,
    SubscriptionLine,
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


def with_request(answered: bool) -> tuple[Offer, Proposal]:
    """Return the quote with a special request."""
    name = texts("Portable durci, antichoc", "Rugged, shock-proof notebook")
    asked = RequestLine(id="special_requests[0]", quantity=2, text=name)
    extra = replace(
        line("special_requests[0]", Kind.SPECIAL_REQUEST, name, "71.20", 2), sku=None
    )
    if not answered:
        extra = replace(
            extra,
            unit_price=None,
            monthly=None,
            once=None,
            annual=None,
            awaits_answer=True,
        )
    offer = replace(OFFER, lines=(*OFFER.lines, extra), provisional=not answered)
    return offer, replace(PROPOSAL, special_requests=(asked,))


def subscriptions_only() -> tuple[Offer, Proposal]:
    """Return a quote of two subscriptions, one billed annually, and no packs."""
    monthly = replace(
        line("subscriptions[0]", Kind.SUBSCRIPTION, Localized.same("E3"), "10.50", 10),
        invoiced_by=Party.PARTNER,
    )
    annual = replace(
        line("subscriptions[1]", Kind.SUBSCRIPTION, Localized.same("EMS"), "7.25", 10),
        invoiced_by=Party.PARTNER,
        monthly=amount("0"),
        annual=amount("870.00"),
    )
    offer = replace(
        OFFER,
        term=None,
        lines=(monthly, annual),
        distributor=DistributorTotals(
            name="ALSO",
            monthly=taxed("0"),
            once=taxed("0"),
            contract_total=amount("0"),
        ),
        partner=PartnerTotals(monthly=taxed("0"), once=taxed("0")),
        subscriptions=SubscriptionTotals(
            monthly=taxed("105.00"), annual=taxed("870.00")
        ),
        terms=ByTerm(),
    )
    proposal = replace(
        PROPOSAL,
        term=None,
        packs=(),
        partner_services=(),
        subscriptions=(
            SubscriptionLine(id="subscriptions[0]", quantity=10, sku="E3"),
            SubscriptionLine(
                id="subscriptions[1]",
                quantity=10,
                sku="EMS",
                billing=Billing.ANNUAL,
                start=date(2026, 12, 1),
                name="Siège",
                parent="subscriptions[0]",
            ),
        ),
    )
    return offer, proposal


def options_only() -> tuple[Offer, Proposal]:
    """Return the quote with every line optional."""
    lines = tuple(replace(each, optional=True, firm=False) for each in OFFER.lines)
    nothing = TermTotals(monthly=amount("0"), contract_total=amount("0"))
    offer = replace(
        OFFER,
        lines=lines,
        distributor=replace(
            OFFER.distributor, monthly=taxed("0"), contract_total=amount("0")
        ),
        partner=PartnerTotals(monthly=taxed("0"), once=taxed("0")),
        terms=ByTerm(nothing, nothing, nothing),
    )
    packs = tuple(replace(each, optional=True) for each in PROPOSAL.packs)
    services = tuple(replace(each, optional=True) for each in PROPOSAL.partner_services)
    return offer, replace(PROPOSAL, packs=packs, partner_services=services)


def everything() -> tuple[Offer, Proposal]:
    """Return a quote with every kind of line and every kind of amount."""
    subscriptions, asked = subscriptions_only()
    setup = replace(
        line(
            "packs[0].options[2]", Kind.SERVICE, texts("Mise en place", "Set-up"), "9"
        ),
        unit_price=unit("120.00"),
        monthly=amount("0"),
        once=amount("120.00"),
    )
    both = replace(
        line("packs[0].options[3]", Kind.SERVICE, texts("Suivi", "Monitoring"), "2.00"),
        unit_once=unit("30.00"),
        once=amount("30.00"),
    )
    alternative = replace(
        line("packs[1]", Kind.PACK, Localized.same("Pack Fixe S"), "39.90", 12),
        optional=True,
        firm=False,
        alternative_to="packs[0]",
        difference=difference(monthly="-120.00"),
    )
    watch = replace(
        service("partner_services[1]", texts("Veille", "Watch"), "25.00", 3, "10"),
        once=amount("0"),
        monthly=amount("67.50"),
    )
    offer = replace(
        OFFER,
        lines=(
            *(PACK, UPGRADE, DOCK, setup, both, alternative),
            *(INSTALLATION, watch, *subscriptions.lines),
        ),
        distributor=replace(
            OFFER.distributor,
            once=taxed("150.00"),
            monthly=taxed("650.00"),
            contract_total=amount("23400.00"),
        ),
        terms=ByTerm(
            None,
            TermTotals(monthly=amount("748.40"), contract_total=amount("17961.60")),
            TermTotals(monthly=amount("650.00"), contract_total=amount("23400.00")),
        ),
        partner=PartnerTotals(monthly=taxed("67.50"), once=taxed("1020.00")),
        subscriptions=subscriptions.subscriptions,
        at_end=AtEnd(devices=12, per_device=unit("19.50"), total=amount("234.00")),
    )
    proposal = replace(
        PROPOSAL,
        title="Renouvellement du parc mobile",
        reference="CDE-77",
        revision="2",
        delivery=Delivery.PARTNER,
        return_way=Return.COLLECTED,
        packs=(
            *PROPOSAL.packs,
            PackLine(id="packs[1]", quantity=12, sku="DT", alternative_to="packs[0]"),
        ),
        partner_services=(
            *PROPOSAL.partner_services,
            ServiceLine(
                id="partner_services[1]",
                quantity=3,
                name=watch.name,
                price=Decimal("25.00"),
                recurrence=Recurrence.MONTHLY,
                discount_percent=Decimal(10),
            ),
        ),
        subscriptions=asked.subscriptions,
    )
    return offer, proposal


def many(count: int) -> tuple[Offer, Proposal]:
    """Return a quote of that many packs, each with a name of its own."""
    lines = tuple(
        replace(
            line(
                f"packs[{i}]",
                Kind.PACK,
                texts(f"Poste n° {i + 1:03}", f"Workplace no. {i + 1:03}"),
                f"{10 + i}.{i % 100:02}",
            ),
            sku=f"SKU-{i}",
            contents=((texts("écran", "screen"), 1 + i % 3),) if i % 2 else (),
        )
        for i in range(count)
    )
    total = sum((each.monthly for each in lines if each.monthly), amount("0"))
    offer = replace(
        OFFER,
        lines=lines,
        distributor=DistributorTotals(
            name="ALSO",
            monthly=taxed(str(total)),
            once=taxed("0"),
            contract_total=total.times(36),
        ),
        partner=PartnerTotals(monthly=taxed("0"), once=taxed("0")),
    )
    packs = tuple(PackLine(id=each.id, quantity=1, sku="SKU") for each in lines)
    return offer, replace(PROPOSAL, packs=packs, partner_services=())
