"""The customer copy of a quote, as it travels inside a PDF."""

from __future__ import annotations

from app.domain.offer import CustomerCopy
from app.exchange.proposal_json import filled, proposal_json
from app.exchange.schema import FORMAT
from app.exchange.strict_json import dumps

#: The attachment's name inside a PDF.
FILE_NAME = "quote.json"


def write(copy: CustomerCopy) -> bytes:
    """Return the copy as a quote file with the prices it was quoted at."""
    lines = [
        filled(
            {
                "id": line.id,
                "sku": line.sku,
                "unit_price": str(line.unit_price),
                "list_id": line.price_list.list_id,
                "version": line.price_list.version,
                "fingerprint": line.price_list.fingerprint,
            }
        )
        for line in copy.priced
    ]
    priced = {"currency": copy.currency, "lines": lines}
    return dumps({"format": FORMAT, **proposal_json(copy.proposal), "priced": priced})
