"""Small quote files, as JSON."""

from __future__ import annotations

import json
from typing import Any

import pytest

from app.domain.problems import Problem, RefusedError
from app.domain.quote import Quote
from app.exchange.quote_file import read

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
