"""Letting go of many rows without holding anything up."""

from __future__ import annotations

from typing import Any, Final

_AT_ONCE: Final = 500


def let_go(held: list[Any]) -> None:
    """Drop what a list holds, a part at a time: all at once would stop every thread.

    Called beside the window, with a list that nobody else holds.
    """
    while held:
        del held[-_AT_ONCE:]
