"""Offers that have something out of the ordinary, each with its proposal."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from app.domain.by_term import ByTerm
from app.domain.choices import (
    Billing,
    Delivery,
    Kind,
    Party,
    Recurrence,
    Return,
)
from app.domain.localized import Localized
from app.domain.offer import (
    AtEnd,
    DistributorTotals,
    Offer,
    PartnerTotals,
    SubscriptionTotals,
    TermTotals,
)
from app.domain.proposal import (
    PackLine,
    Proposal,
    RequestLine,
    ServiceLine,
    SubscriptionLine,
)
from tests.app.documents.samples import (
    DOCK,
    INSTALLATION,
    OFFER,
    PACK,
    PROPOSAL,
    UPGRADE,
    amount,
    difference,
    line,
    service,
    taxed,
    texts,
    unit,
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
