"""The customer copy inside a PDF that this program wrote."""

from __future__ import annotations

import io
import logging

from app.domain.problems import RefusedError, error
from app.exchange.customer_copy import FILE_NAME
from app.exchange.quote_file import read as read_quote

#: Far above any quote of ours.
_MOST_BYTES = 2_000_000


def customer_copy_in(pdf: bytes) -> bytes | None:
    """Return the quote file inside the PDF, checked; None where there is none.

    UnreadableError where the PDF is none that can be read, RefusedError where the
    attachment is no quote file, or holds what a customer copy never does.
    """
    content = _attachment(pdf)
    if content is None:
        return None
    quote = read_quote(content).quote
    if quote.note or quote.answer_commissions:
        raise RefusedError(error("copy_changed"))
    return content


class UnreadableError(Exception):
    """A PDF that is damaged, or that a password protects."""


def _attachment(pdf: bytes) -> bytes | None:
    """Return the one attachment of our name, never using its name as a path."""
    # The library is large, and only reopening a PDF needs it.
    from pypdf import PdfReader  # noqa: PLC0415

    # What a foreign PDF lacks is said once, in the user's language.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        held = PdfReader(io.BytesIO(pdf)).attachments.get(FILE_NAME, [])
    except Exception as found:
        raise UnreadableError from found
    if len(held) != 1 or not held[0] or len(held[0]) > _MOST_BYTES:
        return None
    return held[0]
