"""What is chosen in the list, and what it comes to, whatever there is of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import QObject, Signal

from app.domain.listing import Chosen, ListedQuote
from app.domain.problems import UnavailableError
from app.ports import Storage
from ui.jobs import Job
from ui.shared import Shared

#: More are summed beside the window.
_FEW: Final = 200


@dataclass(frozen=True, slots=True)
class Selection:
    """Places, the quote where it is one, and the sums as far as they are known."""

    places: tuple[int, ...] = ()
    one: ListedQuote | None = None
    sums: Chosen = field(default_factory=Chosen)

    @property
    def away(self) -> bool:
        """Whether all of them are archived."""
        return bool(self.places) and self.sums.archived == len(self.places)


class Summing(QObject):
    """Sums what is chosen; `summed` comes a moment later where it is much."""

    summed = Signal()

    def __init__(self, shared: Shared, parent: QObject) -> None:
        """Begin with nothing chosen."""
        super().__init__(parent)
        self._shared = shared
        self._job: Job | None = None
        self.now = Selection()

    def take(self, places: tuple[int, ...], one: ListedQuote | None) -> None:
        """Know what is chosen now."""
        if self._job:
            self._job.cancel()
            self._job = None
        storage = self._shared.workplace.storage
        self.now = Selection(places, one)
        if len(places) > _FEW:
            self._sum_beside(places)
            return
        try:
            self._know(places, _sums(storage, places, patient=False))
        except UnavailableError:
            self._sum_beside(places)

    def _sum_beside(self, places: tuple[int, ...]) -> None:
        """Sum in a thread."""
        storage = self._shared.workplace.storage
        job = self._shared.jobs.run(
            self, lambda _: _sums(storage, places, patient=True)
        )
        job.done.connect(lambda sums: self._tell(places, sums))
        self._job = job

    def _tell(self, places: tuple[int, ...], sums: Chosen) -> None:
        """Say that the sums are known."""
        self._job = None
        self._know(places, sums)
        self.summed.emit()

    def _know(self, places: tuple[int, ...], sums: Chosen) -> None:
        """Take the sums of what is chosen."""
        if self.now.places == places:
            self.now = Selection(places, self.now.one, sums)


def _sums(storage: Storage, places: Sequence[int], *, patient: bool) -> Chosen:
    """Ask what some quotes come to."""
    if not places:
        return Chosen()
    with storage.listing(patient=patient) as quotes:
        return quotes.chosen(places)
