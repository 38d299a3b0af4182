"""Reads the list of quotes through sqlite3 itself: quick to load, quick to page."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from app.domain.choices import Status
from app.domain.lifecycle import labelled_exactly
from app.domain.listing import REVISIONS, Chosen, Filter, ListedQuote, Wanted, newest
from app.domain.money import Amount
from app.domain.overview import Overview
from quotes_db import overview
from quotes_db.failures import READ, explained

if TYPE_CHECKING:
    # What is asked later is imported later: the first list does without.
    from app.domain.period import Period
    from app.domain.sell_out import Sale

_COLUMNS: Final = ", ".join(ListedQuote._fields)
#: So many rows are asked for by one statement, which SQLite then knows.
_PAGE: Final = 64
_ROWS: Final = (
    f"SELECT {_COLUMNS} FROM listed_quote"  # noqa: S608  # texts of our own
    f" WHERE place IN ({', '.join('?' * _PAGE)}) ORDER BY place DESC"
)
#: What is shown before anything is looked for is read as it lies there.
_RUN: Final = (
    f"SELECT {_COLUMNS} FROM listed_quote"  # noqa: S608  # likewise
    " WHERE newer = 0 AND archived_on IS NULL AND place BETWEEN ? AND ?"
    " ORDER BY place DESC"
)
#: Rows have the columns asked for: nothing is left to be checked.
_AS_LISTED: Final = partial(tuple.__new__, ListedQuote)
_NAMED: Final = (
    f"SELECT {_COLUMNS} FROM listed_quote"  # noqa: S608  # likewise
    " WHERE number = ? AND revision = ?"
)
_COUNTS: Final = (
    "SELECT status, count(*), total(valid_until < ?) FROM listed_quote"
    " WHERE newer = 0 AND archived_on IS NULL GROUP BY status"
)
_AWAY: Final = (
    "SELECT count(*) FROM listed_quote WHERE newer = 0 AND archived_on IS NOT NULL"
)
#: The newest revisions at some places: archived or not, by what they show.
_COUNTED: Final = (
    "SELECT archived_on IS NOT NULL, {shown}, count(*) FROM listed_quote AS top"
    " WHERE place IN (SELECT value FROM json_each(:places)) GROUP BY 1, 2"
)
_CHOSEN: Final = (
    "SELECT currency, count(*), count(archived_on),"
    " sum(CASE WHEN status <> 'superseded' THEN monthly END)"
    " FROM listed_quote WHERE place IN (SELECT value FROM json_each(?))"
    " GROUP BY currency ORDER BY max(place) DESC"
)
_EARNED: Final = (
    "SELECT place, commission, quote.currency FROM listed_quote"
    " JOIN quote USING (number, revision) WHERE commission IS NOT NULL"
    " AND place IN (SELECT value FROM json_each(?))"
)
_EARNED_TOGETHER: Final = (
    "SELECT sum(commission), quote.currency FROM listed_quote"
    " JOIN quote USING (number, revision) WHERE commission IS NOT NULL"
    " AND listed_quote.status <> 'superseded'"
    " AND place IN (SELECT value FROM json_each(?))"
    " GROUP BY quote.currency ORDER BY max(place) DESC"
)
_UNFOLDED: Final = (
    "SELECT place FROM listed_quote WHERE newer > 0"
    " AND number IN (SELECT value FROM json_each(?))"
)
#: As one text: a thread that steps from row to row has to ask for its turn each time.
_GATHERED: Final = "SELECT json_group_array(place) FROM ({question})"
_LISTED: Final = (
    "SELECT place FROM listed_quote AS top WHERE newer = 0 AND {condition}"
    " ORDER BY place DESC LIMIT :most"
)
_SEARCHED: Final = (
    "SELECT quote_search.rowid AS place"
    " FROM quote_search CROSS JOIN listed_quote AS top"
    " ON top.place = quote_search.rowid - quote_search.rowid % :all + :all - 1"
    " WHERE quote_search MATCH :searched AND {condition}"
    " ORDER BY quote_search.rowid DESC LIMIT :most"
)
_OVER: Final = "coalesce(top.valid_until < :today, 0)"
#: What `Lifecycle.shown` says, as SQLite is asked it.
_SHOWN: Final = {each: f"top.status = '{each.value}'" for each in Status} | {
    Status.EXPIRED: f"(top.status = 'presented' AND {_OVER})",
    Status.PRESENTED: f"(top.status = 'presented' AND NOT {_OVER})",
}


#: The status that a quote shows, one after the other.
_CASES: Final = " ".join(f"WHEN {so} THEN '{each}'" for each, so in _SHOWN.items())


class SqlQuoteList:
    """app.ports.QuoteList over a connection that reads."""

    def __init__(self, database: sqlite3.Connection, path: Path) -> None:
        """Name the file too: problems say which one they are about."""
        self._database, self._path = database, path

    def counts(self, today: date) -> Mapping[Filter, int]:
        """Count the quotes that each filter lets through."""
        with self._state() as database:
            found = database.execute(_COUNTS, (today.isoformat(),)).fetchall()
            (away,) = database.execute(_AWAY).fetchone()
        counts = dict.fromkeys(Filter, 0)
        counts |= {Filter.ALL: sum(row[1] for row in found), Filter.ARCHIVED: away}
        for status, count, over in found:
            if status == Status.PRESENTED:
                counts[Filter.EXPIRED] = int(over)
                counts[Filter.PRESENTED] = count - int(over)
            elif status in counts:
                counts[Filter(status)] = count
        return counts

    def counts_of(self, wanted: Wanted) -> Mapping[Filter, int]:
        """Count the quotes that hold the words, by what lets them through."""
        given = {"today": wanted.today.isoformat()}
        with self._state() as database:
            shelves = (Filter.ALL, Filter.ARCHIVED)
            hits = (_found(database, replace(wanted, filter=e), -1) for e in shelves)
            places = {newest(place) for found in hits for place in found}
            question = _COUNTED.format(shown=f"CASE {_CASES} END")
            given["places"] = json.dumps([*places])
            found = database.execute(question, given).fetchall()
        counts = dict.fromkeys(Filter, 0)
        for away, status, count in found:
            if away:
                counts[Filter.ARCHIVED] += count
                continue
            counts[Filter.ALL] += count
            if status in counts:
                counts[Filter(status)] += count
        return counts

    def places(self, wanted: Wanted, most: int | None = None) -> Sequence[int]:
        """Return where the wanted quotes stand, the first of the list first."""
        with self._state() as database:
            found = _found(database, wanted, -1 if most is None else most)
            if not wanted.unfolded:
                return found[:most]
            numbers = json.dumps(sorted(wanted.unfolded))
            earlier = database.execute(_UNFOLDED, (numbers,)).fetchall()
        shown = set(found)
        shown |= {place for (place,) in earlier if newest(place) in shown}
        return sorted(shown, reverse=True)[:most]

    def rows(self, places: Sequence[int]) -> tuple[ListedQuote, ...]:
        """Return the quotes at these places, in the list's order."""
        with explained(self._path, READ):
            if len(places) <= _PAGE:
                return self._page(places)
            pages = range(0, len(places), _PAGE)
            return tuple(
                row for at in pages for row in self._page(places[at : at + _PAGE])
            )

    def earned(self, places: Sequence[int]) -> Mapping[int, Amount]:
        """Return the partner's commission by place, where it is known."""
        with explained(self._path, READ):
            found = self._database.execute(_EARNED, (json.dumps([*places]),))
            return {place: Amount(cents, code) for place, cents, code in found}

    def earned_together(self, places: Sequence[int]) -> tuple[Amount, ...]:
        """Return what the quotes at these places earn, as far as it is known."""
        with explained(self._path, READ):
            asked = (json.dumps([*places]),)
            found = self._database.execute(_EARNED_TOGETHER, asked).fetchall()
        return tuple(Amount(cents, code) for cents, code in found)

    def named(self, number: str, revision: str) -> ListedQuote | None:
        """Return the revision of a quote."""
        with explained(self._path, READ):
            row = self._database.execute(_NAMED, (number, revision)).fetchone()
        return ListedQuote._make(row) if row else None

    def chosen(self, places: Sequence[int]) -> Chosen:
        """Return what the quotes at these places come to."""
        with explained(self._path, READ):
            found = self._database.execute(_CHOSEN, (json.dumps(places),)).fetchall()
        return Chosen(
            count=sum(row[1] for row in found),
            archived=sum(row[2] for row in found),
            monthly=tuple(Amount(row[3], row[0]) for row in found if row[3]),
        )

    def overview(self, today: date, most: int) -> Overview:
        """Return what needs doing, at most so much, and what the quotes come to."""
        with self._state() as database:
            return overview.overview(database, today, most)

    def uncounted(self) -> tuple[str, ...]:
        """Name the accepted quotes whose commission is not known."""
        with self._state() as database:
            found = overview.uncounted(database)
        return tuple(labelled_exactly(*each) for each in found)

    def signed(self, period: Period) -> Sequence[int]:
        """Return which quotes count as sold in a period."""
        from quotes_db import sell_out  # noqa: PLC0415  # brings SQLAlchemy

        with self._state() as database:
            return sell_out.signed(database, period)

    def sales(self, which: Sequence[int]) -> tuple[Sale, ...]:
        """Return what these quotes sold."""
        from quotes_db import sell_out  # noqa: PLC0415  # likewise

        with self._state() as database:
            return sell_out.sales(database, which)

    def _page(self, places: Sequence[int]) -> tuple[ListedQuote, ...]:
        """Ask for a run where they are one, else for a page filled with nothing."""
        if places and places[0] - places[-1] < 2 * _PAGE * REVISIONS:
            ends = (places[-1], places[0])
            run = tuple(map(_AS_LISTED, self._database.execute(_RUN, ends)))
            if [row.place for row in run] == [*places]:
                return run
        asked = (*places, *(None,) * (_PAGE - len(places)))
        return tuple(map(_AS_LISTED, self._database.execute(_ROWS, asked)))

    @contextmanager
    def _state(self) -> Iterator[sqlite3.Connection]:
        """Read one state with several questions."""
        with explained(self._path, READ):
            self._database.execute("BEGIN")
            try:
                yield self._database
            finally:
                self._database.execute("COMMIT")


