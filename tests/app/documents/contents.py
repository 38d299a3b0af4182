"""What the paper of an offer says, part by part."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any

from app.documents.content import quote_document
from app.documents.document import Document, Section
from app.domain.identity import Partner, Seller
from app.domain.money import Amount
from app.domain.offer import Offer
from app.domain.policy import WaasPolicy
from app.domain.proposal import Proposal
from i18n import Language
from tests.app.documents.samples import (
    ENGLISH,
    OFFER,
    PARTNER,
    PROGRAM,
    PROPOSAL,
    SELLER,
    WAAS,
    inputs,
)


def document(
    offer: Offer = OFFER,
    proposal: Proposal = PROPOSAL,
    languages: tuple[Language, ...] = ENGLISH,
    partner: Partner = PARTNER,
    seller: Seller = SELLER,
    waas: WaasPolicy = WAAS,
) -> Document:
    """Return what the paper of that offer says."""
    of = inputs(offer, proposal, languages, partner, seller, waas)
    return quote_document(of, (), PROGRAM)


def section(said: Document, heading: str) -> Section:
    """Return the section under that heading."""
    return next(each for each in said.sections if each.heading == (heading,))


def clauses(said: Document) -> dict[str, str]:
    """Return the conditions by their catchwords."""
    return {each.label[0]: each.text[0] for each in said.conditions.clauses}


def strings(value: Any) -> Iterator[str]:
    """Yield every string in a document."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from strings(part)
    elif dataclasses.is_dataclass(value):
        for each in dataclasses.fields(value):
            yield from strings(getattr(value, each.name))


def money(said: Amount) -> str:
    """Return an amount as the English edition writes it."""
    return ENGLISH[0].money(said)
