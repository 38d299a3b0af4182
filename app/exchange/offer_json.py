"""The offer, waas-offer/1, as `price --format json` prints it."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from app.domain.catalogue import list_name
from app.domain.choices import Term
from app.domain.commission import Commission
from app.domain.costs import Costs
from app.domain.money import Amount, UnitPrice
from app.domain.offer import Difference, ListName, Offer, OfferLine, Taxed
from app.domain.price_list import PriceList
from app.domain.problems import Problem

FORMAT = "waas-offer/1"
Json = dict[str, Any]


def offer_json(offer: Offer, language: str, problems: Iterable[Json]) -> Json:
    """Return the offer as CONTRACT names its keys; names in that language.

    Problems come as `problem_json` makes them, with their sentences.
    """
    distributor, partner = offer.distributor, offer.partner
    subscriptions, at_end = offer.subscriptions, offer.at_end
    rate = number(offer.vat_rate)
    return {
        "format": FORMAT,
        "currency": offer.currency,
        "term": offer.term.value if offer.term else None,
        "price_lists": [_list_name(each) for each in offer.price_lists],
        "distributor": {
            "name": distributor.name,
            "monthly": text(distributor.monthly.net),
            "contract_total": text(distributor.contract_total),
            "once": text(distributor.once.net),
            "vat_rate": rate,
            **_taxed("monthly", distributor.monthly),
            **_taxed("once", distributor.once),
        },
        "partner": {
            "once": text(partner.once.net),
            "monthly": text(partner.monthly.net),
            "vat_rate": rate,
            **_taxed("once", partner.once),
            **_taxed("monthly", partner.monthly),
        },
        "subscriptions": {
            "monthly": text(subscriptions.monthly.net),
            "annual": text(subscriptions.annual.net),
            "vat_rate": rate,
            **_taxed("monthly", subscriptions.monthly),
            **_taxed("annual", subscriptions.annual),
        },
        "at_end": {
            "devices": at_end.devices,
            "per_device": text(at_end.per_device),
            "total": text(at_end.total),
        },
        "lines": [_line(line, language) for line in offer.lines],
        "terms": {
            str(term.value): totals
            and {
                "monthly": text(totals.monthly),
                "contract_total": text(totals.contract_total),
            }
            for term, totals in offer.terms.pairs()
        },
        "provisional": offer.provisional,
        "problems": list(problems),
    }


def internal_json(
    lists: Iterable[PriceList], commission: Commission, costs: Costs
) -> Json:
    """Return what `--internal` adds to the offer's keys: never for a customer."""
    return {
        "price_lists": [
            {
                **_list_name(list_name(each)),
                "file_fingerprint": each.file_fingerprint,
            }
            for each in lists
        ],
        "commission": {
            "total": text(commission.total),
            "terms": {
                str(term.value): text(amount)
                for term, amount in commission.terms.pairs()
            },
            "lines": [
                {
                    "sku": line.sku,
                    "quantity": line.quantity,
                    "unit": text(line.unit),
                    "total": text(line.total),
                }
                for line in commission.lines
            ],
        },
        "costs": {
            "monthly": text(costs.monthly),
            "annual": text(costs.annual),
            "once": text(costs.once),
            "complete": costs.complete,
        },
    }


def refused_json(problems: Iterable[Json], internal: bool) -> Json:
    """Return the object for a quote or list that cannot be read: null throughout."""
    amounts = ("distributor", "partner", "subscriptions", "at_end")
    own: Json = {"commission": None, "costs": None} if internal else {}
    return {
        "format": FORMAT,
        "currency": None,
        "term": None,
        "price_lists": [],
        **dict.fromkeys(amounts),
        "lines": [],
        "terms": {str(term.value): None for term in Term},
        "provisional": None,
        "problems": list(problems),
        **own,
    }


def problem_json(problem: Problem, message: str) -> Json:
    """Return a problem with its sentence; cells of files name row and column."""
    named = dict(problem.parameters)
    cell: Json = {key: named[key] for key in ("row", "column", "value") if key in named}
    return {
        "code": problem.code,
        "severity": problem.severity.value,
        "where": problem.where,
        "message": message,
        **cell,
    }


def text(money: Amount | UnitPrice | None) -> str | None:
    """Write money as CONTRACT does: a string with a point; null for what is not."""
    return None if money is None else str(money)


def number(value: Decimal | None) -> str | None:
    """Write a percentage without needless zeros."""
    return None if value is None else f"{value.normalize():f}"


def _list_name(name: ListName) -> Json:
    """Return which list the prices come from."""
    return {
        "list_id": name.list_id,
        "version": name.version,
        "fingerprint": name.fingerprint,
    }


def _taxed(name: str, amount: Taxed) -> Json:
    """Return an amount's VAT and its sum with VAT."""
    return {f"{name}_vat": text(amount.vat), f"{name}_with_vat": text(amount.gross)}


def _difference(difference: Difference | None) -> Json:
    """Return what an alternative changes: `delta` where it is in one way only."""
    if difference is None:
        return {"delta": None}
    return {
        "delta": text(difference.only),
        "delta_monthly": text(difference.monthly),
        "delta_once": text(difference.once),
        "delta_annual": text(difference.annual),
    }


def _line(line: OfferLine, language: str) -> Json:
    """Return one line; keys that say nothing of it are left out."""
    shown: Json = {
        "id": line.id,
        "sku": line.sku,
        "kind": line.kind.value,
        "name": line.name.best(language),
        "quantity": line.quantity,
        "unit_price": text(line.unit_price),
        "monthly": text(line.monthly),
        "once": text(line.once),
        "annual": text(line.annual),
        "invoiced_by": line.invoiced_by.value,
        "optional": line.optional,
    }
    if line.unit_once is not None:
        shown["unit_once"] = text(line.unit_once)
    if line.discount_percent:
        shown["discount_percent"] = number(line.discount_percent)
    if line.alternative_to:
        shown["alternative_to"] = line.alternative_to
        shown |= _difference(line.difference)
    return shown
