"""The cards of a quote, by who invoices: which lines each holds, and its heading."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from app.domain.choices import Kind, Party
from app.domain.offer import Offer, OfferLine
from ui.models.words import Reader, months

Lines = Sequence[OfferLine]
#: A key, a name, and what stands on its right.
Heading = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Section:
    """One card."""

    heading: Callable[[Offer, Lines, Reader], Heading]
    holds: Callable[[OfferLine], bool]


def _rented(offer: Offer, _lines: Lines, reader: Reader) -> Heading:
    """Return the heading of the packs."""
    _ = reader.language.gettext
    name = offer.distributor.name or _("the distributor")
    aside = _("excl. VAT")
    if offer.term:
        term = months(offer.term, reader.language)
        aside = _("{months}, excl. VAT").format(months=term)
    heading = _("Invoiced each month by {name}").format(name=name)
    return "heading:packs", heading, aside


def _subscribed(_offer: Offer, _lines: Lines, reader: Reader) -> Heading:
    """Return the heading of the subscriptions."""
    _ = reader.language.gettext
    partner = reader.partner or _("the partner")
    name = _("Subscriptions, invoiced by {name}").format(name=partner)
    return "heading:subscriptions", name, _("excl. VAT")


def _served(_offer: Offer, _lines: Lines, reader: Reader) -> Heading:
    """Return the heading of the partner's services."""
    _ = reader.language.gettext
    partner = reader.partner or _("the partner")
    name = _("Invoiced by {name}").format(name=partner)
    return "heading:services", name, _("excl. VAT")


def _requested(offer: Offer, lines: Lines, reader: Reader) -> Heading:
    """Return the heading of the special requests."""
    _ = reader.language.gettext
    distributor = offer.distributor.name or _("the distributor")
    if any(line.awaits_answer for line in lines):
        aside = _("to be confirmed by {distributor}")
    else:
        aside = _("each month, by {distributor}")
    aside = aside.format(distributor=distributor)
    return "heading:requests", _("Special requests"), aside


SECTIONS: Final = (
    Section(
        _rented,
        lambda line: (
            line.invoiced_by is Party.DISTRIBUTOR
            and line.kind is not Kind.SPECIAL_REQUEST
        ),
    ),
    Section(_subscribed, lambda line: line.place.startswith("subscriptions")),
    Section(_served, lambda line: line.kind is Kind.PARTNER_SERVICE),
    Section(_requested, lambda line: line.kind is Kind.SPECIAL_REQUEST),
)
