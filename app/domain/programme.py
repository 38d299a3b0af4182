"""Of which of Microsoft's programmes a licence is."""

from __future__ import annotations

import re
from typing import Final

from app.domain.choices import PriceBasis

#: New commerce sells each product by term and billing: 'CFQ7TTC0LH18:0001:P1M:Monthly'.
_WITH_TERM: Final = re.compile(r"[^:]+:[^:]+:P[0-9]{1,2}[MY]:[^:]+")


def is_new_commerce(sku: str | None, basis: PriceBasis) -> bool:
    """Tell whether the terms of 2017 (M1 to M8) do not hold for a licence.

    Its SKU names its own term, or its price pays for a whole one.
    """
    return basis is PriceBasis.TERM or bool(sku and _WITH_TERM.fullmatch(sku))
