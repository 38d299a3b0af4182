"""Which customers are likely the same: one number, or one name however written."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from app.domain.known_customer import KnownCustomer

#: How companies are constituted in Belgium and around it, dots left out.
_LEGAL_FORMS: Final = frozenset(
    (
        "ag",
        "asbl",
        "bv",
        "bvba",
        "cv",
        "fondation",
        "gie",
        "gmbh",
        "inc",
        "kg",
        "llc",
        "ltd",
        "nv",
        "plc",
        "sa",
        "sarl",
        "sarls",
        "sas",
        "sasu",
        "sca",
        "scop",
        "scrl",
        "scs",
        "se",
        "sc",
        "sci",
        "snc",
        "sprl",
        "srl",
        "stichting",
        "ug",
        "vof",
        "vzw",
    )
)
_FRENCH_VAT: Final = re.compile(r"FR[0-9A-Z]{2}([0-9]{9})")
_SIREN_DIGITS: Final = 9


def folded_name(name: str) -> str:
    """Return a name as it is compared: no accents, capitals, signs or legal form."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    words = re.sub(r"[^\w\s]", " ", re.sub(r"(?<=\w)\.(?=\w|\s|$)", "", plain)).split()
    telling = [word for word in words if word not in _LEGAL_FORMS]
    return " ".join(telling or words)


def numbers(known: KnownCustomer) -> frozenset[str]:
    """Return its VAT and enterprise numbers as they are compared: BE0123456789.

    In Belgium and France one is part of the other.
    """
    country = known.customer.country
    found = (known.customer.vat_number, known.enterprise_number)
    return frozenset(_number(each, country) for each in found if each.strip())


def alike(customers: Mapping[str, KnownCustomer]) -> tuple[tuple[str, ...], ...]:
    """Return the ids of customers that share a number or a name, group by group."""
    groups: dict[str, list[str]] = {}
    for one, known in customers.items():
        shared = {id(held): held for held in _held(groups, known)}
        together = [other for held in shared.values() for other in held]
        together.append(one)
        for each in together:
            groups.update(dict.fromkeys(_signs(customers[each]), together))
    found = {id(group): tuple(group) for group in groups.values() if len(group) > 1}
    return tuple(found.values())


def signs_of(known: KnownCustomer) -> frozenset[str]:
    """Return what two customers share that are likely the same."""
    return frozenset(_signs(known))


def _held(groups: Mapping[str, list[str]], known: KnownCustomer) -> Iterable[list[str]]:
    """Return the groups that a customer belongs to."""
    return [groups[sign] for sign in _signs(known) if sign in groups]


def _signs(known: KnownCustomer) -> Iterator[str]:
    """Yield what would be the same of the same customer."""
    yield f"name {folded_name(known.customer.name)}"
    yield from numbers(known)


def _number(text: str, country: str) -> str:
    """Return a number with its country, without what only sets it out."""
    plain = re.sub(r"[^0-9A-Z]", "", text.upper())
    if not plain[:2].isalpha():
        plain = country + plain
    french = _FRENCH_VAT.fullmatch(plain)
    if french:
        return f"FR{french[1]}"
    if plain.startswith("FR"):
        return plain[: 2 + _SIREN_DIGITS]
    if plain.startswith("BE"):
        return f"BE{plain[2:].zfill(10)}"
    return plain.removesuffix("MWST").removesuffix("TVA").removesuffix("IVA")
