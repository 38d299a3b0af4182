"""What every model over frozen rows does: tell views of what differs, no more."""

from __future__ import annotations

from collections.abc import Callable, Sequence

Span = tuple[int, int]


def unlike(old: Sequence[str], new: Sequence[str]) -> tuple[Span, Span]:
    """Return where two lists of keys differ, as (first, end) in each of them."""
    first = 0
    while first < min(len(old), len(new)) and old[first] == new[first]:
        first += 1
    back = 0
    most = min(len(old), len(new)) - first
    while back < most and old[-1 - back] == new[-1 - back]:
        back += 1
    return (first, len(old) - back), (first, len(new) - back)


def runs(places: Sequence[int]) -> list[Span]:
    """Return ascending places as (first, last) of each unbroken run."""
    found: list[Span] = []
    for place in places:
        if found and found[-1][1] == place - 1:
            found[-1] = (found[-1][0], place)
        else:
            found.append((place, place))
    return found


Tell = Callable[[int, int], None]
