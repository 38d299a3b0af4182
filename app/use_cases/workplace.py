"""What every job works with."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from app.domain.policy import Policies
from app.ports import Clock, Stamp, Storage
from app.settings import Settings


@dataclass(frozen=True, slots=True)
class Workplace:
    """The outside world as the jobs see it, put together in `app.main`."""

    folder: Path
    storage: Storage
    clock: Clock
    settings: Settings
    policies: Policies
    user: str

    def stamp(self) -> Stamp:
        """Return who does something now."""
        return Stamp(self.settings.seller.name or self.user, self.clock.now())
