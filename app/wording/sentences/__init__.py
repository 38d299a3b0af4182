"""A sentence for each problem: what is wrong, and what to do about it.

They stand by what they are of, in a module each.
"""

from __future__ import annotations

from typing import Final

from app.wording.sentences import (
    contracts,
    customers,
    database,
    exchange,
    files,
    identity,
    lifecycle,
    lines,
    mappings,
    microsoft,
    papers,
    price_lists,
    quote_files,
    settings,
    tables,
    templates,
)

#: One sentence a code; a test looks for codes without one.
SENTENCES: Final[dict[str, str]] = {
    **lines.SENTENCES,
    **lifecycle.SENTENCES,
    **contracts.SENTENCES,
    **quote_files.SENTENCES,
    **templates.SENTENCES,
    **customers.SENTENCES,
    **exchange.SENTENCES,
    **tables.SENTENCES,
    **price_lists.SENTENCES,
    **mappings.SENTENCES,
    **microsoft.SENTENCES,
    **papers.SENTENCES,
    **files.SENTENCES,
    **settings.SENTENCES,
    **database.SENTENCES,
    **identity.SENTENCES,
}
