"""Which lines a line may change places with: packs, the options of one, services."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ui.models.line_rows import Row


@dataclass(frozen=True, slots=True)
class Siblings:
    """The rows that each of its like takes, its options included: (first, end).

    `at` is the line's own place among them.
    """

    spans: tuple[tuple[int, int], ...]
    at: int

    @property
    def several(self) -> bool:
        """Whether there is anything to change places with."""
        return len(self.spans) > 1

    def target(self, row: float) -> int:
        """Return the place that a height in rows means: past whose middle it is."""
        others = (span for at, span in enumerate(self.spans) if at != self.at)
        return sum((first + end) / 2 < row for first, end in others)

    def row_before(self, target: int) -> int:
        """Return the row before which the line would stand at a place."""
        others = [span for at, span in enumerate(self.spans) if at != self.at]
        return others[target][0] if target < len(others) else self.spans[-1][1]


def siblings(rows: Sequence[Row], key: str) -> Siblings:
    """Return a line's like; LookupError where no row has that key."""
    mine = next((row for row in rows if row.key == key), None)
    if mine is None:
        raise LookupError(key)
    section = _section(mine.place)
    like = [
        (at, row)
        for at, row in enumerate(rows)
        if row.place and _section(row.place) == section
    ]
    spans = tuple((at, _end(rows, at, row.place)) for at, row in like)
    return Siblings(spans, [row.key for _, row in like].index(key))


def _section(place: str) -> str:
    """Return where a line stands without its own number."""
    return place.rpartition("[")[0]


def _end(rows: Sequence[Row], at: int, place: str) -> int:
    """Return the row after a line and all that stands under it."""
    end = at + 1
    while end < len(rows) and rows[end].place.startswith(f"{place}."):
        end += 1
    return end
