"""What brings SQLAlchemy, imported by one thread at a time."""

from __future__ import annotations

import threading
from typing import Final

_IMPORTING: Final = threading.Lock()


def load() -> None:
    """Have the store ready: two threads at once would see half of a library."""
    with _IMPORTING:
        import quotes_db.store  # noqa: F401, PLC0415
