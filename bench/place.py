"""A workplace to measure in, on a day that stands still."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

from app.ports import Stamp
from app.settings import Settings
from app.use_cases.bundled import policies
from app.use_cases.workplace import Workplace
from quotes_db.storage import Database

BY = Stamp("bench", datetime(2026, 11, 22, tzinfo=UTC))


class Today:
    """A clock that stands still."""

    def now(self) -> datetime:
        """Return the moment of all measurements."""
        return BY.at

    def today(self) -> date:
        """Return its day."""
        return BY.at.date()


def workplace(folder: Path) -> Workplace:
    """Return a workplace over a folder."""
    clock = Today()
    return Workplace(
        folder, Database(folder, clock), clock, Settings(), policies(), "bench"
    )


def timed(work: Callable[[], object]) -> float:
    """Return what one run takes, in milliseconds."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def median(work: Callable[[], object], times: int) -> float:
    """Return the median of several runs in milliseconds, after a warm-up."""
    work()
    return statistics.median(timed(work) for _ in range(times))
