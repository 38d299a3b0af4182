"""A proposal as the keys of a quote file; defaults are left out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.domain.by_term import ByTerm
from app.domain.choices import Billing, Delivery, Recurrence, Return, Segment
from app.domain.choices import ServiceType as Type
from app.domain.localized import Localized
from app.domain.proposal import (
    AnyLine,
    PackLine,
    Proposal,
    RequestLine,
    ServiceLine,
    SubscriptionLine,
)

Json = dict[str, Any]


def proposal_json(proposal: Proposal) -> Json:
    """Return the file's keys, in CONTRACT's order, all but `format`."""
    customer = proposal.customer
    return filled(
        {
            "date": proposal.date.isoformat(),
            "language": proposal.language.value,
            "number": proposal.number,
            "revision": proposal.revision,
            "title": proposal.title,
            "reference": proposal.reference,
            "seller": proposal.seller,
            "customer": filled(
                {
                    "name": customer.name,
                    "country": customer.country,
                    "segment": _unless(customer.segment.value, Segment.BUSINESS),
                    "contact": customer.contact,
                    "email": customer.email,
                    "street": customer.street,
                    "postcode": customer.postcode,
                    "city": customer.city,
                    "vat_number": customer.vat_number,
                }
            ),
            "term": proposal.term.value if proposal.term else "",
            "valid_until": _day(proposal.valid_until),
            "delivery": _unless(proposal.delivery.value, Delivery.CUSTOMER),
            "delivery_address": proposal.delivery_address,
            "return": _unless(proposal.return_way.value, Return.SELF),
            "packs": [_pack(line) for line in proposal.packs],
            "subscriptions": [_subscription(each) for each in proposal.subscriptions],
            "partner_services": [_service(each) for each in proposal.partner_services],
            "special_requests": [_request(each) for each in proposal.special_requests],
            "policies": {
                "waas": proposal.policies.waas,
                "csp": proposal.policies.csp,
            },
        }
    )


def filled(values: Mapping[str, object]) -> Json:
    """Leave out what is empty; an absent key means the same."""
    return {key: value for key, value in values.items() if value not in ("", [], {})}


def answer_json(answer: ByTerm[Any] | None) -> Json | None:
    """Return an answer's prices; None for an open request."""
    if answer is None:
        return None
    return {
        f"price_{term.value}": None if price is None else f"{price:f}"
        for term, price in answer.pairs()
    }


def texts(column: str, text: Localized) -> Json:
    """Return one key a language."""
    return {f"{column}_{code}": value for code, value in text.texts}


def _unless(value: str, default: str) -> str:
    """Return nothing for the default."""
    return "" if value == default else value


def _day(day: object) -> str:
    """Return the day as YYYY-MM-DD, or nothing."""
    return str(day) if day else ""


def _line(line: AnyLine, own: Mapping[str, object]) -> Json:
    """Return what every line holds around what is its own."""
    return filled(
        {
            "id": line.id,
            **own,
            "quantity": line.quantity,
            "optional": line.optional or "",
            "alternative_to": line.alternative_to,
        }
    )


def _pack(line: PackLine) -> Json:
    """Return a pack with its options."""
    options = [_line(option, {"sku": option.sku}) for option in line.options]
    return {**_line(line, {"sku": line.sku}), **filled({"options": options})}


def _subscription(line: SubscriptionLine) -> Json:
    """Return a subscription."""
    return _line(
        line,
        {
            "sku": line.sku,
            "billing": _unless(line.billing.value, Billing.MONTHLY),
            "start": _day(line.start),
            "name": line.name,
            "licence_delivery": line.licence_delivery,
            "parent": line.parent,
        },
    )


def _service(line: ServiceLine) -> Json:
    """Return a service of the partner's."""
    return _line(
        line,
        {
            **texts("name", line.name),
            "price": f"{line.price:f}",
            "recurrence": _unless(line.recurrence.value, Recurrence.ONCE),
            "type": _unless(line.type.value, Type.OTHER),
            "discount_percent": f"{line.discount_percent:f}"
            if line.discount_percent
            else "",
        },
    )


def _request(line: RequestLine) -> Json:
    """Return a special request, its answer without any commission."""
    return {
        **_line(line, texts("text", line.text)),
        "answer": answer_json(line.answer),
    }
