"""Looking after the watched file or folder while the window is open."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.problems import Problems, UnavailableError
from app.use_cases import prices
from app.use_cases.watching import Sighting, at_rest, sightings
from app.use_cases.workplace import Workplace
from ui.jobs import Job, Monitor
from ui.prices.review import Review, review
from ui.shared import Shared

#: Between two looks, in milliseconds: a file at rest for as long is whole.
EVERY = 3_000


@dataclass(frozen=True, slots=True)
class Look:
    """What one look found: how the files stand, and a list that is new or wrong."""

    seen: frozenset[Sighting] = frozenset()
    told: frozenset[Sighting] = frozenset()
    found: Review | None = None
    problems: Problems = ()


class Watch(QObject):
    """Looks again and again beside the window; nothing is imported by itself."""

    #: A Review of a list that is not imported yet, or of a file that is wrong.
    proposed = Signal(object)
    #: Why the watched place cannot be reached; () once it can again.
    reached = Signal(object)

    def __init__(self, shared: Shared, parent: QObject, every: int = EVERY) -> None:
        """Begin to look, if anything is to be watched."""
        super().__init__(parent)
        self._shared = shared
        self._last = Look()
        #: What was proposed and not dealt with yet, the first come first.
        self.waiting: tuple[Review, ...] = ()
        self._place = ""
        self._job: Job | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(every)
        self._timer.timeout.connect(self.look)
        shared.workplace_changed.connect(self.follow)
        self.follow()

    @property
    def problems(self) -> Problems:
        """Why the watched place cannot be reached; () where it can."""
        return self._last.problems

    def follow(self) -> None:
        """Watch what the settings name now."""
        place = self._shared.workplace.settings.prices.watched
        if place == self._place:
            return
        self._place, self._last, self.waiting = place, Look(), ()
        self.reached.emit(())
        if place:
            self._timer.start()
            self.look()
        else:
            self._timer.stop()

    def look(self) -> None:
        """Look once, unless the last look still goes on."""
        if self._job is not None or not self._place:
            return
        workplace, place, last = self._shared.workplace, self._place, self._last
        job = self._job = self._shared.jobs.run(
            self, lambda monitor: look(workplace, Path(place), last, monitor)
        )
        job.done.connect(lambda found: self._take(place, found))
        job.ended.connect(self._end)

    def _end(self) -> None:
        """Make room for the next look."""
        self._job = None

    def _take(self, place: str, found: Look) -> None:
        """Tell of what is new, unless another place is watched by now."""
        if place != self._place:
            return
        if found.problems != self._last.problems:
            self.reached.emit(found.problems)
        self._last = found
        if found.found is not None:
            path = found.found.path
            kept = (each for each in self.waiting if each.path != path)
            self.waiting = (*kept, found.found)
            self.proposed.emit(found.found)

    def drop_first(self) -> None:
        """Let go of the first proposal, which was dealt with."""
        self.waiting = self.waiting[1:]


def look(workplace: Workplace, place: Path, last: Look, monitor: Monitor) -> Look:
    """Look at a place: the newest file at rest that was not told of is examined."""
    try:
        seen = sightings(place)
    except UnavailableError as reason:
        return Look(told=last.told, problems=reason.problems)
    told = last.told & seen
    for sighting in at_rest(last.seen, seen):
        if sighting in told:
            continue
        told |= {sighting}
        found = review(workplace, sighting.path, monitor)
        if _is_news(workplace, found, alone=sighting.path == place):
            return Look(seen, told, found)
    return Look(seen, told)


def _is_news(workplace: Workplace, found: Review, *, alone: bool) -> bool:
    """Tell whether a file concerns the user: a folder may hold other tables."""
    if found.new is not None:
        return prices.is_news(workplace, found.new)
    if found.unmapped is not None and found.unmapped.prices:
        return True
    return alone or all(each.code != "no_header" for each in found.problems)
