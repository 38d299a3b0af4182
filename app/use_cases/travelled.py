"""Which states of records have travelled between two laptops, kept beside the data."""

from __future__ import annotations

from typing import Final

from app import files
from app.domain.problems import RefusedError
from app.exchange import strict_json
from app.use_cases.standing import Past
from app.use_cases.workplace import Workplace

_FILE: Final = "exchanged.json"
_MOST_BYTES: Final = 100_000_000


def travelled(workplace: Workplace) -> Past:
    """Return the states of records that have travelled; none where nobody knows.

    Without them all that differs counts as changed on both sides: nothing is lost.
    """
    content = files.read_if_there(workplace.folder / _FILE, _MOST_BYTES)
    try:
        value = strict_json.checked(content, _MOST_BYTES) if content else {}
    except RefusedError:
        return {}
    known = value if isinstance(value, dict) else {}
    return {
        key: tuple(map(str, held))
        for key, held in known.items()
        if isinstance(held, list)
    }


def remember(workplace: Workplace, past: Past) -> None:
    """Keep them."""
    files.private_folder(workplace.folder)
    files.replace_private(workplace.folder / _FILE, strict_json.dumps(past))
