"""Quotations to look at: from a quote to the elements that were written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from xml.etree.ElementTree import Element, fromstring

from hypothesis import strategies as st

from app.domain.by_term import ByTerm
from app.domain.catalogue import Catalogue
from app.domain.identity import Partner, Seller
from app.domain.money import UnitPrice
from app.domain.offer import Offer
from app.domain.price_list import Item, PriceList
from app.domain.pricing import customer_copy, price
from app.domain.proposal import Proposal
from app.exchange.ubl import Quotation, write
from app.use_cases.bundled import policies
from i18n import Language
from tests.app.domain import build
from tests.strategies import price_lists, proposals, texts

NAMES = {
    "": "urn:oasis:names:specification:ubl:schema:xsd:Quotation-2",
    "cac": "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2",
    "cbc": "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2",
}
FRENCH, ENGLISH = Language.of("fr", "BE"), Language.of("en", "BE")
PARTNER = Partner(name="Ardenne Informatique", country="BE")


def quotation(
    proposal: Proposal, offer: Offer | None = None, **more: object
) -> Quotation:
    """A quotation in French, and what it is made of unless a test says otherwise."""
    priced = offer or build.offer(proposal)
    plain = Quotation(
        copy=customer_copy(proposal, priced),
        offer=priced,
        languages=(FRENCH,),
        partner=PARTNER,
        seller=Seller(name="Thomas Renard"),
        final=True,
        sample=False,
    )
    return replace(plain, **more)  # type: ignore[arg-type]


def written(proposal: Proposal, offer: Offer | None = None, **more: object) -> Element:
    """What is written of it, read back."""
    content = write(quotation(proposal, offer, **more))
    assert content is not None
    return fromstring(content)


def said(element: Element, path: str) -> list[str]:
    """The texts at a path of prefixed names."""
    return [each.text or "" for each in element.findall(path, NAMES)]


def one(element: Element, path: str) -> str:
    """The only text at a path."""
    (text,) = said(element, path)
    return text


def amount(element: Element, path: str) -> Decimal:
    """The only figure at a path."""
    return Decimal(one(element, path))


def lines(root: Element) -> dict[str, Element]:
    """Every line by its id, without the alternatives inside them."""
    found = root.findall("cac:QuotationLine/cac:LineItem", NAMES)
    return {one(each, "cbc:ID"): each for each in found}


def properties(line: Element) -> dict[str, str]:
    """What a line says of itself as `waas-offer/1` names it."""
    path = "cac:Item/cac:AdditionalItemProperty"
    return dict(
        zip(
            said(line, f"{path}/cbc:Name"), said(line, f"{path}/cbc:Value"), strict=True
        )
    )


def whole_list(price_list: PriceList) -> PriceList:
    """The list with a price for all that may be asked for: few quotes are refused."""

    def priced(item: Item) -> Item:
        free = UnitPrice(1, price_list.currency)
        return replace(
            item,
            prices=ByTerm(*(each or free for _, each in item.prices.pairs())),
            price_month=item.price_month or free,
        )

    return replace(price_list, items=tuple(map(priced, price_list.items)))


def _answered(proposal: Proposal) -> Proposal:
    """The proposal with a price for each term of an answer, or with no answer."""
    requests = [
        replace(
            each,
            answer=None
            if each.answer is None
            else ByTerm(*(price or Decimal(1) for _, price in each.answer.pairs())),
        )
        for each in proposal.special_requests
    ]
    return replace(proposal, special_requests=tuple(requests))


@st.composite
def quotations(draw: st.DrawFn) -> tuple[PriceList, Quotation]:
    """Any quote that could be handed over, and the list that it was priced by."""
    one_list = draw(price_lists().map(whole_list))
    proposal = draw(proposals([one_list]).map(_answered))
    offer = price(proposal, Catalogue.of([one_list]), policies())
    made = quotation(
        proposal,
        offer,
        languages=draw(st.sampled_from([(FRENCH,), (ENGLISH,), (FRENCH, ENGLISH)])),
        partner=draw(st.builds(Partner, *[texts] * 9)),
        seller=draw(st.builds(Seller, *[texts] * 4)),
        final=draw(st.booleans()),
        sample=draw(st.booleans()),
    )
    return one_list, made


def walk(element: Element) -> Iterator[str]:
    """Every text and attribute at every depth."""
    for each in element.iter():
        yield each.text or ""
        yield from each.attrib.values()
