"""Rows down one page after another."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple

from app.paper.rows import Row


@dataclass(frozen=True, slots=True)
class Frame:
    """How far down pages are filled, in points from below: first page, others."""

    first_top: float
    top: float
    bottom: float


class Standing(NamedTuple):
    """A row and where its upper edge stands."""

    row: Row
    top: float


Page = list[Standing]

#: Points; a row that is longer than a page begins where at least this is left.
_LEAST = 100
#: What must be left of the air between rows that come closer to share one page.
_AIR = 0.5
#: Points; so much less than a row's height, and its last line has no room.
_HAIR = 0.01


def paginate(rows: Iterable[Row], frame: Frame) -> list[Page]:
    """Give every row its place; rows split only where no page could hold them.

    One page is made where one can do: then there is a little less between the rows.
    """
    return _Pages(frame).filled(deque(_closer(list(rows), frame)))


def _closer(rows: list[Row], frame: Frame) -> list[Row]:
    """Take from the gaps just what keeps the rows from sharing the first page."""
    room = frame.first_top - frame.bottom - _HAIR
    for row in rows:
        room -= row.height
        if room < 0:
            return rows
    gaps = sum(row.gap for row in rows[1:])
    if not gaps * _AIR <= room < gaps:
        return rows
    return [replace(row, gap=row.gap * room / gaps) for row in rows]


class _Pages:
    """The pages as they fill up."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self._pages: list[Page] = [[]]
        self._y = frame.first_top
        self._fresh = True

    def filled(self, rows: deque[Row]) -> list[Page]:
        """Place all the rows."""
        while rows:
            group = _kept_together(rows)
            if self._fits(group):
                for _ in group:
                    self._place(rows.popleft())
            elif not self._fresh and (self._would_fit(group) or self._scarce):
                self._turn(rows[0].heads)
            else:
                self._place_some(rows)
        return self._pages

    def _fits(self, group: list[Row]) -> bool:
        """Tell whether the rows have room together on what is left of the page."""
        need = sum(row.gap + row.height for row in group)
        if self._fresh:
            need -= group[0].gap
        return need <= self._y - self._frame.bottom

    def _would_fit(self, group: list[Row]) -> bool:
        """Tell whether a page of their own could hold the rows together."""
        need = sum(row.gap + row.height for row in group) - group[0].gap
        heads = sum(head.height for head in group[0].heads)
        return need <= self._frame.top - heads - self._frame.bottom

    @property
    def _scarce(self) -> bool:
        """Whether too little of the page is left to begin a long row there."""
        return self._y - self._frame.bottom < _LEAST

    def _place(self, row: Row) -> None:
        """Put the row under what the page holds."""
        if not self._fresh:
            self._y -= row.gap
        self._pages[-1].append(Standing(row, self._y))
        self._y -= row.height
        self._fresh = False

    def _place_some(self, rows: deque[Row]) -> None:
        """Place one row of those no page holds, or as much of it as fits."""
        row = rows.popleft()
        gap = 0 if self._fresh else row.gap
        room = self._y - gap - self._frame.bottom
        if row.height > room or _leaves_a_line(row):
            row, rest = row.split(min(room, row.height - _HAIR))
            rows.appendleft(rest)
        self._place(row)

    def _turn(self, heads: tuple[Row, ...]) -> None:
        """Begin a page, with the heads of the table that goes on there."""
        self._pages.append([])
        self._y = self._frame.top
        self._fresh = True
        for head in heads:
            self._place(head)
        self._fresh = True


def _leaves_a_line(row: Row) -> bool:
    """Tell whether a table's row goes on with the totals that it must stay with."""
    lines = max((len(cell.lines) for cell in row.cells), default=0)
    return row.keep and bool(row.heads) and lines > 1


def _kept_together(rows: deque[Row]) -> list[Row]:
    """Return the first row and those it must stay with."""
    group = []
    for row in rows:
        group.append(row)
        if not row.keep:
            break
    return group
