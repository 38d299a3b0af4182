"""A clock that tests set, and a storage that keeps everything in memory."""

from __future__ import annotations

from tests.fakes.clock import FakeClock
from tests.fakes.storage import FakeStorage
from tests.fakes.store import FakeStore

__all__ = ["FakeClock", "FakeStorage", "FakeStore"]
