"""How what a colleague sends stands to what is here."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

#: The states of each thing that have travelled, the oldest first.
Past = dict[str, tuple[str, ...]]


class Standing(StrEnum):
    """How what arrives stands to what is here."""

    NEW = "new"
    SAME = "same"
    HERE = "changed_here"
    THERE = "changed_there"
    BOTH = "changed_both"
    NUMBER = "number_taken"


def standing(
    mine: str, theirs: str, travelled: Iterable[str], known_here: Iterable[str]
) -> Standing:
    """Say who changed a thing since it last travelled, by what states are known."""
    if mine == theirs:
        return Standing.SAME
    if mine in travelled:
        return Standing.THERE
    return Standing.HERE if theirs in known_here else Standing.BOTH
