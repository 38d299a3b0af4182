"""Small lists and quotes for tests, with everything but what matters left out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from app.domain.by_term import ByTerm
from app.domain.catalogue import Catalogue
from app.domain.choices import Kind, Recurrence, ServiceType, Term
from app.domain.fingerprint import with_fingerprints
from app.domain.identity import Customer
from app.domain.localized import Localized
from app.domain.money import Amount, UnitPrice
from app.domain.offer import Offer
from app.domain.price_list import Item, PriceList
from app.domain.pricing import price
from app.domain.problems import Problems
from app.domain.proposal import (
    OptionLine,
    PackLine,
    Proposal,
    RequestLine,
    ServiceLine,
    SubscriptionLine,
)
from app.domain.quote import Quote
from app.domain.rules import check
from app.use_cases.bundled import policies

DAY = dt.date(2026, 11, 22)
TODAY = dt.date(2026, 11, 23)


def prices(p12: str = "", p24: str = "", p36: str = "") -> ByTerm[UnitPrice]:
    return ByTerm(*(UnitPrice.parse(p, "EUR") if p else None for p in (p12, p24, p36)))


def commissions(c12: str = "", c24: str = "", c36: str = "") -> ByTerm[Amount]:
    return ByTerm(*(Amount.parse(c, "EUR") if c else None for c in (c12, c24, c36)))


def euro(number: str) -> UnitPrice:
    return UnitPrice.parse(number, "EUR")


def cents(number: str) -> Amount:
    sign = -1 if number.startswith("-") else 1
    return Amount.parse(number.removeprefix("-"), "EUR").times(sign)


def item(sku: str, kind: Kind = Kind.OPTION, **more: Any) -> Item:
    return Item(sku=sku, kind=kind, name=Localized.same(sku.title()), **more)


def a_list(*items: Item, **more: Any) -> PriceList:
    given = {
        "list_id": "TEST",
        "version": "1",
        "currency": "EUR",
        "country": "BE",
        "distributor": "ALSO",
        "valid_from": dt.date(2026, 1, 1),
        **more,
    }
    return with_fingerprints(PriceList(items=items, **given))


#: DOMAIN's example 1, with what the other rules need beside it.
PACK = item(
    "PACK",
    Kind.PACK,
    includes=(("NOTEBOOK", 1), ("OFFICE", 1)),
    family="Mobile",
    prices=prices("", "57.90", "49.90"),
    commissions=commissions("", "90", "120"),
)
NOTEBOOK = item("NOTEBOOK", Kind.HARDWARE)
OFFICE = item("OFFICE", Kind.SERVICE)
UPGRADE = item(
    "UPGRADE",
    Kind.UPGRADE,
    replaces=("OFFICE",),
    prices=prices("", "4.30", "4.10"),
    commissions=commissions("", "8", "10"),
)
DOCK = item(
    "DOCK",
    Kind.HARDWARE,
    fits=("PACK",),
    max_per_pack=2,
    prices=prices("7.90", "6.40", "5.55"),
    commissions=commissions("3", "4", "5"),
)
COLLECT = item("COLLECT", Kind.RETURN, price_once=euro("19.50"))
ITEMS = (PACK, NOTEBOOK, OFFICE, UPGRADE, DOCK, COLLECT)


def catalogue(*more: Item, without: str = "", **of_list: Any) -> Catalogue:
    replaced = {each.sku for each in more} | {without}
    kept = [each for each in ITEMS if each.sku not in replaced]
    return Catalogue.of([a_list(*kept, *more, **of_list)])


def pack(*options: OptionLine, quantity: int = 12, **more: Any) -> PackLine:
    given = {"id": "pack", "sku": "PACK", **more}
    return PackLine(quantity=quantity, options=options, **given)


def option(sku: str, quantity: int = 12, **more: Any) -> OptionLine:
    return OptionLine(**{"id": sku.lower(), "sku": sku, "quantity": quantity, **more})


def service(price_: str = "85.00", quantity: int = 12, **more: Any) -> ServiceLine:
    given = {
        "id": "service",
        "name": Localized.same("Installation"),
        "price": Decimal(price_),
        "recurrence": Recurrence.ONCE,
        "type": ServiceType.INSTALLATION,
        **more,
    }
    return ServiceLine(quantity=quantity, **given)


def request(answer: Mapping[str, str] | None = None, **more: Any) -> RequestLine:
    prices_ = answer and ByTerm(
        *(
            Decimal(answer[key]) if key in answer else None
            for key in ("price_12", "price_24", "price_36")
        )
    )
    given = {"id": "request", "quantity": 1, "answer": prices_, **more}
    return RequestLine(text=Localized.same("Rugged notebook"), **given)


def subscription(quantity: int = 10, **more: Any) -> SubscriptionLine:
    return SubscriptionLine(
        **{"id": "subscription", "sku": "O365", "quantity": quantity, **more}
    )


def proposal(*packs: PackLine, **more: Any) -> Proposal:
    given = {
        "date": DAY,
        "customer": Customer("Menuiserie Lefèvre SRL", "BE"),
        "term": Term.MONTHS_36,
        **more,
    }
    return Proposal(packs=packs, **given)


def a_quote(*packs: PackLine, **more: Any) -> Quote:
    own = {key: more.pop(key) for key in ("note", "answer_commissions") if key in more}
    return Quote(proposal=proposal(*packs, **more), **own)


EXAMPLE = proposal(
    pack(option("UPGRADE"), option("DOCK", optional=True)),
    partner_services=(service(),),
)


def offer(asked: Proposal, prices_: Catalogue | None = None, home: str = "") -> Offer:
    return price(asked, prices_ or catalogue(), policies(), home)


def problems(asked: Proposal, prices_: Catalogue | None = None) -> Problems:
    return check(asked, prices_ or catalogue(), policies(), TODAY)


def codes(asked: Proposal, prices_: Catalogue | None = None) -> list[str]:
    return [each.code for each in problems(asked, prices_)]
