"""Saving the newest quote on one thread, so that typing never waits for the disk."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import datetime
from functools import partial

from app.domain.problems import Problems, RefusedError, error
from app.ports import QuoteRecord
from app.use_cases.pricing import PricedQuote, recorded
from app.use_cases.workplace import Workplace

#: Told of each commit, from the saving thread.
Saved = Callable[[datetime], None]
#: Told of what kept an edit from being saved, from the saving thread.
Failed = Callable[[Problems], None]
#: Seconds in which the window paints an edit before it is saved: at once, both would
#: share one interpreter, and whoever types would wait.
_BREATH = 0.05


def tried(save: Callable[[], None], failed: Failed) -> bool:
    """Save and tell whether it is saved; `failed` is told what kept it from that."""
    try:
        save()
    except RefusedError as refusal:
        failed(refusal.problems)
    except Exception as failure:  # noqa: BLE001 - a bug must not end the saving
        failed((error("save_failed", reason=repr(failure)),))
    else:
        return True
    return False


class Autosave:
    """Keeps one saved quote up to date; edits made meanwhile coalesce.

    Only the newest value waits to be saved, and for one breath unless somebody waits
    for it. One that could not be saved goes on waiting, and is tried again with the
    next `put`, `flush` or `close`.
    """

    def __init__(
        self,
        workplace: Workplace,
        record: QuoteRecord,
        saved: Saved,
        failed: Failed,
        breath: float = _BREATH,
    ) -> None:
        """Begin with the record as the store holds it; a breath is in seconds."""
        self._workplace = workplace
        self._record = record
        self._saved, self._failed = saved, failed
        self._breath = breath
        self._waiting: PricedQuote | None = None
        self._busy = self._stuck = self._hurried = self._closing = False
        self._change = threading.Condition()
        self._thread = threading.Thread(target=self._run, name="autosave", daemon=True)
        self._thread.start()

    def put(self, newest: PricedQuote) -> None:
        """Have the newest value saved soon; returns at once."""
        with self._change:
            self._waiting, self._stuck = newest, False
            self._change.notify_all()

    def flush(self) -> bool:
        """Wait until the newest value was tried; tell whether all is saved."""
        with self._change:
            self._stuck, self._hurried = False, True
            self._change.notify_all()
            self._change.wait_for(self._at_rest)
            self._hurried = False
            return self._waiting is None

    def close(self) -> bool:
        """Save what waits and end the thread; tell whether all is saved."""
        whole = self.flush()
        with self._change:
            self._closing = True
            self._change.notify_all()
        self._thread.join()
        return whole

    def _at_rest(self) -> bool:
        """Tell whether nothing is being saved, and nothing is about to be."""
        return not self._busy and (self._waiting is None or self._stuck)

    def _run(self) -> None:
        """Save one value after another until closed."""
        while (newest := self._next()) is not None:
            done = tried(partial(self._save, newest), self._failed)
            with self._change:
                self._busy = False
                if not done:
                    self._waiting, self._stuck = self._waiting or newest, True
                self._change.notify_all()

    def _next(self) -> PricedQuote | None:
        """Wait for a value to save; None when closed."""
        with self._change:
            self._change.wait_for(
                lambda: self._closing or (self._waiting and not self._stuck)
            )
            self._change.wait_for(lambda: self._closing or self._hurried, self._breath)
            if self._closing:
                return None
            newest, self._waiting, self._busy = self._waiting, None, True
            return newest

    def _save(self, newest: PricedQuote) -> None:
        """Commit one value, then say when."""
        by = self._workplace.stamp()
        record = recorded(self._record, newest, by)
        with self._workplace.storage.writing() as store:
            self._record = store.save_quote(record)
        self._saved(by.at)
