"""How a command ends."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """CONTRACT's exit statuses."""

    DONE = 0
    REFUSED = 1
    UNAVAILABLE = 2
