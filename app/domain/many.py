"""Many frozen values of one type at once, where one by one would take too long."""

from __future__ import annotations

import gc
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import repeat
from typing import Any, TypeVar

Value = TypeVar("Value")


@contextmanager
def uncollected() -> Iterator[None]:
    """Look for no garbage while values are made that go in no circles.

    There are so many that the collector would look for longer than they take; what
    is there at the end counts as old, which it hardly looks at.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.freeze()
            gc.unfreeze()
            gc.enable()


def many(
    kind: type[Value], columns: Mapping[str, Iterable[Any]], count: int
) -> list[Value]:
    """Make values of columns by the names of all their slots, as `kind` would.

    Nothing is looked at, so what the columns hold must be right. A whole column
    is put in its place at once.
    """
    values = list(map(object.__new__, repeat(kind, count)))
    for name, cells in columns.items():
        deque(map(getattr(kind, name).__set__, values, cells), maxlen=0)
    return values
