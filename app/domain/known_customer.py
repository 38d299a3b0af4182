"""A customer as it is kept: what its next quote begins with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from typing import Final

from app.domain.choices import Edition, Segment
from app.domain.identity import Customer


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody else to talk to there than the one whom quotes are addressed to."""

    name: str
    role: str = ""
    email: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownCustomer:
    """What a quote takes over, and what is kept beside it.

    Without a `language` its quotes are written in the seller's own.
    """

    customer: Customer
    enterprise_number: str = ""
    language: Edition | None = None
    phone: str = ""
    delivery_address: str = ""
    contacts: tuple[Contact, ...] = ()


#: A customer of whom nothing is known.
NOBODY: Final = Customer(name="")
_QUOTED: Final = tuple(each.name for each in fields(Customer))
#: Every field that holds one text, in the order that people read them.
FIELDS: Final = (
    "name",
    "country",
    "vat_number",
    "enterprise_number",
    "segment",
    "language",
    "contact",
    "email",
    "phone",
    "street",
    "postcode",
    "city",
    "delivery_address",
)


def as_texts(known: KnownCustomer) -> dict[str, str]:
    """Return each of FIELDS as a text, '' where nothing is known."""
    customer = asdict(known.customer)
    return {
        name: str(customer.get(name, getattr(known, name, "")) or "") for name in FIELDS
    }


def of_texts(
    texts: Mapping[str, str], contacts: tuple[Contact, ...] = ()
) -> KnownCustomer:
    """Make a customer of FIELDS; ValueError for a segment or language that is none."""
    given = {name: texts[name] for name in FIELDS if texts.get(name)}
    quoted = {name: given.pop(name) for name in _QUOTED if name in given}
    language = given.pop("language", "")
    segment = Segment(quoted.pop("segment", Segment.BUSINESS))
    return KnownCustomer(
        customer=Customer(**{"name": "", **quoted}, segment=segment),
        language=Edition(language) if language else None,
        contacts=contacts,
        **given,
    )


def is_meant(kept: Customer, said: Customer) -> bool:
    """Tell whether a quote may mean a customer: the name, and no other number."""
    numbers = {kept.vat_number, said.vat_number} - {""}
    return bool(said.name) and kept.name == said.name and len(numbers) <= 1


def learnt(
    known: KnownCustomer, said: Customer, before: Customer = NOBODY
) -> KnownCustomer:
    """Learn from a quote what was not known yet; what is known stays.

    What is known as the quote said it `before` goes the way of the quote.
    """
    blank, was, held = asdict(NOBODY), asdict(before), asdict(known.customer)
    new = {
        name: value
        for name, value in asdict(said).items()
        if value != blank[name] and held[name] in (blank[name], was[name])
    }
    return replace(known, customer=replace(known.customer, **new))


def news(known: KnownCustomer, said: Customer) -> tuple[str, ...]:
    """Return the fields of a quote's customer that are kept otherwise by now.

    What is not kept is no news: the quote may know more.
    """
    blank, quoted = asdict(NOBODY), asdict(said)
    held = asdict(known.customer)
    return tuple(
        name
        for name in FIELDS
        if name in held and held[name] not in (blank[name], quoted[name])
    )


def taken_over(known: KnownCustomer, said: Customer) -> Customer:
    """Return a quote's customer with its news."""
    held = asdict(known.customer)
    return replace(said, **{name: held[name] for name in news(known, said)})


def merged(
    kept: KnownCustomer, gone: KnownCustomer, from_gone: frozenset[str]
) -> KnownCustomer:
    """Make one of two: `from_gone` names the FIELDS that the second gives.

    What only one of them knows is known of both, and no contact is lost.
    """
    mine, other = as_texts(kept), as_texts(gone)
    texts = {
        name: other[name] if name in from_gone else mine[name] or other[name]
        for name in FIELDS
    }
    contacts = (*kept.contacts, *_asked(kept), *_asked(gone), *gone.contacts)
    asked = {contact.name for contact in _asked(of_texts(texts))}
    others = tuple(each for each in dict.fromkeys(contacts) if each.name not in asked)
    return of_texts(texts, others)


def _asked(known: KnownCustomer) -> tuple[Contact, ...]:
    """Return whom quotes are addressed to, as one of the contacts."""
    who = known.customer
    if not who.contact:
        return ()
    return (Contact(who.contact, email=who.email, phone=known.phone),)
