"""Who takes part: the partner, its seller, and the end customer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from app.domain.choices import Segment

#: Of `Partner.terms`: no other term beside the chosen one.
CHOSEN: Final = "chosen"


@dataclass(frozen=True, slots=True)
class Customer:
    """The end customer as the quote names it; `country` is an ISO code or ''."""

    name: str
    country: str = ""
    segment: Segment = Segment.BUSINESS
    contact: str = ""
    email: str = ""
    street: str = ""
    postcode: str = ""
    city: str = ""
    vat_number: str = ""


@dataclass(frozen=True, slots=True)
class Partner:
    """The reseller: what its paper says of it, all of it optional."""

    name: str = ""
    country: str = ""
    vat_number: str = ""
    street: str = ""
    postcode: str = ""
    city: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    legal_line: str = ""
    #: The name of a picture in the data folder.
    logo: str = ""
    #: A colour such as '#0b5c5a', as chosen: the paper's own where there is none.
    accent: str = ""
    #: `point` where Swiss figures have one in French too.
    figures: str = ""
    #: `chosen` where the paper of a quote shows no other term: W7.
    terms: str = ""
    #: What the partner's country wants named: see `app.domain.legal`.
    legal_form: str = ""
    capital: str = ""
    enterprise_number: str = ""
    register: str = ""
    licence: str = ""
    bank_account: str = ""


@dataclass(frozen=True, slots=True)
class Seller:
    """The salesperson; `prefix` begins the numbers of their quotes."""

    name: str = ""
    prefix: str = ""
    phone: str = ""
    email: str = ""
