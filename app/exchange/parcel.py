"""Quotes and customers as they travel to a colleague's program: confidential.

They carry notes and commissions, so they are no quote file and no customer copy, and
nothing reads them as one. `parcel_file` is the file that they travel in.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cache
from hashlib import sha256
from typing import Any, Final, TypeVar

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

_LONGEST, _MOST_NUMBER = 10_000, 10**15
#: All that a paper is known by but its bytes.
_OWN: Final = tuple(f.name for f in fields(IssuedDocument) if f.name != "content")
#: What a draft may still lack.
_UNFINISHED: Final = frozenset({"no_line", "key_missing", "term_missing"})


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
class Heading:
    """Who sent it, what few things there are of all, and how many of the others."""

    sent: Stamp
    quotes: int
    customers: int
    templates: tuple[SentTemplate, ...] = ()

    @property
    def records(self) -> int:
        """How many quotes and customers there are."""
        return self.quotes + self.customers


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """All that travels, as one value: waas-exchange/1 was written so."""

    sent: Stamp
    quotes: tuple[SentQuote, ...]
    customers: tuple[SentCustomer, ...]
    templates: tuple[SentTemplate, ...] = ()


#: What one line of a file holds.
Sent = SentQuote | SentCustomer | Heading | Parcel
AnySent = TypeVar("AnySent", bound=Sent)


def as_json(sent: Sent) -> bytes:
    """Return it as JSON, on one line."""
    return _adapters()[type(sent)].dump_json(sent)


def of_json(kind: type[AnySent], content: bytes, most: int) -> AnySent:
    """Read JSON of at most so many bytes; RefusedError where nobody here wrote it."""
    if not all(map(_is_tame, _leaves(checked(content, most)))):
        raise RefusedError(error("exchange_hostile"))
    try:
        sent: AnySent = _adapters()[kind].validate_json(content)
    except (ValidationError, TypeError, ValueError) as reason:
        raise RefusedError(error("exchange_hostile")) from reason
    _look_through(sent)
    return sent


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
def _adapters() -> Mapping[type[Any], TypeAdapter[Any]]:
    """Return what reads and writes the frozen values, once it is needed."""
    kinds = Heading, SentQuote, SentCustomer, Parcel
    return {kind: TypeAdapter(kind) for kind in kinds}


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


def _look_through(sent: Sent) -> None:
    """Refuse what is of the right kind, and yet nothing that we could keep."""
    if isinstance(sent, SentQuote):
        _must_be_whole(sent)
    if isinstance(sent, Parcel):
        for each in sent.quotes:
            _must_be_whole(each)
    if isinstance(sent, Heading | Parcel):
        for template in sent.templates:
            _must_be_a_quote(Quote(proposal=template.proposal), lacking=frozenset())


def _must_be_whole(sent: SentQuote) -> None:
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
