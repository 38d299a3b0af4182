"""Quote files: bytes to a quote and back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from app.domain.by_term import ByTerm
from app.domain.choices import Term
from app.domain.identity import Customer
from app.domain.localized import Localized
from app.domain.policy import PolicyNames
from app.domain.problems import Problem, RefusedError, error
from app.domain.proposal import (
    OptionLine,
    PackLine,
    Proposal,
    RequestLine,
    ServiceLine,
    SubscriptionLine,
)
from app.domain.quote import Quote
from app.exchange.proposal_json import Json, proposal_json
from app.exchange.schema import (
    FORMAT,
    AnswerJson,
    LineJson,
    PackJson,
    QuoteJson,
    RequestJson,
    ServiceJson,
    SubscriptionJson,
)
from app.exchange.strict_json import child, dumps, loads


@dataclass(frozen=True, slots=True)
class QuotedPrice:
    """What a customer copy says a line cost; only ever compared."""

    line_id: str
    sku: str
    unit_price: Decimal
    currency: str


@dataclass(frozen=True, slots=True)
class ReadQuote:
    """A quote file's content; `quoted` is empty but for a customer copy."""

    quote: Quote
    quoted: tuple[QuotedPrice, ...]


def read(content: bytes) -> ReadQuote:
    """Read a quote file; RefusedError names each wrong key by its place."""
    value = loads(content)
    try:
        file = QuoteJson.model_validate_json(json.dumps(value))
    except ValidationError as reason:
        raise RefusedError(*_problems(reason)) from reason
    return ReadQuote(_quote(file), _quoted(file))


def write(quote: Quote) -> bytes:
    """Return the quote as a file, with its note and commissions: not for customers."""
    body: Json = {"format": FORMAT, **proposal_json(quote.proposal)}
    if quote.note:
        body["note"] = quote.note
    commissions = dict(quote.answer_commissions)
    requests = body.get("special_requests", [])
    for line, request in zip(quote.proposal.special_requests, requests, strict=True):
        if line.id in commissions and request["answer"]:
            request["answer"]["commission"] = f"{commissions[line.id]:f}"
    return dumps(body)


#: A file with more is no quote that anybody would mend line by line.
_MOST_PROBLEMS = 1_000
_CODES = {
    "missing": "key_missing",
    "extra_forbidden": "key_unknown",
    "string_too_long": "text_too_long",
    "greater_than_equal": "quantity_range",
    "less_than_equal": "quantity_range",
    "enum": "not_one_of",
    "literal_error": "not_one_of",
    "string_type": "text_expected",
    "int_type": "number_expected",
    "int_from_float": "number_expected",
    "int_parsing_size": "number_expected",
    "bool_type": "yes_no_expected",
    "tuple_type": "list_expected",
    "model_type": "object_expected",
}


def _problems(reason: ValidationError) -> Iterator[Problem]:
    """Say of the wrong places what was expected there."""
    for details in reason.errors(include_url=False)[:_MOST_PROBLEMS]:
        place = ""
        for key in details["loc"]:
            place = child(place, key)
        yield _problem(details, place)


def _problem(details: ErrorDetails, place: str) -> Problem:
    """Make one problem of one of pydantic's."""
    kind = details["type"]
    expected = str(details.get("ctx", {}).get("expected", ""))
    return error(
        _CODES.get(kind, kind),
        place,
        value=_shown(details["input"]),
        expected=expected.replace(" or ", ", ").replace("'", ""),
    )


def _shown(value: object) -> str:
    """Return a value as the file writes it, cut short; '' for lists and objects."""
    if isinstance(value, list | dict):
        return ""
    return (value if isinstance(value, str) else json.dumps(value))[:60]


def _quote(file: QuoteJson) -> Quote:
    """Make the domain's quote of a file that is in order."""
    commissions = tuple(
        (line.id or f"special_requests[{i}]", Decimal(line.answer.commission))
        for i, line in enumerate(file.special_requests)
        if line.answer and line.answer.commission is not None
    )
    return Quote(
        proposal=_proposal(file), note=file.note, answer_commissions=commissions
    )


def _proposal(file: QuoteJson) -> Proposal:
    """Make the part that the customer may read."""
    needs_term = file.packs or file.special_requests
    return Proposal(
        date=date.fromisoformat(file.date),
        customer=Customer(**dict(file.customer)),
        language=file.language,
        term=Term(file.term) if file.term and needs_term else None,
        delivery=file.delivery,
        return_way=file.return_way,
        packs=tuple(_pack(line, f"packs[{i}]") for i, line in enumerate(file.packs)),
        subscriptions=tuple(
            _subscription(line, f"subscriptions[{i}]")
            for i, line in enumerate(file.subscriptions)
        ),
        partner_services=tuple(
            _service(line, f"partner_services[{i}]")
            for i, line in enumerate(file.partner_services)
        ),
        special_requests=tuple(
            _request(line, f"special_requests[{i}]")
            for i, line in enumerate(file.special_requests)
        ),
        valid_until=date.fromisoformat(file.valid_until) if file.valid_until else None,
        number=file.number,
        revision=file.revision,
        title=file.title,
        reference=file.reference,
        seller=file.seller,
        delivery_address=file.delivery_address,
        policies=PolicyNames(file.policies.waas, file.policies.csp),
    )


def _common(line: LineJson, place: str) -> dict[str, Any]:
    """Return what every line has; one without an id gets its place."""
    return {
        "id": line.id or place,
        "quantity": line.quantity,
        "optional": line.optional,
        "alternative_to": line.alternative_to,
    }


def _pack(line: PackJson, place: str) -> PackLine:
    """Make a pack with its options."""
    return PackLine(
        **_common(line, place),
        sku=line.sku,
        options=tuple(
            OptionLine(
                **_common(option, f"{place}.options[{i}]"),
                sku=option.sku,
            )
            for i, option in enumerate(line.options)
        ),
    )


def _subscription(line: SubscriptionJson, place: str) -> SubscriptionLine:
    """Make a subscription."""
    return SubscriptionLine(
        **_common(line, place),
        sku=line.sku,
        billing=line.billing,
        start=date.fromisoformat(line.start) if line.start else None,
        name=line.name,
        licence_delivery=line.licence_delivery,
        parent=line.parent,
    )


def _service(line: ServiceJson, place: str) -> ServiceLine:
    """Make a service of the partner's."""
    return ServiceLine(
        **_common(line, place),
        name=Localized.of({"fr": line.name_fr, "en": line.name_en}),
        price=Decimal(line.price),
        recurrence=line.recurrence,
        type=line.type,
        discount_percent=Decimal(line.discount_percent),
    )


def _request(line: RequestJson, place: str) -> RequestLine:
    """Make a special request."""
    return RequestLine(
        **_common(line, place),
        text=Localized.of({"fr": line.text_fr, "en": line.text_en}),
        answer=_answer(line.answer),
    )


def _answer(answer: AnswerJson | None) -> ByTerm[Decimal] | None:
    """Make the answer's prices by term."""
    if answer is None:
        return None
    prices = (answer.price_12, answer.price_24, answer.price_36)
    return ByTerm(*(None if price is None else Decimal(price) for price in prices))


def _quoted(file: QuoteJson) -> tuple[QuotedPrice, ...]:
    """Return the prices that a customer copy was quoted at."""
    if file.priced is None:
        return ()
    return tuple(
        QuotedPrice(line.id, line.sku, Decimal(line.unit_price), file.priced.currency)
        for line in file.priced.lines
    )
