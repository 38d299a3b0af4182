"""Which states of records have travelled between two laptops, kept beside the data.

One record a line: read as one value, many would stop every thread for a while.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Final

from app import files
from app.domain.problems import RefusedError
from app.exchange import strict_json
from app.use_cases.standing import Past
from app.use_cases.workplace import Workplace

_FILE: Final = "exchanged.jsonl"
#: What it was before: one object.
_OLD: Final = "exchanged.json"
_MOST_BYTES: Final = 500_000_000


def travelled(workplace: Workplace) -> Past:
    """Return the states of records that have travelled; none where nobody knows.

    Without them all that differs counts as changed on both sides: nothing is lost.
    """
    content = files.read_if_there(workplace.folder / _FILE, _MOST_BYTES)
    if content is not None:
        return dict(_lines(content))
    content = files.read_if_there(workplace.folder / _OLD, _MOST_BYTES)
    value = _known(content or b"{}")
    every = value.items() if isinstance(value, dict) else ()
    return {key: _states(held) for key, held in every}


def remember(workplace: Workplace, past: Past) -> None:
    """Keep them."""
    content = "".join(
        json.dumps([key, *states], ensure_ascii=False) + "\n"
        for key, states in past.items()
    )
    files.private_folder(workplace.folder)
    files.replace_private(workplace.folder / _FILE, content.encode())


def _lines(content: bytes) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each record with its states; a line that is damaged is left out."""
    for line in content.splitlines():
        held = _known(line)
        if isinstance(held, list) and held:
            yield str(held[0]), _states(held[1:])


def _known(content: bytes) -> object:
    """Return what JSON says, None where it is none."""
    try:
        return strict_json.checked(content, _MOST_BYTES)
    except RefusedError:
        return None


def _states(held: object) -> tuple[str, ...]:
    """Return states, none where they are no list."""
    return tuple(map(str, held)) if isinstance(held, list) else ()
