"""A quote that comes as a file: one of our PDFs, or a quote file."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from app import files
from app.domain.problems import (
    Problem,
    Problems,
    RefusedError,
    UnavailableError,
    error,
)
from app.exchange import quote_file
from app.exchange.schema import FORMAT
from app.exchange.strict_json import loads
from app.ports import QuoteRecord
from app.use_cases.prices import catalogue
from app.use_cases.pricing import PricedQuote, differences, own_prices, priced
from app.use_cases.quotes import save_draft
from app.use_cases.reopen import copy_in
from app.use_cases.workplace import Workplace

#: Far above any paper of ours.
_MOST_BYTES = 50_000_000
_PDF = b"%PDF-"
_ENDING = ".json"


@dataclass(frozen=True, slots=True)
class Arrival:
    """A quote as its file holds it, priced by the lists of today.

    `differences` warns of each line that was quoted at another price; it says
    nothing where the file holds no prices (`compared` is False then). `own` warns
    of prices that no list can be asked about.
    """

    path: Path
    priced: PricedQuote
    differences: Problems
    compared: bool
    own: Problems = ()


def arrived(workplace: Workplace, path: Path) -> Arrival | None:
    """Read what a file brings; None where it is no quote at all.

    RefusedError where it is one and not in order, or a PDF that holds none.
    """
    content = _quote_in(path)
    if content is None:
        return None
    try:
        read = quote_file.read(content)
    except RefusedError as reason:
        raise RefusedError(*(_of_file(path, e) for e in reason.problems)) from reason
    now = priced(read.quote, catalogue(workplace), workplace)
    found = differences(read.quoted, now.offer)
    own = own_prices(read.quoted, read.quote.proposal)
    return Arrival(path, now, found, compared=bool(read.quoted), own=own)


def take_in(workplace: Workplace, arrival: Arrival) -> QuoteRecord:
    """Save it under a number of its own, with the prices of today."""
    return save_draft(workplace, arrival.priced)


def _quote_in(path: Path) -> bytes | None:
    """Return the quote file that a file is or holds; None for anything else."""
    try:
        content = files.read(path, _MOST_BYTES)
    except UnavailableError:
        # Whoever takes it for a price list says why it cannot be read.
        return None
    if content.startswith(_PDF):
        return copy_in(path.name, content)
    # No price list is called so: what is in there was a quote, whatever is left.
    named = path.suffix.lower() == _ENDING
    return content if named or _is_quote_file(content) else None


def _of_file(path: Path, problem: Problem) -> Problem:
    """Say which file is damaged where it is no whole JSON."""
    if problem.code != "not_json":
        return problem
    line = dict(problem.parameters)["line"]
    return error("quote_file_damaged", path=path.name, line=line)


def _is_quote_file(content: bytes) -> bool:
    """Tell whether it is JSON that says to be a quote, in order or not."""
    if not content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return False
    # One that is broken still says what it wanted to be.
    with suppress(RefusedError):
        value = loads(content)
        return isinstance(value, dict) and value.get("format") == FORMAT
    return FORMAT.encode() in content[:1000]
