"""Random price lists, quotes and records, in which every SKU named exists.

Strategies are made once, at import: raw columns are drawn with places instead of
SKUs, and plain functions then make of them what fits together.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import count
from string import ascii_uppercase, digits
from typing import Any, TypeVar

from hypothesis import strategies as st

from app.domain.by_term import ByTerm
from app.domain.choices import (
    LIST_KINDS,
    OPTION_KINDS,
    Billing,
    CommissionBasis,
    Delivery,
    Edition,
    Kind,
    LimitScope,
    PriceBasis,
    Recurrence,
    Return,
    Segment,
    ServiceType,
    Status,
    Term,
)
from app.domain.contract import Contract, CreditCheck, Outcome
from app.domain.identity import Customer
from app.domain.lifecycle import Lifecycle
from app.domain.localized import Localized
from app.domain.money import Amount, UnitPrice
from app.domain.order import Signatory
from app.domain.policy import PolicyNames
from app.domain.price_list import Item, PriceList
from app.domain.proposal import (
    Line,
    OptionLine,
    PackLine,
    Proposal,
    RequestLine,
    ServiceLine,
    SubscriptionLine,
)
from app.domain.quote import Quote
from app.ports import QuoteRecord, Stamp

T = TypeVar("T")
L = TypeVar("L", bound=Line)
Drawn = Mapping[str, Any]

# Small things

CURRENCIES = ("EUR", "CHF")

_AWKWARD = ["", "é", "A & B <SARL>", "'\"; --", "\u202f1 234,50", "日本", "{}"]
#: Quote files take lines alone: nothing that could control a terminal.
_signs = st.characters(exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp"])
texts = st.sampled_from(_AWKWARD) | st.text(_signs, max_size=8)
words = (
    st.sampled_from(_AWKWARD[1:]) | st.text(_signs, min_size=1, max_size=8)
).filter(str.strip)
codes = st.text(ascii_uppercase + digits + "-", min_size=1, max_size=8)
days = st.dates(date(2016, 1, 1), date(2030, 12, 31))
quantities = st.sampled_from([1, 2, 12, 9_999]) | st.integers(1, 9_999)
counts = st.integers(0, 100)
localized = st.dictionaries(
    st.sampled_from(["de", "en", "fr", "nl"]), words, min_size=1, max_size=3
).map(Localized.of)
#: What repeats is found only where it does, so a few values come often.
units = st.sampled_from([0, 1, 499_000, 9_999_999_999_999]) | st.integers(0, 10**9)
cents = st.sampled_from([0, 1, 12_000]) | st.integers(0, 10**9)


def decimals(whole: int, places: int) -> st.SearchStrategy[Decimal]:
    """Decimals from 0 on, with as many places as they were typed with."""
    return st.builds(
        lambda number, shift: Decimal(number).scaleb(-shift),
        st.integers(0, whole),
        st.integers(0, places),
    )


def by_term(values: st.SearchStrategy[T]) -> st.SearchStrategy[ByTerm[T]]:
    """A value or none for each term."""
    return st.builds(ByTerm, *(st.none() | values for _ in Term))


_typed_prices = decimals(10**8, 4)
_answers = st.none() | by_term(_typed_prices)
_percentages = decimals(100, 2)
_earned = st.none() | decimals(10**6, 2)
_begin = datetime(2016, 1, 1)  # noqa: DTZ001  # a strategy adds the zone itself
stamps = st.builds(Stamp, who=words, at=st.datetimes(_begin, timezones=st.just(UTC)))

# Price lists

#: Places in a list, whatever its length.
_places = st.lists(st.integers(0, 5), max_size=3, unique=True)


def _columns(currency: str) -> st.SearchStrategy[Drawn]:
    """Columns that name no SKU; each may be left to its default."""
    prices = st.builds(UnitPrice, units, st.just(currency))
    amounts = st.builds(Amount, cents, st.just(currency))
    return st.fixed_dictionaries(
        {"name": localized},
        optional={
            "description": localized,
            "manufacturer": texts,
            "family": st.sampled_from(["Notebooks", "Écrans"]),
            "max_per_pack": counts,
            "prices": by_term(prices),
            "price_once": prices,
            "price_month": prices,
            "price_extension": prices,
            "cost_month": prices,
            "cost_once": prices,
            "price_basis": st.sampled_from(PriceBasis),
            "commissions": by_term(amounts),
            "commission_extension": amounts,
            "commission_basis": st.sampled_from(CommissionBasis),
            "warranty_months": counts,
            "max_warranty_months": counts,
            "billing": st.sampled_from([(Billing.ANNUAL,), tuple(Billing)]),
            "trial": st.booleans(),
            "limit_per_customer": counts,
            "limit_scope": st.sampled_from(LimitScope),
            "seats_min": counts,
            "seats_max": counts,
            "segment": st.sampled_from([(Segment.CHARITY,), tuple(Segment)]),
            "countries": st.sampled_from([("BE",), ("FR", "LU")]),
            "valid_from": days,
            "valid_to": days,
        },
    )


_COLUMNS = {currency: _columns(currency) for currency in CURRENCIES}
_REFERENCES = ("fits", "replaces", "requires", "excludes", "addon_of")
_references: st.SearchStrategy[Drawn] = st.fixed_dictionaries(
    {}, optional=dict.fromkeys((*_REFERENCES, "includes", "successor"), _places)
)
_heads: st.SearchStrategy[Drawn] = st.fixed_dictionaries(
    {"list_id": codes, "version": codes, "valid_from": days},
    optional={
        "valid_to": days,
        "distributor": texts,
        "country": st.sampled_from(["BE", "FR"]),
        "fingerprint": codes,
        "file_fingerprint": codes,
    },
)
_currencies = st.sampled_from(CURRENCIES)
_names = st.lists(codes, min_size=1, max_size=6, unique=True)
_kinds = st.lists(st.sampled_from(LIST_KINDS), min_size=6, max_size=6)


@st.composite
def price_lists(
    draw: st.DrawFn, currency: str | None = None, prefix: str = ""
) -> PriceList:
    """A list of one to six items, the first a pack; every SKU has the prefix."""
    money = currency or draw(_currencies)
    skus = [prefix + name for name in draw(_names)]
    kinds = [Kind.PACK, *draw(_kinds)][: len(skus)]
    known = list(zip(skus, kinds, strict=True))
    return PriceList(
        **draw(_heads),
        currency=money,
        items=tuple(
            Item(
                sku=sku,
                kind=kind,
                **draw(_COLUMNS[money]),
                **_named(draw(_references), sku, kind, known),
            )
            for sku, kind in known
        ),
    )


def _named(
    drawn: Drawn, sku: str, kind: Kind, known: Sequence[tuple[str, Kind]]
) -> Drawn:
    """Make SKUs of places: packs in `fits`, anything else but the item elsewhere."""
    packs = [other for other, its in known if its is Kind.PACK]
    loose = [other for other, its in known if its is not Kind.PACK and other != sku]
    named: dict[str, Any] = {
        column: _at(drawn.get(column, []), packs if column == "fits" else loose)
        for column in _REFERENCES
    }
    if kind is Kind.PACK:
        held = _at(drawn.get("includes", []), loose)
        named["includes"] = tuple((one, n) for n, one in enumerate(held, 1))
    return named | {"successor": next(iter(_at(drawn.get("successor", []), loose)), "")}


def _at(places: Sequence[int], skus: Sequence[str]) -> tuple[str, ...]:
    """Return what stands at those places of a list that goes round."""
    return tuple(dict.fromkeys(skus[place % len(skus)] for place in places if skus))


# Quotes

customers = st.builds(
    Customer,
    name=words,
    country=st.sampled_from(["", "BE", "FR", "LU", "CH"]),
    segment=st.sampled_from(Segment),
    contact=texts,
    email=texts,
    street=texts,
    postcode=texts,
    city=texts,
    vat_number=texts,
)


def _lines(
    most: int, **columns: st.SearchStrategy[Any]
) -> st.SearchStrategy[list[Drawn]]:
    """Raw lines; `place` chooses the SKU, `earlier` a line before it."""
    line = st.fixed_dictionaries(
        {
            "quantity": quantities,
            "optional": st.booleans(),
            "place": st.integers(0, 5),
            "earlier": st.booleans(),
            **columns,
        }
    )
    return st.lists(line, max_size=most)


_packs, _options = _lines(3), _lines(2)
_subscriptions = _lines(
    2,
    billing=st.sampled_from(Billing),
    start=st.none() | days,
    name=texts,
    licence_delivery=texts,
    parent=st.sampled_from(["", "line-1"]),
)
_services = _lines(
    2,
    name=localized,
    price=_typed_prices,
    recurrence=st.sampled_from(Recurrence),
    type=st.sampled_from(ServiceType),
    discount_percent=_percentages,
)
_requests = _lines(2, text=localized, answer=_answers)
_proposals: st.SearchStrategy[Drawn] = st.fixed_dictionaries(
    {
        "date": days,
        "customer": customers,
        "language": st.sampled_from(Edition),
        "term": st.sampled_from(Term),
        "number": codes,
    },
    optional={
        "valid_until": days,
        "delivery": st.sampled_from(Delivery),
        "return_way": st.sampled_from(Return),
        "revision": st.sampled_from(["A", "B"]),
        "title": texts,
        "reference": texts,
        "seller": texts,
        "delivery_address": texts,
        "policies": st.builds(PolicyNames, codes, codes),
    },
)


@st.composite
def proposals(draw: st.DrawFn, lists: Sequence[PriceList]) -> Proposal:
    """A proposal that asks only for items of these lists; it may have no line."""
    ids = map("line-{}".format, count(1))
    packs = _skus(lists, Kind.PACK)
    options = _skus(lists, *OPTION_KINDS)
    under = [draw(_options) if options else [] for _ in range(3)]
    return Proposal(
        **draw(_proposals),
        packs=tuple(
            replace(pack, options=_made(OptionLine, its, ids, options))
            for pack, its in zip(
                _made(PackLine, draw(_packs), ids, packs), under, strict=False
            )
        ),
        subscriptions=_made(
            SubscriptionLine,
            draw(_subscriptions),
            ids,
            _skus(lists, Kind.SUBSCRIPTION),
        ),
        partner_services=_made(ServiceLine, draw(_services), ids),
        special_requests=_made(RequestLine, draw(_requests), ids),
    )


@st.composite
def quotes(draw: st.DrawFn, lists: Sequence[PriceList]) -> Quote:
    """A quote over these lists; an answered request may have a commission."""
    proposal = draw(proposals(lists))
    answered = [line.id for line in proposal.special_requests if line.answer]
    earned = [(line_id, draw(_earned)) for line_id in answered]
    commissions = tuple((line_id, each) for line_id, each in earned if each is not None)
    return Quote(proposal=proposal, note=draw(texts), answer_commissions=commissions)


lifecycles = st.builds(
    Lifecycle,
    status=st.sampled_from(Status),
    presented_on=st.none() | st.dates(),
    answered_on=st.none() | st.dates(),
    reason=texts,
    archived_on=st.none() | st.dates(),
)

contracts = st.builds(
    Contract,
    signatory=st.builds(
        Signatory, name=texts, function=texts, email=texts, phone=texts
    ),
    credit=st.none()
    | st.builds(CreditCheck, outcome=st.sampled_from(Outcome), on=st.dates()),
    distributor_signed_on=st.none() | st.dates(),
    customer_signed_on=st.none() | st.dates(),
    delivered_on=st.none() | st.dates(),
)


@st.composite
def records(draw: st.DrawFn) -> QuoteRecord:
    """A quote as it is saved, with one or two lists in one currency."""
    currency = draw(_currencies)
    lists = [draw(price_lists(currency))]
    if draw(st.booleans()):
        lists.append(draw(price_lists(currency, prefix="M-")))
    monthly = draw(st.none() | cents)
    earned = None if monthly is None else draw(st.none() | cents)
    return QuoteRecord(
        id=str(draw(st.uuids())),
        quote=draw(quotes(lists)),
        prices=tuple(lists),
        monthly=None if monthly is None else Amount(monthly, currency),
        commission=None if earned is None else Amount(earned, currency),
        lifecycle=draw(lifecycles),
        contract=draw(contracts),
        created=draw(stamps),
        changed=draw(stamps),
    )


def _skus(lists: Sequence[PriceList], *kinds: Kind) -> list[str]:
    """Return the SKUs of these kinds."""
    return [item.sku for one in lists for item in one.items if item.kind in kinds]


def _made(
    kind: type[L],
    drawn: Sequence[Drawn],
    ids: Iterator[str],
    skus: Sequence[str] | None = None,
) -> tuple[L, ...]:
    """Make lines of raw ones; none where they need a SKU and there is none."""
    done: list[L] = []
    for raw in drawn if skus is None or skus else ():
        columns = dict(raw)
        place, earlier = columns.pop("place"), columns.pop("earlier")
        firm = [line.id for line in done if line.firm]
        columns["alternative_to"] = firm[0] if earlier and firm else ""
        if skus:
            columns["sku"] = skus[place % len(skus)]
        done.append(kind(id=next(ids), **columns))
    return tuple(done)
