"""Keeping one quote: in memory until it is worth a number, on disk from then on."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial

from app.ports import QuoteRecord
from app.use_cases.autosave import Autosave, Failed, Saved, tried
from app.use_cases.pricing import PricedQuote
from app.use_cases.quotes import save_draft
from app.use_cases.workplace import Workplace

Begun = Callable[[], None]


class Keeping:
    """Saves the newest value away from the window's thread.

    `begun` is told from another thread when the first save was tried; whoever hears
    it calls `take_over` on the thread that calls everything else.
    """

    def __init__(
        self,
        workplace: Workplace,
        record: QuoteRecord | None,
        begun: Begun,
        saved: Saved,
        failed: Failed,
    ) -> None:
        """Begin with the record as the store holds it, None for a new quote."""
        self._workplace = workplace
        self._begun, self._saved, self._failed = begun, saved, failed
        self._beginning: threading.Thread | None = None
        self._record = record
        self._autosave: Autosave | None = None
        self._newest: PricedQuote | None = None
        self._worth = False
        if record is not None:
            self._autosave = Autosave(workplace, record, saved, failed)

    @property
    def number(self) -> str:
        """The number drawn for it, '' while it lives in memory."""
        record = self.record
        return record.quote.proposal.number if record else ""

    @property
    def record(self) -> QuoteRecord | None:
        """The record as it was first saved or opened."""
        return self._record if self._autosave else None

    def put(self, newest: PricedQuote, *, worth: bool) -> None:
        """Have the newest value saved; returns at once.

        `worth` tells whether it holds anything that somebody would miss: until
        then it gets no number.
        """
        self._newest, self._worth = newest, worth
        if self._autosave:
            self._autosave.put(newest)
        elif self._beginning is None and worth:
            self._beginning = threading.Thread(
                target=self._begin, args=(newest,), name="first save", daemon=True
            )
            self._beginning.start()

    def take_over(self) -> bool:
        """Go on with the record just made; tell whether there was one."""
        if self._beginning is None:
            return False
        self._beginning.join()
        self._beginning = None
        if self._record is None:
            return False
        self._autosave = Autosave(
            self._workplace, self._record, self._saved, self._failed
        )
        return True

    def flush(self) -> bool:
        """Wait until the newest value was tried; tell whether all is saved.

        What is not worth a number yet has nothing to wait for.
        """
        if self._autosave:
            return self._autosave.flush()
        return self._newest is None or not self._worth

    def close(self) -> bool:
        """Save what waits; tell whether it is saved."""
        if self._autosave:
            return self._autosave.close()
        if self._newest and self._worth:
            self._begin(self._newest)
            return self._record is not None
        return True

    def _begin(self, newest: PricedQuote) -> None:
        """Save for the first time, and say that this was tried."""
        tried(partial(self._save_first, newest), self._failed)
        self._begun()

    def _save_first(self, newest: PricedQuote) -> None:
        """Draw a number and save."""
        self._record = save_draft(self._workplace, newest)
