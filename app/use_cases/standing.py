"""How what a colleague sends stands to what is here."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Final

#: The states of each thing that have travelled, the oldest first.
Past = dict[str, tuple[str, ...]]
#: As many states of one thing as tell who changed it last.
_MOST: Final = 50


class Standing(StrEnum):
    """How what arrives stands to what is here."""

    NEW = "new"
    SAME = "same"
    HERE = "changed_here"
    THERE = "changed_there"
    BOTH = "changed_both"
    NUMBER = "number_taken"


def add_states(past: Past, key: str, states: Iterable[str]) -> None:
    """Note states in which a thing has travelled, the newest last."""
    held = dict.fromkeys((*past.get(key, ()), *states))
    past[key] = tuple(held)[-_MOST:]


def standing(
    mine: str, theirs: str, travelled: Iterable[str], known_here: Iterable[str]
) -> Standing:
    """Say who changed a thing since it last travelled, by what states are known."""
    if mine == theirs:
        return Standing.SAME
    if mine in travelled:
        return Standing.THERE
    return Standing.HERE if theirs in known_here else Standing.BOTH
