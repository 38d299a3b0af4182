"""A clock that tests set."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime


@dataclass
class FakeClock:
    """Stands still at a moment that a test may set, backwards too."""

    moment: datetime = datetime(2026, 11, 22, 14, 32, tzinfo=UTC)

    def now(self) -> datetime:
        return self.moment

    def today(self) -> date:
        return self.moment.date()
