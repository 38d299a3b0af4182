"""Fingerprints of price lists, over what a list says and not how it is written."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace

from app.domain.columns import cells, heading, is_confidential
from app.domain.price_list import PriceList


def with_fingerprints(price_list: PriceList) -> PriceList:
    """Return the list with both fingerprints (SHA-256, hexadecimal).

    `file_fingerprint` is over everything; `fingerprint` leaves commissions and
    costs out, so that nothing about them can be learnt from it.
    """
    rows = sorted((cells(item) for item in price_list.items), key=lambda r: r["sku"])
    secret = {column for row in rows for column in row if is_confidential(column)}
    shown = [
        {column: text for column, text in row.items() if column not in secret}
        for row in rows
    ]
    head = heading(price_list)
    return replace(
        price_list,
        fingerprint=_sha256(head, shown),
        file_fingerprint=_sha256(head, rows),
    )


def _sha256(head: dict[str, str], rows: list[dict[str, str]]) -> str:
    """Return the SHA-256 of the canonical list as JSON with sorted keys."""
    text = json.dumps(
        [head, rows], ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )
    return hashlib.sha256(text.encode()).hexdigest()
