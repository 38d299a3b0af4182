"""What a paper says of the partner and the seller, and what it will lack."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.problems import Problem, Problems, warning
from app.settings import Settings
from app.use_cases.pricing import PricedQuote


def missing_identity(quote: PricedQuote, settings: Settings) -> Problems:
    """Warn of what the paper will lack; each place is the setting that holds it.

    Another seller than the one of the settings has no contact that could be entered.
    """
    return (*_of_partner(settings), *_of_seller(quote, settings))


def _of_partner(settings: Settings) -> Iterator[Problem]:
    """Yield what the paper will not say of the partner."""
    partner = settings.partner
    if not partner.name:
        yield warning("paper_no_company", "partner.name")
    address = ("street", "postcode", "city")
    lacking = [name for name in address if not getattr(partner, name)]
    if lacking:
        yield warning("paper_no_address", f"partner.{lacking[0]}")
    if not partner.vat_number:
        yield warning("paper_no_vat_number", "partner.vat_number")


def _of_seller(quote: PricedQuote, settings: Settings) -> Iterator[Problem]:
    """Yield what the paper will not say of whoever made the quote."""
    seller, named = settings.seller, quote.quote.proposal.seller
    if not (named or seller.name):
        yield warning("paper_no_seller", "seller.name")
    if named in ("", seller.name) and not (seller.phone or seller.email):
        yield warning("paper_no_contact", "seller.phone")
