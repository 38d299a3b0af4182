"""Several files that come at once: every quote in them is taken in, and told of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from app.domain.choices import Edition
from app.domain.lifecycle import exact, label
from app.domain.problems import Problem, Problems, RefusedError, error, warning
from app.domain.proposal import Proposal
from app.use_cases import exchanging
from app.use_cases.arriving import Arrival, arrived, take_in
from app.use_cases.workplace import Workplace


@dataclass(frozen=True, slots=True)
class Intake:
    """What files brought: the names of new quotes, and how many were a colleague’s.

    A problem says where it was met: the file's name, or a quote's number.
    """

    quotes: tuple[str, ...]
    exchanged: int
    problems: Problems


def take_in_all(workplace: Workplace, paths: Iterable[Path]) -> Intake:
    """Take in the quotes that files bring; a file that is refused holds up none.

    A quote that comes twice, as in its French and its English PDF, is one.
    """
    taken: dict[Proposal, str] = {}
    problems: list[Problem] = []
    strangers: list[str] = []
    exchanged = 0
    for path in dict.fromkeys(paths):
        try:
            if exchanging.is_exchange(path):
                found = exchanging.look_at(workplace, path)
                problems += exchanging.take_in(workplace, found)
                exchanged += 1
            elif (arrival := arrived(workplace, path)) is None:
                strangers.append(path.name)
            elif (proposal := _in_any_language(arrival)) not in taken:
                record = take_in(workplace, arrival)
                taken[proposal] = exact(record.quote.proposal)
                named = record.quote.proposal
                problems += _told(arrival, label(named.number, named.revision))
        except RefusedError as refusal:
            problems += (replace(each, where=path.name) for each in refusal.problems)
    if strangers:
        problems.append(error("several_files", names=", ".join(strangers)))
    return Intake(tuple(taken.values()), exchanged, tuple(problems))


def _in_any_language(arrival: Arrival) -> Proposal:
    """Return what tells one quote from another, whatever the language of its paper."""
    return replace(arrival.priced.quote.proposal, language=Edition.FR)


def _told(arrival: Arrival, quote: str) -> Problems:
    """Say of a quote which of its prices are not what the file says."""
    moved = len(arrival.differences)
    repriced = (warning("arrived_repriced", quote, count=moved),) if moved else ()
    return (*repriced, *(replace(each, where=quote) for each in arrival.own))
