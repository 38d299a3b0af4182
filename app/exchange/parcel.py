"""Quotes and customers for a colleague's program, waas-exchange/1: confidential.

One line says the format and the SHA-256 of the JSON below it. It carries notes and
commissions, so it is no quote file and no customer copy, and nothing reads it as one.
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cache
from hashlib import sha256
from typing import Final

from pydantic import TypeAdapter, ValidationError

from app.domain.choices import Edition
from app.domain.plain import is_plain
from app.domain.problems import RefusedError, error
from app.domain.proposal import Proposal
from app.domain.quote import Quote
from app.exchange import quote_file
from app.exchange.strict_json import checked
from app.files import safe_name
from app.ports import CustomerRecord, IssuedDocument, QuoteRecord, Stamp

FORMAT: Final = "waas-exchange/1"
MOST_BYTES: Final = 300_000_000
_LONGEST, _MOST_NUMBER = 10_000, 10**15
#: All that a paper is known by but its bytes.
_OWN: Final = tuple(f.name for f in fields(IssuedDocument) if f.name != "content")
#: What a draft may still lack.
_UNFINISHED: Final = frozenset({"no_line", "key_missing", "term_missing"})
_BEGINNING: Final = b'{"format": "waas-exchange/'


@dataclass(frozen=True, slots=True, kw_only=True)
class SentPaper:
    """A paper as it was handed over; its bytes in base 64."""

    language: Edition
    file_name: str
    content: str
    sha256: str
    program_version: str
    issued: Stamp
    signs: str = ""

    @property
    def document(self) -> IssuedDocument:
        """The paper itself; ValueError where its bytes are none."""
        content = base64.b64decode(self.content, validate=True)
        own = {name: getattr(self, name) for name in _OWN}
        return IssuedDocument(content=content, **own)


@dataclass(frozen=True, slots=True, kw_only=True)
class SentQuote:
    """A quote with its papers, and the states in which it travelled before."""

    record: QuoteRecord
    papers: tuple[SentPaper, ...] = ()
    past: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SentCustomer:
    """A customer without its quotes, likewise."""

    record: CustomerRecord
    past: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SentTemplate:
    """What quotes begin from, likewise; its name tells it from others."""

    name: str
    proposal: Proposal
    past: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """All that travels, and who sent it."""

    sent: Stamp
    quotes: tuple[SentQuote, ...]
    customers: tuple[SentCustomer, ...]
    templates: tuple[SentTemplate, ...] = ()


def is_parcel(content: bytes) -> bool:
    """Tell whether a file says that it is one, of whatever version."""
    return content.startswith(_BEGINNING)


def write(parcel: Parcel) -> bytes:
    """Return the file."""
    body = _adapter().dump_json(parcel)
    head = {"format": FORMAT, "sha256": sha256(body).hexdigest()}
    return json.dumps(head).encode() + b"\n" + body


def read(content: bytes) -> Parcel:
    """Read a file; RefusedError where it is damaged, or what nobody here wrote."""
    head, _, body = content.partition(b"\n")
    heading = checked(head[:_LONGEST])
    if not isinstance(heading, dict) or heading.get("format") != FORMAT:
        raise RefusedError(error("exchange_unknown", expected=FORMAT))
    if heading.get("sha256") != sha256(body).hexdigest():
        raise RefusedError(error("exchange_damaged"))
    if not all(map(_is_tame, _leaves(checked(body, MOST_BYTES)))):
        raise RefusedError(error("exchange_hostile"))
    try:
        parcel = _adapter().validate_json(body)
    except (ValidationError, TypeError, ValueError) as reason:
        raise RefusedError(error("exchange_hostile")) from reason
    for each in parcel.quotes:
        _look_through(each)
    for template in parcel.templates:
        _must_be_a_quote(Quote(proposal=template.proposal), lacking=frozenset())
    return parcel


def state(record: QuoteRecord | CustomerRecord) -> str:
    """Return what tells one state of a record from another, whoever saved it."""
    if isinstance(record, QuoteRecord):
        where = record.lifecycle, record.contract
        said: object = (record.quote, record.prices, record.monthly, where)
    else:
        said = (record.known, record.archived_on, record.merged_into)
    return sha256(repr(said).encode()).hexdigest()


def template_state(proposal: Proposal) -> str:
    """Return likewise what tells one state of a template from another."""
    return sha256(repr(proposal).encode()).hexdigest()


def sent_paper(document: IssuedDocument) -> SentPaper:
    """Return a paper as it travels."""
    own = {name: getattr(document, name) for name in _OWN}
    return SentPaper(content=base64.b64encode(document.content).decode(), **own)


@cache
def _adapter() -> TypeAdapter[Parcel]:
    """Return what reads and writes the frozen values, once it is needed."""
    return TypeAdapter(Parcel)


def _leaves(value: object, key: str = "") -> Iterator[tuple[str, object]]:
    """Yield every value that holds no other, with its key."""
    if isinstance(value, dict):
        for name, held in value.items():
            yield from _leaves(held, name)
    elif isinstance(value, list):
        for held in value:
            yield from _leaves(held, key)
    else:
        yield key, value


def _is_tame(leaf: tuple[str, object]) -> bool:
    """Tell whether a text is one of ours, and a number one that we can keep."""
    key, value = leaf
    if isinstance(value, str):
        return key == "content" or (len(value) <= _LONGEST and is_plain(value))
    return not isinstance(value, int) or abs(value) <= _MOST_NUMBER


def _look_through(sent: SentQuote) -> None:
    """Refuse a quote that no quote file could hold, and papers that are not whole."""
    _must_be_a_quote(sent.record.quote, lacking=_UNFINISHED)
    for paper in sent.papers:
        name = paper.file_name
        try:
            digest = sha256(paper.document.content).hexdigest()
        except (binascii.Error, ValueError) as reason:
            raise RefusedError(error("exchange_hostile")) from reason
        if digest != paper.sha256 or safe_name(name) != name:
            raise RefusedError(error("document_damaged", name=name))


def _must_be_a_quote(quote: Quote, *, lacking: frozenset[str]) -> None:
    """Refuse what is wrong in a quote beyond what it may still lack."""
    try:
        quote_file.read(quote_file.write(quote))
    except RefusedError as refusal:
        wrong = [each for each in refusal.problems if each.code not in lacking]
        if wrong:
            raise RefusedError(*wrong) from refusal
