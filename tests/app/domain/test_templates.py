from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal

from app.domain.by_term import ByTerm
from app.domain.choices import Delivery, Edition, Term
from app.domain.identity import Customer
from app.domain.localized import Localized
from app.domain.proposal import PackLine, Proposal, RequestLine, SubscriptionLine
from app.domain.templates import begun_from, template_of

DAY = dt.date(2026, 11, 22)
LATER = dt.date(2027, 1, 5)
QUOTED = Proposal(
    date=DAY,
    customer=Customer("Lefèvre", "BE", contact="Anne"),
    term=Term.MONTHS_24,
    delivery=Delivery.PARTNER,
    packs=(PackLine(id="p", sku="A", quantity=3),),
    subscriptions=(SubscriptionLine(id="s", sku="B", quantity=2, start=DAY),),
    special_requests=(
        RequestLine(
            id="r",
            quantity=1,
            text=Localized.of({"en": "Rugged"}),
            answer=ByTerm(Decimal(1), Decimal(1), Decimal(1)),
        ),
    ),
    number="TR-2026-0001",
    title="Renewal",
    reference="PO 7",
    seller="Thomas",
    delivery_address="Rue Haute",
)
BLANK = Proposal(
    date=LATER,
    customer=Customer(""),
    language=Edition.EN,
    term=Term.MONTHS_36,
    seller="Zoé",
)


def test_a_template_holds_nothing_of_a_customer() -> None:
    kept = template_of(QUOTED, "Office")
    assert kept.customer == Customer("Office")
    assert (kept.packs, kept.term, kept.delivery) == (
        QUOTED.packs,
        Term.MONTHS_24,
        Delivery.PARTNER,
    )
    assert kept.subscriptions[0].start is None
    assert kept.special_requests[0].answer is None
    said = repr(kept)
    for gone in ("Lefèvre", "Anne", "TR-2026", "Renewal", "PO 7", "Thomas", "Haute"):
        assert gone not in said


def test_a_quote_begins_with_its_lines_for_somebody_else() -> None:
    begun = begun_from(template_of(QUOTED, "Office"), BLANK)
    assert begun.packs == QUOTED.packs
    assert begun.term is Term.MONTHS_24
    who = (begun.customer, begun.date, begun.language, begun.seller)
    assert who == (Customer(""), LATER, Edition.EN, "Zoé")
    services = replace(template_of(QUOTED, "Office"), term=None)
    assert begun_from(services, BLANK).term is Term.MONTHS_36
