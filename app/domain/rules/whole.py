"""Whether the quote as a whole holds: its terms, its dates, its end."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from app.domain.choices import Return, ServiceType
from app.domain.collection import devices, return_items
from app.domain.policy import Policies
from app.domain.problems import Problem, error, suggestion, warning
from app.domain.proposal import ServiceLine
from app.domain.resolved import Resolved


def collection_offered(resolved: Resolved) -> Iterator[Problem]:
    """W12: one return item fits every pack whose devices are to be collected."""
    if resolved.proposal.return_way is not Return.COLLECTED or not devices(resolved):
        return
    fitting = return_items(resolved)
    if not fitting:
        packs = [item.sku for pack, item in resolved.packs if pack.firm]
        yield error("no_return_item", "return", packs=", ".join(packs))
    elif len(fitting) > 1:
        skus = ", ".join(item.sku for item in fitting)
        yield error("several_return_items", "return", skus=skus)


#: W2: what is worth doing to each device.
_PER_DEVICE: Final = (ServiceType.INSTALLATION, ServiceType.CONFIGURATION)


def installation_offered(resolved: Resolved) -> Iterator[Problem]:
    """W2: hardware is worth an offer to configure and install it."""
    offered = any(
        isinstance(each.line, ServiceLine) and each.line.type in _PER_DEVICE
        for each in resolved.lines
    )
    if not offered and devices(resolved):
        yield suggestion("no_installation", "partner_services")


def times_at_first(service: ServiceType, resolved: Resolved) -> int:
    """W2: return how often a new service is offered: once a device, or just once."""
    return max(1, devices(resolved)) if service in _PER_DEVICE else 1


def validity_holds(resolved: Resolved) -> Iterator[Problem]:
    """The quote ends after it begins, and before its prices do."""
    proposal = resolved.proposal
    if proposal.valid_until is None:
        return
    if proposal.valid_until < proposal.date:
        yield error("valid_until_before_date", "valid_until", day=proposal.valid_until)
    for each in resolved.lists:
        if each.valid_to and proposal.valid_until > each.valid_to >= proposal.date:
            yield warning(
                "valid_past_list", "valid_until", list=each.list_id, day=each.valid_to
            )


def policies_known(resolved: Resolved, policies: Policies) -> Iterator[Problem]:
    """The quote's terms are ones the program knows."""
    names = resolved.proposal.policies
    if policies.waas_named(names.waas) is None:
        yield error("policy_unknown", "policies.waas", name=names.waas)
    if policies.csp_named(names.csp) is None:
        yield error("policy_unknown", "policies.csp", name=names.csp)


def vat_known(resolved: Resolved, policies: Policies) -> Iterator[Problem]:
    """A rate is known for the customer's country on that day."""
    proposal = resolved.proposal
    country = proposal.customer.country or resolved.country
    if country and policies.vat_percent(country, proposal.date) is None:
        yield warning(
            "vat_unknown", "customer.country", country=country, day=proposal.date
        )


def lists_hold(resolved: Resolved, today: date) -> Iterator[Problem]:
    """Prices past their list's end, or not of the quote's day, are worth a word."""
    day = resolved.proposal.date
    for each in resolved.lists:
        name = f"{each.list_id} {each.version}"
        if each.valid_to and each.valid_to < today:
            yield warning("list_expired", "", list=name, day=each.valid_to)
        if day < each.valid_from or (each.valid_to and day > each.valid_to):
            yield warning("date_outside_list", "date", list=name, day=day)
