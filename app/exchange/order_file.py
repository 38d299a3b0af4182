"""An order as data, waas-order/1: JSON for the whole, CSV for its lines.

The JSON object holds `format`, `number`, `revision` (`A` is the first),
`accepted_on`, `quoted_on`, `reference`, `currency`, `term` in months, `customer`,
`signatory`, `partner`, `seller`, `mandate` (who may have the credit checked and the
order placed, once the form is signed), `delivery` (`to`: `customer` or `partner`;
without an `address` of its own it goes to that party's; `name`, `phone` and `email`
of who takes it in), `return` (`self` or `collected`), `distributor` (`name`,
`monthly`, `contract_total`, `once`, excluding VAT), `at_end`, `price_lists` and
`lines`. What is not known is null. Amounts are strings with a point, totals with two
decimals, unit prices with two to four; days are YYYY-MM-DD. Nothing in it tells what
the partner earns or pays.
"""

from __future__ import annotations

import csv
import io
from typing import Any, Final

from app.domain.lifecycle import FIRST
from app.domain.money import Amount, UnitPrice
from app.domain.offer import OfferLine
from app.domain.order import Order, enterprise_number, under
from app.exchange.strict_json import dumps
from app.tables.formula_signs import made_safe

FORMAT: Final = "waas-order/1"
_COLUMNS: Final = (
    *("number", "revision", "accepted_on", "customer", "vat_number"),
    *("enterprise_number", "signatory", "function", "mandate", "term"),
    *("place", "pack", "sku", "kind", "name", "quantity"),
    *("unit_price", "monthly", "unit_once", "once", "currency"),
)
#: What the signatory empowers the partner to have done at the distributor's.
_MANDATE: Final = ("credit_check", "order")
Json = dict[str, Any]


def order_json(order: Order) -> Json:
    """Return the object; names of lines are in the quote's leading language."""
    proposal, offer = order.proposal, order.offer
    totals = offer.distributor
    return {
        "format": FORMAT,
        "number": proposal.number,
        "revision": proposal.revision or FIRST,
        "accepted_on": order.accepted_on.isoformat(),
        "quoted_on": proposal.date.isoformat(),
        "reference": proposal.reference or None,
        "currency": offer.currency,
        "term": offer.term.value if offer.term else None,
        **_people(order),
        "delivery": {
            "to": proposal.delivery.value,
            "address": proposal.delivery_address or None,
            **_known(order.receiver, "name", "phone", "email"),
        },
        "return": proposal.return_way.value,
        "distributor": {
            "name": totals.name or None,
            "monthly": _text(totals.monthly.net),
            "contract_total": _text(totals.contract_total),
            "once": _text(totals.once.net),
        },
        "at_end": {
            "devices": offer.at_end.devices,
            "per_device": _text(offer.at_end.per_device),
            "total": _text(offer.at_end.total),
        },
        "price_lists": [
            {
                "list_id": each.list_id,
                "version": each.version,
                "fingerprint": each.fingerprint,
            }
            for each in offer.price_lists
        ],
        "lines": [_line(each, order) for each in offer.lines],
    }


def as_json(order: Order) -> bytes:
    """Return the object as a file."""
    return dumps(order_json(order))


def as_csv(order: Order) -> bytes:
    """Return the lines, one a row; no cell of it is a formula."""
    proposal = order.proposal
    head = {
        "number": proposal.number,
        "revision": proposal.revision or FIRST,
        "accepted_on": order.accepted_on.isoformat(),
        "customer": proposal.customer.name,
        "vat_number": proposal.customer.vat_number,
        "enterprise_number": enterprise_number(proposal.customer),
        "signatory": order.signatory.name,
        "function": order.signatory.function,
        "mandate": order.partner.name,
        "term": order.offer.term.value if order.offer.term else "",
        "currency": order.offer.currency,
    }
    file = io.StringIO()
    writer = csv.writer(file, delimiter=";", quoting=csv.QUOTE_ALL)
    writer.writerow(_COLUMNS)
    for each in order.offer.lines:
        row = {**head, **_line(each, order)}
        writer.writerow(_cell(row[column]) for column in _COLUMNS)
    return file.getvalue().encode("utf-8-sig")


def _people(order: Order) -> Json:
    """Return who rents, who signs, and who sold."""
    customer, signatory = order.proposal.customer, order.signatory
    partner, seller = order.partner, order.seller
    return {
        "customer": {
            **_known(
                customer,
                *("name", "street", "postcode", "city", "country"),
                *("vat_number", "contact", "email"),
            ),
            "enterprise_number": enterprise_number(customer) or None,
        },
        "signatory": _known(signatory, "name", "function", "email", "phone"),
        "partner": _known(
            partner,
            *("name", "street", "postcode", "city", "country"),
            *("vat_number", "phone", "email"),
        ),
        "seller": _known(seller, "name", "phone", "email"),
        # What the form has the customer sign.
        "mandate": {"holder": partner.name or None, "for": list(_MANDATE)},
    }


def _known(of: object, *names: str) -> Json:
    """Return these particulars of somebody; null for what is not known."""
    return {name: getattr(of, name) or None for name in names}


def _line(line: OfferLine, order: Order) -> Json:
    """Return one line; `pack` is the place of the pack that an option stands under."""
    code = order.proposal.language.languages[0]
    return {
        "place": line.place,
        "pack": under(line) or None,
        "sku": line.sku,
        "kind": line.kind.value,
        "name": line.name.best(code),
        "quantity": line.quantity,
        "unit_price": _text(line.unit_price),
        "monthly": _text(line.monthly),
        "unit_once": _text(line.unit_once),
        "once": _text(line.once),
    }


def _cell(value: object) -> str:
    """Return a value as a cell that no spreadsheet computes."""
    return "" if value is None else made_safe(str(value))


def _text(money: Amount | UnitPrice | None) -> str | None:
    """Write money with a point; null for what is not."""
    return None if money is None else str(money)
