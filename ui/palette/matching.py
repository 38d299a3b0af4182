"""Which choices match what is typed, the nearest first."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from itertools import islice
from typing import Final

from ui.models.words import folded

#: More rows are not looked through: a letter more is sooner typed.
MOST: Final = 12
_BETWEEN: Final = re.compile(r"[\W_]+")


def nothing() -> str:
    """Say nothing beside a choice."""
    return ""


@dataclass(frozen=True, slots=True)
class Choice:
    """What a row offers; `text` is what is searched, made by `searchable`.

    `side` is written when the row is shown: a key, or a price.
    """

    title: str
    text: str
    do: Callable[[], None]
    detail: str = ""
    side: Callable[[], str] = nothing


def searchable(*texts: str) -> str:
    """Return words without accents or capitals, a space before each."""
    return _BETWEEN.sub(" ", folded(" ".join(("", *texts))))


def ranked(choices: Sequence[Choice], typed: str) -> Sequence[Choice]:
    """Return the choices that hold every word, at most MOST.

    Words as they were typed come before their beginnings anywhere, those before
    middles of words; alike, in the order given. Nothing typed keeps that order.
    """
    words = searchable(typed).split()
    if not words:
        return choices[:MOST]
    phrase, starts = f" {' '.join(words)}", tuple(f" {word}" for word in words)
    first = list(islice((each for each in choices if phrase in each.text), MOST))
    if len(first) == MOST:
        return first
    # Most texts lack the longest word: they are gone before any is ranked.
    rare = max(words, key=len)
    left = [each for each in choices if rare in each.text]
    ranks = ((_rank(each.text, phrase, starts), at) for at, each in enumerate(left))
    best = nsmallest(MOST, ((rank, at) for rank, at in ranks if rank >= 0))
    return [left[at] for _, at in best]


def _rank(text: str, phrase: str, starts: tuple[str, ...]) -> int:
    """Return how far a text is from what is typed; -1 where it lacks a word."""
    if phrase in text:
        return 0
    middles = 0
    for start in starts:
        if start in text:
            continue
        if start[1:] not in text:
            return -1
        middles += 1
    return 1 + middles
