"""Small quote files, as JSON."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from app.domain.localized import Localized
from app.domain.problems import Problem, RefusedError
from app.domain.proposal import ServiceLine
from app.domain.quote import Quote
from app.exchange.quote_file import read
from tests.strategies import price_lists, quotes

Json = dict[str, Any]


def a_pack(**more: object) -> Json:
    return {"sku": "PACK", "quantity": 12, **more}


def a_subscription(**more: object) -> Json:
    return {"sku": "E3", "quantity": 10, **more}


def a_service(**more: object) -> Json:
    return {"name_fr": "Installation", "price": "85.00", "quantity": 12, **more}


def a_request(**more: object) -> Json:
    return {"text_fr": "Portable durci", "quantity": 1, **more}


def a_quote(**more: object) -> Json:
    """The least that is a quote, and more."""
    return {
        "format": "waas-quote/1",
        "date": "2026-11-22",
        "customer": {"name": "Menuiserie Lefèvre SRL"},
        "term": 36,
        "packs": [a_pack()],
        **more,
    }


def quote_of(**more: object) -> Quote:
    """What the program makes of such a file."""
    return read(json.dumps(a_quote(**more)).encode()).quote


def refused(value: object) -> tuple[Problem, ...]:
    """Every problem of a file that is refused."""
    with pytest.raises(RefusedError) as raised:
        read(json.dumps(value).encode())
    return raised.value.problems


def refusals(**more: object) -> list[tuple[str, str]]:
    """The code and place of every problem of a quote that is refused."""
    return [(each.code, each.where) for each in refused(a_quote(**more))]


def readable(quote: Quote) -> Quote:
    """The quote with a line, and with nothing that its file has no place for."""
    proposal = quote.proposal
    service = ServiceLine(
        id="own", quantity=1, name=Localized.same("x"), price=Decimal(1)
    )
    services = [
        replace(each, name=Localized.of({"fr": each.name.best("fr")}))
        for each in (*proposal.partner_services, service)
    ]
    requests = [
        replace(each, text=Localized.of({"en": each.text.best("en")}))
        for each in proposal.special_requests
    ]
    needs_term = proposal.packs or proposal.special_requests
    return replace(
        quote,
        proposal=replace(
            proposal,
            term=proposal.term if needs_term else None,
            partner_services=tuple(services),
            special_requests=tuple(requests),
        ),
    )


readable_quotes = price_lists().flatmap(lambda one: quotes([one])).map(readable)
