"""Quotes and prices read beside the window, for the page that shows them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.choices import Edition
from app.domain.known_customer import KnownCustomer
from app.domain.proposal import Proposal
from ui.editor.opening import (
    Opened,
    open_new,
    open_saved,
    stocked,
    whole_stock,
)
from ui.jobs import Job
from ui.models.stock import Stock
from ui.shared import Shared


class Loading(QObject):
    """Reads one quote at a time; the newest wish counts."""

    #: An Opened, and the Stock that can be added to it, or None.
    opened = Signal(object, object)
    #: The prices of now, for a quote that lives in memory.
    repriced = Signal(object)
    failed = Signal(object)

    def __init__(self, shared: Shared, page: QWidget) -> None:
        """Begin with nothing to read."""
        super().__init__(page)
        self._shared = shared
        #: What the lists that were read last hold.
        self._whole: Stock | None = None
        self._job: Job | None = None
        self._wanted: Callable[[], Opened] | None = None
        #: Whether what is entered meanwhile belongs to the quote on its way.
        self.takes_edits = False
        self._repricing: Job | None = None

    def open(self, number: str, *, again: bool = False) -> None:
        """Read the saved quote with that number; `again` where it is shown already."""
        workplace = self._shared.workplace
        self._load(lambda: open_saved(workplace, number))
        self.takes_edits = again

    def new(self, customer: KnownCustomer | None, template: Proposal | None) -> None:
        """Begin a quote in the language of now."""
        workplace = self._shared.workplace
        code = self._shared.language.code
        edition = Edition.FR if code == "fr" else Edition.EN
        self._load(lambda: open_new(workplace, edition, customer, template))
        self.takes_edits = True

    def again(self) -> None:
        """Read once more what was wanted last."""
        if self._wanted:
            self._load(self._wanted)

    def finish(self) -> None:
        """Hand over what is being read before going on."""
        if self._job:
            self._job.finish()

    def reprice(self) -> None:
        """Read the lists of now."""
        workplace = self._shared.workplace
        if self._repricing:
            self._repricing.cancel()
        job = self._shared.jobs.run(self, lambda _: open_new(workplace, Edition.FR))
        self._repricing = job
        job.done.connect(self._reprice)
        job.failed.connect(self.failed)

    def _load(self, work: Callable[[], Opened]) -> None:
        """Read prices and quote beside the window."""
        self._wanted = work
        for job in (self._job, self._repricing):
            if job:
                job.cancel()
        # Prices read for the quote that was left are nothing for another.
        self._repricing = None
        before = self._whole
        job = self._job = self._shared.jobs.run(self, lambda _: _read(work(), before))
        job.done.connect(self._end)
        job.failed.connect(lambda problems: self._give_up(job, problems))

    def _give_up(self, job: Job, problems: object) -> None:
        """Say why a quote cannot be read, if it is still the one that is wanted."""
        if job is self._job:
            self.failed.emit(problems)

    def _reprice(self, found: Opened) -> None:
        """Hand over the prices of now."""
        self._repricing = None
        self.repriced.emit(found.today)

    def _end(self, found: tuple[Opened, Stock | None, Stock | None]) -> None:
        """Hand over what was read."""
        self._job, self.takes_edits = None, False
        opened, stock, self._whole = found
        self.opened.emit(opened, stock)


def _read(
    opened: Opened, before: Stock | None
) -> tuple[Opened, Stock | None, Stock | None]:
    """Return a quote, what can be added to it, and all that today's lists hold.

    Nothing is added to a quote that is frozen.
    """
    if opened.lifecycle.frozen:
        return opened, None, before
    whole = whole_stock(opened.today, before)
    return opened, stocked(opened, whole), whole
