"""The quote back out of a PDF."""

from __future__ import annotations

from pathlib import Path

from app import files
from app.domain.problems import RefusedError, error
from app.exchange.pdf_copy import UnreadableError, customer_copy_in

_MOST_BYTES = 50_000_000


def reopen(path: Path) -> bytes:
    """Return the customer copy inside a PDF, as it was written.

    RefusedError where it is no quote that this program wrote.
    """
    return copy_in(str(path), files.read(path, _MOST_BYTES))


def copy_in(name: str, pdf: bytes) -> bytes:
    """Return the customer copy inside a PDF of that name; RefusedError likewise."""
    try:
        content = customer_copy_in(pdf)
    except UnreadableError as found:
        raise RefusedError(error("pdf_unreadable", path=name)) from found
    if content is None:
        raise RefusedError(error("not_our_pdf", path=name))
    return content
