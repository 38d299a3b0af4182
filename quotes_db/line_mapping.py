"""The lines of a quote as rows, and back: exact both ways."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, Final, TypedDict, TypeVar

from app.domain.by_term import ByTerm
from app.domain.choices import Billing, Recurrence, ServiceType
from app.domain.price_list import PriceList
from app.domain.proposal import (
    AnyLine,
    OptionLine,
    PackLine,
    RequestLine,
    ServiceLine,
    SubscriptionLine,
)
from app.domain.quote import Quote
from app.ports import QuoteRecord
from quotes_db.tables import LineRow

T = TypeVar("T")
Columns = dict[str, Any]
_USUAL: Final = {name: field.default for name, field in LineRow.model_fields.items()}


class Sections(TypedDict):
    """The lines of a proposal, by section."""

    packs: tuple[PackLine, ...]
    subscriptions: tuple[SubscriptionLine, ...]
    partner_services: tuple[ServiceLine, ...]
    special_requests: tuple[RequestLine, ...]


# To rows


def line_rows(record: QuoteRecord) -> Iterator[LineRow]:
    """Make the rows of a quote's lines, in its order."""
    return (LineRow(**columns) for columns in line_columns(record))


def says(row: LineRow, columns: Columns) -> bool:
    """Tell whether a row says the same: to make another takes a hundred times as long.

    What is not among the columns is what a row says without them.
    """
    return all(
        getattr(row, name) == columns.get(name, usual) for name, usual in _USUAL.items()
    )


def line_columns(record: QuoteRecord) -> Iterator[Columns]:
    """Say what the rows of a quote's lines hold, in its order."""
    sources = _sources(record.prices)
    pack = ""
    for position, (place, line) in enumerate(record.quote.proposal.places()):
        pack = line.id if isinstance(line, PackLine) else pack
        columns = _own_columns(line) | _answer_commission(record.quote, line)
        yield {
            "quote_id": record.id,
            "line_id": line.id,
            "position": position,
            "section": _section(place),
            "parent_line": pack if isinstance(line, OptionLine) else None,
            "quantity": line.quantity,
            "optional": line.optional,
            "alternative_to": line.alternative_to,
            **columns,
            **_snapshot(sources.get(columns.get("sku", ""))),
        }


def _section(place: str) -> str:
    """Return 'options' of 'packs[0].options[1]'."""
    return place.rpartition(".")[2].partition("[")[0]


def _sources(prices: tuple[PriceList, ...]) -> dict[str, PriceList]:
    """Return which of the quote's lists each SKU comes from."""
    return {item.sku: one for one in prices for item in one.items}


def _snapshot(source: PriceList | None) -> dict[str, Any]:
    """Return the columns that name the list a line's prices come from."""
    if source is None:
        return {}
    return {
        "snapshot_list_id": source.list_id,
        "snapshot_version": source.version,
        "snapshot_fingerprint": source.fingerprint,
    }


def _own_columns(line: AnyLine) -> dict[str, Any]:
    """Return the columns that only this kind of line has."""
    match line:
        case PackLine() | OptionLine():
            return {"sku": line.sku}
        case SubscriptionLine():
            return _subscription_columns(line)
        case ServiceLine():
            return _service_columns(line)
        case RequestLine():
            return _request_columns(line)


def _subscription_columns(line: SubscriptionLine) -> dict[str, Any]:
    return {
        "sku": line.sku,
        "billing": line.billing,
        "start": line.start,
        "friendly_name": line.name,
        "licence_delivery": line.licence_delivery,
        "addon_parent": line.parent,
    }


def _service_columns(line: ServiceLine) -> dict[str, Any]:
    return {
        "texts": line.name,
        "price": line.price,
        "recurrence": line.recurrence,
        "service_type": line.type,
        "discount_percent": line.discount_percent,
    }


def _request_columns(line: RequestLine) -> dict[str, Any]:
    answer = line.answer or ByTerm()
    return {
        "texts": line.text,
        "answered": line.answer is not None,
        "answer_12": answer.months_12,
        "answer_24": answer.months_24,
        "answer_36": answer.months_36,
    }


def _answer_commission(quote: Quote, line: AnyLine) -> dict[str, Any]:
    """Return what the partner earns from an answer, which no other line has."""
    if not isinstance(line, RequestLine):
        return {}
    return {"answer_commission": quote.answer_commission(line.id)}


# From rows


def sections(rows: list[LineRow]) -> Sections:
    """Read the lines of a quote, given in its order."""
    return {
        "packs": tuple(
            _pack(row, tuple(map(_option, _in(rows, "options", row.line_id))))
            for row in _in(rows, "packs")
        ),
        "subscriptions": tuple(map(_subscription, _in(rows, "subscriptions"))),
        "partner_services": tuple(map(_service, _in(rows, "partner_services"))),
        "special_requests": tuple(map(_request, _in(rows, "special_requests"))),
    }


def answer_commissions(rows: list[LineRow]) -> tuple[tuple[str, Decimal], ...]:
    """Read the commissions of answered requests, in the order of the lines."""
    return tuple(
        (row.line_id, row.answer_commission)
        for row in rows
        if row.answer_commission is not None
    )


def _in(
    rows: list[LineRow], section: str, parent: str | None = None
) -> Iterator[LineRow]:
    """Yield the rows of a section, or of one pack's options."""
    return (row for row in rows if row.section == section and row.parent_line == parent)


def _there(cell: T | None) -> T:
    """Return what its section never leaves empty; ValueError in a damaged row."""
    if cell is None:
        raise ValueError(cell)
    return cell


def _common(row: LineRow) -> dict[str, Any]:
    """Read what every line has."""
    return {
        "id": row.line_id,
        "quantity": row.quantity,
        "optional": row.optional,
        "alternative_to": row.alternative_to,
    }


def _pack(row: LineRow, options: tuple[OptionLine, ...]) -> PackLine:
    return PackLine(**_common(row), sku=_there(row.sku), options=options)


def _option(row: LineRow) -> OptionLine:
    return OptionLine(**_common(row), sku=_there(row.sku))


def _subscription(row: LineRow) -> SubscriptionLine:
    return SubscriptionLine(
        **_common(row),
        sku=_there(row.sku),
        billing=Billing(_there(row.billing)),
        start=row.start,
        name=_there(row.friendly_name),
        licence_delivery=_there(row.licence_delivery),
        parent=_there(row.addon_parent),
    )


def _service(row: LineRow) -> ServiceLine:
    return ServiceLine(
        **_common(row),
        name=_there(row.texts),
        price=_there(row.price),
        recurrence=Recurrence(_there(row.recurrence)),
        type=ServiceType(_there(row.service_type)),
        discount_percent=_there(row.discount_percent),
    )


def _request(row: LineRow) -> RequestLine:
    answer = ByTerm(row.answer_12, row.answer_24, row.answer_36)
    return RequestLine(
        **_common(row),
        text=_there(row.texts),
        answer=answer if row.answered else None,
    )
