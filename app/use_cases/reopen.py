"""The quote back out of a PDF."""

from __future__ import annotations

from pathlib import Path

from app import files
from app.domain.problems import RefusedError, error
from app.exchange.pdf_copy import customer_copy_in

_MOST_BYTES = 50_000_000


def reopen(path: Path) -> bytes:
    """Return the customer copy inside a PDF, as it was written.

    RefusedError where the PDF is not one that this program wrote.
    """
    content = customer_copy_in(files.read(path, _MOST_BYTES))
    if content is None:
        raise RefusedError(error("not_our_pdf", path=str(path)))
    return content
