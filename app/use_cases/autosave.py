"""Saving the newest quote on one thread, so that typing never waits for the disk."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from app.domain.problems import Problems, RefusedError
from app.ports import QuoteRecord
from app.use_cases.pricing import PricedQuote
from app.use_cases.workplace import Workplace

#: Told of each commit, from the saving thread.
Saved = Callable[[datetime], None]
#: Told of what kept an edit from being saved, from the saving thread.
Failed = Callable[[Problems], None]


class Autosave:
    """Keeps one saved quote up to date; edits made meanwhile coalesce.

    Only the newest value waits to be saved. `flush` returns when nothing waits.
    """

    def __init__(
        self, workplace: Workplace, record: QuoteRecord, saved: Saved, failed: Failed
    ) -> None:
        """Begin with the record as the store holds it."""
        self._workplace = workplace
        self._record = record
        self._saved, self._failed = saved, failed
        self._waiting: PricedQuote | None = None
        self._closing = False
        self._change = threading.Condition()
        self._busy = False
        self._thread = threading.Thread(target=self._run, name="autosave", daemon=True)
        self._thread.start()

    def put(self, newest: PricedQuote) -> None:
        """Have the newest value saved; returns at once."""
        with self._change:
            self._waiting = newest
            self._change.notify_all()

    def flush(self) -> None:
        """Wait until every value put so far is saved, or was told to have failed."""
        with self._change:
            self._change.wait_for(lambda: self._waiting is None and not self._busy)

    def close(self) -> None:
        """Save what waits and end the thread."""
        with self._change:
            self._closing = True
            self._change.notify_all()
        self._thread.join()

    def _run(self) -> None:
        """Save one value after another until closed."""
        while (newest := self._next()) is not None:
            try:
                self._save(newest)
            except RefusedError as refusal:
                self._failed(refusal.problems)
            with self._change:
                self._busy = False
                self._change.notify_all()

    def _next(self) -> PricedQuote | None:
        """Wait for a value to save; None when closed with nothing left."""
        with self._change:
            self._change.wait_for(lambda: self._waiting or self._closing)
            newest, self._waiting = self._waiting, None
            self._busy = newest is not None
            return newest

    def _save(self, newest: PricedQuote) -> None:
        """Commit one value, then say when."""
        by = self._workplace.stamp()
        record = replace(
            self._record,
            quote=newest.quote,
            prices=newest.prices.lists,
            monthly=newest.offer.distributor.monthly.net,
            changed=by,
        )
        with self._workplace.storage.writing() as store:
            self._record = store.save_quote(record)
        self._saved(by.at)
