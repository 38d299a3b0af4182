"""What travels inside a PDF: nothing internal, and the same proposal again."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal

from hypothesis import given, settings

from app.domain.money import UnitPrice
from app.domain.offer import CustomerCopy, ListName, PricedLine
from app.domain.proposal import OptionLine, PackLine, Proposal
from app.domain.quote import Quote
from app.exchange.customer_copy import FILE_NAME, write
from app.exchange.quote_file import QuotedPrice, read
from tests.app.exchange.quotes import a_pack, a_request, quote_of, readable_quotes

INTERNAL = {"note", "commission", "cost_month", "cost_once"}
LIST = ListName("ESSAI-BE", "2026-11", "a" * 64)


def copy_of(proposal: Proposal) -> CustomerCopy:
    """A copy with a price for every line that has a SKU."""
    priced = tuple(
        PricedLine(line.id, line.sku, UnitPrice(499_000, "EUR"), LIST)
        for _, line in proposal.places()
        if isinstance(line, PackLine | OptionLine)
    )
    return CustomerCopy(proposal, "EUR", priced)


def keys(value: object) -> Iterator[str]:
    """Every key at every depth."""
    if isinstance(value, dict):
        for key, held in value.items():
            yield key
            yield from keys(held)
    elif isinstance(value, list):
        for held in value:
            yield from keys(held)


def test_the_attachment_has_the_name_that_the_contract_gives_it() -> None:
    assert FILE_NAME == "quote.json"


def test_the_copy_has_its_prices_and_where_they_came_from() -> None:
    proposal = quote_of(packs=[a_pack(options=[a_pack(sku="UP")])]).proposal
    written = json.loads(write(copy_of(proposal)))
    assert written["format"] == "waas-quote/1"
    assert written["priced"]["currency"] == "EUR"
    assert written["priced"]["lines"][1] == {
        "id": "packs[0].options[0]",
        "sku": "UP",
        "unit_price": "49.90",
        "list_id": "ESSAI-BE",
        "version": "2026-11",
        "fingerprint": "a" * 64,
    }


def test_the_copy_has_no_note_no_commission_and_no_cost() -> None:
    quote = quote_of(
        note="Marge à défendre",
        special_requests=[a_request(answer={"price_36": "70", "commission": "45.67"})],
    )
    content = write(copy_of(quote.proposal))
    text = content.decode()
    for word in ("note", "ommission", "cost", "Marge", "45.67", "45,67"):
        assert word not in text
    assert read(content).quote.note == ""
    assert read(content).quote.answer_commissions == ()


def test_a_copy_can_be_read_as_a_quote_with_the_prices_it_was_quoted_at() -> None:
    proposal = quote_of().proposal
    again = read(write(copy_of(proposal)))
    assert again.quote.proposal == proposal
    assert again.quoted == (QuotedPrice("packs[0]", "PACK", Decimal("49.90"), "EUR"),)


def test_the_same_copy_gives_the_same_bytes() -> None:
    proposal = quote_of().proposal
    assert write(copy_of(proposal)) == write(copy_of(proposal))


@settings(max_examples=30)
@given(readable_quotes)
def test_any_proposal_comes_back_out_of_its_copy(quote: Quote) -> None:
    content = write(copy_of(quote.proposal))
    assert read(content).quote == Quote(proposal=quote.proposal)
    assert not INTERNAL.intersection(keys(json.loads(content)))