def _found(database: sqlite3.Connection, wanted: Wanted, most: int) -> list[int]:
    """Return the places that pass the filter and hold the words."""
    passes, given = (
        _passing(wanted.filter),
        {
            "today": wanted.today.isoformat(),
            "most": most,
        },
    )
    hits = _hits(database, wanted.words, passes, given, wanted.by_number)
    for word, statuses in wanted.named.items():
        rest = tuple(each for each in wanted.words if each != word)
        standing = f"{passes} AND {_standing(statuses)}"
        hits += _hits(database, rest, standing, given, wanted.by_number)
    if wanted.named:
        hits = sorted(set(hits), reverse=True)
    return _with_newest(hits)


def _hits(
    database: sqlite3.Connection,
    words: Sequence[str],
    condition: str,
    given: Mapping[str, Any],
    by_number: bool,
) -> list[int]:
    """Return what holds all the words; only the newest where there are none."""
    if words:
        searched = " AND ".join(f'"{word}"*' for word in words)
        columns = "{number revision} : " if by_number else ""
        given = {**given, "searched": f"{columns}({searched})", "all": REVISIONS}
    question = (_SEARCHED if words else _LISTED).format(condition=condition)
    gathered = _GATHERED.format(question=question)
    (places,) = database.execute(gathered, given).fetchone()
    found: list[int] = json.loads(places)
    return found


def _passing(wanted: Filter) -> str:
    """Return what the newest revision, `top`, must be to pass a filter."""
    if wanted is Filter.ARCHIVED:
        return "top.archived_on IS NOT NULL"
    if wanted is Filter.ALL:
        return "top.archived_on IS NULL"
    return f"top.archived_on IS NULL AND {_standing((Status(wanted),))}"


def _standing(statuses: Iterable[Status]) -> str:
    """Return that the newest revision shows one of these statuses."""
    return f"({' OR '.join(_SHOWN[each] for each in sorted(statuses))})"


def _with_newest(hits: list[int]) -> list[int]:
    """Let an earlier revision bring the newest along, where that is not found."""
    found = {place for place in hits if newest(place) == place}
    if len(found) == len(hits):
        return hits
    nested = [place for place in hits if newest(place) not in found]
    return sorted(found.union(nested, map(newest, nested)), reverse=True)
