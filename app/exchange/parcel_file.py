"""The file for a colleague, waas-exchange/2: confidential, written and read by lines.

The first line says the format and the SHA-256 of the lines below it. The second says
who sent it and what comes; then come the quotes, one a line with its papers, and the
customers. So neither side ever holds more than one of them, however many there are.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import BinaryIO, Final

from app.domain.lifecycle import label
from app.domain.problems import Problem, RefusedError, error
from app.exchange import parcel
from app.exchange.parcel import Heading, Parcel, SentCustomer, SentQuote
from app.exchange.strict_json import checked
from app.files import opened, read

FORMAT: Final = "waas-exchange/2"
#: One JSON value held everything.
_OLD: Final = "waas-exchange/1"
#: Of one line, and of a whole file of the old format: so much is held at once.
MOST_BYTES: Final = 300_000_000
#: What is compared is held of all at once, so they are counted too.
MOST_RECORDS: Final = 500_000
_LONGEST: Final = 10_000
_CHUNK: Final = 1 << 20
_BEGINNING: Final = b'{"format": "waas-exchange/'

SentRecord = SentQuote | SentCustomer


@dataclass(frozen=True, slots=True)
class Found:
    """A file that is whole, and what it says of itself."""

    path: Path
    heading: Heading
    format: str
    sha256: str


def is_parcel(content: bytes) -> bool:
    """Tell whether a file says that it is one, of whatever version."""
    return content.startswith(_BEGINNING)


def refuse_too_many(heading: Heading) -> None:
    """Raise where a file would hold more than is read again."""
    if heading.records > MOST_RECORDS:
        raise RefusedError(
            error("exchange_too_many", count=heading.records, most=MOST_RECORDS)
        )


def write(file: BinaryIO, heading: Heading, records: Iterable[SentRecord]) -> None:
    """Write the file; RefusedError where a quote is larger than is read again."""
    digest = sha256()
    # Room for a sum that is known at the end.
    file.write(_first(digest.hexdigest()))
    for each in chain((heading,), records):
        line = parcel.as_json(each) + b"\n"
        if len(line) > MOST_BYTES:
            raise RefusedError(_too_large(each))
        digest.update(line)
        file.write(line)
    file.seek(0)
    file.write(_first(digest.hexdigest()))


def find(path: Path, alive: Callable[[], object] = lambda: None) -> Found:
    """Read what a file says of itself; RefusedError where it is not in order.

    `alive` is called now and then, and may raise.
    """
    with opened(path) as file:
        says = _heading(file.readline(_LONGEST))
        digest = sha256()
        while part := file.read(_CHUNK):
            alive()
            digest.update(part)
    if says.get("sha256") != digest.hexdigest():
        raise RefusedError(error("exchange_damaged"))
    if says["format"] == _OLD:
        old = _whole(path)
        counts = {"quotes": len(old.quotes), "customers": len(old.customers)}
        heading = Heading(sent=old.sent, templates=old.templates, **counts)
    else:
        with opened(path) as file:
            file.readline(_LONGEST)
            heading = parcel.of_json(Heading, _line(file), MOST_BYTES)
        if min(heading.quotes, heading.customers) < 0:
            raise RefusedError(error("exchange_hostile"))
        refuse_too_many(heading)
    return Found(path, heading, says["format"], digest.hexdigest())


def records(
    found: Found, wanted: Container[int] | None = None
) -> Iterator[tuple[int, SentRecord]]:
    """Yield the quotes, then the customers, each with its place: all, or the wanted.

    RefusedError at the end where it is another file by now: what was made of the
    former ones is then to be undone.
    """
    if found.format == _OLD:
        old = _whole(found.path)
        sent: tuple[SentRecord, ...] = (*old.quotes, *old.customers)
        every = enumerate(sent)
        yield from (each for each in every if wanted is None or each[0] in wanted)
        return
    digest, quotes = sha256(), found.heading.quotes
    with opened(found.path) as file:
        file.readline(_LONGEST)
        digest.update(_line(file))
        for at in range(found.heading.records):
            line = _line(file)
            digest.update(line)
            if wanted is None or at in wanted:
                yield at, _record(line, is_quote=at < quotes)
        if file.read(1):
            raise RefusedError(error("exchange_hostile"))
    if digest.hexdigest() != found.sha256:
        raise RefusedError(error("exchange_damaged"))


def _first(digest: str) -> bytes:
    """Return the first line, as long for any sum."""
    return json.dumps({"format": FORMAT, "sha256": digest}).encode() + b"\n"


def _heading(line: bytes) -> dict[str, str]:
    """Read the first line; RefusedError where the format is none of ours."""
    says = checked(line)
    if not isinstance(says, dict) or says.get("format") not in (FORMAT, _OLD):
        raise RefusedError(error("exchange_unknown", expected=FORMAT))
    return says


def _line(file: BinaryIO) -> bytes:
    """Return the next line; RefusedError where there is none, or no end to it."""
    line = file.readline(MOST_BYTES + 1)
    if not line or len(line) > MOST_BYTES:
        raise RefusedError(error("exchange_hostile"))
    return line


def _record(line: bytes, *, is_quote: bool) -> SentRecord:
    """Read what one line holds."""
    if is_quote:
        return parcel.of_json(SentQuote, line, MOST_BYTES)
    return parcel.of_json(SentCustomer, line, MOST_BYTES)


def _whole(path: Path) -> Parcel:
    """Read what the old format says below the first line."""
    body = read(path, MOST_BYTES).partition(b"\n")[2]
    return parcel.of_json(Parcel, body, MOST_BYTES)


def _too_large(sent: SentRecord | Heading) -> Problem:
    """Say which quote, with its papers, no file takes."""
    if isinstance(sent, SentQuote):
        named = sent.record.quote.proposal
        name = label(named.number, named.revision)
    else:
        name = ""
    return error("exchange_too_large", number=name, most=MOST_BYTES // 1_000_000)
