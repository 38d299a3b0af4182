"""What is chosen in the list, and what it comes to, whatever there is of it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final

from PySide6.QtCore import QObject, Signal

from app.domain.listing import Chosen, ListedQuote
from app.domain.money import Amount
from app.domain.problems import UnavailableError
from ui.jobs import Job
from ui.shared import Shared

#: More are summed beside the window.
_FEW: Final = 200


@dataclass(frozen=True, slots=True)
class Selection:
    """Places, the quote where it is one, and the sums as far as they are known.

    `earned` is for the partner's eyes alone: not asked while a customer looks on.
    """

    places: tuple[int, ...] = ()
    one: ListedQuote | None = None
    sums: Chosen = field(default_factory=Chosen)
    earned: tuple[Amount, ...] = ()

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
        self.now = asked = Selection(places, one)
        if len(places) > _FEW:
            self._sum_beside(asked)
            return
        try:
            self.now = self._summed(asked, patient=False)
        except UnavailableError:
            self._sum_beside(asked)

    def _sum_beside(self, asked: Selection) -> None:
        """Sum in a thread."""
        job = self._shared.jobs.run(self, lambda _: self._summed(asked, patient=True))
        job.done.connect(self._tell)
        self._job = job

    def _tell(self, now: Selection) -> None:
        """Say that the sums are known."""
        self._job, self.now = None, now
        self.summed.emit()

    def _summed(self, asked: Selection, *, patient: bool) -> Selection:
        """Ask what is chosen comes to, and what it earns unless a customer looks on."""
        if not asked.places:
            return asked
        own, storage = not self._shared.customer_view, self._shared.workplace.storage
        with storage.listing(patient=patient) as quotes:
            sums = quotes.chosen(asked.places)
            earned = quotes.earned_together(asked.places) if own else ()
        return replace(asked, sums=sums, earned=earned)
